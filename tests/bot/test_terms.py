"""Words cut out of a message for their writer: found again by the redactor, never printed, and cheap to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.decisions import Decision
from bot.draft import Draft
from bot.terms import asked, hideable, is_readable, listed, placeholders, plainly, showable, stand_in, term
from bot.wishing import wishes
from intake.clean import clean
from intake.passage import Preview
from intake.raw import RawWords
from tests.bot.doubting import Doubts
from tests.bot.talking import redactor
from tests.cost import costs_less_than
from tests.hostile.strings import STRINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.decisions import What


def preview(text: str, *decisions: Decision) -> Preview:
    """Return a message as it would be kept after some decisions."""
    words = clean(RawWords(text))
    return Preview(words, redactor().redact(words, wishes(Draft(decisions=decisions), ())))


def decided(what: What, text: str) -> Decision:
    """Return a decision about a word."""
    return Decision(what, RawWords(text))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("my mum\u2019s cat", "Mum's"),
        ("the caf\u00e9 was shut", "CAFE"),
        ("the pur\u200bple gate", "purple gate"),
        ("“gate”, they said", "gate."),
        ("the well known gate", "well-known"),
    ],
)
def test_however_it_is_typed_it_is_found_and_hidden(text: str, typed: str) -> None:
    """Quotes, accents, invisible letters, hyphens and stops make no difference."""
    assert stand_in(RawWords(text), RawWords(typed))
    hides = Decision("hide", plainly(RawWords(typed)))
    assert "[hidden]" in preview(text, hides).redaction.words.text
    assert not is_readable(preview(text, hides), RawWords(typed))


def test_a_whole_paragraph_is_no_term() -> None:
    """To look for it would keep others waiting: whoever typed it is asked what they meant."""
    assert stand_in(RawWords("very " * 100), RawWords("very " * 12))
    assert not stand_in(RawWords("very " * 100), RawWords("very " * 13))


@pytest.mark.parametrize("text", ["", " ", "...", "🙂", "\u200b"])
def test_what_holds_no_word_is_found_nowhere(text: str) -> None:
    """So it is asked about, and hides nothing."""
    assert not stand_in(RawWords("the flat was damp ... 🙂"), RawWords(text))


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_is_offered_can_be_hidden_or_shown(text: str) -> None:
    """Of any text: a word that is offered is found by the redactor, and has a label to be seen."""
    made = preview(f"Karolina was damp {text}") if text.strip() else preview("Karolina was damp")
    for one in hideable(made):
        assert one.shown.strip()
        assert is_readable(made, one.words)
    for one in showable(made):
        assert one.shown.strip()
        assert "shown" not in repr(one)


def test_the_last_decision_counts() -> None:
    """Hidden and shown is shown, shown and hidden is hidden, and what is no question any more changes nothing."""
    text = "Karolina went through the gate"
    ways = {
        ("hide gate", "show gate"): "[name 1] went through the gate",
        ("show Karolina", "hide karolina"): "[name 1] went through the gate",
        ("hide gate", "show gate", "hide gate"): "[name 1] went through the [hidden]",
        ("plain gate",): "[name 1] went through the gate",
    }
    for way, reads in ways.items():
        decisions = [decided(*one.split(" ")) for one in way]  # type: ignore[arg-type]
        assert preview(text, *decisions).redaction.words.text == reads


async def test_a_question_shows_redacted_words_alone() -> None:
    """What is hidden beside a word is hidden in the question about it, and in long words as well."""
    words = RawWords(f"Karolina gate Moston {'x' * 3000}gate")
    made = Preview(words, await Doubts(("gate",)).redact(words))
    (question,) = asked(made, ())
    assert "Karolina" not in question.near
    assert "gate" in question.near
    assert len(question.near) < 100
    assert asked(made, (decided("plain", "Gate"),)) == ()


def test_what_was_typed_in_brackets_is_no_placeholder() -> None:
    """Only what the redactor put there is."""
    made = preview("[hidden] and Karolina [x]")
    assert [made.redaction.words.text[start:end] for start, end in placeholders(made)] == ["[name 1]"]


def test_a_list_is_read_as_people_type_it() -> None:
    """With commas, "and", lines and stops; one without an end is no list."""
    typed = RawWords("gate, the bus and  Tom.\nflat;")
    assert [one.reveal() for one in listed(typed)] == ["gate", "the bus", "Tom", "flat"]
    assert listed(RawWords("a, " * 50)) == ()


def test_a_label_is_short() -> None:
    """Whatever was typed."""
    assert len(term(RawWords("x" * 4000)).shown) == 20


COSTLY: dict[str, Callable[[str], object]] = {
    "list": lambda text: listed(RawWords(text)),
    "brackets": lambda text: placeholders(preview_of(text)),
    "hideable": lambda text: hideable(preview_of(text)),
    "readable": lambda text: is_readable(preview_of(text), RawWords("a")),
    "find": lambda text: stand_in(RawWords(text), RawWords(text)),
}


def preview_of(text: str) -> Preview:
    """Return a preview in which nothing is hidden."""
    words = RawWords(text)
    return Preview(words, redactor().redact(RawWords("x")))


@pytest.mark.parametrize(
    "text", ["a " * 50_000, "[" * 100_000, "[a" * 50_000, "a, " * 33_333, " and" * 25_000, "é" * 100_000]
)
@pytest.mark.parametrize("what", COSTLY)
def test_long_texts_cost_little(what: str, text: str) -> None:
    """However a hundred thousand characters are made up."""
    assert costs_less_than(0.5, lambda: COSTLY[what](text))
