"""Workshops: each has a code that its poster's link brings, so that a voice is known to come from there.

Who was there is nowhere. Functions take an open connection to intake.db; those that change something run inside a
transaction of their caller's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.handed_out import hand_out, named

if TYPE_CHECKING:
    import sqlite3

WORDS_IN_A_LINK = 3  # of 7,775: 38 bits; a poster shows it to everybody, so it only has to be nobody else's


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop. `voices`: how many of those that are kept came from any workshop of this name."""

    name: str
    code: str
    closed: bool
    voices: int


def add_workshop(conn: sqlite3.Connection, name: str) -> str:
    """Open a workshop; returns the code for its link. Raises `Refused`: one of this name is open, or it is no name."""
    name = named(name, "workshop")
    if conn.execute("SELECT 1 FROM workshops WHERE name = ? AND NOT closed", (name,)).fetchone():
        raise Refused(f"A workshop called {name} is open already: see care-voice workshop list.")
    return hand_out(conn, "INSERT OR IGNORE INTO workshops VALUES (?, ?, 0)", name, WORDS_IN_A_LINK)


def close_workshop(conn: sqlite3.Connection, name: str) -> None:
    """Close a workshop; what came from it stays. Raises `Refused` if none of this name is open."""
    name = " ".join(name.split())
    if not conn.execute("UPDATE workshops SET closed = 1 WHERE name = ? AND NOT closed", (name,)).rowcount:
        raise Refused("No open workshop has that name. See care-voice workshop list.")


def workshops(conn: sqlite3.Connection) -> list[Workshop]:
    """Return every workshop there is or was, by name."""
    rows = conn.execute(
        "SELECT name, code, closed, (SELECT count(*) FROM submissions WHERE workshop = name) FROM workshops "
        "ORDER BY name COLLATE NOCASE, closed, code"
    )
    return [Workshop(name, code, bool(closed), voices) for name, code, closed, voices in rows]


def workshop(conn: sqlite3.Connection, code: str) -> str | None:
    """Return the name of the open workshop that has this code; None if none has."""
    row = conn.execute("SELECT name FROM workshops WHERE code = ? AND NOT closed", (code.casefold(),)).fetchone()
    return None if row is None else str(row[0])
