"""A place for voices that nobody keeps: an intake.db in memory, gone with its connection. It never touches a disk."""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

from storage import leaving
from storage.consent import Changed, change_consent
from storage.intake_db import migrate
from storage.keys import Keys
from storage.opening import immediate
from storage.submissions import find

if TYPE_CHECKING:
    from storage.model import Consent

_SECRET_LENGTH = 32


def open_rehearsal() -> sqlite3.Connection:
    """Make an empty intake.db in memory."""
    conn = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    conn.execute("PRAGMA temp_store = MEMORY")
    migrate(conn)
    return conn


def draw_keys() -> Keys:
    """Draw keys that are good for one rehearsal."""
    return Keys(*(secrets.token_bytes(_SECRET_LENGTH) for _ in range(4)))


def take_back(conn: sqlite3.Connection, keys: Keys, code: str) -> bool:
    """Forget the voice that a code stands for; False if there is none. Nothing of a rehearsal is published."""
    submission = find(conn, keys, code)
    if submission is None:
        return False
    with immediate(conn):
        _forget(conn, submission)
    return True


def erase_left(conn: sqlite3.Connection, now: float) -> int | None:
    """Forget what left a minute ago; return the seconds until the next one's minute is over, None if none left."""
    with immediate(conn):
        gone, wait = leaving.over(conn, now)
        for submission in gone:
            _forget(conn, submission)
    return wait


def leave(conn: sqlite3.Connection, keys: Keys, code: str, now: float) -> bool:
    """Let a voice leave; False if there is none."""
    with immediate(conn):
        return leaving.leave(conn, keys, code, now)


def stay(conn: sqlite3.Connection, keys: Keys, code: str, now: float) -> bool:
    """Bring a voice back that left; False if it is too late."""
    with immediate(conn):
        return leaving.stay(conn, keys, code, now)


def choose(conn: sqlite3.Connection, keys: Keys, code: str, consent: Consent) -> Changed | None:
    """Change how the voice that a code stands for may be used; None if there is none."""
    with immediate(conn):
        return change_consent(conn, keys, code, consent)


def _forget(conn: sqlite3.Connection, submission: int) -> None:
    conn.execute("DELETE FROM submissions WHERE id = ?", (submission,))
    for table in ("receipts", "leaving", "stayed"):
        conn.execute(f"DELETE FROM {table} WHERE submission = ?", (submission,))  # noqa: S608 - ours
