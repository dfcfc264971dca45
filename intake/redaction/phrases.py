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
        for phrase in phrases.get(word.low, ()):
            if _stands_at(words, i, phrase):
                yield i, i + len(phrase)
                break


def _stands_at(words: tuple[Word, ...], i: int, phrase: tuple[str, ...]) -> bool:
    if i + len(phrase) > len(words):
        return False
    return all(words[i + n].low == part and (not n or "\n" not in words[i + n].gap) for n, part in enumerate(phrase))
