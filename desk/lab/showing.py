"""Turns codes and columns into what people read. Reads no database."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from desk.web.words import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from intake.wording import Wording

# Characters that no person types: they mark where the full-text index found a word.
FOUND, FOUND_END = "\x02", "\x03"
_QUARTER = re.compile(r"(\d{4}) Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


class Showing:
    """The words for one deployment's columns and codes."""

    def __init__(self, words: Wording, labels: Mapping[str, Mapping[str, str]]) -> None:
        self._words, self._labels = words, labels

    def heading(self, column: str) -> str:
        """Return what a column is called."""
        try:
            return self._words(f"lab-column-{column}")
        except KeyError:
            return column.replace("_", " ").capitalize()

    def value(self, column: str, value: object) -> str:
        """Return what a value of a column is called; a blank is a dash."""
        if value is None:
            return self._words("lab-blank")
        if column == "may_quote":
            return self._words("lab-may-quote" if value in {1, "1"} else "lab-do-not-quote")
        if column == "outcome":
            return self._words(f"lab-outcome-{value}")
        if value in {"everything", "not-said"}:
            return self._words(f"lab-{value}")
        if column in {"quarter", "content_notes"}:
            return self._period(str(value)) if column == "quarter" else self.notes(str(value))
        return self._labels.get(column, {}).get(str(value), str(value))

    def notes(self, codes: str) -> str:
        """Return what somebody may want to know before they read, in words; nothing for none."""
        return ", ".join(self._note(code) for code in codes.split())

    def options(self, column: str) -> Mapping[str, str]:
        """Return the codes of a column with what they are called, in the order in which they are shown."""
        return self._labels.get(column, {})

    def rank(self, column: str, value: object) -> int:
        """Return where a value stands among its column's labels; those without one come last."""
        known = list(self._labels.get(column, {}))
        return known.index(str(value)) if value in known else len(known)

    def ordered(self, about: str, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Return the rows of `counts` about one thing, in the order of its labels; who did not say comes last."""
        mine = [row for row in rows if row["about"] == about]
        return sorted(mine, key=lambda row: (row["value"] == "not-said", self.rank(about, row["value"]), row["value"]))

    def day(self, day: str) -> str:
        """Return an ISO date as people write it."""
        when = date.fromisoformat(day)
        month = self._words(f"lab-month-{when.month}", year=str(when.year))
        return self._words("lab-day", day=when.day, month=month)

    def _note(self, code: str) -> str:
        try:
            return self._words(f"content-note-{code}")
        except KeyError:
            return code

    def _period(self, period: str) -> str:
        if quarter := _QUARTER.fullmatch(period):
            return self._words(f"lab-quarter-{quarter[2]}", year=quarter[1])
        if month := _MONTH.fullmatch(period):
            return self._words(f"lab-month-{int(month[2])}", year=month[1])
        return period


def marked(text: str) -> Markup:
    """Return a voice as HTML: what the search found is marked, what redaction hid is set apart."""
    pieces, end = [Markup()], 0
    for hidden in HIDDEN.finditer(text):
        pieces += escape(text[end : hidden.start()]), Markup('<span class="hidden">{}</span>').format(hidden[0])
        end = hidden.end()
    safe = str(Markup().join([*pieces, escape(text[end:])]))
    return Markup(safe.replace(FOUND, "<mark>").replace(FOUND_END, "</mark>"))  # noqa: S704 - escaped just above
