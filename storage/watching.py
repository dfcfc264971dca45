"""What can't wait at the desk, whether it was told, and whether anybody reads. Holds numbers and times, never words.

A voice is noted here from when it can't wait until somebody opened it, with the hour in which that was noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_HOUR, _DAY = 60 * 60, 24 * 60 * 60
_UNOPENED = 0  # stands for all that nobody opened for long: no voice has this number
_CANT_WAIT = (
    "SELECT id FROM submissions WHERE state = 'waiting' AND section = 'lead' UNION ALL "
    "SELECT id FROM submissions WHERE state = 'waiting' AND urgent = 1 AND section != 'lead' "
    "AND NOT EXISTS (SELECT 1 FROM opened WHERE opened.submission = id)"
)
_LONG = (
    "SELECT 1 FROM submissions WHERE state = 'waiting' AND section != 'hold' AND day_received <= ? "
    "AND NOT EXISTS (SELECT 1 FROM opened WHERE opened.submission = id) LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """After how long what is to be done: see [alerts] in the settings."""

    again_hours: int = 4
    unopened_hours: int = 48
    urgent_hours: int = 24
    quiet_days: int = 7


def mark_opened(conn: sqlite3.Connection, submission: int, now: float) -> None:
    """Note that somebody opened a voice: not who."""
    conn.execute("INSERT OR IGNORE INTO opened SELECT id FROM submissions WHERE id = ?", (submission,))
    conn.execute("UPDATE alerting SET read_at = ? WHERE read_at < ?", (_hour(now), _hour(now)))


def watch(conn: sqlite3.Connection, limits: Limits, now: float) -> None:
    """Note what can't wait, and forget what can. Runs inside a transaction of its caller's."""
    conn.execute(f"DELETE FROM watched WHERE submission != ? AND submission NOT IN ({_CANT_WAIT})", (_UNOPENED,))  # noqa: S608 - our own statement
    conn.execute(
        f"INSERT OR IGNORE INTO watched SELECT id, ?, 0 FROM ({_CANT_WAIT})",  # noqa: S608
        (_hour(now),),
    )
    if conn.execute(_LONG, (_day(now - limits.unopened_hours * _HOUR - _DAY),)).fetchone():
        conn.execute("INSERT OR IGNORE INTO watched VALUES (?, ?, 0)", (_UNOPENED, _hour(now)))
    else:
        conn.execute("DELETE FROM watched WHERE submission = ?", (_UNOPENED,))


def is_due(conn: sqlite3.Connection, limits: Limits, now: float) -> bool:
    """Tell whether something has not been told yet, or so long ago that it has to be told again."""
    again = limits.again_hours * _HOUR
    found = conn.execute(
        "SELECT 1 FROM watched WHERE told_at = 0 OR (submission != ? AND told_at <= ?) OR told_at <= ? LIMIT 1",
        (_UNOPENED, now - again, now - max(again, _DAY)),  # what nobody opened for days is told once a day at most
    )
    return found.fetchone() is not None


def tell(conn: sqlite3.Connection, now: float, *, trouble: bool) -> None:
    """Note that it was told, all together; `trouble` if not everyone who should hear it could be reached."""
    conn.execute("UPDATE watched SET told_at = ?", (int(now),))
    conn.execute("UPDATE alerting SET sent_at = ?, failed_at = ?", (int(now), int(now) if trouble else 0))


def fail(conn: sqlite3.Connection, now: float) -> None:
    """Note that it could not be told; the first time since it last could counts."""
    conn.execute("UPDATE alerting SET failed_at = ? WHERE failed_at = 0", (int(now),))


def last_sent(conn: sqlite3.Connection) -> int:
    """Return when something was told last, in seconds since 1970; 0 if never."""
    return _number(conn, "SELECT sent_at FROM alerting")


def failing_since(conn: sqlite3.Connection) -> int:
    """Return since when nothing could be told, in seconds since 1970; 0 if it could."""
    return _number(conn, "SELECT failed_at FROM alerting")


def nobody_reads(conn: sqlite3.Connection, limits: Limits, now: float) -> bool:
    """Tell whether people who write must be told that nobody is reading now."""
    left = conn.execute(
        "SELECT 1 FROM watched WHERE submission != ? AND since <= ? "
        "AND NOT EXISTS (SELECT 1 FROM opened WHERE opened.submission = watched.submission) LIMIT 1",
        (_UNOPENED, now - limits.urgent_hours * _HOUR),
    )
    return left.fetchone() is not None or _is_quiet(conn, now - limits.quiet_days * _DAY)


def _is_quiet(conn: sqlite3.Connection, since: float) -> bool:
    """Tell whether voices have waited since then, and nobody has opened or decided anything."""
    waiting = conn.execute(
        "SELECT 1 FROM submissions WHERE state = 'waiting' AND section != 'hold' AND day_received <= ? LIMIT 1",
        (_day(since),),
    )
    if waiting.fetchone() is None or _number(conn, "SELECT read_at FROM alerting") > since:
        return False
    last = conn.execute("SELECT at FROM decisions ORDER BY id DESC LIMIT 1").fetchone()
    return last is None or datetime.fromisoformat(last[0]).timestamp() <= since


def _hour(now: float) -> int:
    return int(now) // _HOUR * _HOUR


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()


def _number(conn: sqlite3.Connection, statement: str) -> int:
    row = conn.execute(statement).fetchone()
    return int(row[0])
