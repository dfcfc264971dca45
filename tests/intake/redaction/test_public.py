"""The list of what everyone may read holds nobody's own name, and keeps public figures, brands and bodies readable."""

from __future__ import annotations

import pytest

from intake.redaction.lexicon import LISTS
from intake.redaction.lists import fold, read_list
from intake.redaction.text import TOKEN
from tests.intake.redaction.hiding import hidden

PUBLIC = read_list(LISTS / "public.txt")
FIGURES = read_list(LISTS / "figures.txt")

# in a list of first names from all over the world, and hardly anybody's name in the United Kingdom
EXCEPTIONS = frozenset({"darija", "ibis", "juul", "knorr", "magnolia", "newroz", "siri", "trinidad", "turkmen"})


def the_words(term: str) -> list[str]:
    """Return the words of a term as the redactor compares them."""
    return [word.removesuffix("'s") for word in TOKEN.findall(term)]


def test_no_term_of_one_word_is_a_first_name() -> None:
    """A word alone would uncover everyone who is called so; full names and phrases would not."""
    never = read_list(LISTS / "never-names.txt")
    names = (read_list(LISTS / "first-names.txt") | read_list(LISTS / "more-names.txt")) - never
    alone = {words[0] for words in map(the_words, PUBLIC | FIGURES) if len(words) == 1}
    assert alone & names == EXCEPTIONS


def test_no_term_of_one_word_is_a_place() -> None:
    """A club or a brand called after its town must not uncover the town."""
    places = read_list(LISTS / "places.txt") | read_list(LISTS / "more-places.txt")
    assert not {words[0] for words in map(the_words, PUBLIC | FIGURES) if len(words) == 1} & places


def test_terms_are_written_as_messages_are_compared() -> None:
    """A term in capitals, with accents or with nothing to compare would never be found."""
    assert {term for term in PUBLIC | FIGURES if term != fold(term).strip() or not the_words(term)} == set()


@pytest.mark.parametrize("name", ["public.txt", "figures.txt", "everyday.txt"])
def test_lists_are_sorted_and_say_nothing_twice(name: str) -> None:
    """A list in order is one that people can look up and add to."""
    lines = (LISTS / name).read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    "plain",
    [
        "the Children's Commissioner and the Housing Ombudsman both wrote to the Home Office",
        "I rang 0800 138 1111 and they helped",
        "I wanted to join the RAF, and he speaks Gymraeg at home",
        "they took us to Lanzarote and Benidorm, and we had BBQs",
        "the duty worker hung up on me, and my PA drew up a plan",
        "my dad hung himself when I was little",
        "staff nick our food, and the bill was massive",
        "we move by the end of June, from April to July, or early May",
        "we met the Mayor. it was like Groundhog Day",
        "my review was on the day Prince Philip died, and the Crown Prosecution Service wrote",
        "nobody in my home had heard of Nelson Mandela",
        "they rob peter to pay paul, that smart alec of a manager",
        "every Tom, Dick and Harry has read my file, for Pete's sake",
    ],
)
def test_what_is_public_stays_readable(plain: str) -> None:
    """What everyone in the country knows points to nobody."""
    assert hidden(plain) == plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my social worker Tony Blair never rings", "my social worker [name 1] never rings"),
        ("me and my brother Tyson watched Tyson Fury", "me and my brother [name 1] watched Tyson Fury"),
    ],
)
def test_a_figure_uncovers_nobody_who_is_called_alike(text: str, kept: str) -> None:
    """Somebody may share the name of a president, or half of it."""
    assert hidden(text) == kept


def test_months_uncover_nobody_who_is_called_so() -> None:
    """April and May in a row may be two sisters."""
    assert "April" not in hidden("my sisters April and June are here. my nan May rang")
