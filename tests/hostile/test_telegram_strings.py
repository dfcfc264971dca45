"""Strings that have broken things elsewhere, at the Telegram door: as words, edits, codes, taps and names of people."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from intake.clean import clean
from intake.raw import RawWords
from tests.bot.conftest import api, kept
from tests.bot.over_http import door_open
from tests.bot.talking import code_in, redactor
from tests.hostile.strings import STRINGS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

__all__ = ["api", "kept"]
AT_ONCE = 24  # people


def as_kept(text: str) -> str:
    """Return what is kept of a text: cleaned and redacted."""
    return redactor().redact(clean(RawWords(text))).words.text if clean(RawWords(text)).reveal() else ""


def is_written(text: str) -> bool:
    """Say whether a text has anything in it that Telegram would take for one."""
    return bool(text.strip())


@pytest.fixture(autouse=True)
async def _nothing_goes_wrong() -> AsyncIterator[None]:
    """Hold every test to this: nothing is logged but what is done every day."""
    with capture_logs() as logs:
        yield
    assert [log for log in logs if log["log_level"] not in {"info", "debug"}] == []


async def each(api: BotApi, does: Callable[[Person, str], Awaitable[None]], strings: tuple[str, ...] = STRINGS) -> None:
    """Let somebody else do something with each string, many people at once; whatever their names, those are strings."""

    async def one(text: str) -> None:
        async with turn:
            person = api.person(text)
            person.about |= {"last_name": text, "username": text}
            person.chat.about |= {"last_name": text, "username": text}
            await does(person, text)

    turn = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for text in strings:
            group.create_task(one(text))


async def test_as_words_they_are_kept_cleaned_and_redacted(api: BotApi, kept: Kept) -> None:
    """Each is answered, shown as it will be kept, and kept so; what holds no words is said to hold none."""

    async def sends(person: Person, text: str) -> None:
        await person.says(text)
        if not is_written(text):
            await person.hears("can't read that")
            return
        await person.hears("I have this message of yours")
        await person.taps("Skip")
        await person.hears("mostly about")
        await person.taps("Skip")
        if not as_kept(text):
            await person.hears("could not find any words")
            return
        assert as_kept(text).strip()[:100] in (await person.hears("exactly what we will keep")).text
        await person.taps("and quote")
        await person.hears("Ready to send?")
        await person.taps("Send")
        voice = kept.voice(code_in((await person.hears("Your code")).text))
        assert voice.words
        assert voice.words.text == as_kept(text)
        found.append(text)

    found: list[str] = []
    async with door_open(api, kept):
        await each(api, sends)
    assert len(found) == len([text for text in STRINGS if is_written(text) and as_kept(text)]) > 200


async def test_as_edits_they_change_what_would_be_kept(api: BotApi, kept: Kept) -> None:
    """The same, for what takes the place of something harmless."""

    async def edits(person: Person, text: str) -> None:
        await person.says("the flat was damp")
        await person.hears("I have this message of yours")
        await person.edits(text)
        await person.hears("I have your words so far" if is_written(text) else "What would you like")

    async with door_open(api, kept):
        await each(api, edits)
    assert kept.all() == []


async def test_as_words_to_hide_they_are_answered_and_lost_never(api: BotApi, kept: Kept) -> None:
    """Typed where words are to be hidden, in a voice that holds the same: hidden, or asked about."""

    async def hides(person: Person, text: str) -> None:
        await person.says(f"the flat was damp {text}")
        await person.hears("I have this message of yours")
        for label, heard in (("Skip", "mostly about"), ("Skip", "How may we use"), ("Hide more", "hide?")):
            await person.taps(label)
            await person.hears(heard)
        await person.says(text)
        await person.hears()
        await person.says("flat")
        await person.hears()
        await person.says("done")
        await person.hears()

    async with door_open(api, kept):
        await each(api, hides)
    assert kept.all() == []


@pytest.mark.parametrize("command", ["status", "withdraw", "start"])
async def test_as_codes_they_find_nothing(api: BotApi, kept: Kept, command: str) -> None:
    """None is a code, none breaks looking one up, and none takes anybody's words back."""

    async def asks(person: Person, text: str) -> None:
        await person.says(f"/{command} {text}")
        await person.hears()

    async with door_open(api, kept):
        await each(api, asks)
    assert kept.all() == []


async def test_as_taps_they_do_nothing(api: BotApi, kept: Kept) -> None:
    """Some programs send what no button holds."""

    async def taps(person: Person, text: str) -> None:
        await person.says("/privacy")
        token = (await person.hears("What we keep")).presses()[0]["callback_data"].partition(".")[0]
        for data in (text, f"{token}.go.{text}", f"00000000.send.{text}"):
            await person.taps_data(data[:64])
            await person.hears()

    async with door_open(api, kept):
        await each(api, taps)
        await api.all_confirmed()
    assert kept.all() == []
