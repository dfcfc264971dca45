"""Words that suggest a risk of harm bring the helplines at once: in every step, every time, whatever fails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.draft import Step
from bot.incoming import Typed
from tests.bot.over_http import door_open
from tests.bot.talking import SETTINGS, Kept, Talker, talk

if TYPE_CHECKING:
    from bot.screen import Button
    from tests.fakes.bot_api import BotApi

RISK = "i want to die"
BESIDE = (
    *("/help", "/privacy", "/updates", "/rights", "/rights;all of england", "/language", "/clear", "/start"),
    *("/status", "/change", "/withdraw", "/nothing", "void-reappoint-outcome-ember-twisty"),
    *("I'm under 16", "numbers of my council"),
)


def buttons_of(alex: Talker) -> list[Button]:
    """Return every button that is shown."""
    return [one for shown in alex.screens for row in shown.buttons for one in row]


async def test_fear_in_few_words_brings_the_numbers_at_once(api: BotApi, kept: Kept) -> None:
    """However it is typed, first thing or in the middle, they come before anything else; fear that is over doesn't."""
    alex = api.person("Alex")
    async with door_open(api, kept):
        for said in ("im scared", "I\u2019m SO scared!!", "i am  really\nscared of him", "scared to go home 😢"):
            before = max((shown.id for shown in alex.messages), default=0)
            await alex.says(said)
            await alex.hears("0800 1111")
            await alex.hears("is it an idea?")  # and the conversation goes on
            first = next(shown for shown in alex.messages if shown.id > before)
            assert "call 116 123" in first.text
        before = len([shown for shown in alex.messages if "0800 1111" in shown.text])
        await alex.says("the first day was scary but it went well")
        await alex.hears()
        assert len([shown for shown in alex.messages if "0800 1111" in shown.text]) == before


@pytest.mark.parametrize("step", [None, *Step])
async def test_risk_in_any_step_brings_help_and_the_words_stay(alex: Talker, step: Step | None) -> None:
    """Helplines come first, the conversation goes on, and what was said is kept in mind."""
    if step:
        await alex.gets_to(step)
    for _ in range(2):
        await alex.types(RISK)
        assert "call 0800 1111" in alex.screens[0].text
        assert "call 116 123 (any time)" in alex.screens[0].text
        assert len(alex.screens) > 1
    assert len(alex.begun.parts) >= 2


@pytest.mark.parametrize("command", ["help", "status", "withdraw", "privacy", "stop", "start", "back", "skip", "moan"])
async def test_risk_behind_a_command_brings_help(alex: Talker, command: str) -> None:
    """Somebody who doesn't know how bots work is heard all the same."""
    await alex.types(f"/{command} {RISK}")
    assert "call 0800 1111" in alex.screens[0].text


async def test_risk_that_is_a_command_brings_help(alex: Talker) -> None:
    """A slash typed by mistake takes nothing from what was said, nor from the words."""
    await alex.types("/i want to die")
    assert "call 0800 1111" in alex.screens[0].text
    assert len(alex.begun.parts) == 1


@pytest.mark.parametrize("asked", ["/status", "/withdraw"])
async def test_risk_instead_of_a_code_brings_help(alex: Talker, asked: str) -> None:
    """Whoever was asked for a code and wrote something else is heard."""
    await alex.types(asked)
    await alex.types(RISK)
    assert "call 0800 1111" in alex.screens[0].text


@pytest.mark.parametrize("beside", BESIDE)
async def test_risk_beside_the_conversation_brings_help(alex: Talker, beside: str) -> None:
    """Whatever page or question is there, before a voice was begun, in the middle of one and after it was sent."""
    for begun in (None, "words", "preview"):
        if begun:
            await alex.gets_to(begun)
        for typed in beside.split(";"):
            await alex.types(typed)
        await alex.types(RISK)
        assert "call 0800 1111" in alex.screens[0].text
        await alex.types("/stop")


@pytest.mark.parametrize("wish", ["/status", "/change", "/withdraw", "/clear"])
async def test_risk_instead_of_an_answer_brings_help(alex: Talker, wish: str) -> None:
    """Also where a question about a voice that was sent waits for a yes or a no."""
    code = await alex.sends()
    await alex.types(f"{wish} {code}" if wish != "/clear" else wish)
    for _ in range(2):
        await alex.types(RISK)
        assert "call 0800 1111" in alex.screens[0].text


async def test_risk_in_an_edit_or_under_a_picture_brings_help(alex: Talker) -> None:
    """However the words come in."""
    await alex.gets_to("words")
    number = await alex.types("all is well")
    await alex.edits(number, RISK)
    assert "call 0800 1111" in alex.screens[0].text
    await alex.edits(4711, f"{RISK} now")
    assert "call 0800 1111" in alex.screens[0].text
    await alex.does(Typed(RISK, 99, 99, beside="picture"))
    assert "call 0800 1111" in alex.screens[0].text


async def test_the_numbers_of_their_own_council_come_first(alex: Talker) -> None:
    """Who said which council is theirs reads its duty team above all others, in the signpost and in help."""
    await alex.gets_to("council")
    await alex.presses("Swindon")
    for typed in (RISK, "/help"):
        await alex.types(typed)
        said = alex.screens[0].text
        assert "Duty team: call 01632 960999 (at night)" in said
        assert said.index("01632 960999") < said.index("0800 1111")
        assert "Numbers of my council" not in [one.label for one in buttons_of(alex)]


async def test_all_councils_numbers_are_a_tap_away(alex: Talker) -> None:
    """Nobody has to say which council is theirs to reach it, before anything was typed or afterwards."""
    await alex.types(RISK)
    assert "01632 960999" not in alex.reads
    numbers = next(one for one in buttons_of(alex) if one.label == "Numbers of my council")
    await alex.presses_again(numbers)
    assert "Swindon Borough Council:\n- Duty team: call 01632 960999 (at night)" in alex.reads
    assert len(alex.begun.parts) == 1
    await alex.types("/help")
    await alex.types("numbers of my council")
    assert "01632 960999" in alex.reads
    await alex.types("/stop")
    await alex.types("numbers of my council")
    assert "01632 960999" in alex.reads


async def test_no_button_leads_to_numbers_that_nobody_set(kept: Kept) -> None:
    """A deployment without numbers of councils has no empty page."""
    lines = SETTINGS.helplines[:2]
    alex = talk(kept, settings=replace(SETTINGS, helplines=lines))
    for typed in ("/help", RISK):
        await alex.types(typed)
        assert "Numbers of my council" not in [one.label for one in buttons_of(alex)]


async def test_risk_across_two_messages_brings_help(alex: Talker) -> None:
    """Half a sentence in each message is the whole sentence."""
    await alex.gets_to("words")
    await alex.types("i want to")
    assert "0800 1111" not in alex.reads
    await alex.types("die")
    assert "call 0800 1111" in alex.screens[0].text


async def test_ordinary_words_bring_no_helplines(alex: Talker) -> None:
    """Else nobody would look at them any more."""
    await alex.gets_to("words")
    await alex.types("the taster flat was good")
    assert "0800 1111" not in alex.reads


async def test_help_comes_although_nothing_could_be_saved(kept: Kept) -> None:
    """Helplines at Send do not depend on a disk."""
    alex = talk(kept)
    await alex.types(RISK)
    for label in ("Skip", "Skip", "and quote"):
        await alex.presses(label)
    await kept.writer.close()
    await alex.presses("Send")
    assert "call 0800 1111" in alex.screens[0].text
    assert "That didn't save" in alex.screens[1].text


async def test_a_saved_voice_at_risk_is_urgent_and_gets_help_again(alex: Talker, kept: Kept) -> None:
    """The receipt comes with the helplines, and the moderators see the voice first."""
    await alex.types(RISK)
    for label in ("Skip", "Skip", "and quote", "Send"):
        await alex.presses(label)
    assert "call 0800 1111" in alex.screens[0].text
    assert "Your code" in alex.screens[1].text
    assert [voice.urgent for voice in kept.all()] == [True]


@pytest.mark.parametrize("typed", ["help", "Help", "/help"])
async def test_help_is_always_there(alex: Talker, typed: str) -> None:
    """Even as the first word anyone says."""
    await alex.types(typed)
    assert "Call 999" in alex.reads
    assert "call 0800 1111" in alex.reads
