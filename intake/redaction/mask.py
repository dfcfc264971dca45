"""Replaces what is hidden by placeholders. The only maker of RedactedWords; the hidden words never come back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from intake.redaction.lists import fold
from intake.redaction.text import TOKEN
from storage.model import Label, RedactedWords, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.model import Jigsaw

PLACEHOLDERS = {
    Label.PLACE: "[place]",
    Label.COUNCIL: "[council]",
    Label.ORG: "[organisation]",
    Label.ADDRESS: "[address]",
    Label.POSTCODE: "[postcode]",
    Label.PHONE: "[phone]",
    Label.EMAIL: "[email]",
    Label.URL: "[link]",
    Label.HANDLE: "[handle]",
    Label.DATE: "[date]",
    Label.AGE: "[age]",
    Label.ID: "[number]",
    Label.HIDDEN: "[hidden]",
}


def mask(
    raw: str, spans: Sequence[Span], suggestions: Sequence[Span], jigsaw: tuple[Jigsaw, ...] = ()
) -> RedactedWords:
    """Return `raw` with every span replaced. Spans and suggestions are sorted, and disjoint from one another.

    `jigsaw` says why what is left could point to somebody all the same.
    """
    pieces: list[str] = []
    moved, asked = 0, list(reversed(suggestions))
    kept: list[Span] = []
    end, people = 0, _People()
    for span in spans:
        placeholder = people.call(raw[span.start : span.end]) if span.label is Label.NAME else PLACEHOLDERS[span.label]
        kept.extend(_move(asked, span.start, moved))
        pieces += raw[end : span.start], placeholder
        moved += len(placeholder) - (span.end - span.start)
        end = span.end
    kept.extend(_move(asked, len(raw), moved))
    pieces.append(raw[end:])
    counts = Counter(span.label for span in spans)
    return RedactedWords("".join(pieces), tuple(sorted(counts.items())), tuple(kept), jigsaw)


def _move(asked: list[Span], before: int, by: int) -> list[Span]:
    """Take the suggestions that end at or before `before`, moved to where they stand in the redacted text."""
    moved = []
    while asked and asked[-1].end <= before:
        span = asked.pop()
        moved.append(Span(span.start + by, span.end + by, span.label, span.score))
    return moved


class _People:
    """Numbers people within one message: the same first name, or a name alone, is the same person."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._last = 0

    def call(self, name: str) -> str:
        parts = TOKEN.findall(fold(name)) or [""]
        number = self._number.get(parts[0])
        if number is None:
            self._last += 1
            number = self._last
        for part in parts:
            self._number.setdefault(part, number)
        return f"[name {number}]"
