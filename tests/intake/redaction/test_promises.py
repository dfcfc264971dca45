"""What holds for any text at all: offsets, placeholders, failing closed, and time."""

from __future__ import annotations

import re
import traceback
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.passage import LONGEST
from intake.raw import RawWords
from intake.redaction import Redaction, RedactionFailed, load_redactor
from intake.redaction import lexicon as lexicon_module
from intake.redaction.kinds import word_set

if TYPE_CHECKING:
    from storage.model import Span

from tests.cost import costs_less_than
from tests.intake.redaction.hiding import redact, the_redactor

SAID = sorted(
    word_set("my brother called Kieran Nowak Will kieran im 14 in Leeds leeds flat 3, Mill Lane @k_n 07700 900123 é")
    | {"\ufb01", "0\ufe0f\u20e3", "\u200b", "\n", ",", "."}
)
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(SAID), max_size=30).map(" ".join))
PLACEHOLDER = re.compile(r"\[[a-z][a-z' ]*(?: [0-9+-]+)?\]")
HOSTILE = [
    "A.B.'s RW, who ",
    "jo (my dog ",
    "2 weeks till im ",
    "siblings aged 4, 6, 7 and ",
    "marsh lane medical ",
    *("1", "1 ", "a", "A", " ", "a@", "@a", "((( ", "my ", "flat 1 ", "1 flat ", "\u200b", "0\ufe0f\u20e3", "\ufdfa"),
    *("a.", "a_", "a-", "'", "1/", "http://", "a dot ", "a dot b at ", "im 1 ", "im only ", "1 may ", "zero ", "Mr "),
    *(
        "Salford council ",
        "my council is ",
        "in care to Kent ",
        "x borough of ",
        "[name 1",
        "[age 16-17] ",
        "a 1 year old ",
    ),
    *("a  ", "\t", "*a", "*a* ", "_1 ", "_a b_", "~a", "11xx", "&#48;", "&amp", "&#", "x &nbsp;"),
    *("St ", "A School ", "of the ", "A street ", "John ", "john, ", "will ", "AB12 ", "ref: 12 ", "m1 ", "\x00", "x_"),
    *("\ud800", "number is ", "north ", "a 16 year old ", "twenty first of ", "N-", "\nJohn\n", "heol y ", "Al-A "),
    *(
        "seven ",
        "7,",
        "oh, ",
        "double ",
        'k"gmail',
        "x at y ",
        "live at 9 ",
        "address is a ",
        "address is ",
        "1st of the ",
    ),
    *(
        "ruby 10, ",
        "(x, 14",
        "x, 14",
        "x (",
        "flat b, ",
        "the house on ",
        "l20 3 ",
        "qq 1",
        "12 and a half ",
        "@@",
        "1, ",
    ),
    *(
        "a1b ",
        "ref a ",
        "ref is ",
        "on 1/1 ",
        "sat 1/1, ",
        "block a, ",
        "the A, street ",
        "no. 1 ",
        "x@y .",
        "a.a_",
        "5 5 ",
        "at A ",
        "the A ",
        "st a ",
        "home called oak ",
        "from new leaf hostel ",
        "school, A (",
        "oak & sons ",
        "holy trinity and st ",
        "University of ",
        "oak house ",
        "hull, ",
        "in deal ",
        "velvet-otter-plank-clinic-",
        "velvet\n> 2. otter\n> ",
        "velvet............. ",
        "".join(["age", "agency", "cycle", "clear", "ear"] * 3) + " ",
        "A estate ",
        "A & ",
        "A o' the ",
        "A & partners ",
        "nails by A ",
        "Monday A ",
        "at A Hull ",
        "out of xyz wood ",
    ),
    *(
        "im 1 ",
        "1, ",
        "x 1, ",
        "im a a, ",
        "ages of a ",
        "(1)",
        "1\n",
        "my son is 1 ",
        "twenty ",
        "turned 5 ",
        "are 1, ",
        "f/20, ",
        "xyz is 20 and ",
        "at 30 i am ",
        "now 20 but ",
    ),
    *("insta is ", "1.1.", "a@b.", "john-", "1 a street ", "at gmail dot ", "baby is only ", "im called ", "the "),
    *(
        "nie Xx wiem ",
        "nie",
        "nie ",
        "Mae X'",
        "\u044f\u043a ",
        "\u0623",
        "\u0647\u0640",
        "\u4e00",
        "\u0431\u044b\u0416-",
    ),
]


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Load the redactor before any test: Hypothesis times each example."""
    the_redactor()


def unmasked(raw: str, redaction: Redaction) -> str:
    """Return the pattern that the redacted text must match: the raw text with a placeholder for each span."""
    end = 0
    pieces: list[str] = []
    for span in redaction.spans:
        pieces += re.escape(raw[end : span.start]), PLACEHOLDER.pattern
        end = span.end
    return "".join(pieces) + re.escape(raw[end:])


@given(texts)
def test_the_text_is_the_raw_one_with_placeholders_for_spans(raw: str) -> None:
    """`spans` is exactly what the text hides."""
    redaction = redact(raw)
    assert re.fullmatch(unmasked(raw, redaction), redaction.words.text)


@given(texts)
def test_spans_are_sorted_disjoint_and_apart_from_suggestions(raw: str) -> None:
    """No two spans share a code point, and none is empty or out of bounds."""
    redaction = redact(raw)
    spans: list[Span] = sorted(redaction.spans + redaction.suggestions)
    assert list(redaction.spans) == sorted(redaction.spans)
    assert all(0 <= span.start < span.end <= len(raw) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(texts)
def test_counts_say_how_many_of_each_label_are_hidden(raw: str) -> None:
    """The counts kept with the words agree with the spans."""
    redaction = redact(raw)
    labels = [span.label for span in redaction.spans]
    assert dict(redaction.words.hidden) == {label: labels.count(label) for label in labels}


@given(
    st.lists(
        st.sampled_from(["Kieran", "kieran", "Nowak", "Zofia", "Leeds", "leeds", "says", "and", "in"]), max_size=20
    )
)
def test_a_hidden_word_is_nowhere_left(words: list[str]) -> None:
    """What was hidden once, and is no everyday word, stands nowhere else in the text."""
    raw = " ".join(words)
    redaction = redact(raw)
    gone = {part for span in redaction.spans for part in raw[span.start : span.end].lower().split()}
    assert not gone & set(redaction.words.text.lower().split())


@given(texts)
def test_what_is_redacted_twice_is_as_if_redacted_once(raw: str) -> None:
    """Placeholders are never taken for names: nothing in them is hidden again."""
    placeholders = "[name 1] [place] [organisation] [phone] [age] [date] [number]"
    assert redact(placeholders).words.text == placeholders
    assert redact(raw).words.text == redact(raw).words.text


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 Kieran \udfff", "\u200b", "İ ﬁ ß ½"])
def test_odd_text_is_no_failure(text: str) -> None:
    """Empty text, NULs and lone surrogates are redacted like any other."""
    assert "Kieran" not in redact(text).words.text


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    """The longest text that is taken costs under a second, whatever it says: no pattern runs away."""
    text = (piece * LONGEST)[:LONGEST]
    assert costs_less_than(1, lambda: redact(text))


def test_it_fails_closed_when_its_time_is_over() -> None:
    """Without time nothing is redacted, and nothing comes back."""
    with pytest.raises(RedactionFailed):
        load_redactor(seconds=-1).redact(RawWords("Kieran"))


def test_a_failure_never_carries_the_words() -> None:
    """Neither the message nor cause, context or traceback repeats what was being redacted."""
    with pytest.raises(RedactionFailed) as caught:
        load_redactor(seconds=-1).redact(RawWords("anidohpaZ"[::-1]))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    said = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert said.count("phodina") == 0


def test_a_missing_list_is_said_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """A redactor without its lists never starts."""
    monkeypatch.setattr(lexicon_module, "LISTS", tmp_path)
    with pytest.raises(RedactionFailed, match="list"):
        load_redactor()
