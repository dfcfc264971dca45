"""Which of the words that stay readable stand out, so that whoever wrote them finds what else to hide. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span


def find_unusual(text: Text) -> Iterator[Span]:
    """Yield words with a capital inside a sentence, words that no list calls everyday, numbers, and possible names."""
    for word in text.words:
        if _stands_out(word):
            yield text.span(word.start, word.end, Label.HIDDEN, 0.0)


def _stands_out(word: Word) -> bool:
    if word.low == "i" or word.low.startswith("i'"):
        return False
    known = word.kinds & WORD and not word.low[0].isdigit()
    return bool(word.kinds & FIRST) or not known or (word.capital and not word.opens)
