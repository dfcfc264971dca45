"""What a writer wants of their own words: more hidden, or something readable after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from intake.raw import RawWords
from intake.redaction import load_redactor
from intake.redaction.process import OwnProcess
from intake.redaction.settle import join
from intake.redaction.settle import wish as found_or_asked
from intake.wishes import Wishes
from storage.model import Label, Span
from tests.intake.redaction.hiding import the_redactor

if TYPE_CHECKING:
    from intake.redaction import Redaction

WORDS = "Karolina took us to Moston, by the purple gate. karolina laughed. Ring 07700 900123 or m@example.org"


def wish(text: str, *, hide: str = "", show: str = "") -> Redaction:
    """Redact `text` for somebody who wants these words hidden or shown; commas between."""
    hidden, shown = (tuple(map(RawWords, filter(None, terms.split(",")))) for terms in (hide, show))
    wishes = Wishes(hidden, shown)
    return the_redactor().redact(RawWords(text), wishes)


def test_what_a_writer_wants_hidden_is_hidden_everywhere() -> None:
    """In any case, in every place, one word or several, and counted as hidden by a person."""
    said = wish("the Purple gate. no other purple gate", hide="purple gate").words
    assert said.text == "the [hidden]. no other [hidden]"
    assert [(label.value, count) for label, count in said.hidden] == [("HIDDEN", 2)]


def test_what_points_to_nobody_can_be_shown_again() -> None:
    """In every place where it was hidden; the moderator is asked about each."""
    said = wish(WORDS, show="Karolina,moston")
    assert said.words.text.startswith("Karolina took us to Moston, by the purple gate. karolina laughed.")
    asked = {said.words.text[span.start : span.end] for span in said.words.suggestions}
    assert asked == {"Karolina", "Moston", "karolina"}


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "m@example.org", "www.example.org/me", "@little_kay99", "M14 5TP", "14 Acacia Road", "QQ123456C"],
)
def test_ways_to_reach_somebody_are_never_shown(text: str) -> None:
    """Phones, mails, links, handles, postcodes, addresses and ids stay hidden whatever their writer wants."""
    assert text not in wish(f"it is {text} still", show=text).words.text


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("I was at 12 Barton Road hostel", "12 Barton Road"),
        ("hostel QQ 12 34 56 C St Bede's School", "12 34 56"),
        ("Sienna Kayleigh-07700 900123", "07700 900123"),
        ("moja mama, jestem w domu dziecka Oakfield House jay@gmail.com", "jay@gmail.com"),
        ("mam problem, jestem w domu dziecka Hull LS12 3AB", "LS12 3AB"),
    ],
)
def test_a_name_takes_no_way_to_reach_somebody_along(text: str, way: str) -> None:
    """What is hidden as one stays so if a phone, a mail, an address, a postcode or an id is a part of it."""
    every = tuple(RawWords(text[span.start : span.end]) for span in the_redactor().redact(RawWords(text)).spans)
    assert way not in the_redactor().redact(RawWords(text), Wishes(show=every)).words.text


def test_a_date_that_looks_like_a_reference_can_be_shown() -> None:
    """It is a date all the same."""
    assert wish("we moved on 14/02/2008", show="14/02/2008").words.text == "we moved on 14/02/2008"


def test_what_a_deployment_always_hides_is_never_shown() -> None:
    """Its list comes before a writer's wish."""
    redactor = load_redactor(hide=["karolina"], seconds=20)
    said = redactor.redact(RawWords(WORDS), Wishes(show=(RawWords("Karolina"),)))
    assert "karolina" not in said.words.text.casefold()


def test_what_is_hidden_and_shown_is_hidden() -> None:
    """In doubt a word is hidden."""
    assert "Karolina" not in wish(WORDS, hide="karolina", show="Karolina").words.text


async def test_wishes_reach_the_redactors_own_process() -> None:
    """What a writer wants goes along with their words."""
    redactor = OwnProcess(seconds=20)
    await redactor.open()
    try:
        wishes = Wishes((RawWords("purple gate"),), (RawWords("moston"),), RawWords("Salford City Council"))
        said = await redactor.redact(RawWords(WORDS), wishes)
    finally:
        await redactor.close()
    assert said == the_redactor().redact(RawWords(WORDS), wishes)
    assert "to Moston, by the [hidden]" in said.words.text


def test_what_is_wanted_hidden_stays_what_it_is() -> None:
    """A name that its writer wants hidden as well, or was asked about, is a name and not just anything."""
    assert wish(WORDS, hide="karolina").words == wish(WORDS).words
    asked = [Span(0, 4, Label.NAME, 0.4), Span(20, 24, Label.NAME, 0.4)]
    assert join(found_or_asked(asked, [Span(0, 4, Label.HIDDEN)])) == asked[:1]
