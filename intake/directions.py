"""Languages that are written from right to left, and the marks that keep what is Latin in them in its own direction.

An isolate (Unicode, UAX #9) is invisible: it is never put around what people copy, as a code or an address.
"""

from __future__ import annotations

import re

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
COPIED = frozenset(("code", "link", "mail", "address", "command", "path"))  # parts that stay as they are
_FIRST_STRONG, _END = "\u2068", "\u2069"
_LEFT_TO_RIGHT = re.compile(r"(?<!\S)/[a-z]+\b|\d+(?:[ -]\d+)+")  # commands; numbers in groups, as of a phone
_MARKS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")


def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


def isolated(part: str) -> str:
    """Return what is put into a text, such as a name, kept apart from the direction of what stands around it."""
    return f"{_FIRST_STRONG}{part}{_END}" if part else part


def directed(text: str) -> str:
    """Return a text written from right to left, in which commands and phone numbers are read from left to right."""
    return _LEFT_TO_RIGHT.sub(lambda found: isolated(found[0]), text)


def unmarked(text: str) -> str:
    """Return a text without any marks of direction, as it is compared."""
    return _MARKS.sub("", text)
