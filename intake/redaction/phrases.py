"""Terms of one or more words in a message: what a deployment keeps or hides, and places of several words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.lexicon import Phrases, Rests


def find_phrases(lows: tuple[str, ...], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield first and last-but-one indexes of the words of each phrase, the longest at every word."""
    last = len(lows) - 1
    for i in [i for i, low in enumerate(lows) if low in phrases] if phrases else ():
        seconds = phrases[lows[i]]
        rest = _longest(lows, i + 2, seconds[lows[i + 1]]) if i < last and lows[i + 1] in seconds else -1
        if rest >= 0:
            yield i, i + 2 + rest
        elif "" in seconds:
            yield i, i + 1


def _longest(lows: tuple[str, ...], start: int, rests: Rests) -> int:
    """Return how many words the longest of `rests` has that stands at `start`; -1 if none does."""
    sizes, known = rests
    # a cut at the end of the words is shorter than asked for
    return next((size for size in sizes if start + size <= len(lows) and lows[start : start + size] in known), -1)
