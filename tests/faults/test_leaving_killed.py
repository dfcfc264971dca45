"""kill -9 in the minute after a withdrawal: it is not lost, the words are not kept, and Undo still works in time."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

from tests.bot.over_http import to_summary
from tests.bot.talking import code_in
from tests.contracts.test_2_canary_telegram import with_telegram
from tests.fakes.bot_api import BotApi
from tests.product import make_product
from tests.storage.receiver import UNMEASURED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.fakes.people import Person

WORDS = "The zanzibar of it was good."


@asynccontextmanager
async def doors(data: Path, token: str, ends: signal.Signals = signal.SIGKILL) -> AsyncIterator[None]:
    """Run the doors while the block lasts; how it `ends` is that they die at once, if nothing else is said."""
    devnull = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "desk", "--data", str(data), "doors"),
        stdout=devnull,
        stderr=devnull,
        env=UNMEASURED | {"CARE_VOICE_TELEGRAM_TOKEN": token},
    )
    try:
        yield
    finally:
        process.send_signal(ends)
        await process.wait()


async def taken_back(person: Person, code: str) -> None:
    """Take a voice back."""
    await person.says(f"/withdraw {code}")
    await person.hears("Take them back?", seconds=30)
    await person.taps("Yes")
    await person.hears("gone from everywhere", seconds=30)


async def test_a_kill_loses_neither_the_withdrawal_nor_its_minute(tmp_path: Path) -> None:
    """Undone after the first kill; after the second its minute is over, and the next start leaves no byte of it."""
    async with BotApi() as api:
        product, alex = make_product(tmp_path, with_telegram(api.base_url)), api.person()
        async with doors(product.data, api.token):
            await to_summary(alex, WORDS)
            await alex.taps("Send")
            code = code_in((await alex.hears("Your code", seconds=30)).text)
            await taken_back(alex, code)
        async with doors(product.data, api.token):
            await alex.says(f"/withdraw {code}")
            await alex.hears("You took these words back", seconds=30)
            await alex.taps("Undo")
            await alex.hears("back as they were", seconds=30)
            await taken_back(alex, code)
        with closing(sqlite3.connect(product.data / "intake" / "intake.db")) as intake:
            intake.execute("UPDATE leaving SET until = until - 60")
            intake.commit()
        async with doors(product.data, api.token, signal.SIGTERM):
            await alex.says(f"/status {code}")
            while "can't find" not in (await alex.hears("can't find", "You took these words back", seconds=30)).text:
                await alex.says(f"/status {code}")
        held = [path.name for path in product.data.rglob("*") if path.is_file() and b"zanzibar" in path.read_bytes()]
        assert held == []
