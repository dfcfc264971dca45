"""Who reads which voice now, so that two people never do the same work. A claim runs out unless its reader works on.

Times are seconds since 1970. Every function takes an open connection to intake.db; what changes something runs inside
a transaction of its caller's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import Refused

if TYPE_CHECKING:
    import sqlite3

MINUTES = 30


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody reads a voice, and has it to themselves until then."""

    account: str
    until: int


def claimed(conn: sqlite3.Connection, submission: int, now: float) -> Claim | None:
    """Return whose a voice is now, if anybody's; a time far ahead comes of a clock that was put back."""
    row = conn.execute("SELECT account, until FROM claims WHERE submission = ?", (submission,)).fetchone()
    return Claim(*row) if row and now < row[1] <= now + 24 * 60 * 60 else None


def claim(conn: sqlite3.Connection, submission: int, account: str, now: float, *, minutes: int = MINUTES) -> Claim:
    """Claim a voice, or go on with it; returns whose it then is, which may be somebody else's still."""
    held = claimed(conn, submission, now)
    if held is not None and held.account != account:
        return held
    return take_over(conn, submission, account, now, minutes=minutes)


def take_over(conn: sqlite3.Connection, submission: int, account: str, now: float, *, minutes: int = MINUTES) -> Claim:
    """Claim a voice, whoever reads it now."""
    mine = Claim(account, int(now) + minutes * 60)
    conn.execute(
        "INSERT INTO claims SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM submissions WHERE id = ?) "
        "ON CONFLICT (submission) DO UPDATE SET account = excluded.account, until = excluded.until",
        (submission, mine.account, mine.until, submission),
    )
    return mine


def work_on(conn: sqlite3.Connection, submission: int, account: str, now: float, *, minutes: int = MINUTES) -> None:
    """Let somebody work on a voice, which they then have for longer.

    Raises:
        Refused: somebody else reads it now.
    """
    held = claim(conn, submission, account, now, minutes=minutes)
    if held.account != account:
        raise Refused(f"{held.account} is reading this voice. Nothing was changed: read the next one, or take it over.")


def leave_it(conn: sqlite3.Connection, submission: int, account: str) -> None:
    """Let others have a voice."""
    conn.execute("DELETE FROM claims WHERE submission = ? AND account = ?", (submission, account))


def leave_all(conn: sqlite3.Connection, account: str) -> None:
    """Let others have whatever somebody was reading, and forget claims that ran out."""
    conn.execute("DELETE FROM claims WHERE account = ? OR until <= strftime('%s', 'now')", (account,))


def mine(conn: sqlite3.Connection, account: str, now: float) -> list[int]:
    """Return what somebody began to read and has to themselves, last begun first."""
    rows = conn.execute(
        "SELECT submission FROM claims CROSS JOIN submissions ON id = submission "
        "WHERE account = ? AND until > ? AND state = 'waiting' ORDER BY until DESC",
        (account, int(now)),
    )
    return [row[0] for row in rows]
