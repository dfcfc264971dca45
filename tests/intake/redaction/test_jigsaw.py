"""Words that could point to somebody although no name is left are noticed, and ordinary words are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.passage import LONGEST
from intake.raw import RawWords
from intake.redaction import jigsaw
from intake.redaction.jigsaw import RULES
from intake.redaction.text import read_text
from intake.wishes import Wishes
from storage.model import Jigsaw
from tests.cost import costs_less_than
from tests.intake.redaction.hiding import redact, the_redactor

WRITTEN = [
    tuple(message.strip().split(": ", 1))
    for message in (Path(__file__).parent / "jigsaw.txt").read_text("utf-8").split("\n---\n")
]
TELLING = [(labels, text) for labels, text in WRITTEN if labels != "-"]
ORDINARY = [text for labels, text in WRITTEN if labels == "-"]
FOUND = 0.9  # of what tells; some of it no pattern will ever see


def said(text: str) -> set[str]:
    """Return the reasons that are given for `text`."""
    return {reason.value for reason in redact(text).words.jigsaw}


def test_most_of_what_could_point_to_somebody_is_noticed() -> None:
    """Whatever the voice it is said in, and with the reason that a person would give."""
    noticed = [text for labels, text in TELLING if said(text) >= set(labels.split()) - {"any"} and said(text)]
    assert len(noticed) >= FOUND * len(TELLING)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_left_in_peace(text: str) -> None:
    """A warning that comes for nothing is one that nobody reads when it matters."""
    assert said(text) == set()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("im the only afghan girl at my school", Jigsaw.ONLY),
        ("I\u2019m the ONLY Afghan girl at Oakfield School", Jigsaw.ONLY),
        ("my brothers are 3, 5 and 8", Jigsaw.FAMILY),
        ("i am deaf and i live in a village", Jigsaw.BACKGROUND),
        ("i was head girl", Jigsaw.ROLE),
        ("it was in the paper what he did to me", Jigsaw.EVENT),
    ],
)
def test_each_reason_is_given(text: str, reason: Jigsaw) -> None:
    """Both who writes and who checks are told why."""
    assert reason in redact(text).words.jigsaw


def test_a_hidden_place_narrows_as_much_as_one_that_is_read() -> None:
    """Whoever knows somebody knows where they live: hiding it from others is not enough."""
    assert "[place]" in redact("im the only black kid in Barnsley").words.text
    assert redact("im the only black kid in Barnsley").words.jigsaw == (Jigsaw.ONLY,)


def test_nothing_is_said_twice_and_in_one_order() -> None:
    """However often a message says it, the reason is given once."""
    text = "my twin and me. my twin again. im the only girl in our home. head girl too. my twin"
    assert redact(text).words.jigsaw == (Jigsaw.ONLY, Jigsaw.FAMILY, Jigsaw.ROLE)


def test_what_a_writer_hides_gives_nothing_away() -> None:
    """A writer who takes the telling words out is not warned again."""
    wishes = Wishes(hide=(RawWords("only girl"),))
    assert redact("im the only girl in our home").words.jigsaw
    assert the_redactor().redact(RawWords("im the only girl in our home"), wishes).words.jigsaw == ()


def test_unseen_characters_and_odd_quotes_change_nothing() -> None:
    """People's phones put them there."""
    assert redact("i\u2019m the on\u200bly girl in  our\nhome \ufb01").words.jigsaw == (Jigsaw.ONLY,)


ALL = sorted(RULES)
HOSTILE = [
    *(
        "only ",
        "only girl in ",
        "only one ",
        "me 1, ",
        "my brothers 1, 2, ",
        "one of ",
        "in the ",
        "im deaf, ",
        "deaf ",
    ),
    *(
        "black kid ",
        "from iran ",
        "head ",
        "chair of a ",
        "trial the ",
        "[name] ",
        "twin ",
        "a syndrome ",
        "- syndrome",
    ),
    *("nobody at a ", "kid died in the ", "won the a a ", "£1,000 compensation ", "on the news ", "a", "\n", "'"),
    *(" ".join(ALL[start::20]) + " " for start in range(20)),
]


@pytest.mark.parametrize("again", HOSTILE)
def test_it_is_cheap_whatever_is_repeated(again: str) -> None:
    """A hundred thousand characters of anything take a small part of the redactor's time."""
    text = read_text((again * LONGEST)[:LONGEST], lambda _: 0)
    assert costs_less_than(0.25, lambda: jigsaw.find(text, ()))
