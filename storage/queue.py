"""The voices that wait, page by page: urgent first, then oldest. Functions take an open connection to intake.db."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.model import AgeBand, Flag, Kind

if TYPE_CHECKING:
    import sqlite3

    from storage.submissions import Submission

OPENING = 240  # characters
# The state is not a parameter, so that SQLite sees which index this is.
_SELECT = (
    "SELECT id, urgent, day_received, substr(words, 1, ?), theme, kind, age_band, language, jigsaw, flags "
    "FROM submissions WHERE state = 'waiting' AND "
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a voice stands, or stood, in the queue."""

    urgent: bool
    day: date
    id: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A voice that waits, as a list shows it. `opening` is how its words begin."""

    place: Place
    opening: str
    theme: str | None
    kind: Kind | None
    age_band: AgeBand | None
    language: str
    jigsaw: bool  # someone who knows the person might know who it is
    flags: tuple[Flag, ...]

    def __repr__(self) -> str:
        """Say how long the opening is, never what it says."""
        return f"<waiting, {len(self.opening)} characters>"


def place_of(voice: Submission) -> Place:
    """Return where a voice stands, or would stand if it waited."""
    return Place(voice.urgent, voice.day_received, voice.id)


def queue(conn: sqlite3.Connection, after: Place | None = None, *, limit: int = 25) -> list[Waiting]:
    """Return the voices that wait behind a place, or from the first one on."""
    found: list[Waiting] = []
    for urgent in (True, False):
        if after is not None and urgent > after.urgent:
            continue  # all of these stand before it
        behind = after if after is not None and urgent == after.urgent else None
        found += _part(conn, behind, limit - len(found), urgent=urgent)
    return found


def _part(conn: sqlite3.Connection, after: Place | None, limit: int, *, urgent: bool) -> list[Waiting]:
    where, params = "urgent = ?", [OPENING, int(urgent)]
    rest = (after.day.isoformat(), after.id) if after else ()
    if after:
        where += " AND (day_received, id) > (?, ?)"
    rows = conn.execute(f"{_SELECT}{where} ORDER BY day_received, id LIMIT ?", (*params, *rest, limit))
    return [_from_row(row) for row in rows]


def _from_row(row: tuple[int, int, str, str | None, str | None, str | None, str | None, str, str, str]) -> Waiting:
    number, urgent, day, opening, theme, kind, age_band, language, jigsaw, flags = row
    return Waiting(
        Place(bool(urgent), date.fromisoformat(day), number),
        opening or "",
        theme,
        Kind(kind) if kind else None,
        AgeBand(age_band) if age_band else None,
        language,
        bool(jigsaw),
        tuple(map(Flag, flags.split())),
    )
