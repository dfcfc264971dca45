"""Towns, areas and councils, and organisations by the word they end in. Countries and regions stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.organisations import find_organisations
from intake.redaction.phrases import find_phrases
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.lexicon import Phrases
    from intake.redaction.text import Text, Word
    from storage.model import Span

__all__ = ["find_organisations", "find_places"]

SURE, LIKELY, UNSURE = 0.9, 0.6, 0.4
SHORT = 3  # letters


def find_places(places: Phrases) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of places by list and by the words around them."""

    def find(text: Text) -> Iterator[Span]:
        words = text.words
        for start, end in find_phrases(text.lows, places):
            yield text.span(words[start].start, words[end - 1].end, Label.PLACE, SURE)
        for i, word in enumerate(words):
            score = _place(words, i) if word.kinds & (PLACE | WORD) != WORD else 0.0
            if score:
                yield text.span(word.start, _end_of(words, i), Label.PLACE, score)

    return find


def _end_of(words: tuple[Word, ...], i: int) -> int:
    """Return where a place ends, with a capital that belongs to it: `Whalley Range`."""
    if i + 1 == len(words) or not words[i].capital or words[i].kinds & WORD:
        return words[i].end
    following = words[i + 1]
    part = following.gap == " " and following.capital and following.kinds & WORD and len(following.low) > SHORT
    return following.end if part and following.low not in cues.AFTER_NAMES else words[i].end


def _place(words: tuple[Word, ...], i: int) -> float:
    word = words[i]
    before = words[i - 1].low if i and not word.opens and word.gap == " " else ""
    council = i + 1 < len(words) and words[i + 1].low in cues.COUNCIL and words[i + 1].gap == " "
    if word.kinds & PLACE:
        return _listed(words, i, before, council=council)
    if not word.kinds and not word.capital and before in cues.FROM and len(word.low) > SHORT:
        return LIKELY if i > 1 and words[i - 2].low in cues.LIVING and _ends_here(words, i) else UNSURE
    if word.kinds & WORD or not word.capital or word.kinds & NUMBER:
        return 0.0
    if before in cues.FROM or (council and words[i + 1].low in {"council", "borough"}):
        return LIKELY + 0.05 if not word.kinds & (FIRST | LAST) else LIKELY
    return 0.0


def _listed(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> float:
    """Weigh a word that is also a place: surely, if it is nothing else."""
    word = words[i]
    led = before in cues.IN
    lived = led and i > 1 and words[i - 2].low in cues.LIVING
    if not word.kinds & WORD:
        if word.kinds & FIRST and not (led or council):
            return 0.0
        return SURE
    if word.capital and not word.opens and (led or council or words[i - 1].low in {"go", "fae"}):
        return LIKELY
    if lived and before in {"in", "to", "from"} and word.kinds & PLACE and len(word.low) > 3:  # noqa: PLR2004 - `in bed`
        return LIKELY if _ends_here(words, i) else UNSURE
    return LIKELY if council and word.capital else 0.0


def _ends_here(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `moving to reading so`, not `moved to battle lines`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].low in {
        "so",
        "and",
        "n",
        "but",
        "now",
        "cos",
        "where",
        "with",
        "when",
        "till",
        "then",
        "for",
        "me",
        "i",
        "on",
    }
