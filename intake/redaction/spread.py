"""Hides everywhere in a message what was found once: a name is a name in its other places too.

What stays readable and has a name for a part is no such place: `[name 1] Swift` would tell who `[name 1]` is.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import NUMBER, WORD
from intake.redaction.settle import apart, find_terms, join, without
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from intake.redaction.lexicon import Lexicon
    from intake.redaction.text import Text, Word
    from storage.model import Span

SPREADING = frozenset({Label.NAME, Label.PLACE, Label.COUNCIL, Label.ORG})
MODAL = cues.NOT_BEFORE | cues.SEASONS
SHORTEST = 3  # letters; shorter words stand for too much else


def spread(text: Text, spans: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """Return `spans` with the other places of the words of names, places and organisations. Not yet disjoint."""
    known: dict[str, Label] = {}
    for word, span in _within(text, spans):
        if span.label in SPREADING:
            label = Label.PLACE if span.label is Label.COUNCIL else span.label  # elsewhere it may be the town
            known.update((part, label) for part in _parts(text, word, span.label))
    if not known:
        return list(spans)
    again = [text.words[i] for i, low in enumerate(text.lows) if low in known and _same(text, text.words[i])]
    if not again:
        return list(spans)
    found = [text.span(word.start, word.end, known[word.low]) for word in again]
    return [*spans, *_whole(text, found, lexicon)]


def _whole(text: Text, found: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """Return what was found, but no part of a longer term that stays readable: a name's is left, a place's hidden."""
    kept = join([*find_terms(text, lexicon.keep, least=2), *find_terms(text, lexicon.figures, least=2)])
    left = without(without(found, find_terms(text, lexicon.own, least=2), SPREADING), kept, frozenset({Label.NAME}))
    alone = set(without(left, kept, SPREADING))
    untouched = set(apart(kept, [span for span in left if span not in alone]))
    return [*left, *(term._replace(label=Label.PLACE) for term in kept if term not in untouched)]


def _within(text: Text, spans: Sequence[Span]) -> Iterator[tuple[Word, Span]]:
    """Yield each word that lies within a span, with that span."""
    starts = text.starts if text.origin is None else [text.origin[start] for start in text.starts]
    for span in spans:
        first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
        yield from ((word, span) for word in text.words[first:after])


def _parts(text: Text, word: Word, label: Label) -> Iterator[str]:
    """Yield the word (or the initial) and, of a double name, its parts that are no everyday words."""
    if label is not Label.NAME and word.kinds & WORD:
        return
    if len(word.low) == 1 and word.capital and word.low.isalpha():
        yield word.low
    if len(word.low) >= SHORTEST and not word.kinds & NUMBER and (word.capital or not word.kinds & WORD):
        yield word.low
    if "-" in word.low:
        yield from (p for p in word.low.split("-") if len(p) >= SHORTEST and not text.look_up(p) & WORD)


def _same(text: Text, word: Word) -> bool:
    """Whether the same letters mean the same here: `Jade` and JADE do, `jade` need not, nor WILL."""
    if len(word.low) == 1:
        return word.capital
    shouted = text.plain[word.start : word.end].isupper() and not text.is_loud and word.low not in MODAL
    return not word.kinds & WORD or ((word.capital or shouted) and not word.opens)
