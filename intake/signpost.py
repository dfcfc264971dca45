"""Sees when words suggest a risk of harm, and says where to turn. Never blocks, scores or keeps words.

The phrases stand in `risk.txt`: too many is right, because all they do is show helplines and raise a voice in the
moderators' queue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from storage.model import Distress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.raw import RawWords

_HEADING = b"## "  # of what kind the phrases below it are
_CURLY = tuple(mark.encode() for mark in "\u2018\u2019\u02bc")
_STRAIGHT = b"'`"  # all apostrophes vanish: "don't" is "dont"
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32 for code in range(256))  # noqa: PLR2004 - ASCII


@dataclass(frozen=True, slots=True)
class Helpline:
    """Where someone can turn: `how` says what to do ("call 0800 1111"), `hours` when.

    `council` is the code of the one whose people it is for; empty: it is for everybody.
    """

    name: str
    how: str
    hours: str = ""
    council: str = ""


def suggests_risk(words: RawWords) -> bool:
    """Tell whether the words hold a phrase that suggests a risk of harm."""
    return any(True for _ in _noticed(words))


def distress(words: RawWords) -> tuple[Distress, ...]:
    """Return the kinds of risk that the words suggest: what may be hard to read in them."""
    found = set(_noticed(words))
    return tuple(kind for kind in Distress if kind in found)


def _noticed(words: RawWords) -> Iterator[Distress]:
    spoken = _spoken(words.reveal())
    said = frozenset(spoken)
    likely = [entry for word in said & _telling() for entry in _phrases()[word] if entry[0] <= said]
    text = b" %b " % b" ".join(spoken) if likely else b""
    return (kind for _, phrase, kind in likely if phrase in text)


def _spoken(text: str) -> list[bytes]:
    """Return the words in lower case, of English letters and digits alone."""
    spoken = text.encode("utf-8", "replace")
    for mark in _CURLY:
        spoken = spoken.replace(mark, b"")
    return spoken.translate(_LETTERS, _STRAIGHT).split()


@cache
def _phrases() -> dict[bytes, list[tuple[frozenset[bytes], bytes, Distress]]]:
    """Return, by its longest word, the words of each phrase, the phrase itself between spaces, and its kind."""
    phrases: dict[bytes, list[tuple[frozenset[bytes], bytes, Distress]]] = {}
    kind = Distress.HARM
    for line in (files("intake") / "risk.txt").read_bytes().splitlines():
        if line.startswith(_HEADING):
            kind = Distress(line.removeprefix(_HEADING).decode())
        elif line and not line.startswith(b"#"):
            longest = max(line.split(), key=len)  # other texts hold it least
            phrases.setdefault(longest, []).append((frozenset(line.split()), b" %b " % line, kind))
    return phrases


@cache
def _telling() -> frozenset[bytes]:
    return frozenset(_phrases())
