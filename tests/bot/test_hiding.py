"""What a writer does with single words before Send: hides more, shows again, answers, and takes all of it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.decisions import MOST as MOST_DECISIONS
from bot.draft import Step
from storage.model import Consent
from tests.bot.doubting import Doubts
from tests.bot.talking import Kept, Talker, talk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

WORDS = "Will laughed by the purple gate in Moston. Karolina, 17, lives at 12 Acacia Road. ring 07700 900123"
KEPT = "Will laughed by the purple gate in [place]. [name 1], [age 16-17], lives at [address]. ring [phone]"
WAYS_TO_REACH = ("07700 900123", "12 Acacia", "k@example.org", "@little_kay99", "M14 5TP", "www.example.org/me")


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Talker]:
    """Give somebody whose redactor is never sure about Will."""
    kept = Kept(tmp_path / "asked", Doubts(("Will",)))
    yield talk(kept)
    await kept.writer.close()


async def previewed(alex: Talker, *words: str) -> None:
    """Walk to the preview of some words."""
    await alex.gets_to("words")
    for each in words or (WORDS,):
        await alex.types(each)
    await alex.presses("Done")


def shown(alex: Talker) -> str:
    """Return the words as the last screen quotes them."""
    mark = next(mark for mark in alex.screens[-1].marks if mark.how == "quote")
    return alex.screens[-1].text[mark.start : mark.end]


async def sent(alex: Talker) -> None:
    """Go from wherever words are hidden to Send."""
    for label in ("Done", "don't quote", "Send"):
        if label in str(alex.labels):
            await alex.presses(label)


def stored(kept: Kept) -> list[str]:
    """Return the words of every voice that is kept."""
    return [voice.words.text for voice in kept.all() if voice.words]


# The preview.


async def test_what_was_hidden_stands_out(alex: Talker) -> None:
    """Every placeholder is bold within the quote; what somebody typed in brackets is not."""
    await previewed(alex, f"{WORDS} [so what]")
    screen = alex.screens[-1]
    bold = [screen.text[mark.start : mark.end] for mark in screen.marks if mark.how == "bold"]
    assert shown(alex) == f"{KEPT} [so what]"
    assert bold == ["[place]", "[name 1]", "[age 16-17]", "[address]", "[phone]"]


async def test_the_preview_is_no_wall_of_buttons(asked: Talker) -> None:
    """Three answers about use, one row about words, one for a question at most, and the foot."""
    await previewed(asked)
    assert len(asked.screens[-1].buttons) <= 6
    await asked.presses("Not a name")
    assert [len(row) for row in asked.screens[-1].buttons] == [1, 1, 1, 3, 3]


async def test_nothing_to_show_is_not_offered(alex: Talker) -> None:
    """Who has nothing hidden that may be shown sees no button for it; typed all the same, it says so."""
    await previewed(alex, "the bus was late. ring 07700 900123")
    assert "Show a word" not in alex.labels
    await alex.types("show a word")
    assert "nothing hidden that can show again" in alex.reads


# Hiding more.


async def test_a_tapped_word_is_hidden_everywhere(alex: Talker, kept: Kept) -> None:
    """At once, as it will be kept, and however it was written."""
    await previewed(alex, "the purple gate and the PURPLE wall")
    await alex.presses("Hide more")
    await alex.presses("purple")
    assert shown(alex) == "the [hidden] gate and the [hidden] wall"
    assert "purple" not in alex.labels
    await sent(alex)
    assert stored(kept) == ["the [hidden] gate and the [hidden] wall"]


@pytest.mark.parametrize("typed", ["purple gate", "PURPLE GATE!", "gate, purple", "purple and gate", "purple\ngate"])
async def test_typed_words_are_hidden(alex: Talker, kept: Kept, typed: str) -> None:
    """One after the other, or as a list; they are no part of the voice."""
    await previewed(alex)
    await alex.presses("Hide more")
    await alex.types(typed)
    assert "Hidden now" in alex.reads
    assert "purple" not in shown(alex)
    assert "gate" not in shown(alex)
    await sent(alex)
    assert stored(kept)[0].replace("[hidden] [hidden]", "[hidden]") == KEPT.replace("purple gate", "[hidden]")


async def test_what_is_hidden_already_is_said_to_be(alex: Talker) -> None:
    """And stays what it was: a name is still a name."""
    await previewed(alex)
    await alex.presses("Hide more")
    await alex.types("karolina")
    assert "hidden already" in alex.reads
    assert shown(alex) == KEPT
    assert alex.begun.decisions == ()


async def test_what_is_not_in_the_words_is_asked_about(alex: Talker, kept: Kept) -> None:
    """A yes, by button or typed, makes it part of the voice."""
    for yes in (lambda: alex.presses("Yes, add it"), lambda: alex.types("yes")):
        alex.draft = None
        await previewed(alex)
        await alex.presses("Hide more")
        await alex.types("my worker never rings me")
        assert "I can't find that in your words" in alex.reads
        assert len(alex.begun.parts) == 1
        await yes()
        await sent(alex)
    assert stored(kept) == [f"{KEPT}\n\nmy worker never rings me"] * 2


async def test_a_no_leaves_it_out_and_goes_on_hiding(alex: Talker, kept: Kept) -> None:
    """A slip of the finger is no part of anybody's voice."""
    await previewed(alex)
    await alex.presses("Hide more")
    await alex.types("purpel")
    await alex.presses("No, leave it out")
    await alex.types("purple")
    await sent(alex)
    assert stored(kept) == [KEPT.replace("purple", "[hidden]")]


async def test_what_nobody_decided_about_is_asked_about_again(alex: Talker) -> None:
    """Who goes on without an answer sees that it isn't in their words, before they send them."""
    await previewed(alex)
    await alex.presses("Hide more")
    number = await alex.types("my worker never rings me")
    await alex.presses("Done")
    assert "It is not in the words above" in alex.reads
    await alex.presses("Yes, add it")
    assert alex.begun.has(number)


async def test_a_mistyped_word_can_be_edited(alex: Talker) -> None:
    """The edit is taken as the word to hide."""
    await previewed(alex)
    await alex.presses("Hide more")
    number = await alex.types("purpel")
    await alex.edits(number, "purple")
    assert "purple" not in shown(alex)
    assert alex.begun.aside == ()


async def test_somebody_at_risk_is_never_asked_what_they_meant(alex: Talker) -> None:
    """Helplines come at once, and the words are part of the voice."""
    await previewed(alex)
    await alex.presses("Hide more")
    number = await alex.types("i want to die")
    assert "call 0800 1111" in alex.reads
    assert alex.begun.has(number)


@pytest.mark.parametrize("out", ["Done", "done", "/back", "back"])
async def test_there_is_a_way_out(alex: Talker, out: str) -> None:
    """By button or typed; what is typed after that is part of the voice."""
    await previewed(alex)
    await alex.presses("Hide more")
    await (alex.presses(out) if out == "Done" else alex.types(out))
    assert alex.begun.step is Step.PREVIEW
    await alex.types("purple")
    assert len(alex.begun.parts) == 2


async def test_words_after_a_command_go_on_being_words(alex: Talker) -> None:
    """Who looked at help while hiding comes back to it; who wrote behind it has written."""
    await previewed(alex)
    await alex.presses("Hide more")
    await alex.types("/help")
    await alex.presses("Carry on")
    assert "Which words should I hide?" in alex.reads
    await alex.types("/help my flat is damp")
    assert len(alex.begun.parts) == 2


async def test_of_many_words_those_that_stand_out_are_offered(alex: Talker) -> None:
    """By pages, each with at most so many; any other word can be typed."""
    places = [
        "Door",
        "Bus",
        "Flat",
        "Road",
        "Shop",
        "School",
        "Kitchen",
        "Garden",
        "Office",
        "Hall",
        "Stairs",
        "Window",
    ]
    places += ["Table", "Chair", "Bed", "Phone", "Letter", "Money", "Food", "Water", "Light", "Music", "Game", "Book"]
    await previewed(alex, f"we walked and talked about the {' and the '.join(places)}")
    await alex.presses("Hide more")
    assert "walked" not in alex.labels
    first = [label for label in alex.labels if label in places]
    await alex.presses("More words")
    second = [label for label in alex.labels if label in places]
    assert (len(first), first + second) == (18, places)
    await alex.presses("Book")
    assert "Words before" in alex.labels  # it stays at its page
    await alex.types("walked")
    assert "walked" not in shown(alex)


# Showing again.


async def test_what_was_hidden_without_need_is_shown(alex: Talker, kept: Kept) -> None:
    """A place, an age, a name that is none; it is said whose must stay hidden."""
    await previewed(alex)
    await alex.presses("Show a word")
    assert "names of people must stay hidden" in alex.reads
    assert {"Moston", "Karolina", "17"} <= set(alex.labels)
    await alex.presses("Moston")
    assert "Shows again: “Moston”" in alex.reads
    await sent(alex)
    assert stored(kept) == [KEPT.replace("[place]", "Moston")]


@pytest.mark.parametrize("reached_by", WAYS_TO_REACH)
async def test_ways_to_reach_somebody_are_never_offered(alex: Talker, reached_by: str) -> None:
    """Nor anything else on their page than what may be shown."""
    await previewed(alex, f"Karolina said that it is {reached_by} still")
    await alex.presses("Show a word")
    assert alex.labels == ["Karolina", "Done", "Help", "Stop"]


async def test_what_the_deployment_always_hides_stays_hidden(tmp_path: Path) -> None:
    """Its list comes first, and the writer is told."""
    from intake.redaction.engine import load_redactor  # noqa: PLC0415
    from intake.redaction.process import SameProcess  # noqa: PLC0415

    kept = Kept(tmp_path, SameProcess(load_redactor(hide=["purple gate"], seconds=20)))
    alex = talk(kept)
    await previewed(alex)
    await alex.presses("Show a word")
    await alex.presses("purple gate")
    assert "always stays hidden here" in alex.reads
    assert "purple" not in shown(alex)
    assert alex.begun.decisions == ()
    await kept.writer.close()


# Questions.


async def test_a_possible_name_is_asked_about(asked: Talker) -> None:
    """With the words around it; a yes hides it, a no leaves it, and neither is asked again."""
    for answer, reads in (("Hide “Will”", "[hidden] laughed"), ("Not a name", "Will laughed")):
        asked.draft = None
        await previewed(asked)
        assert "is “Will” a name here? “Will laughed by the purple" in asked.reads
        await asked.presses(answer)
        assert shown(asked).startswith(reads)
        assert "I'm not sure" not in asked.reads
        assert asked.begun.step is Step.PREVIEW


@pytest.mark.parametrize(
    ("typed", "reads"), [("yes", "[hidden] laughed"), ("nope", "Will laughed"), ("not a name", "Will laughed")]
)
async def test_the_question_can_be_answered_by_typing(asked: Talker, typed: str, reads: str) -> None:
    """A plain yes or no is enough."""
    await previewed(asked)
    await asked.types(typed)
    assert shown(asked).startswith(reads)
    assert len(asked.begun.parts) == 1


async def test_nobody_has_to_answer(tmp_path: Path) -> None:
    """Five taps are enough; who checks the voice sees what was asked."""
    kept = Kept(tmp_path, Doubts(("Will",)))
    alex = talk(kept)
    await previewed(alex)
    for label in ("don't quote", "Send"):
        await alex.presses(label)
    assert alex.taps == 5
    (voice,) = kept.all()
    assert voice.words
    assert [voice.words.text[span.start : span.end] for span in voice.words.suggestions] == ["Will"]
    await kept.writer.close()


# Taking it back, and what stays.


@pytest.mark.parametrize("page", ["Hide more", "Show a word"])
async def test_every_change_can_be_taken_back(asked: Talker, page: str) -> None:
    """One after the other, back to the words as the computer left them."""
    await previewed(asked)
    await asked.presses("Hide “Will”")
    await asked.presses("Hide more")
    await asked.types("gate")
    await asked.presses("Done")
    await asked.presses("Show a word")
    await asked.presses("Moston")
    await asked.presses("Done")
    await asked.presses(page)
    for left in range(3):
        assert "Undo" in asked.labels, left
        await asked.presses("Undo")
    assert "Undo" not in asked.labels
    assert shown(asked) == KEPT


async def test_a_word_that_was_hidden_can_be_shown_and_the_other_way_round(alex: Talker) -> None:
    """Each list holds what the other page did."""
    await previewed(alex)
    await alex.presses("Hide more")
    await alex.presses("purple")
    await alex.presses("Done")
    await alex.presses("Show a word")
    await alex.presses("purple")
    await alex.presses("Moston")
    await alex.presses("Done")
    await alex.presses("Hide more")
    await alex.presses("Moston")
    assert shown(alex) == KEPT


async def test_showing_a_word_shows_no_other_that_it_holds_by_chance(alex: Talker) -> None:
    """The letters of moss stand in Mossley: it stays hidden all the same."""
    await previewed(alex, "the moss in Mossley")
    await alex.presses("Hide more")
    await alex.presses("moss")
    await alex.presses("Done")
    await alex.presses("Show a word")
    await alex.presses("Mossley")
    assert shown(alex) == "the [hidden] in Mossley"


async def test_edits_and_further_messages_keep_what_was_wanted(alex: Talker) -> None:
    """Where it still applies: the word is hidden in the new words as well."""
    await alex.gets_to("words")
    number = await alex.types(WORDS)
    await alex.presses("Done")
    await alex.presses("Hide more")
    await alex.presses("purple")
    await alex.presses("Done")
    await alex.edits(number, "by the purple door")
    assert shown(alex) == "by the [hidden] door"
    await alex.types("under the purple rain")
    await alex.presses("Done")
    assert shown(alex) == "by the [hidden] door\n\nunder the [hidden] rain"


async def test_every_change_asks_anew_how_the_words_may_be_used(asked: Talker, kept: Kept) -> None:
    """No answer given below other words counts, and no Send goes past that."""
    await previewed(asked)
    old = [one for row in asked.screens[-1].buttons for one in row]
    await asked.presses("and quote")
    send = asked.button("Send")
    await asked.presses_again(next(one for one in old if "Not a name" in one.label))
    assert asked.begun.consent is None
    await asked.presses_again(send)
    assert "look at your words first" in asked.reads
    await asked.presses_again(next(one for one in old if "and quote" in one.label))
    assert asked.begun.consent is None
    await asked.presses("and quote")
    assert asked.begun.consent is Consent.QUOTE
    assert kept.all() == []


async def test_old_buttons_hide_and_show_nothing(alex: Talker) -> None:
    """Made for the words as they were, they only show where we are; so does a second press."""
    await previewed(alex)
    await alex.presses("Hide more")
    gate, purple = alex.button("gate"), alex.button("purple")
    await alex.presses_again(purple)
    after = alex.begun.decisions
    for button in (gate, purple):
        await alex.presses_again(button)
        assert alex.begun.decisions == after
    await alex.types("and another thing")
    await alex.presses("Yes, add it")
    await alex.presses_again(gate)
    assert alex.begun.decisions == after


async def test_there_is_an_end_to_what_is_remembered(alex: Talker) -> None:
    """It is said, and nothing before it is lost."""
    await previewed(alex, "the purple gate")
    await alex.presses("Hide more")
    for _ in range(MOST_DECISIONS // 2):
        await alex.presses("purple")
        await alex.presses("Done")
        await alex.presses("Show a word")
        await alex.presses("purple")
        await alex.presses("Done")
        await alex.presses("Hide more")
    await alex.presses("purple")
    assert "more than I can remember" in alex.reads
    assert len(alex.begun.decisions) == MOST_DECISIONS
    assert shown(alex) == "the purple gate"


async def test_no_button_sends_a_word(asked: Talker) -> None:
    """What goes back holds a token, a number and a place in a list; the labels alone are for the writer's eyes."""
    await previewed(asked)
    seen = list(asked.screens)
    for page in ("Hide more", "Show a word"):
        await asked.presses(page)
        seen += asked.screens
        await asked.presses("Done")
    buttons = [one for screen in seen for row in screen.buttons for one in row]
    assert any("Karolina" in one.label for one in buttons)
    words = {word.casefold() for word in WORDS.split() if word.isalpha()}  # numbers stand in a token too
    for one in buttons:
        assert len(one.data.encode()) <= 64
        assert not words & set(re.split("[^a-z]+", one.data.casefold()))
        assert "Karolina" not in repr(one)
