"""Lays the counts out as tables: of one detail with shares, of two with a row and a column for each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desk.lab.showing import Showing
    from desk.lab.site import Lab

_EVERYTHING = "everything"
_ORDER = (_EVERYTHING, "theme", "kind", "council", "age_band", "speaker", "quarter")
# Before the first release every count is kept safe, as if there were something to hide: better say that there is none.
_READ = (
    "select about, value, beside, value_beside, voices, symbol, release from counts "
    "where exists (select 1 from releases)"
)
LOW, HIDDEN = "k", "c"  # symbols of official statistics: rounds to nothing; confidential

_Row = tuple[str, str, str, str, int | None, str | None, int | None]
_Found = dict[tuple[str, str, str, str], _Row]


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a symbol in its place; `release` is the one that it was counted at."""

    number: int | None
    symbol: str | None
    release: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    heading: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its rows are about, what its columns are called, and its rows. `wide`: of two details."""

    about: str
    beside: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


async def tables(lab: Lab) -> list[Table]:
    """Return every table of the counts, those of one detail first."""
    return lay_out(lab.showing, await lab.pages.execute_fn(read_counts))


def read_counts(connection: sqlite3.Connection) -> list[_Row]:
    """Return the rows of the counts that are published."""
    return [tuple(row) for row in connection.execute(_READ)]


def lay_out(showing: Showing, rows: Sequence[_Row]) -> list[Table]:
    """Return the rows of `counts` as tables."""
    found = {row[:4]: row for row in rows}
    pairs = sorted({(row[0], row[2]) for row in rows}, key=lambda pair: (pair[1] != "", _rank(pair[0]), _rank(pair[1])))
    return [_two(showing, found, *pair) if pair[1] else _one(showing, found, pair[0]) for pair in pairs]


def _rank(about: str) -> int:
    return _ORDER.index(about) if about in _ORDER else -1


def _one(showing: Showing, found: _Found, about: str) -> Table:
    everything = _number(found, _EVERYTHING, _EVERYTHING)
    lines = (
        Line(showing.value(about, value), (count := _number(found, about, value), share(count, everything)))
        for value in _values(showing, found, about)
    )
    columns = (showing.heading("voices"), showing.heading("share"))
    return Table(showing.heading(about), "", columns, tuple(lines))


def _two(showing: Showing, found: _Found, about: str, beside: str) -> Table:
    others = _values(showing, found, beside)
    lines = (
        Line(
            showing.value(about, value),
            (_number(found, about, value), *(_number(found, about, value, beside, other) for other in others)),
        )
        for value in _values(showing, found, about)
    )
    foot = Line(
        showing.value("", _EVERYTHING),
        (_number(found, _EVERYTHING, _EVERYTHING), *(_number(found, beside, other) for other in others)),
    )
    columns = (showing.value("", _EVERYTHING), *(showing.value(beside, other) for other in others))
    return Table(showing.heading(about), showing.heading(beside), columns, (*lines, foot))


def _values(showing: Showing, found: _Found, about: str) -> list[str]:
    rows: list[dict[str, Any]] = [{"about": row[0], "value": row[1]} for row in found.values() if not row[2]]
    return [row["value"] for row in showing.ordered(about, rows)]


def _number(found: _Found, about: str, value: str, beside: str = "", value_beside: str = "") -> Number:
    row = found.get((about, value, beside, value_beside))
    return Number(*row[4:]) if row else Number(None, HIDDEN)


def share(count: Number, everything: Number) -> Number:
    """Return how many in a hundred a count is, of the rounded numbers alone: it tells nothing that they don't."""
    if count.number is None or not everything.number:
        return Number(None, HIDDEN)
    percent = min(100, round(100 * count.number / everything.number))
    return Number(percent, None) if percent else Number(None, LOW)
