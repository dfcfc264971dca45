"""Where a word stands by itself in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = 200  # times that a word is looked at: more than anybody says it


def places_of(text: str, word: str) -> Iterator[int]:
    """Yield where `word` stands with no letter or digit beside it, in the order of the text."""
    at, size = -1, len(word)
    for _ in range(EVERY):
        at = text.find(word, at + 1)
        if at < 0:
            return
        if not text[at - 1 : at].isalnum() and not text[at + size : at + size + 1].isalnum():
            yield at
