"""Moderators' accounts in intake.db. Sees password hashes only: hashing and checking are the desk's."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from storage.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

MODERATOR = "moderator"


def add_account(conn: sqlite3.Connection, name: str, password_hash: str, role: str = MODERATOR) -> None:
    """Make an account.

    Raises:
        Refused: the name is taken.
    """
    try:
        conn.execute("INSERT INTO accounts VALUES (?, ?, ?)", (name, role, password_hash))
    except sqlite3.IntegrityError:
        raise Refused("There is an account of that name already. Choose another name.") from None


def password_hash(conn: sqlite3.Connection, name: str) -> str | None:
    """Return what a password of this account is checked against, or None."""
    row = conn.execute("SELECT password_hash FROM accounts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def role_of(conn: sqlite3.Connection, name: str) -> str | None:
    """Return what an account may do, or None."""
    row = conn.execute("SELECT role FROM accounts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def account_names(conn: sqlite3.Connection) -> list[str]:
    """Return the names of all accounts."""
    return [row[0] for row in conn.execute("SELECT name FROM accounts ORDER BY name")]


def remove_account(conn: sqlite3.Connection, name: str) -> bool:
    """Take an account away; its decisions stay. Returns False if there was none."""
    return bool(conn.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount)


def account_rows(conn: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return all accounts as they are stored, for another intake.db."""
    return conn.execute("SELECT name, role, password_hash FROM accounts ORDER BY name").fetchall()


def put_accounts(conn: sqlite3.Connection, rows: Iterable[tuple[str, str, str]]) -> None:
    """Put these in the place of all accounts there are. Runs inside a transaction of its caller's."""
    conn.execute("DELETE FROM accounts")
    conn.executemany("INSERT INTO accounts (name, role, password_hash) VALUES (?, ?, ?)", rows)
