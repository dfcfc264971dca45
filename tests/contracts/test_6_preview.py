"""Promise 6 at the Telegram door: what a writer saw last is what is stored, letter for letter, whatever they changed.

Over the Bot API: they hide words, show words again, answer what they are asked, take it back, and look.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.bot.conftest import api
from tests.bot.doubting import Doubts
from tests.bot.over_http import begins, door_open
from tests.bot.talking import Kept, code_in
from tests.fakes.faults import broken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

__all__ = ["api"]
WORDS = (
    "Swindon council moved me to Moston when I was 15. Nobody knew if the bus was late. Karolina was kind.",
    "my key worker Bex never rang back about the purple gate. Ring 07700 900123 or write to m@example.org",
)
LEAVE = ("Help", "Stop", "Back", "Take out my last message")
EVERYTHING = ("Hide more", "late", "15", "Done", "Show a word", "Moston", "Karolina", "Undo", "Done")


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    """Give files of a deployment whose redactor asks whether “late” is a name."""
    kept = Kept(tmp_path, Doubts(("late",)))
    yield kept
    await kept.writer.close()


async def to_preview(person: Person) -> None:
    """Walk the short way up to the preview."""
    await begins(person)
    for label, heard in (("How things are", "mostly about"), ("Where you live", "your own words")):
        await person.taps(label)
        await person.hears(heard)
    for text in WORDS:
        await person.says(text)
        await person.hears("Got it")
    await person.taps("Done")
    await person.hears("exactly what we will keep")


def seen(api: BotApi, person: Person) -> str:
    """Return the words as the bot quoted them last in a preview."""
    calls = (call.data for call in api.calls if str(call.data.get("chat_id")) == str(person.id))
    last = [data for data in calls if "exactly what we will keep" in data.get("text", "")][-1]
    quote = next(one for one in last["entities"] if one["type"] == "blockquote")
    text = last["text"].encode("utf-16-le")
    return text[2 * quote["offset"] : 2 * (quote["offset"] + quote["length"])].decode("utf-16-le")  # type: ignore[no-any-return]


async def send(person: Person) -> str:
    """Say how the words may be used, and send them; return the code."""
    await person.taps("don't quote")
    await person.hears("Ready to send?")
    await person.taps("Send")
    return code_in((await person.hears("Your code")).text)


async def test_what_was_hidden_shown_and_answered_is_stored_so(api: BotApi, kept: Kept) -> None:
    """Each in turn, once by typing."""
    alex = api.person()
    async with door_open(api, kept):
        await to_preview(alex)
        await alex.taps("Not a name")
        await alex.hears("that word stays")
        for label in EVERYTHING:
            await alex.taps(label)
            await alex.hears()
        await alex.taps("Hide more")
        await alex.hears("Which words should I hide?")
        await alex.says("gate, key worker and purple")
        await alex.hears("Hidden now")
        await alex.taps("Done")
        await alex.hears("exactly what we will keep")
        last = seen(api, alex)
        voice = kept.voice(await send(alex))
    assert voice.words
    assert voice.words.text == last
    assert "Moston" in last
    for hidden in ("late", "15", "Karolina", "purple", "gate", "key worker", "07700", "m@example"):
        assert hidden not in last


@pytest.mark.parametrize("seed", range(6))
async def test_any_way_through_ends_with_what_was_seen(api: BotApi, kept: Kept, seed: int) -> None:
    """Tapping about at random, old buttons included: what is stored is the last preview, and nothing before Send."""
    any_of, alex = random.Random(seed), api.person()  # noqa: S311 - not a secret
    old: list[str] = []
    async with door_open(api, kept):
        await to_preview(alex)
        for _ in range(25):
            shown = alex.screen
            tappable = [one for one in shown.presses() if one["text"] not in LEAVE and ".use." not in str(one)]
            now = [one["callback_data"] for one in tappable]
            old = [*old[-20:], *now]
            await alex.taps_data(any_of.choice(any_of.choice((now, now, old))), shown)
            await api.all_confirmed()
        assert kept.all() == []
        if "Read it, don't quote it" not in alex.screen.buttons:
            await alex.says("done")
            await alex.hears("exactly what we will keep")
        last = seen(api, alex)
        voice = kept.voice(await send(alex))
    assert voice.words
    assert voice.words.text == last
    assert "07700" not in last
    assert "m@example" not in last


async def test_a_receipt_that_came_after_a_restart_is_for_what_was_seen(api: BotApi, kept: Kept) -> None:
    """The wishes went along with the voice: nothing has to be known of them any more."""
    alex = api.person()
    async with door_open(api, kept):
        await to_preview(alex)
        for label in EVERYTHING:
            await alex.taps(label)
            await alex.hears()
        last = seen(api, alex)
        await alex.taps("don't quote")
        await alex.hears("Ready to send?")
        await api.all_confirmed()
        api.fault_for = lambda call: broken() if call.method == "sendMessage" else None
        sends = len(api.called("sendMessage"))
        await alex.taps("Send")
        await api.was_called("sendMessage", sends + 1)
    api.fault_for = lambda _: None
    async with door_open(api, kept):
        code = code_in((await alex.hears("Your code")).text)
        await api.all_confirmed()
    assert [voice.words.text for voice in kept.all() if voice.words] == [last]
    assert kept.voice(code) == kept.all()[0]
