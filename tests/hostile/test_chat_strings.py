"""Strings that have broken things elsewhere, in `care-voice chat`: each is answered, and the terminal obeys none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tests.desk.test_chat import piped
from tests.hostile.strings import STRINGS

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

SOME = 60  # strings in a voice: more would not fit into one
_OBEYED = {"Cc", "Cs"}
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def obeyed(text: str) -> set[str]:
    """Return the characters of a text that a terminal would obey."""
    return {one for one in text if unicodedata.category(one) in _OBEYED or unicodedata.bidirectional(one) in _TURNS}


def typed() -> list[str]:
    """Return what somebody types who tries them all as words, edits and codes, and looks at what would be kept."""
    lines = []
    for start in range(0, len(STRINGS), SOME):
        some = STRINGS[start : start + SOME]
        lines += ["/stop", *some, "/edit ok then", *(f"/edit {text}" for text in some), "Skip", "Skip", "Done"]
    return [*lines, "/stop", *(f"/{name} {text}" for name in ("status", "withdraw", "start") for text in STRINGS[::5])]


def test_the_terminal_obeys_none_of_them(desk: Desk) -> None:
    """Typed, shown as if typed, and shown again in a preview: what a terminal would obey is a sign on paper."""
    ran = piped(desk, *typed(), "/quit")
    assert obeyed(ran.stdout) <= {"\n", "\t"}
    assert "something went wrong" not in ran.stdout
    assert ran.stdout.count("This is exactly what we will keep:") >= len(STRINGS) // SOME
    assert ran.stdout.count("\n> ") >= 2 * len(STRINGS)
