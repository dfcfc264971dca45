"""Terms of one or more words in a message: what a deployment keeps or hides, and places of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.lexicon import Phrases
    from intake.redaction.text import Word


def find_phrases(words: tuple[Word, ...], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield first and last-but-one indexes of the words of each phrase, the longest at every word."""
    for i, word in enumerate(words):
        if word.low in phrases:
            longest, known = phrases[word.low]
            terms = [word.low for word in words[i : i + longest]]
            size = next((n for n in range(len(terms), 0, -1) if tuple(terms[:n]) in known), 0)
            if size:
                yield i, i + size
