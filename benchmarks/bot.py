"""The Telegram door against python-telegram-bot's own trivial handlers, in one run: what handling an update costs.

Both poll a Bot API on loopback, or are posted to by it, in processes of their own, while people of ours hold whole
conversations with them: words, then four taps. The trivial ones are those of the library's examples, which answer and
remember nothing. Ours is the whole door: the poller or the webhook, a lock a person, drafts, wording, helplines, and
each voice on the disk before its receipt. A redactor that changes nothing stands in for ours: redaction is left out.

The cost is CPU time an update of the bot's process. Rounds take turns; the figure is the median of the turns' ratios.
At last a crowd is in conversation with the doors as they are, redactor and all, and their memory is read.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.memory import proportional_set_size
from tests.contracts.test_2_canary_telegram import with_telegram
from tests.fakes.bot_api import TOKEN, BotApi
from tests.product import PATIENCE, free_port, make_product

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from tests.fakes.people import Person

PEOPLE = 200
CROWD = 1_000
TURNS = 5
WORDS = "I moved four times before I was twelve, and nobody asked me what I wanted. The bus pass helped."
LABELS = ("How things are", "Where you live", "Read it, don't quote it", "Send")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds an update: of the bot's processor, and until the last of them was answered."""

    cpu: float
    wall: float


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    yield "| way | handler | CPU ms an update | updates/s | cost against the trivial one (≤ 1.5) |"
    yield "|---|---|---|---|---|"
    for way in ("polling", "webhook"):
        turns = asyncio.run(_measure(folder / way, way))
        for which, name in enumerate(("python-telegram-bot, trivial", "care-voice, the whole conversation")):
            cpu, wall = (median(getattr(turn[which], what) for turn in turns) for what in ("cpu", "wall"))
            ratio = median(turn[which].cpu / turn[0].cpu for turn in turns)
            yield f"| {way} | {name} | {cpu * 1000:.2f} | {1 / wall:.0f} | {ratio:.2f} |"
    taken = asyncio.run(_in_conversation(folder))
    yield f"\n{CROWD:,} people in conversation at once, the doors with their redactor: {taken:.0f} MB (≤ 150)"


async def _measure(folder: Path, way: str) -> list[tuple[Cost, Cost]]:
    turns = []
    async with _bot("trivial", folder, way) as (api, trivial), _bot("ours", folder, way) as (our_api, ours):
        for _ in range(TURNS + 1):
            turn = await _round(api, trivial, _choose), await _round(our_api, ours, _converse)
            turns.append(turn)
    return turns[1:]  # the first warms up


@asynccontextmanager
async def _bot(which: str, folder: Path, way: str) -> AsyncIterator[tuple[BotApi, int]]:
    port = free_port() if way == "webhook" else 0
    async with BotApi() as api:
        command = (sys.executable, "-m", "benchmarks.bots", which, api.base_url, str(folder), str(port))
        bot = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
        try:
            await api.was_called("setWebhook" if port else "getUpdates", seconds=PATIENCE)
            yield api, bot.pid
        finally:
            bot.terminate()
            await bot.wait()


async def _in_conversation(folder: Path) -> float:
    """Return the megabytes that the doors take while a crowd is about to send its words."""
    os.environ["CARE_VOICE_TELEGRAM_TOKEN"] = TOKEN
    async with BotApi() as api:
        product = make_product(folder / "crowd", with_telegram(api.base_url))
        running = product.running("doors")
        doors = await asyncio.to_thread(running.__enter__)
        try:
            await asyncio.gather(*(_about_to_send(api.person()) for _ in range(CROWD)))
            return sum(proportional_set_size(doors.pid).values())
        finally:
            await asyncio.to_thread(running.__exit__, None, None, None)


async def _about_to_send(person: Person) -> None:
    await person.says(WORDS)
    for label in LABELS[:-1]:
        await person.hears(seconds=PATIENCE * 4)
        await person.taps(label)
    await person.hears("Ready to send?", seconds=PATIENCE * 4)


async def _round(api: BotApi, bot: int, talk: Callable[[Person], Awaitable[None]]) -> Cost:
    people = [api.person() for _ in range(PEOPLE)]
    cpu, start = _cpu(bot), time.perf_counter()
    await asyncio.gather(*(talk(person) for person in people))
    updates = PEOPLE * (1 + len(LABELS))
    return Cost((_cpu(bot) - cpu) / updates, (time.perf_counter() - start) / updates)


async def _choose(person: Person) -> None:
    await person.says(WORDS)
    await person.hears("Please choose", seconds=PATIENCE)
    for number, _ in enumerate(LABELS):
        await person.taps_data(str(number))
        await person.hears(f"Selected option: {number}", seconds=PATIENCE)


async def _converse(person: Person) -> None:
    await person.says(WORDS)
    for label in LABELS:
        await person.hears(seconds=PATIENCE)
        await person.taps(label)
    await person.hears("Your code", seconds=PATIENCE)


def _cpu(process: int) -> float:
    """Return the seconds of a processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
