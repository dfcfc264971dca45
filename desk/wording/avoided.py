"""Finds words that care-experienced people asked us not to use (avoided.txt)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def avoided(text: str) -> Iterator[tuple[str, str]]:
    """Give each word to avoid that stands in a text, and what to say instead."""
    for pattern, instead in _words():
        for found in pattern.finditer(text):
            yield found[0], instead


@cache
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (resources.files("desk") / "wording" / "avoided.txt").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((re.compile(rf"\b(?:{words})\b", _case(words)), instead) for words, instead in lines)


def _case(words: str) -> re.RegexFlag:
    """Take capitals for capitals: LAC is no lac."""
    return re.NOFLAG if words.isupper() or words.startswith("LAC") else re.IGNORECASE
