"""What a person reads in the terminal: whole words, numbered choices, and nothing that the terminal would obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.chat.screen import Screen, wrapped
from desk.chat.shown import Button, Message
from intake.wording import load_wording

CODE = "velvet-otter-plank-sunny-drift"
_words = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12), max_size=40).map(
    " ".join
)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Give a screen of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")
    return Screen(load_wording())


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was shown since the last look."""
    return capsys.readouterr().out


@given(_words, st.integers(20, 80))
def test_wrapping_changes_line_ends_alone(text: str, width: int) -> None:
    """Every word stays, whole and in its place, and no line is too long for it but a word that is."""
    lines = wrapped(text, width).split("\n")
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or len(line.split()) == 1 for line in lines)


def test_lines_that_were_meant_stay(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    """Paragraphs and lists are read as they were written."""
    screen.write("One.\n\n• a point that is longer than one line can be\n• two")
    assert shown(capsys) == "\nOne.\n\n• a point that is longer than one line\n  can be\n• two\n"


def test_a_code_is_never_broken(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    """A receipt code can be copied in one piece from a narrow window."""
    screen.write(f"Your code, to keep somewhere: {CODE}")
    assert CODE in shown(capsys).split("\n")[2]


def test_what_is_quoted_is_set_in(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees where their own words begin and end, over all their lines."""
    text = "This is kept:\n\nMy home is far away from [place], really.\n\nYes.\n\nIs that right?"
    screen.message(Message(1, text, quoted=((text.index("My"), text.index("\n\nIs")),)))
    assert shown(capsys).splitlines() == [
        "",
        "This is kept:",
        "",
        "    My home is far away from [place],",
        "    really.",
        "",
        "    Yes.",
        "",
        "Is that right?",
    ]


def test_choices_are_numbered_through(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    """A row that fits stays a row; one that doesn't is a list."""
    rows = (
        (Button("Feedback", "f"), Button("An idea", "i")),
        (Button("Something longer", "s"), Button("Something else altogether", "e")),
        (Button("Open", url="https://example.org"),),
    )
    screen.message(Message(1, "Which?", rows))
    assert shown(capsys).splitlines() == [
        "",
        "Which?",
        "",
        "1. Feedback   2. An idea",
        "3. Something longer",
        "4. Something else altogether",
        "5. Open (https://example.org)",
    ]


HOSTILE = "a\x1b[2Jb\x1b]0;t\x07c\x9bd\re\u202ef\x85g\x0ch"


@pytest.mark.parametrize(
    "show",
    [
        lambda screen: screen.message(Message(1, HOSTILE)),
        lambda screen: screen.message(Message(1, "Which?", ((Button(HOSTILE, "x"), Button("y", url=HOSTILE)),))),
        lambda screen: screen.pop_up(HOSTILE),
        lambda screen: screen.write(HOSTILE),
    ],
)
def test_nothing_shown_is_obeyed(screen: Screen, capsys: pytest.CaptureFixture[str], show: object) -> None:
    """Whoever wrote it, in whatever place: what a terminal would obey is shown as a sign."""
    assert callable(show)
    show(screen)
    said = shown(capsys)
    assert "a␛[2Jb␛]0;t␇c" in said
    assert not {"\x1b", "\x07", "\x9b", "\r", "\u202e", "\x85", "\x0c"} & set(said)
