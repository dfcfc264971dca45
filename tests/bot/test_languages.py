"""Each person talks with the bot in the language that they choose, and nobody remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.menu import COMMANDS
from tests.bot.in_languages import door_in, words_in
from tests.bot.over_http import the_door
from tests.bot.talking import code_in

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

EASY = "en-simple"
WORDS = "The taster flat was good. Karolina showed me."


async def chooses(person: Person, language: str) -> None:
    """Begin, and choose a language by its own name."""
    await person.says("/start")
    await person.hears("Hello! This is")
    await person.taps("Language")
    await person.hears("Which language", "one language")
    await person.taps(words_in(language)(NAME))
    await person.hears(first_line(language, "bot-kind-feedback"), first_line(language, "bot-before-you-write"))


NAME = "bot-language-name"


def first_line(language: str, message: str, **parts: str) -> str:
    """Return the first line of a message."""
    return words_in(language)(message, **parts).splitlines()[0]


@pytest.mark.parametrize("language", [EASY])
async def test_a_whole_voice_in_each_language(api: BotApi, kept: Kept, language: str) -> None:
    """From the language button to the receipt, its status and its withdrawal; no screen falls back."""
    alex, say = api.person(), words_in(language)
    async with door_in(api, kept, "en", language) as application:
        await chooses(alex, language)
        for label, heard in (("bot-kind-feedback", "bot-theme"), ("bot-button-skip", "bot-words")):
            await alex.taps(say(label))
            await alex.hears(first_line(language, heard))
        await alex.says(WORDS)
        await alex.hears(first_line(language, "bot-words-more"))
        await alex.taps(say("bot-button-done"))
        await alex.hears(first_line(language, "bot-preview"))
        await alex.taps(say.named("Read it, don't quote it"))
        await alex.hears(first_line(language, "bot-summary"))
        await alex.taps(say("bot-button-send"))
        code = code_in((await alex.hears(first_line(language, "bot-code"))).text)
        await alex.says(code)
        await alex.hears(first_line(language, "bot-status"))
        await alex.says(f"/withdraw {code}")
        await alex.hears(first_line(language, "bot-withdraw-ask"))
        await alex.taps(say("bot-button-withdraw"))
        await alex.hears(first_line(language, "bot-withdrawn", bot_copies="").split(".")[0])
        await alex.says("/stop")
        await alex.hears()
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
    assert kept.all() == []


async def test_what_is_typed_is_understood_in_the_language(api: BotApi, kept: Kept) -> None:
    """The labels of buttons without their pictures, and a plain yes."""
    alex, say = api.person(), words_in(EASY)
    async with door_in(api, kept, "en", EASY):
        await chooses(alex, EASY)
        await alex.says(say("bot-kind-idea").strip("💡 ").lower())
        await alex.hears(first_line(EASY, "bot-theme"))


async def test_a_language_is_forgotten_with_a_stop(api: BotApi, kept: Kept) -> None:
    """After a receipt it is still known for a while; /stop forgets it, as all else."""
    alex = api.person()
    async with door_in(api, kept, "en", EASY) as application:
        await chooses(alex, EASY)
        await api.all_confirmed()
        entry = the_door(application).drafts.get(alex.id)
        assert entry
        assert entry.language == EASY
        await alex.says("/stop")
        await alex.hears()
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
        await alex.says("/start")
        await alex.hears("Hello! This is")


async def test_a_language_is_chosen_in_the_middle_and_no_word_is_lost(api: BotApi, kept: Kept) -> None:
    """The step is shown again in the other language, with the words that were written."""
    alex, say = api.person(), words_in(EASY)
    async with door_in(api, kept, "en", EASY):
        await alex.says(WORDS)
        await alex.hears("I have this message of yours")
        await alex.says("/language")
        await alex.hears("Which language", "one language")
        await alex.taps(say(NAME))
        await alex.hears(
            first_line(EASY, "bot-kind-early"), first_line(EASY, "bot-hello-early", deployment="Care voice")
        )
        await alex.says("/language english")
        await alex.hears("I have your words so far")


async def test_with_one_language_nothing_is_offered(api: BotApi, kept: Kept) -> None:
    """No button, no command; who asks is told so."""
    alex = api.person(language="cy")
    async with door_in(api, kept, "en"):
        await alex.says("/start")
        await alex.hears("Hello! This is")
        assert len(alex.messages) == 1
        assert not any("Language" in label for label in alex.screen.buttons)
        await alex.says("/language")
        await alex.hears("I only have one language here")
        await api.was_called("setMyDescription")
    assert [one["command"] for one in api.called("setMyCommands")[0].data["commands"]] == list(COMMANDS)
