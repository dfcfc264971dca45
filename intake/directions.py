"""Languages that are written from right to left, and the marks that keep what is Latin in them in its own direction.

An isolate (Unicode, UAX #9) is invisible: it is never put around what people copy, as a code or an address.
"""

from __future__ import annotations

import re
import unicodedata

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
COPIED = frozenset(("code", "link", "mail", "address", "command", "path"))  # parts that stay as they are
_FIRST_STRONG, _END, _RIGHT = "\u2068", "\u2069", "\u200f"
_LEFT_TO_RIGHT = re.compile(r"(?<!\S)/[a-z]+\b|\d+(?:[ -]\d+)+")  # commands; numbers in groups, as of a phone
_MARKS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")


def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def isolated(part: str) -> str:
    """Return what is put into a text, such as a name, kept apart from the direction of what stands around it."""
    return f"{_FIRST_STRONG}{part}{_END}" if part else part


def directed(text: str) -> str:
    """Return a text written from right to left, in which commands and phone numbers are read from left to right.

    A line that begins with one of these would be taken for one from left to right as a whole, if it weren't marked.
    """
    apart = _LEFT_TO_RIGHT.sub(lambda found: isolated(found[0]), text)
    return "\n".join(f"{_RIGHT}{line}" if _is_misread(line) else line for line in apart.split("\n"))


def _is_misread(line: str) -> bool:
    """Say whether a line has letters from right to left behind one from left to right."""
    turns = [unicodedata.bidirectional(character) for character in line]
    strong = [turn for turn in turns if turn in {"L", "R", "AL"}]
    return strong[:1] == ["L"] and len(set(strong)) > 1


def unmarked(text: str) -> str:
    """Return a text without any marks of direction, as it is compared."""
    return _MARKS.sub("", text)
