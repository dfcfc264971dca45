"""Sees when words suggest a risk of harm, and says where to turn. Never blocks, scores or keeps anything.

The phrases stand in `risk.txt`: too many is right, because all they do is show helplines and raise a voice in the
moderators' queue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.raw import RawWords

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
    spoken = _spoken(words.reveal())
    said = frozenset(spoken)
    likely = [phrase for word in said & _telling() for parts, phrase in _phrases()[word] if parts <= said]
    if not likely:
        return False
    text = b" %b " % b" ".join(spoken)
    return any(phrase in text for phrase in likely)


def _spoken(text: str) -> list[bytes]:
    """Return the words in lower case, of English letters and digits alone."""
    spoken = text.encode("utf-8", "replace")
    for mark in _CURLY:
        spoken = spoken.replace(mark, b"")
    return spoken.translate(_LETTERS, _STRAIGHT).split()


@cache
def _phrases() -> dict[bytes, list[tuple[frozenset[bytes], bytes]]]:
    """Return, by its longest word, the words of each phrase and the phrase itself between spaces."""
    phrases: dict[bytes, list[tuple[frozenset[bytes], bytes]]] = {}
    for line in (files("intake") / "risk.txt").read_bytes().splitlines():
        if line and not line.startswith(b"#"):
            longest = max(line.split(), key=len)  # other texts hold it least
            phrases.setdefault(longest, []).append((frozenset(line.split()), b" %b " % line))
    return phrases


@cache
def _telling() -> frozenset[bytes]:
    return frozenset(_phrases())
