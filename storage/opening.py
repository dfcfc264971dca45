"""Opens SQLite files safely: file modes first, then pragmas, each asserted as effective.

Never trusts a default: what this SQLite was compiled with differs from machine to machine.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.errors import NotOurs, StorageError, Unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What is asked for, and what SQLite must answer. FULL: a commit survives a power cut (sqlite.org/wal.html).
# temp_store 2 is MEMORY: no temporary file ever holds a page of ours.
_PRAGMAS = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "busy_timeout": ("5000", 5000),
}


def make_folder(path: Path, mode: int = 0o700) -> None:
    """Make `path` with `mode`, whatever the umask; leave an existing folder as it is."""
    if not path.exists():
        path.mkdir(parents=True)
        path.chmod(mode)


def make_file(path: Path, content: bytes = b"", mode: int = 0o600) -> None:
    """Make a new file with `mode` and `content`, on disk before this returns.

    Raises:
        FileExistsError: the file is there already.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as handle:
        os.fchmod(descriptor, mode)
        handle.write(content)
        handle.flush()
        os.fsync(descriptor)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make a new or renamed entry of the folder survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def connect(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Open an existing file of ours for writing.

    `stamp` is the application id that the file must carry; transactions are begun by hand (see `immediate`).

    Raises:
        NotOurs: the file is missing, or carries another stamp.
        Unsafe: a pragma or the file's mode is not as it has to be.
    """
    if not path.exists():
        raise NotOurs(f"{path.name} is missing. Make the deployment with care-voice init, or restore a backup.")
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for name, (wanted, _) in _PRAGMAS.items():
            conn.execute(f"PRAGMA {name} = {wanted}")
        _check(conn, path, stamp, mode, tuple(_PRAGMAS))
    except BaseException:
        conn.close()
        raise
    return conn


def connect_reader(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Open an existing file of ours for reading only.

    Raises:
        NotOurs: the file is missing, or carries another stamp.
        Unsafe: a pragma or the file's mode is not as it has to be.
    """
    if not path.exists():
        raise NotOurs(f"{path.name} is missing. Make the deployment with care-voice init, or restore a backup.")
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
    try:
        for name in _READER_PRAGMAS:
            conn.execute(f"PRAGMA {name} = {_PRAGMAS[name][0]}")
        _check(conn, path, stamp, mode, _READER_PRAGMAS)
    except BaseException:
        conn.close()
        raise
    return conn


def create(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Make a new empty file with `mode` and `stamp`, and open it for writing.

    Made beforehand with its mode, because SQLite gives `-wal` and `-shm` the mode of the file itself.
    """
    make_file(path, mode=mode)
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute(f"PRAGMA application_id = {stamp:d}")
    conn.close()
    return connect(path, stamp=stamp, mode=mode)


def _check(conn: sqlite3.Connection, path: Path, stamp: int, mode: int, pragmas: tuple[str, ...]) -> None:
    for name in pragmas:
        (effective,) = conn.execute(f"PRAGMA {name}").fetchone()
        if effective != _PRAGMAS[name][1]:
            raise Unsafe(f"{path.name}: {name} is {effective}, not {_PRAGMAS[name][1]}. Use another SQLite build.")
    if conn.execute("PRAGMA application_id").fetchone() != (stamp,):
        raise NotOurs(
            f"{path.name} belongs to something else: a demonstration and a real deployment never share files. "
            "Give the other data folder with --data."
        )
    found = stat.S_IMODE(path.stat().st_mode)
    if found & ~mode:
        raise Unsafe(f"{path.name} can be read by others (mode {found:o}). Put it right with: chmod {mode:o} {path}")


@contextmanager
def immediate(conn: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Run a block in a transaction that takes the write lock at once.

    A deferred one fails with "database is locked" as soon as another writer comes between its read and its write,
    whatever the busy timeout.
    """
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield conn
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


def truncate_wal(conn: sqlite3.Connection, seconds: float = 20.0) -> None:
    """Empty the `-wal` file, in which deleted words live on until then.

    Raises:
        StorageError: readers kept it busy for all of `seconds`; what was deleted may still be in that file.
    """
    deadline = time.monotonic() + seconds
    while True:
        busy, _, _ = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
        if time.monotonic() > deadline:
            raise StorageError("Removed words may still be in a -wal file: a reader holds it. Run this again.")
        time.sleep(0.05)
