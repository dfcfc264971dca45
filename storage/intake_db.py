"""`intake.db`: how it is made, brought up to date and opened. Never served to the lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import NotOurs
from storage.intake_tables import migrations
from storage.opening import connect, connect_reader, created, immediate, make_folder

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

# Application ids ("CVin", "CVdm"): a file of the demonstration can't be opened by a real deployment, nor the other
# way about.
REAL, DEMO = 0x4356696E, 0x4356646D


def create_intake(path: Path, *, demo: bool) -> None:
    """Make a new, empty intake.db (0600, in a folder of 0700) for a demonstration or a real deployment.

    Raises:
        FileExistsError: there is one already.
    """
    make_folder(path.parent)
    with created(path, stamp=_stamp(demo=demo)) as conn:
        migrate(conn)


def migrate_intake(path: Path, *, demo: bool) -> None:
    """Bring an existing intake.db up to this version. Only `init` and `run` do this.

    Raises:
        NotOurs: the file is of another kind, or of a newer care-voice.
    """
    conn = connect(path, stamp=_stamp(demo=demo))
    try:
        migrate(conn)
    finally:
        conn.close()


def open_intake(path: Path, *, demo: bool) -> sqlite3.Connection:
    """Open intake.db for writing. Raises what `connect` raises, and `NotOurs` if its tables are of another version."""
    return _checked(connect(path, stamp=_stamp(demo=demo)))


def read_intake(path: Path, *, demo: bool) -> sqlite3.Connection:
    """Open intake.db for reading only. Raises what `open_intake` raises."""
    return _checked(connect_reader(path, stamp=_stamp(demo=demo)))


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the tables of an open intake.db up to this version. Raises `NotOurs` if they are of a newer care-voice."""
    _refuse_newer(conn)
    with immediate(conn):
        migrations.apply(conn)


def _checked(conn: sqlite3.Connection) -> sqlite3.Connection:
    try:
        refuse_other_versions(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def refuse_other_versions(conn: sqlite3.Connection) -> None:
    """Raise `NotOurs` if the tables of an open intake.db are of an older or a newer care-voice."""
    _refuse_newer(conn)
    if migrations.names - migrations.applied(conn):
        raise NotOurs("intake.db is of an older care-voice. Start care-voice run once: it brings it up to date.")


def _refuse_newer(conn: sqlite3.Connection) -> None:
    if migrations.applied(conn) - migrations.names:
        raise NotOurs("intake.db was made by a newer care-voice. Install that version again.")


def _stamp(*, demo: bool) -> int:
    return DEMO if demo else REAL
