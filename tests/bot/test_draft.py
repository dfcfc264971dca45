"""Drafts live in memory, show nothing when printed, and are forgotten."""

from __future__ import annotations

import asyncio

import pytest

from bot.draft import Draft, Part
from bot.drafts import Drafts, Entry
from bot.incoming import Command, Press, Typed
from bot.screen import Outcome, screen
from intake.raw import RawWords


class Clock:
    """Time that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """Tell it."""
        return self.now


async def test_an_idle_draft_is_forgotten() -> None:
    """One that was touched is kept for another while; the other is gone."""
    clock = Clock()
    drafts = Drafts(idle=60, clock=clock)
    drafts.put(1, Entry(Draft()))
    drafts.put(2, Entry(Draft()))
    clock.now = 40
    drafts.put(1, Entry(Draft()))
    clock.now = 70
    assert drafts.get(2) is None
    assert drafts.get(1) is not None


async def test_drafts_are_forgotten_though_nobody_writes() -> None:
    """Words don't wait in memory until somebody else comes."""
    clock = Clock()
    drafts = Drafts(idle=60, clock=clock)
    drafts.put(1, Entry(Draft()))
    assert drafts._entries._timer
    assert drafts._entries._timer.when() <= asyncio.get_running_loop().time() + 60
    clock.now = 60
    drafts._entries._on_time()
    assert len(drafts) == 0


async def test_no_draft_waits_longer_than_promised() -> None:
    """When the oldest is forgotten, the next look is taken as soon as another one is due."""
    clock = Clock()
    drafts = Drafts(idle=60, clock=clock)
    drafts.put(1, Entry(Draft()))
    clock.now = 40
    drafts.put(2, Entry(Draft()))
    clock.now = 60
    drafts._entries._on_time()
    assert len(drafts) == 1
    assert drafts._entries._timer
    assert drafts._entries._timer.when() <= asyncio.get_running_loop().time() + 40


async def test_there_are_never_too_many() -> None:
    """The one idle longest gives way."""
    drafts = Drafts(most=2)
    for chat in (1, 2, 3):
        drafts.put(chat, Entry(Draft()))
    assert [drafts.get(chat) is not None for chat in (1, 2, 3)] == [False, True, True]


PART = Part(987654321, RawWords("Karolina"))


@pytest.mark.parametrize(
    "thing",
    [
        Draft(parts=(PART,), code="velvet-otter", aside=(PART,)),
        Entry(Draft(parts=(PART,)), 987654321, 987654321, Outcome(None, (screen("Karolina"),))),
        Typed("Karolina", 987654321, 987654321),
        Command("karolina", "Karolina", 987654321),
        Press("aa", "go", "kind", 987654321),
        screen("Karolina"),
    ],
)
def test_nothing_shows_when_printed(thing: object) -> None:
    """Neither words, codes nor numbers of chats and messages reach a log by way of a repr."""
    for secret in ("arolina", "987654321", "velvet"):
        assert secret not in repr(thing)


def test_a_part_is_replaced_by_its_number() -> None:
    """The same message in a second try, or edited, is one part in its old place."""
    draft = Draft()
    for number, text in ((1, "one"), (2, "two"), (1, "edited")):
        draft = draft.with_part(Part(number, RawWords(text)))
    assert [part.words.reveal() for part in draft.parts] == ["edited", "two"]
    assert draft.words.reveal() == "edited\n\ntwo"
