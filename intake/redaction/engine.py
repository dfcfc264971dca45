"""Runs the detectors over a message, settles what is hidden, and fails closed. Keeps nothing between messages."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intake.redaction import (
    addresses,
    ages,
    asides,
    codes,
    dates,
    initials,
    jigsaw,
    names,
    numbers,
    places,
    postcodes,
    shapes,
    slips,
    tagger,
)
from intake.redaction.councils import (
    find_councils,
    label_councils,
    listed_names,
    same,
    with_their_words,
    without_halves,
)
from intake.redaction.detectors import NoDetector, find_more, load_detectors
from intake.redaction.entities import as_elsewhere
from intake.redaction.foreign import load_foreign
from intake.redaction.lexicon import load_lexicon, phrases
from intake.redaction.lists import fold
from intake.redaction.mask import mask
from intake.redaction.people import short_names
from intake.redaction.result import Redaction, RedactionFailed
from intake.redaction.sense import MANY, Known, placeholders
from intake.redaction.settle import (
    NAMED,
    apart,
    find_figures,
    find_kept,
    find_terms,
    join,
    join_names,
    reaching,
    settle,
    show,
    wish,
    without,
)
from intake.redaction.spread import spread
from intake.redaction.tagger import load_model
from intake.redaction.text import Text, read_text
from intake.redaction.unusual import find_unusual
from intake.wishes import NO_WISHES
from storage.model import ENGLISH, OTHER, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from intake.raw import RawWords
    from intake.redaction.detectors import Detect
    from intake.redaction.foreign import Foreign
    from intake.redaction.lexicon import Lexicon, Phrases
    from intake.redaction.people import ShortNames
    from intake.redaction.result import Redactor
    from intake.wishes import Wishes
    from storage.model import Span

    Detector = Callable[[Text], Iterable[Span]]

MODEL = Path(__file__).parent / "model" / "names.msgpack.gz"
DIGEST = MODEL.with_name("names.sha256")


def load_redactor(
    *, keep: Iterable[str] = (), hide: Iterable[str] = (), seconds: float = 2.0, detectors: Iterable[str] = ()
) -> Redactor:
    """Return a redactor that never hides `keep`, always hides `hide`, and gives up after `seconds`.

    `detectors` of other makers may hide more. Raises RedactionFailed, at once, if a list or a detector is missing, or
    if the model is not the one that was shipped.
    """
    try:
        lexicon, model = load_lexicon(keep, hide), load_model(MODEL, DIGEST.read_text("ascii").strip())
        foreign, councils = load_foreign(), phrases(name for names in listed_names() for name in names)
        also = short_names()
    except (OSError, ImportError, ValueError) as error:
        kind = type(error).__name__
        what = f"a list or the model of the redactor can't be read ({kind}): install care-voice again"
        raise RedactionFailed(what) from error
    try:
        others = load_detectors(detectors)
    except NoDetector as error:
        raise RedactionFailed(str(error)) from error
    find_names, find_style = tagger.find_names(model, lexicon.ranks), tagger.find_style(model, lexicon.ranks)
    return _Engine(lexicon, foreign, also, _detectors(lexicon, councils), find_names, find_style, others, seconds)


def _detectors(lexicon: Lexicon, councils: Phrases) -> tuple[Detector, ...]:
    return (
        shapes.find_emails,
        shapes.find_links,
        shapes.find_handles,
        postcodes.find_postcodes,
        postcodes.find_towns,
        dates.find_dates,
        codes.find_receipts,
        codes.find_machines,
        numbers.find_numbers(lexicon.keep_numbers),
        numbers.find_codes,
        numbers.find_cued_codes,
        numbers.find_spoken_numbers,
        slips.find_slipped(lexicon.keep_numbers),
        slips.find_spelled_codes,
        ages.find_ages,
        addresses.find_addresses,
        places.find_places(lexicon.places),
        places.find_organisations,
        find_councils(councils),
        initials.find_initials,
        asides.find_asides,
    )


@dataclass(frozen=True, slots=True)
class _Engine:
    lexicon: Lexicon
    foreign: Foreign
    also: ShortNames
    detectors: tuple[Detector, ...]
    find_names: Detector  # in English
    find_style: Callable[[Text], str]  # likewise
    others: tuple[Detect, ...]
    seconds: float

    def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Return the message redacted; raises RedactionFailed for any failure, or when its time is over."""
        with suppress(Exception):
            return self._redact(words.reveal(), wishes)
        # raised outside the handler, so that neither its cause nor its context can carry the words
        raise RedactionFailed("the words could not be redacted")

    def _redact(self, raw: str, wishes: Wishes) -> Redaction:
        ends = time.monotonic() + self.seconds
        text = read_text(raw, self.lexicon.look_up)
        found: list[Span] = []
        other = self.foreign.languages.other(text)
        # the model knows English alone: in other languages the rules say less that is wrong
        for detect in (*self.detectors, self.find_names if other is None else names.find_names):
            found.extend(detect(text))
            if time.monotonic() > ends:
                raise TimeoutError
        kept, own = find_kept(text, self.lexicon.keep), find_kept(text, self.lexicon.own)
        ordered = find_terms(text, self.lexicon.hide)
        hidden, there = list(ordered), placeholders(raw)
        if other is None:
            kept = join([*kept, *self._figures(text)])
        else:
            found.extend(self.foreign.find_named(text))
            hidden += apart(self.foreign.hide(text, other), join([*kept, *own, *there]))
            kept = join([*kept, *self.foreign.keep(text, other)])
        found = without(sorted(found), there, frozenset(Label))
        kept = without_halves(raw, kept, found)
        spans, asked = settle(without(without(found, kept), own, NAMED), hidden)
        spans = join_names(raw, join(spread(text, spans, self.lexicon)))
        more: list[Span] = []
        if self.others:  # after all else, so that nothing they say can keep something readable
            more = join(without(without(find_more(self.others, raw), kept), own, NAMED))
            spans = join_names(raw, join([*spans, *spread(text, more, self.lexicon)]))
        if wishes.show:  # what a deployment always hides stays so, and the moderator is asked about the rest
            spans, shown = show(raw, spans, frozenset(_folded(wishes.show)), reaching([*found, *more]))
            spans, asked = join([*spans, *ordered]), join([*asked, *shown])
        if wishes.hide:
            wished = wish(asked, find_terms(text, phrases(_folded(wishes.hide))))
            spans = join_names(raw, join([*spans, *wished]))
        if len(spans) > MANY:
            spans = [span._replace(label=Label.HIDDEN) for span in spans]
        spans = label_councils(raw, as_elsewhere(raw, spans, self.lexicon.look_up))
        suggestions = apart(asked, with_their_words(raw, spans))
        council = None if wishes.council is None else same(wishes.council.reveal())
        known = Known(self.lexicon.look_up, self.also, other is None, council, jigsaw.find(text, spans))
        words = mask(raw, spans, suggestions, known)
        if time.monotonic() > ends:
            raise TimeoutError
        unusual = tuple(apart(find_unusual(text), spans)) if len(spans) <= MANY else ()
        return Redaction(words, tuple(spans), tuple(suggestions), OTHER if other else ENGLISH, unusual)

    def _figures(self, text: Text) -> list[Span]:
        """Return where public figures stand that care talk names; what is told to the public may be about anyone."""
        figures = find_figures(text, self.lexicon.figures)
        return figures if figures and self.find_style(text) == "c" else []


def _folded(terms: Iterable[RawWords]) -> Iterator[str]:
    return (fold(term.reveal()) for term in terms)
