"""Councils are known by what stands beside their names, and told apart by whose they are."""

from __future__ import annotations

import pytest

from intake.raw import RawWords
from intake.redaction import load_redactor
from intake.redaction.councils import aliases, listed_names, mentioned
from intake.redaction.lists import fold
from storage.model import Label
from tests.intake.redaction.hiding import redact

KNOWN = (
    ("salford", "Salford City Council"),
    ("kent", "Kent County Council"),
    ("brent", "London Borough of Brent"),
    ("banes", "Bath & North East Somerset Council"),
    ("stoke", "Stoke-on-Trent City Council"),
    ("another", "Another council"),
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("salford council said no", ("salford",)),
        ("i was in care to Kent and brent council took over", ("kent", "brent")),
        ("brent council moved me. my council is kent", ("kent", "brent")),
        ("the london borough of brent", ("brent",)),
        ("banes council never reply", ("banes",)),
        ("stoke council, Stoke-on-Trent City Council", ("stoke",)),
        ("i live in salford with my nan", ()),
        ("i was moved out of area to kent council", ()),
        ("another council said no", ()),
        ("wigan council said no", ()),
    ],
)
def test_the_councils_that_a_message_names_are_known_by_code(text: str, codes: tuple[str, ...]) -> None:
    """The writer's own first; a town is no council, and another's council is not theirs."""
    assert mentioned(RawWords(text), redact(text), KNOWN) == codes


@pytest.mark.parametrize(
    "council",
    ["Manchester City Council", "hull city council", "Derby County Council", "Notts County Council", "Dudley MBC"],
)
def test_a_council_is_hidden_whole(council: str) -> None:
    """A football club that begins like it stays readable, and it leaves none of its words beside its placeholder."""
    assert redact(f"we left when {council} placed us").words.text == "we left when [council] placed us"
    assert redact("Manchester City won again").words.text == "Manchester City won again"


@pytest.mark.parametrize("council", ["RBKC", "lbth", "Achieving for Children", "Slough Children First"])
def test_what_is_nothing_but_a_council_is_hidden_wherever_it_stands(council: str) -> None:
    """Boroughs by their letters, and the companies that councils run for children."""
    assert redact(f"{council} lost my file").words.text == "[council] lost my file"
    assert redact("we stand together for children").words.text == "we stand together for children"


def test_a_council_that_stays_readable_is_known_too() -> None:
    """A deployment may keep its own councils' names; the bot still offers them, and no town."""
    redactor = load_redactor(keep=["kent", "bath and north east somerset"], seconds=20)
    for text, codes in (
        ("my council is Kent, not Bath and North East Somerset council", ("kent", "banes")),
        ("i live in kent", ()),
    ):
        redaction = redactor.redact(RawWords(text))
        assert redaction.words.text == text
        assert mentioned(RawWords(text), redaction, KNOWN) == codes


@pytest.mark.parametrize("names", list(listed_names()), ids=lambda names: names[0])
def test_every_listed_council_is_hidden_where_it_acts(names: list[str]) -> None:
    """By its whole name and by its short ones, in capitals or not."""
    for name in names:
        for said in (name, name.title()):
            redaction = redact(f"then {said} council said no" if not name.endswith("trust") else f"then {said} said no")
            assert [span.label for span in redaction.spans] == [Label.COUNCIL]


def test_the_list_is_written_as_lists_are() -> None:
    """In order, in lower case, and no name stands for two councils."""
    lines = [" = ".join(names) for names in listed_names()]
    assert lines == sorted(set(lines))
    assert [line for line in lines if line != fold(line)] == []
    assert len(set(aliases().values())) == len(lines)


@pytest.mark.parametrize("text", ["i was reading council letters", "a bath council tenants share", "bury the council"])
def test_words_that_are_councils_too_stay(text: str) -> None:
    """A verb before `council` is no name."""
    assert redact(text).words.text == text
