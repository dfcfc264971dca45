"""Terms of one or more words in a message: what a deployment keeps or hides, and places of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.lexicon import Phrases


def find_phrases(lows: tuple[str, ...], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield first and last-but-one indexes of the words of each phrase, the longest at every word."""
    if phrases.keys().isdisjoint(lows):
        return
    for i, low in enumerate(lows):
        if low in phrases:
            sizes, known = phrases[low]
            # near the end of the words a cut is shorter than asked for, and a term of its own length
            end = next((i + n for n in sizes if lows[i : i + n] in known), i)
            if end > i:
                yield i, min(end, len(lows))
