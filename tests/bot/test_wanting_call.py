"""Who asks to be called hears at once that this can't, and who can talk with them; their words stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.draft import Step
from bot.wanting_call import wants_call
from tests.bot.talking import SETTINGS, talk
from tests.fakes.lead import Box

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker


@pytest.mark.parametrize(
    "text",
    [
        "can someone call me",
        "Can somebody ring me please?",
        "could you contact me",
        "call me",
        "please call me back",
        "I want to speak to someone",
        "i need to talk to a real person",
        "can I talk to somebody?",
        "I\u2019d like to speak with someone",
        "when will someone contact me",
        "i want someone to phone me",
    ],
)
def test_asking_to_be_called_is_seen(text: str) -> None:
    """However they put it."""
    assert wants_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "my worker never calls me",
        "they said someone would call me and nobody did, for six weeks, and then my worker left the council for good",
        "he will call me names",
        "I like my social worker",
        "nobody would contact me about my flat",
        "call me Sam",
        "I want to speak about money",
    ],
)
def test_telling_of_calls_is_not_asking_for_one(text: str) -> None:
    """What happened is somebody's words, and no more."""
    assert not wants_call(text)


@pytest.mark.parametrize("step", [None, Step.WORDS, Step.PREVIEW, Step.SUMMARY])
async def test_who_asks_for_a_call_is_told_who_can(alex: Talker, step: Step | None) -> None:
    """In any step, before the answer; the words are kept in mind as any others."""
    if step:
        await alex.gets_to(step)
    await alex.types("can someone call me")
    assert "can't call or write to anyone" in alex.screens[0].text
    assert "call 0800 1111" in alex.screens[0].text
    assert "can someone call me" in alex.begun.words.reveal()


async def test_where_a_lead_can_be_asked_the_way_to_them_is_shown(kept: Kept) -> None:
    """Its button stands right below; whoever is on that way already isn't told."""
    sam = talk(kept, settings=replace(SETTINGS, lead=Box().lead))
    await sam.types("can someone call me")
    ask = next(one for row in sam.screens[0].buttons for one in row if "contact me" in one.label)
    assert "you can ask for it" in sam.screens[0].text
    await sam.presses_again(ask)
    await sam.types("please call me")
    assert "get in touch" not in sam.screens[0].text
