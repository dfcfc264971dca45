"""Takes a voice back at once and leaves a minute to undo that, before it is erased for good.

In that minute it is in no queue, no release and no search, and nobody can read it; what has to be known to bring it
back as it was is kept. All of it is in intake.db, so neither a crash nor a restart loses the withdrawal. Times are
seconds since 1970. Functions run inside a transaction of their caller's, who then does what is due (see `storage.due`);
but not `erase_left`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.due import Due, mark
from storage.model import State
from storage.opening import immediate
from storage.submissions import find, read
from storage.withdrawal import bury

if TYPE_CHECKING:
    import sqlite3

    from storage.keys import Keys
    from storage.release import Thresholds
    from storage.submissions import Submission
    from storage.withdrawal import Tombstones

SECONDS = 60


def leave(conn: sqlite3.Connection, keys: Keys, code: str, now: float) -> bool:
    """Take the voice back that a receipt code stands for; False if there is none (any more)."""
    submission = find(conn, keys, code)
    if submission is None:
        return False
    voice = read(conn, submission, leaving=True)
    if voice.state is not State.LEAVING:
        conn.execute("INSERT INTO leaving VALUES (?, ?, ?)", (submission, voice.state, int(now) + SECONDS))
        _move(conn, voice, State.LEAVING)
    return True


def stay(conn: sqlite3.Connection, keys: Keys, code: str, now: float) -> bool:
    """Bring a voice back as it was, within its minute; False if that is over, or there is no such voice."""
    submission = find(conn, keys, code)
    row = conn.execute(
        "SELECT state FROM leaving WHERE submission = ? AND until > ?", (submission, int(now))
    ).fetchone()
    if submission is None or row is None:
        return False
    conn.execute("DELETE FROM leaving WHERE submission = ?", (submission,))
    voice = read(conn, submission, leaving=True)
    _move(conn, voice, State(row[0]))
    conn.execute("INSERT OR REPLACE INTO stayed VALUES (?, ?)", (submission, voice.version + 1))
    return True


def stay_again(conn: sqlite3.Connection, submission: int, version: int) -> None:
    """Bring a voice back that is leaving in an older copy, if it is, and came back later, as this version."""
    row = conn.execute("SELECT state FROM leaving WHERE submission = ?", (submission,)).fetchone()
    if row is not None:
        conn.execute("DELETE FROM leaving WHERE submission = ?", (submission,))
        conn.execute("UPDATE submissions SET state = ?, version = ? WHERE id = ?", (row[0], version, submission))


def erase_left(
    intake: sqlite3.Connection,
    published: sqlite3.Connection,
    thresholds: Thresholds,
    tombstones: Tombstones,
    now: float,
) -> int | None:
    """Erase for good what left a minute ago; return the seconds until the next one's minute is over, None if none left.

    A crash in the middle leaves what the next call finishes.

    Raises:
        StorageError: a `-wal` file may still hold it; the next `bury` wipes it.
    """
    with immediate(intake):
        gone, wait = over(intake, now)
    if gone:
        tombstones.add(*gone)
        bury(intake, published, gone, thresholds)
    return wait


def over(intake: sqlite3.Connection, now: float) -> tuple[list[int], int | None]:
    """Return the voices whose minute is over, which none of them can undo any more, and when the next one's is.

    A time that is far ahead comes of a clock that was put back: it counts as over.
    """
    passed = (int(now), int(now) + 2 * SECONDS)
    intake.execute("UPDATE leaving SET until = 0 WHERE until <= ? OR until > ?", passed)
    gone = [row[0] for row in intake.execute("SELECT submission FROM leaving WHERE until = 0")]
    (until,) = intake.execute("SELECT min(until) FROM leaving WHERE until > 0").fetchone()
    return gone, None if until is None else until - int(now)


def leaving(conn: sqlite3.Connection) -> list[int]:
    """Return the voices that were taken back and are not erased yet."""
    return [row[0] for row in conn.execute("SELECT submission FROM leaving")]


def _move(conn: sqlite3.Connection, voice: Submission, state: State) -> None:
    conn.execute("UPDATE submissions SET state = ?, version = version + 1 WHERE id = ?", (state, voice.id))
    if voice.released_in is not None:
        mark(conn, Due.SYNC)
