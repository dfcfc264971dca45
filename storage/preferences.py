"""How each moderator likes to read. Nothing else is remembered of them here: not what they read, nor when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def shows_at_once(conn: sqlite3.Connection, account: str) -> bool:
    """Tell whether somebody wants to see words at once that may be hard to read."""
    return (
        conn.execute("SELECT 1 FROM preferences WHERE account = ? AND at_once = 1", (account,)).fetchone() is not None
    )


def show_at_once(conn: sqlite3.Connection, account: str, *, at_once: bool) -> None:
    """Remember how somebody likes it. Runs inside a transaction of its caller's."""
    conn.execute(
        "INSERT INTO preferences VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET at_once = excluded.at_once",
        (account, int(at_once)),
    )
