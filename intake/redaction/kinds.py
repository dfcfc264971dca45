"""The kinds a word may be of, as bits (one word may be several), and how the rules write down sets of words."""

from __future__ import annotations

FIRST, LAST, PLACE, WORD, NUMBER = 1, 2, 4, 8, 16


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())
