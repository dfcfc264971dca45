"""Which of the words that stay readable stand out, so that whoever wrote them finds what else to hide. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span


def find_unusual(text: Text) -> Iterator[Span]:
    """Yield words with a capital inside a sentence, words that no list calls everyday, numbers, and possible names."""
    for i in text.odd:
        start, end, low, kinds, _, capital, opens = text.words[i]
        if (kinds & (WORD | FIRST) != WORD or (capital and not opens) or low[0].isdigit()) and not _is_me(low):
            yield text.span(start, end, Label.HIDDEN, 0.0)


def _is_me(low: str) -> bool:
    return low == "i" or low.startswith("i'")
