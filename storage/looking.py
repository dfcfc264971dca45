"""Looks at a database file without changing it, its folder or its side files, also while others write to it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.errors import NotOurs
from storage.intake_db import DEMO, REAL, refuse_other_versions
from storage.opening import _PRAGMAS
from storage.published_db import _VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER, _WAL = b"SQLite format 3\0", b"\2\2"  # sqlite.org/fileformat.html, 1.3: bytes 18 and 19 say how it is written
_STEPS = 10_000  # of SQLite's machine, between two looks at the clock


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database to be looked at.

    Without a `-wal` file nobody writes, and SQLite is told so: else it would make side files, and leave them.
    """
    how = "mode=ro" if side_file(path).exists() else "mode=ro&immutable=1"
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        conn.execute("PRAGMA busy_timeout = 2000")
        yield conn
    finally:
        conn.close()


def side_file(path: Path) -> Path:
    """Return where the `-wal` file of a database is, if there is one."""
    return path.with_name(f"{path.name}-wal")


def is_database(path: Path) -> bool:
    """Tell whether a file that nobody has open begins as SQLite's do."""
    with path.open("rb") as handle:
        return handle.read(len(_HEADER)) == _HEADER


def weak_pragmas(conn: sqlite3.Connection, path: Path) -> list[str]:
    """Return the names of pragmas that don't take effect on this file with this SQLite."""
    journal = [] if _journal_is_wal(conn, path) else ["journal_mode"]
    asked = {name: pragma for name, pragma in _PRAGMAS.items() if name != "journal_mode"}
    return journal + [name for name, (wanted, expected) in asked.items() if _set(conn, name, wanted) != expected]


def _journal_is_wal(conn: sqlite3.Connection, path: Path) -> bool:
    # While others have it open we don't read it ourselves: closing it would end our SQLite's locks on it (fcntl(2)).
    if side_file(path).exists():
        return bool(conn.execute("PRAGMA journal_mode").fetchone() == ("wal",))
    with path.open("rb") as handle:
        return handle.read(20)[18:] == _WAL


def _set(conn: sqlite3.Connection, name: str, wanted: str) -> object:
    conn.execute(f"PRAGMA {name} = {wanted}")  # of this connection alone
    return conn.execute(f"PRAGMA {name}").fetchone()[0]


def is_of_kind(conn: sqlite3.Connection, *, demo: bool) -> bool:
    """Tell whether a file belongs to this kind of deployment."""
    return bool(conn.execute("PRAGMA application_id").fetchone() == (DEMO if demo else REAL,))


def check_intake_version(conn: sqlite3.Connection) -> None:
    """Raise `NotOurs`, with what to do, if intake.db is of another version."""
    refuse_other_versions(conn)


def check_published_version(conn: sqlite3.Connection) -> None:
    """Raise `NotOurs`, with what to do, if published.db is of another version."""
    if conn.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        raise NotOurs("published.db was made by another version of care-voice. Install that version again.")


def is_whole(path: Path, seconds: float) -> bool | None:
    """Tell whether SQLite finds no damage in a file; None if it can't tell within `seconds`."""
    began_still = not side_file(path).exists()
    whole = _is_whole(path, seconds)
    if whole is False and began_still and side_file(path).exists():
        return _is_whole(path, seconds)  # somebody began to write meanwhile
    return whole


def _is_whole(path: Path, seconds: float) -> bool | None:
    deadline = time.monotonic() + seconds
    with looking(path) as conn:
        conn.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
        try:
            return bool(conn.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.OperationalError:  # interrupted
            if time.monotonic() > deadline:
                return None
            raise
        except sqlite3.DatabaseError:
            return False


def latest_day(conn: sqlite3.Connection) -> str | None:
    """Return the latest ISO date in intake.db on which a voice came in."""
    row = conn.execute("SELECT max(day_received) FROM submissions").fetchone()
    return None if row[0] is None else str(row[0])


def lacks(conn: sqlite3.Connection) -> list[str]:
    """Return what this SQLite was built without, of what is needed; `conn` is a new database in memory."""
    options = {row[0] for row in conn.execute("PRAGMA compile_options")}
    missing = [
        name for name, option in (("temp_store", "TEMP_STORE=0"), ("threads", "THREADSAFE=0")) if option in options
    ]
    for name, statement in (
        ("strict", "CREATE TABLE strict_one (a INTEGER) STRICT"),
        ("fts5", "CREATE VIRTUAL TABLE words USING fts5 (a, tokenize = porter)"),
    ):
        try:
            conn.execute(statement)
        except sqlite3.OperationalError:
            missing.append(name)
    return missing
