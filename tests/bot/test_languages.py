"""Each person talks with the bot in the language that they choose, and nobody remembers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.meaning import plain
from bot.menu import COMMANDS
from tests.bot.in_languages import door_in, words_in
from tests.bot.over_http import the_door
from tests.bot.polling import QUICK
from tests.bot.talking import code_in
from tests.fakes.faults import refused

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


@pytest.mark.parametrize("language", [EASY, "cy", "ar"])
async def test_a_whole_voice_in_each_language(api: BotApi, kept: Kept, language: str) -> None:
    """From the language button to the receipt, its status and its withdrawal."""
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


LETTERS = {"cy": re.compile(r"\b(dy|yn|wyt|mae|os|neu)\b"), "ar": re.compile("[\u0621-\u064a]")}


@pytest.mark.parametrize("language", ["cy", "ar"])
async def test_every_screen_of_the_main_path_is_in_the_language(api: BotApi, kept: Kept, language: str) -> None:
    """Once it was chosen no screen falls back to English, and the first says that nobody has checked it yet."""
    alex, say = api.person(), words_in(language)
    async with door_in(api, kept, "en", language):
        await chooses(alex, language)
        assert say("bot-unchecked").splitlines()[0] in alex.screen.text
        await alex.taps(say("bot-kind-idea"))
        await alex.hears(say("bot-theme"))
        await alex.taps(say.named("Money"))
        await alex.hears(first_line(language, "bot-words"))
        await alex.says("/help")
        await alex.hears(first_line(language, "bot-help"))
        await alex.says("Arian / مال")
        await alex.hears(first_line(language, "bot-words-more"))
        await alex.says("/privacy")
        await alex.hears()
        await api.all_confirmed()
    others = [shown.text for shown in alex.messages[1:-1]]
    assert [text for text in others if not LETTERS[language].search(text)] == []


DONE = {"cy": ("Wedi gorffen!", "anfona fe", "Diolch"), "ar": ("خلاص", "ارسلها", "شكراً")}


@pytest.mark.parametrize(("language", "typed"), DONE.items())
def test_who_types_that_they_are_done_is_understood_in_their_language(language: str, typed: tuple[str, ...]) -> None:
    """To be done, to send and to say thanks, as people type it."""
    say = words_in(language)
    for name, text in zip(("done", "send", "thanks"), typed, strict=True):
        assert plain(say(f"bot-answers-{name}"), text)


async def test_what_went_wrong_is_said_in_the_language_and_cleared_with_the_chat(api: BotApi, kept: Kept) -> None:
    """Who chose a language reads an apology in it, and it leaves the chat with all else."""
    alex, say = api.person(), words_in("cy")
    async with door_in(api, kept, "en", "cy"):
        await chooses(alex, "cy")
        api.fail("sendMessage", *[refused(400, "Bad Request: wrong")] * (len(QUICK.ours) + 1))
        await alex.says("/help")
        await alex.hears(say("bot-sorry"))
        await alex.says("/clear")
        await alex.hears(first_line("cy", "bot-clear"))
        await alex.taps(say("bot-button-clear-most"))
        await alex.hears(first_line("cy", "bot-cleared-all"))
    assert say("bot-sorry") not in [shown.text for shown in alex.messages]


async def test_telegram_s_language_is_offered_in_itself(api: BotApi, kept: Kept) -> None:
    """To who begins, if it is switched on; whoever goes on without it is not asked again, and nothing of it is kept."""
    alex, say = api.person(language="cy"), words_in("cy")
    async with door_in(api, kept, "en", "cy") as application:
        await alex.says("/start")
        await alex.hears("Hello! This is")
        assert alex.messages[0].text == say("bot-language-offer")
        await alex.taps("An idea")
        await alex.hears("mostly about")
        assert sum(shown.text == say("bot-language-offer") for shown in alex.messages) == 1
        await api.all_confirmed()
        assert "cy" not in repr(the_door(application).drafts.get(alex.id))
        await alex.taps_data("-.language.cy", alex.messages[0])
        await alex.hears(say("bot-theme"))


async def test_the_menu_speaks_each_language_that_telegram_knows(api: BotApi, kept: Kept) -> None:
    """The main one for everybody, others by their two letters; those that are not offered are taken away."""
    async with door_in(api, kept, "en", EASY, "ar"):
        await api.was_called("setMyDescription", 4)
    commands = {call.data.get("language_code"): call.data["commands"] for call in api.called("setMyCommands")}
    assert {code: one[0]["description"] for code, one in commands.items()} == {
        None: words_in("en")("bot-command-start"),
        "ar": words_in("ar")("bot-command-start"),
    }
    assert "language" in {one["command"] for one in commands[None]}
    gone = {call.data["language_code"] for call in api.called("deleteMyCommands")}
    assert gone == {"cy", "en"}
    descriptions = {call.data.get("language_code"): call.data["description"] for call in api.called("setMyDescription")}
    assert {code: bool(text) for code, text in descriptions.items()} == {
        None: True,
        "ar": True,
        "cy": False,
        "en": False,
    }


async def test_a_yes_is_understood_in_arabic(api: BotApi, kept: Kept) -> None:
    """With its own comma and question mark, and its own digits for an age."""
    alex, say = api.person(), words_in("ar")
    async with door_in(api, kept, "ar", "en"):
        await alex.says("/start")
        await alex.hears(say("bot-kind-feedback"), "999")
        await alex.taps(say("bot-button-under-16"))
        await alex.hears(first_line("ar", "bot-under-16"))
        await alex.says("نعم!")
        await alex.hears(say("bot-kind"))


def test_latin_keeps_its_direction_in_arabic() -> None:
    """Names, commands and phone numbers are isolated; what people copy has no invisible character in it."""
    say = words_in("ar")
    assert "\u2068/withdraw\u2069" in say("bot-code-use")
    assert "\u2068Childline\u2069" in say("bot-helpline", name="Childline", how="call 0800 1111")
    assert "\u20680800 1111\u2069" in say("bot-helpline", name="Childline", how="call 0800 1111")
    lines = say("bot-help-commands").splitlines()
    assert "\u200f\u2068/start\u2069 - أخبرنا بشيء" in lines
    link = "https://t.me/care_voice_bot?start=plum-river-candle-seven-moss"
    assert say("bot-code-link", link=link).splitlines()[-1] == link
    assert not {"\u2068", "\u2069"} & set(words_in("cy")("bot-code-use"))


async def test_who_chooses_a_language_when_asked_for_a_code_writes_words(api: BotApi, kept: Kept) -> None:
    """What they type next is meant for the screen that they see now."""
    alex = api.person()
    async with door_in(api, kept, "en", EASY):
        await alex.says("/status")
        await alex.hears("send me the code")
        await alex.says("/language easy read")
        await alex.hears(first_line(EASY, "bot-hello", deployment="Care voice"))
        await alex.says("Taster flats help")
        await alex.hears(first_line(EASY, "bot-kind-early"))
