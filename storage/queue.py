"""The voices that wait, page by page: urgent first, then oldest. Functions take an open connection to intake.db."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from storage.deadlines import Deadlines
from storage.model import AgeBand, Flag, Kind, Section
from storage.submissions import HARD

if TYPE_CHECKING:
    import sqlite3

    from storage.submissions import Submission
    from storage.viewer import Viewer

OPENING = 240  # characters
MOST = 1_000  # voices of a list that are counted: a page has to be quick, however many wait
_SELECT = (
    "SELECT id, urgent, day_received, substr(words, 1, ?), theme, kind, age_band, language, jigsaw, flags, section, "  # noqa: S608 - ours
    f"set_by, {HARD} FROM submissions INDEXED BY "
)
# No state or section is a parameter, so that SQLite sees that each of these is its index.
_TO_READ = "state = 'waiting' AND section NOT IN ('hold', 'lead')"
_ASIDE = "state = 'waiting' AND section != '' AND section = "
_MINE = " AND NOT (section = 'second' AND set_by = :account)"
_FREE = (
    " AND NOT EXISTS (SELECT 1 FROM claims WHERE submission = submissions.id AND account != :account AND until > :now)"
)


class Listing(StrEnum):
    """What a list of voices that wait is of."""

    ALL = "all"
    LEAD = "lead"
    URGENT = "urgent"
    OVERDUE = "overdue"
    SECOND = "second"
    RETURNED = "returned"
    HOLD = "hold"
    LANGUAGE = "language"


_WHERE = {
    Listing.ALL: f"to_read WHERE {_TO_READ}",
    Listing.URGENT: f"to_read WHERE {_TO_READ}",
    Listing.OVERDUE: f"to_read WHERE {_TO_READ}",
    Listing.LANGUAGE: f"not_english WHERE {_TO_READ} AND language != 'en'",
    Listing.LEAD: f"set_aside WHERE {_ASIDE}'lead'",
    Listing.SECOND: f"set_aside WHERE {_ASIDE}'second'",
    Listing.RETURNED: f"set_aside WHERE {_ASIDE}'returned'",
    Listing.HOLD: f"set_aside WHERE {_ASIDE}'hold'",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a voice stands, or stood, in the queue."""

    urgent: bool
    day: date
    id: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A voice that waits, as a list shows it. `opening` is how its words begin, `set_by` who put it in its section."""

    place: Place
    opening: str
    theme: str | None
    kind: Kind | None
    age_band: AgeBand | None
    language: str
    jigsaw: bool  # someone who knows the person might know who it is
    flags: tuple[Flag, ...]
    section: Section = Section.NONE
    set_by: str = ""
    distressing: bool = False  # it may be hard to read, so no list shows how it begins

    def __repr__(self) -> str:
        """Say how long the opening is, never what it says."""
        return f"<waiting, {len(self.opening)} characters>"


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for which list, on which day, and what is overdue by then."""

    who: Viewer | None = None
    listing: Listing = Listing.ALL
    today: date | None = None
    deadlines: Deadlines = field(default_factory=Deadlines)


ANYBODY = Asking()


def place_of(voice: Submission) -> Place:
    """Return where a voice stands, or would stand if it waited."""
    return Place(voice.urgent, voice.day_received, voice.id)


def queue(
    conn: sqlite3.Connection, after: Place | None = None, *, limit: int = 25, asking: Asking = ANYBODY
) -> list[Waiting]:
    """Return the voices of a list behind a place, or from the first one on."""
    found: list[Waiting] = []
    for urgent in _halves(asking):
        if after is not None and urgent > after.urgent:
            continue  # all of these stand before it
        behind = after if after is not None and urgent == after.urgent else None
        where, values = _part(asking, urgent=urgent)
        found += _rows(conn, where, values, behind, limit - len(found))
    return found


def count(conn: sqlite3.Connection, asking: Asking) -> int:
    """Return how many voices a list holds, at most `MOST`; of second opinions, those that the viewer can give."""
    total = 0
    for urgent in _halves(asking):
        where, values = _part(asking, urgent=urgent)
        if asking.listing is Listing.SECOND and asking.who:
            where, values = f"{where}{_MINE}", {**values, "account": asking.who.account}
        part = f"SELECT count(*) FROM (SELECT 1 FROM submissions INDEXED BY {where} LIMIT :most)"  # noqa: S608 - ours
        total += conn.execute(part, {**values, "most": MOST - total}).fetchone()[0]
    return total


def next_free(
    conn: sqlite3.Connection,
    asking: Asking,
    now: float,
    after: Place | None = None,
    *,
    besides: frozenset[int] = frozenset(),
    mild: bool = False,
) -> int | None:
    """Return the first voice of a list that nobody else reads now, and that isn't waiting for somebody else.

    It stands behind a place, if one is given, is none of those `besides`, and a `mild` one if that is asked.
    """
    if asking.who is None:
        return None
    for urgent in _halves(asking):
        if (after is not None and urgent > after.urgent) or (mild and urgent):
            continue
        where, values = _part(asking, urgent=urgent)
        if mild:
            where += f" AND NOT {HARD}"
        if after is not None and urgent == after.urgent:
            where += " AND (day_received, id) > (:after_day, :after_id)"
            values |= {"after_day": after.day.isoformat(), "after_id": after.id}
        values |= {"account": asking.who.account, "now": int(now), "limit": len(besides) + 1}
        rows = conn.execute(
            f"SELECT id FROM submissions INDEXED BY {where}{_MINE}{_FREE} "  # noqa: S608 - ours
            "ORDER BY day_received, id LIMIT :limit",
            values,
        )
        if found := next((row[0] for row in rows if row[0] not in besides), None):
            return int(found)
    return None


def _halves(asking: Asking) -> tuple[bool, ...]:
    """Return whether urgent voices, and then others, are in a list."""
    return (True,) if asking.listing is Listing.URGENT else (True, False)


def _part(asking: Asking, *, urgent: bool) -> tuple[str, dict[str, object]]:
    """Return the index and the condition of one half of a list, and its values."""
    where = f"{_WHERE[asking.listing]} AND urgent = :urgent"
    values: dict[str, object] = {"urgent": int(urgent)}
    if asking.listing is Listing.OVERDUE:
        where += " AND day_received <= :overdue"
        values["overdue"] = asking.deadlines.latest_overdue(asking.today or date.today(), urgent=urgent).isoformat()
    if asking.who and asking.who.hidden is not None and not (asking.listing is Listing.LEAD and asking.who.leads):
        where += " AND coalesce(council, '') != :hidden"
        values["hidden"] = asking.who.hidden
    return where, values


def _rows(
    conn: sqlite3.Connection, where: str, values: dict[str, object], after: Place | None, limit: int
) -> list[Waiting]:
    if after is not None:
        where += " AND (day_received, id) > (:after_day, :after_id)"
        values |= {"after_day": after.day.isoformat(), "after_id": after.id}
    rows = conn.execute(
        f"{_SELECT.replace('?', ':opening')}{where} ORDER BY day_received, id LIMIT :limit",
        {**values, "opening": OPENING, "limit": limit},
    )
    return [_from_row(row) for row in rows]


def _from_row(row: tuple[Any, ...]) -> Waiting:
    number, urgent, day, opening, theme, kind, age_band, language, jigsaw, flags, section, set_by, distressing = row
    return Waiting(
        Place(bool(urgent), date.fromisoformat(day), number),
        opening or "",
        theme,
        Kind(kind) if kind else None,
        AgeBand(age_band) if age_band else None,
        language,
        bool(jigsaw),
        tuple(map(Flag, flags.split())),
        Section(section),
        set_by,
        bool(distressing),
    )
