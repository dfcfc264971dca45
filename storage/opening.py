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
BUSY_MS = 5000
_ROOMY = -32_000  # KiB, as SQLite wants it
_PRAGMAS = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "busy_timeout": (str(BUSY_MS), BUSY_MS),
}
_READER_PRAGMAS = ("temp_store", "busy_timeout")  # the others are the writers' to set


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


def _missing(path: Path) -> NotOurs:
    """Return what to say of a file that is not there. The lab's can be made out of the other one."""
    if path.name == "published.db":
        return NotOurs(f"{path.name} is missing. Stop care-voice, and make it anew: care-voice restore --lab.")
    return NotOurs(f"{path.name} is missing. Make the deployment with care-voice init, or restore a backup.")


def connect(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Open an existing file of ours for writing.

    `stamp` is the application id that the file must carry; transactions are begun by hand (see `immediate`).

    Raises:
        NotOurs: the file is missing, or carries another stamp.
        Unsafe: a pragma or the file's mode is not as it has to be.
    """
    if not path.exists():
        raise _missing(path)
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    return _ready(conn, path, stamp, mode, tuple(_PRAGMAS))


def connect_reader(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Open an existing file of ours for reading only.

    Raises:
        NotOurs: the file is missing, or carries another stamp.
        Unsafe: a pragma or the file's mode is not as it has to be.
    """
    if not path.exists():
        raise _missing(path)
    address = f"{path.absolute().as_uri()}?mode=ro"
    conn = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    return _ready(conn, path, stamp, mode, _READER_PRAGMAS)


@contextmanager
def created(path: Path, *, stamp: int, mode: int = 0o600) -> Iterator[sqlite3.Connection]:
    """Make a new file with `mode` and `stamp`, whole or not at all: it gets its name once the block has filled it.

    Made beforehand with its mode, because SQLite gives `-wal` and `-shm` the mode of the file itself.

    Raises:
        FileExistsError: there is one already.
    """
    if path.exists():
        raise FileExistsError(path)
    new = path.with_name(f"{path.name}.new")
    for left in (new, *(new.with_name(f"{new.name}{tail}") for tail in ("-wal", "-shm"))):
        left.unlink(missing_ok=True)  # of a try that was cut short
    make_file(new, mode=mode)
    conn = sqlite3.connect(new, isolation_level=None)
    conn.execute(f"PRAGMA application_id = {stamp:d}")
    conn.close()
    conn = connect(new, stamp=stamp, mode=mode)
    try:
        yield conn
    finally:
        conn.close()
    new.rename(path)
    sync_folder(path.parent)


def _ready(conn: sqlite3.Connection, path: Path, stamp: int, mode: int, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    try:
        _check_ours(conn, path, stamp, mode)  # before any pragma, which would change a file that isn't ours
        for name in pragmas:
            _set(conn, path, name)
    except BaseException:
        conn.close()
        raise
    return conn


def _set(conn: sqlite3.Connection, path: Path, name: str) -> None:
    wanted, expected = _PRAGMAS[name]
    conn.execute(f"PRAGMA {name} = {wanted}")
    (effective,) = conn.execute(f"PRAGMA {name}").fetchone()
    if effective != expected:
        raise Unsafe(f"{path.name}: {name} is {effective}, not {expected}. Use another SQLite build.")


def _check_ours(conn: sqlite3.Connection, path: Path, stamp: int, mode: int) -> None:
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
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


@contextmanager
def made_again(conn: sqlite3.Connection, which: str) -> Iterator[None]:
    """Do without some indexes and triggers (`which` of sqlite_master) for a while, and make them again after it.

    Where much changes that takes less than keeping them in line. Runs inside a transaction of its caller's, so that
    nobody else ever finds one missing.
    """
    made = conn.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {which}").fetchall()  # noqa: S608 - ours
    for what, name, _ in made:
        conn.execute(f"DROP {what} {name}")
    yield
    for _, _, sql in made:
        conn.execute(sql)


@contextmanager
def roomy(*conns: sqlite3.Connection) -> Iterator[None]:
    """Let connections hold more of their files in memory for a while: where much changes, pages go out and in less."""
    before = [conn.execute("PRAGMA cache_size").fetchone()[0] for conn in conns]
    for conn in conns:
        conn.execute(f"PRAGMA cache_size = {_ROOMY}")
    try:
        yield
    finally:
        for conn, size in zip(conns, before, strict=True):
            conn.execute(f"PRAGMA cache_size = {size:d}")
            conn.execute("PRAGMA shrink_memory")


def wipe(conn: sqlite3.Connection) -> None:
    """Leave no trace of what was deleted, neither in the file nor in its `-wal`.

    VACUUM, because `secure_delete` overwrites a deleted row but not the copy of it that a rebalanced page keeps in
    its unused middle.

    Raises:
        StorageError: as `truncate_wal` does.
    """
    conn.execute("VACUUM")
    truncate_wal(conn)


def truncate_wal(conn: sqlite3.Connection, seconds: float = 20.0) -> None:
    """Empty the `-wal` file, in which deleted words live on until then.

    Raises:
        StorageError: readers kept it busy for all of `seconds`; what was deleted may still be in that file.
    """
    deadline = time.monotonic() + seconds
    conn.execute("PRAGMA busy_timeout = 0")  # a checkpoint that waits for a reader keeps every writer out meanwhile
    try:
        while _checkpoint_is_busy(conn):
            if time.monotonic() > deadline:
                raise StorageError("Removed words may still be in a -wal file: a reader holds it. Run this again.")
            time.sleep(0.05)
    finally:
        conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _checkpoint_is_busy(conn: sqlite3.Connection) -> bool:
    busy, _, _ = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return bool(busy)
