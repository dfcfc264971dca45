"""A place for voices that nobody keeps: an intake.db in memory, gone with its connection. It never touches a disk."""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

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
    return Keys(*(secrets.token_bytes(_SECRET_LENGTH) for _ in range(2)))


def take_back(conn: sqlite3.Connection, keys: Keys, code: str) -> bool:
    """Forget the voice that a code stands for; False if there is none. Nothing of a rehearsal is published."""
    submission = find(conn, keys, code)
    if submission is None:
        return False
    with immediate(conn):
        conn.execute("DELETE FROM submissions WHERE id = ?", (submission,))
        conn.execute("DELETE FROM receipts WHERE submission = ?", (submission,))
    return True


def choose(conn: sqlite3.Connection, keys: Keys, code: str, consent: Consent) -> Changed | None:
    """Change how the voice that a code stands for may be used; None if there is none."""
    with immediate(conn):
        return change_consent(conn, keys, code, consent)
