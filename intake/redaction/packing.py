"""A redaction in plain values, as it goes from the process that redacts to the doors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake.redaction.result import Redaction
from storage.model import Jigsaw, Label, RedactedWords, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = {label.value: label for label in Label}  # Label() itself runs Python for every span


def unpacked(answer: tuple[Any, ...]) -> Redaction:
    """Return the redaction that `packed` took apart."""
    text, hidden, kept, jigsaw, spans, suggestions, unusual, language = answer
    counts = tuple((_LABELS[label], count) for label, count in hidden)
    words = RedactedWords(text, counts, _spans(kept), tuple(map(Jigsaw, jigsaw)))
    return Redaction(words, _spans(spans), _spans(suggestions), language, _spans(unusual))


def _spans(plain: Sequence[tuple[int, int, str, float]]) -> tuple[Span, ...]:
    return tuple(Span(start, end, _LABELS[label], score) for start, end, label, score in plain)


def packed(redaction: Redaction) -> tuple[Any, ...]:
    """Return a redaction as plain values."""
    words = redaction.words
    hidden = [(label.value, count) for label, count in words.hidden]
    jigsaw = [reason.value for reason in words.jigsaw]
    spans = map(_plain, (redaction.spans, redaction.suggestions, redaction.unusual))
    return (words.text, hidden, _plain(words.suggestions), jigsaw, *spans, redaction.language)


def _plain(spans: Sequence[Span]) -> list[tuple[int, int, str, float]]:
    return [(span.start, span.end, span.label.value, span.score) for span in spans]
