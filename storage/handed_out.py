"""Codes that are handed out under a name, to advocates' organisations and workshops: drawn, and their names checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.receipts import new_code

if TYPE_CHECKING:
    import sqlite3

LONGEST_NAME = 100  # characters


def named(name: str, what: str) -> str:
    """Return a name as it is kept. Raises `Refused` if this is none: it is shown in terminals and on pages."""
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise Refused(f"Write the name of the {what}: {LONGEST_NAME} characters at most.")
    return name


def hand_out(conn: sqlite3.Connection, insert: str, name: str, words: int) -> str:
    """Draw a code of so many words that nobody has and keep it; `insert` takes a code and a name."""
    while True:
        code = new_code(words)
        if conn.execute(insert, (code, name)).rowcount:
            return code
