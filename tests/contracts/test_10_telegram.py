"""Promise 10 at the Telegram door: however many write however much, memory stays bounded, and everybody is answered."""

from __future__ import annotations

import asyncio
import tracemalloc
from typing import TYPE_CHECKING

from bot.draft import LONGEST, MOST_MESSAGES, Draft, Part, Step
from bot.drafts import MOST_DRAFTS, ROOM, Drafts, Entry
from bot.idle import IDLE
from bot.poller import GIVEN
from intake.raw import RawWords
from tests.bot.conftest import api, kept
from tests.bot.over_http import begins, door_open, the_door, to_summary
from tests.bot.test_draft import Clock
from tests.contracts.test_2_canary_telegram import TOKEN, with_telegram
from tests.contracts.test_10_bends import memory
from tests.fakes.bot_api import BotApi
from tests.product import make_product

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.bot.talking import Kept
    from tests.fakes.people import Person

__all__ = ["api", "kept"]
FULL = "no room to keep that message"
WIDE = "\U0001f600" * (LONGEST // 5)  # letters of four bytes each: five such messages are the longest voice
PEOPLE = 850
# Bytes of an update: as JSON, where each of these letters takes 12, as it was read, and as the library has it.
UPDATE = (12 + 4 + 4) * len(WIDE) + 16_384
BESIDE = 20_000  # bytes of a draft beside its words: itself, its last screen while that is sent


def full_draft() -> Draft:
    """Return a draft with as many words as fit into one."""
    parts = tuple(Part(number, RawWords("\U0001f600" * (LONGEST // 5 - number))) for number in range(5))
    return Draft(step=Step.WORDS, parts=parts)


async def test_ten_thousand_long_drafts_fit_into_a_bounded_room() -> None:
    """As many as fit are kept, whole; the others are refused, and an hour later there is room again."""
    clock = Clock()
    drafts, taken = Drafts(clock=clock), 0
    tracemalloc.start()
    try:
        for chat in range(MOST_DRAFTS):
            new = full_draft()
            if drafts.have_room(chat, new):
                drafts.put(chat, Entry(new))
                taken += 1
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert taken == len(drafts) == ROOM // full_draft().weight > 500
    assert most < ROOM + taken * BESIDE
    assert not drafts.have_room(MOST_DRAFTS, full_draft())
    clock.now = IDLE
    assert drafts.have_room(MOST_DRAFTS, full_draft())
    assert drafts.weight == len(drafts) == 0


async def test_many_tiny_messages_take_no_more_than_they_are_counted_for() -> None:
    """A message weighs more than its letters."""
    tracemalloc.start()
    try:
        many = Draft(
            parts=tuple(Part(number + 10**9, RawWords(chr(1000 + number) * 2)) for number in range(MOST_MESSAGES))
        )
        took = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert took < many.weight
    assert not many.room_for(Part(1, RawWords("x")))


async def test_words_never_give_way_to_who_only_looks() -> None:
    """However many come without words, those who wrote keep theirs."""
    drafts = Drafts(most=10)
    drafts.put(0, Entry(full_draft()))
    for chat in range(1, 100):
        drafts.put(chat, Entry(Draft()))
    assert len(drafts) == 10
    assert drafts.get(0)


async def test_who_has_begun_can_go_on_though_there_is_no_room(api: BotApi, kept: Kept) -> None:
    """The one whose words fit sends them; the one whose words don't hears it, has lost nothing, and can still ask."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept) as application:
        await to_summary(alex)
        await begins(sam)
        drafts = the_door(application).drafts
        drafts._room = drafts.weight
        await sam.says("my flat is damp")
        await sam.hears(FULL)
        await sam.says("i want to die")
        await sam.hears("call 0800 1111")
        await sam.says("/help")
        await sam.hears("999")
        await alex.says("and another thing")
        await alex.hears(FULL)
        await alex.says("yes")  # to what was refused, not to what was asked before
        await alex.hears("not sure what you are answering")
        await alex.taps("Send")
        await alex.hears("Your code")
        await sam.says("my flat is damp")
        await sam.hears("I have your words so far")
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text.endswith("showed me.")


async def writes_on(person: Person) -> int:
    """Write five long messages; return how many were kept."""
    kept = 0
    for _ in range(5):
        await person.says(WIDE)
        kept += FULL not in (await person.hears(seconds=300)).text
    return kept


async def test_a_flood_of_people_and_words_is_borne(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds write as much as they can: memory stays within its bound, each is answered, and so is one more."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
    async with BotApi(TOKEN) as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        doors = product.running("doors")
        process = await asyncio.to_thread(doors.__enter__)
        try:
            await begins(api.person())
            before = memory(process.pid)
            writing = asyncio.gather(*(writes_on(api.person()) for _ in range(PEOPLE)))
            most = before
            while not writing.done():
                most = max(most, memory(process.pid))
                await asyncio.wait([writing], timeout=0.2)
            sam = api.person("Sam")
            await sam.says("/help")
            await sam.hears("999")
            kept = sum(await writing)
        finally:
            await asyncio.to_thread(doors.__exit__, None, None, None)
    assert kept == ROOM // Draft(parts=(Part(1, RawWords(WIDE)),)).weight < 5 * PEOPLE
    assert most - before < ROOM + PEOPLE * BESIDE + 2 * GIVEN * UPDATE
