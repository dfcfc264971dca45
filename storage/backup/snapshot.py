"""intake.db as bytes and back: taken while others write, opened in memory alone."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from storage.errors import NotOurs
from storage.intake_db import DEMO, REAL, migrate
from storage.opening import connect_reader

if TYPE_CHECKING:
    from pathlib import Path

_READ_AND_WRITE = slice(18, 20)  # 1: rollback journal; 2: WAL, which a database in memory can't have (fileformat2.html)


def take(path: Path, *, demo: bool) -> bytes:
    """Return intake.db as it is at one moment. Nobody waits for it, and it waits for nobody.

    Raises what `connect_reader` raises; its tables may be of an older care-voice.
    """
    conn = connect_reader(path, stamp=DEMO if demo else REAL)
    try:
        conn.execute("BEGIN")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it sees one state of the file
        return conn.serialize()
    finally:
        conn.close()


def open_in_memory(content: bytes, *, demo: bool) -> sqlite3.Connection:
    """Open what `take` returned, in memory, whole and brought up to this version.

    Raises:
        NotOurs: it is damaged, of the other kind of deployment, or of a newer care-voice.
    """
    conn = deserialized(content)
    try:
        _check(conn, DEMO if demo else REAL)
        migrate(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def deserialized(content: bytes) -> sqlite3.Connection:
    """Open a database in memory as it is, whole or not."""
    writable = bytearray(content)
    writable[_READ_AND_WRITE] = b"\1\1"
    conn = sqlite3.connect(":memory:", isolation_level=None)
    conn.deserialize(bytes(writable))
    return conn


def _check(conn: sqlite3.Connection, stamp: int) -> None:
    try:
        whole = conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise NotOurs("The database in this copy is damaged. Take another copy.")
    if conn.execute("PRAGMA application_id").fetchone() != (stamp,):
        raise NotOurs("The database in this copy is of another kind of deployment. Take another copy.")
