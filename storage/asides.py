"""Where voices that wait were put, by whom and why, with a note of the moderators' own. A note goes with the words.

Every function takes an open connection to intake.db; what changes something runs inside a transaction of its caller's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from storage.model import Section

if TYPE_CHECKING:
    import sqlite3

FIRST = "first-approval"  # the reason of a voice that was approved once and needs two people


@dataclass(frozen=True, slots=True)
class Aside:
    """Where a decision put a voice; `until` is the day on which it comes back."""

    decision: int
    section: Section
    account: str
    reason: str
    until: date | None = None
    note: str = field(default="", repr=False)


def set_aside(conn: sqlite3.Connection, submission: int, aside: Aside) -> None:
    """Write down where a decision put a voice."""
    until = aside.until.isoformat() if aside.until else None
    conn.execute(
        "INSERT INTO asides VALUES (?, ?, ?, ?, ?, ?, ?)",
        (aside.decision, submission, aside.section, aside.account, aside.reason, until, aside.note),
    )


def last_aside(conn: sqlite3.Connection, submission: int) -> Aside | None:
    """Return where a voice was put last; None if it never was."""
    row = conn.execute(
        "SELECT decision, section, account, reason, until, note FROM asides WHERE submission = ? "
        "ORDER BY decision DESC LIMIT 1",
        (submission,),
    ).fetchone()
    if row is None:
        return None
    decision, section, account, reason, until, note = row
    day = date.fromisoformat(until) if until else None
    return Aside(decision, Section(section), account, reason, day, note)


def drop_aside(conn: sqlite3.Connection, submission: int) -> None:
    """Forget where a voice was put last."""
    conn.execute(
        "DELETE FROM asides WHERE decision = (SELECT max(decision) FROM asides WHERE submission = ?)", (submission,)
    )


def come_back(conn: sqlite3.Connection, today: date) -> int:
    """Bring back the voices that were held until today or before; returns how many."""
    return conn.execute(
        "UPDATE submissions SET section = 'returned' WHERE state = 'waiting' AND section != '' AND section = 'hold' "
        "AND (SELECT until FROM asides WHERE submission = submissions.id ORDER BY decision DESC LIMIT 1) <= ?",
        (today.isoformat(),),
    ).rowcount


def is_coming_back(conn: sqlite3.Connection, today: date) -> bool:
    """Tell whether a voice that is held comes back by today."""
    row = conn.execute(
        "SELECT 1 FROM submissions WHERE state = 'waiting' AND section != '' AND section = 'hold' "
        "AND (SELECT until FROM asides WHERE submission = submissions.id ORDER BY decision DESC LIMIT 1) <= ? LIMIT 1",
        (today.isoformat(),),
    ).fetchone()
    return row is not None
