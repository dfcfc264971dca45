"""Replaces what is hidden by placeholders. The only maker of RedactedWords; the hidden words never come back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intake.redaction.sense import pieces
from storage.model import RedactedWords, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.redaction.sense import Known


def mask(raw: str, spans: Sequence[Span], suggestions: Sequence[Span], known: Known) -> RedactedWords:
    """Return `raw` with every span replaced. Spans and suggestions are sorted, and disjoint from one another."""
    parts: list[str] = []
    moved, asked = 0, list(reversed(suggestions))
    kept: list[Span] = []
    end = 0
    for piece in pieces(raw, spans, suggestions, known):
        kept.extend(_move(asked, piece.start, moved))
        parts += raw[end : piece.start], piece.text
        moved += len(piece.text) - (piece.end - piece.start)
        end = piece.end
    kept.extend(_move(asked, len(raw), moved))
    parts.append(raw[end:])
    counts = Counter(span.label for span in spans)
    return RedactedWords("".join(parts), tuple(sorted(counts.items())), tuple(kept), known.jigsaw)


def _move(asked: list[Span], before: int, by: int) -> list[Span]:
    """Take the suggestions that end at or before `before`, moved to where they stand in the redacted text."""
    moved = []
    while asked and asked[-1].end <= before:
        span = asked.pop()
        moved.append(Span(span.start + by, span.end + by, span.label, span.score))
    return moved
