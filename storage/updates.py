"""How far Telegram's updates are done with. Every function takes an open connection to intake.db."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def next_update(conn: sqlite3.Connection) -> int:
    """Return the id of the first update that isn't done with; 0 before there was any."""
    row = conn.execute("SELECT id FROM next_update").fetchone()
    return 0 if row is None else int(row[0])


def brought_voice(conn: sqlite3.Connection, update: int) -> bool:
    """Say whether this update, which isn't done with, brought a voice, or an answer, that is kept."""
    brought = "SELECT 1 FROM updates WHERE id = ? UNION ALL SELECT 1 FROM answers_brought WHERE id = ?"
    return conn.execute(brought, (update, update)).fetchone() is not None


def advance(conn: sqlite3.Connection, update: int) -> None:
    """Remember that all updates below `update` are done with, and forget what they brought.

    Runs inside a transaction of its caller's. Only then may Telegram be asked for `update` (getUpdates, `offset`),
    which makes it forget those below. It may go back: after a week without updates Telegram counts on from a random
    number (core.telegram.org/bots/api#update), and an offset above that would bring the same updates for ever.
    """
    conn.execute("INSERT INTO next_update VALUES (1, ?) ON CONFLICT DO UPDATE SET id = excluded.id", (update,))
    for table in ("updates", "answers_brought"):
        conn.execute(f"DELETE FROM {table} WHERE id < ?", (update,))  # noqa: S608 - ours
