"""The addresses of advocates' organisations: each has a code of its own behind the plus sign of ours.

So a voice is known to come through an organisation by the address that was used, and never by who used it. Functions
take an open connection to intake.db; those that change something run inside a transaction of their caller's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.handed_out import hand_out, named

if TYPE_CHECKING:
    import sqlite3

WORDS_IN_AN_ADDRESS = 4  # of 7,775: 51 bits, and one word short of a receipt code


@dataclass(frozen=True, slots=True)
class Relay:
    """An organisation's address. `voices`: how many of those that are kept came by any address of this name."""

    name: str
    code: str
    revoked: bool
    voices: int


def add_relay(conn: sqlite3.Connection, name: str) -> str:
    """Give an organisation an address of its own; returns the code in it.

    Raises:
        Refused: it has one that works, or this is no name.
    """
    name = named(name, "organisation")
    if conn.execute("SELECT 1 FROM relays WHERE name = ? AND NOT revoked", (name,)).fetchone():
        raise Refused(
            f"{name} has an address already: see care-voice relay list. For another one, revoke that one first."
        )
    return hand_out(conn, "INSERT OR IGNORE INTO relays VALUES (?, ?, 0)", name, WORDS_IN_AN_ADDRESS)


def revoke_relay(conn: sqlite3.Connection, name: str) -> None:
    """Take an organisation's address away; what came by it stays. Raises `Refused` if there is none that works."""
    name = " ".join(name.split())
    if not conn.execute("UPDATE relays SET revoked = 1 WHERE name = ? AND NOT revoked", (name,)).rowcount:
        raise Refused("No address that works belongs to an organisation of that name. See care-voice relay list.")


def relays(conn: sqlite3.Connection) -> list[Relay]:
    """Return every address there is or was, by name."""
    rows = conn.execute(
        "SELECT name, code, revoked, (SELECT count(*) FROM submissions WHERE relay = name) FROM relays "
        "ORDER BY name COLLATE NOCASE, revoked, code"
    )
    return [Relay(name, code, bool(revoked), voices) for name, code, revoked, voices in rows]


def organisation(conn: sqlite3.Connection, code: str, *, revoked: bool = False) -> str | None:
    """Return whose address this code is in; None if nobody's, or (unless `revoked`) if it was taken away."""
    row = conn.execute("SELECT name FROM relays WHERE code = ? AND revoked <= ?", (code, revoked)).fetchone()
    return None if row is None else str(row[0])
