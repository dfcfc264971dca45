"""The words that somebody may hide or show, cut out of their own message: for their eyes, and in no button's data.

Cut as the redactor cuts them, so that what is offered is found. Pure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.raw import RawWords
from intake.redaction.councils import mentioned
from intake.redaction.lexicon import phrases
from intake.redaction.lists import fold
from intake.redaction.settle import SHOWABLE, apart, find_terms
from intake.redaction.text import read_text
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.decisions import Decision
    from bot.draft import Draft
    from bot.settings import Choices
    from intake.passage import Preview
    from intake.redaction.text import Text

FEW = 18  # different words, of which all are offered; of more only those that stand out
LONGEST_LABEL = 20  # characters of a word on a button, or in a question
MOST_ASKED = 3  # questions about one message
MOST_WORDS = 12  # of what is hidden at once: to look for more takes ever longer
MOST_LISTED = 12  # words or terms typed at once
_AROUND = 24  # characters on each side of a word, so that it is clear which is meant
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,40}\]")
_LISTED = re.compile(r"[,;\n]| and ")
_ENDS = " \t\n.,!?;:\"'“”‘’()"  # noqa: RUF001 - quotes as phones type them


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a few, as they were typed; `shown` is what fits on a button."""

    words: RawWords
    shown: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that may be a name; `near` is how it stands in the redacted words."""

    term: Term
    near: str = field(repr=False)
    label: Label


def term(words: RawWords) -> Term:
    """Return words as they can be shown."""
    shown = " ".join(words.reveal().split())
    return Term(words, shown if len(shown) <= LONGEST_LABEL else f"{shown[: LONGEST_LABEL - 1]}…")


def hideable(preview: Preview) -> tuple[Term, ...]:
    """Return the readable words, each once: all of a short message; of a long one what stands out."""
    redaction = preview.redaction
    text = _read(preview.words)
    there = _once(preview.words, apart(_each(text), redaction.spans))
    if len(there) <= FEW:
        return there
    return _once(preview.words, sorted({*redaction.unusual, *redaction.suggestions}))


def showable(preview: Preview) -> tuple[Term, ...]:
    """Return what was hidden and may be shown, each once: nothing by which anybody could be reached."""
    return _once(preview.words, (span for span in preview.redaction.spans if span.label in SHOWABLE))


def placeholders(preview: Preview) -> tuple[tuple[int, int], ...]:
    """Return where placeholders stand in the redacted words: what is in brackets there and was not typed so."""
    typed = set(_BRACKETS.findall(preview.words.reveal()))
    found = _BRACKETS.finditer(preview.redaction.words.text)
    return tuple((one.start(), one.end()) for one in found if one[0] not in typed)


def plainly(words: RawWords) -> RawWords:
    """Return words as the redactor looks for them: in lower case, without what stands around and between them."""
    return RawWords(" ".join(_read(words).lows))


def stand_in(words: RawWords, *wanted: RawWords) -> bool:
    """Say whether words hold each of these, in any case."""
    text = _read(words)
    return all(_find(text, one) for one in wanted)


def is_readable(preview: Preview, wanted: RawWords) -> bool:
    """Say whether these stand anywhere where they are not hidden as a whole."""
    spans = preview.redaction.spans
    starts = [span.start for span in spans]
    inside = ((one, bisect_right(starts, one.start)) for one in _find(_read(preview.words), wanted))
    return any(not at or spans[at - 1].end < one.end for one, at in inside)


def is_hidden(preview: Preview, shown: RawWords) -> bool:
    """Say whether something that was to be shown is hidden still."""
    said = fold(shown.reveal())
    return any(fold(_cut(preview.words, span).reveal()) == said for span in preview.redaction.spans)


def listed(typed: RawWords) -> tuple[RawWords, ...]:
    """Return the words or terms of a list that was typed; of one that is too long to be meant as a list, none."""
    parts = [part.strip(_ENDS) for part in _LISTED.split(typed.reveal(), MOST_LISTED)]
    return tuple(RawWords(part) for part in parts if part) if len(parts) <= MOST_LISTED else ()


def asked(preview: Preview, decisions: tuple[Decision, ...]) -> tuple[Asked, ...]:
    """Return what may be a name and nobody has decided about, the likeliest first."""
    redaction = preview.redaction
    decided = {fold(one.term.reveal()) for one in decisions}
    pairs = list(zip(redaction.suggestions, redaction.words.suggestions, strict=False))
    found: dict[str, Asked] = {}
    for span, shown in sorted(pairs, key=lambda pair: (-pair[0].score, pair[0].start))[:MOST_ASKED]:
        one = term(_cut(preview.words, span))
        key = fold(one.words.reveal())
        if key not in decided:
            found.setdefault(key, Asked(one, _near(redaction.words.text, shown, one.shown), span.label))
    return tuple(found.values())


def council(preview: Preview, draft: Draft, councils: Choices) -> str | None:
    """Return the code of a council that the words name and that may be theirs; None if that is known, or none is."""
    if draft.council is not None:
        return None
    answered = {one.code for one in draft.decisions}
    named = mentioned(preview.words, preview.redaction, councils)
    return next((code for code in named if code not in answered), None)


def names_council(preview: Preview) -> bool:
    """Say whether the words name any council."""
    return any(span.label is Label.COUNCIL for span in preview.redaction.spans)


def _read(words: RawWords) -> Text:
    return read_text(words.reveal(), lambda _: 0)


def _each(text: Text) -> Iterator[Span]:
    return (Span(*text.place(word.start, word.end), Label.HIDDEN) for word in text.words)


def _find(text: Text, wanted: RawWords) -> list[Span]:
    lows = _read(wanted).lows
    return find_terms(text, phrases([" ".join(lows)])) if len(lows) <= MOST_WORDS else []


def _once(words: RawWords, spans: Iterable[Span]) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for span in spans:
        cut = _cut(words, span)
        found.setdefault(fold(cut.reveal()), term(cut))
    return tuple(found.values())


def _cut(words: RawWords, span: Span) -> RawWords:
    return RawWords(words.reveal()[span.start : span.end])


def _near(text: str, span: Span, shown: str) -> str:
    """Return a stretch of redacted words around one of them, cut between words."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start:
        before = f"…{before.partition(' ')[2]}"
    if end < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return " ".join(f"{before}{shown}{after}".split())
