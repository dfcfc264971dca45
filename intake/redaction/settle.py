"""Makes one answer of what the detectors found: disjoint spans, what stays readable, what is only asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.lists import fold
from intake.redaction.names import HIDE
from intake.redaction.namesakes import is_namesake
from intake.redaction.phrases import find_phrases
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intake.redaction.lexicon import Phrases
    from intake.redaction.text import Text

READ = frozenset(
    {Label.NAME, Label.PLACE, Label.COUNCIL, Label.ORG, Label.ADDRESS}
)  # found by their words, so that a list can keep them readable
NAMED = READ - {Label.ADDRESS}  # what a deployment's own list keeps readable: an address it can't
WITHIN = (cues.PARTICLES - {"o"}) | {"bint", "den", "der"}  # a name, in lower case
SHOWABLE = frozenset(  # reaches nobody
    {Label.NAME, Label.PLACE, Label.COUNCIL, Label.ORG, Label.DATE, Label.AGE, Label.HIDDEN}
)


def find_terms(text: Text, phrases: Phrases, least: int = 1) -> list[Span]:
    """Return where the terms of a list, of so many words at least, stand; sorted."""
    words = text.words
    return [
        text.span(words[start].start, words[end - 1].end, Label.HIDDEN)
        for start, end in find_phrases(text.lows, phrases)
        if end - start >= least
    ]


def find_kept(text: Text, phrases: Phrases) -> list[Span]:
    """Return where what stays readable stands, with its article: that is hidden with names, and must not be here."""
    words, lows = text.words, text.lows
    return [
        text.span(words[start - (start > 0 and lows[start - 1] == "the")].start, words[end - 1].end, Label.HIDDEN)
        for start, end in find_phrases(lows, phrases)
        if end - start > 1 or not is_namesake(words, start)
    ]


def find_figures(text: Text, phrases: Phrases) -> list[Span]:
    """Return where the names of public figures stand, but not of somebody who is called alike: `my worker X`."""
    words = text.words
    return [
        text.span(words[start].start, words[end - 1].end, Label.HIDDEN)
        for start, end in find_phrases(text.lows, phrases)
        if not is_namesake(words, start)
    ]


def settle(free: Sequence[Span], hidden: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Return what to hide and what to ask about, each sorted and disjoint; what overlaps is hidden as a whole."""
    spans = join([span for span in free if span.score >= HIDE] + list(hidden))
    asked = join([span for span in free if span.score < HIDE])
    return spans, apart(asked, spans)


def without(spans: Sequence[Span], kept: Sequence[Span], labels: frozenset[Label] = READ) -> list[Span]:
    """Return `spans`, which are sorted, less those with such a label that lie within one of `kept`."""
    left, at = [], 0
    for span in spans:
        while at < len(kept) and kept[at].end <= span.start:
            at += 1
        inside = at < len(kept) and kept[at].start <= span.start and span.end <= kept[at].end
        if not (inside and span.label in labels):
            left.append(span)
    return left


def reaching(found: Iterable[Span]) -> list[Span]:
    """Return where somebody could be reached or looked up, though a longer name may have taken it in."""
    found = list(found)
    dates = join(span for span in found if span.label is Label.DATE)  # a date looks like a reference too
    sure = sorted(span for span in found if span.label not in SHOWABLE and span.score >= HIDE)
    return join(without(sure, dates, frozenset({Label.ID})))


def show(
    raw: str, spans: Iterable[Span], terms: frozenset[str], never: Sequence[Span]
) -> tuple[list[Span], list[Span]]:
    """Return what stays hidden, and what is readable after all because its writer says so: each sorted and disjoint.

    What holds one of `never`, which are sorted and disjoint too, stays hidden.
    """
    free = [span for span in spans if span.label in SHOWABLE and fold(raw[span.start : span.end]) in terms]
    shown = apart(free, never)
    return apart(spans, shown), shown


def wish(asked: Iterable[Span], wished: Sequence[Span]) -> list[Span]:
    """Return what its writer wants hidden; what was found there already, or asked about, says what it is."""
    asked = list(asked)
    free = set(apart(asked, wished))
    return [*(one for one in asked if one not in free), *(one._replace(score=0.0) for one in wished)]


def join(spans: Iterable[Span]) -> list[Span]:
    """Return sorted, disjoint spans that cover the same; the longest gives its label to those it overlaps."""
    joined: list[Span] = []
    longest = 0
    for span in sorted(spans):
        size = span.end - span.start
        last = joined[-1] if joined else None
        if last is None or span.start >= last.end:
            joined.append(span)
            longest = size
            continue
        better = (size, span.score) > (longest, last.score)
        longest = max(size, longest)
        label = span.label if better else last.label
        joined[-1] = Span(last.start, max(last.end, span.end), label, max(last.score, span.score))
    return joined


def apart(asked: Iterable[Span], spans: Sequence[Span]) -> list[Span]:
    """Return what is asked about and not hidden; both are sorted and disjoint."""
    left, at = [], 0
    for span in asked:
        while at < len(spans) and spans[at].end <= span.start:
            at += 1
        if at == len(spans) or span.end <= spans[at].start:
            left.append(span)
    return left


def join_names(raw: str, spans: Iterable[Span]) -> list[Span]:
    """Join names that are one person's: a first name and its surname, initials, `Omar bin Saeed`."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.label is span.label is Label.NAME and _is_within(raw, last, span):
            joined[-1] = Span(last.start, span.end, Label.NAME, max(last.score, span.score))
        else:
            joined.append(span)
    return joined


def _is_within(raw: str, one: Span, other: Span) -> bool:
    """Whether what stands between two names is within one person's."""
    between = raw[one.end : other.start]
    if not between.strip(" \t\xa0"):
        return True
    initial = one.end - one.start == 1 or raw[one.end - 2] in " ."
    particle = between[0] == between[-1] == " " and between[1:-1].casefold() in WITHIN
    return particle or (initial and between in {".", ". "})
