"""Files are opened safely or not at all."""

from __future__ import annotations

import sqlite3
import stat
import threading
import time
from typing import TYPE_CHECKING

import pytest

from storage import opening
from storage.errors import NotOurs, StorageError, Unsafe
from storage.opening import connect, connect_reader, immediate, make_file, make_folder, truncate_wal, wipe
from tests.storage.deployment import create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Open = Callable[..., sqlite3.Connection]

STAMP = 0x74657374


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a file of ours with a table of notes."""
    path = tmp_path / "our.db"
    conn = create(path, stamp=STAMP)
    conn.execute("CREATE TABLE notes (text TEXT)")
    conn.close()
    return path


@pytest.fixture
def conn(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to it, opened for writing."""
    conn = connect(path, stamp=STAMP)
    yield conn
    conn.close()


def mode(path: Path) -> int:
    """Return the permission bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("no_umask")
def test_a_new_file_has_its_mode_and_content(tmp_path: Path) -> None:
    """A file is made with its mode, whatever the umask."""
    make_file(tmp_path / "new", b"content", 0o640)
    assert mode(tmp_path / "new") == 0o640
    assert (tmp_path / "new").read_bytes() == b"content"


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    """Making a file that is there fails and leaves it as it was."""
    make_file(tmp_path / "new", b"first")
    with pytest.raises(FileExistsError):
        make_file(tmp_path / "new", b"second")
    assert (tmp_path / "new").read_bytes() == b"first"


@pytest.mark.usefixtures("no_umask")
def test_a_new_folder_shuts_others_out(tmp_path: Path) -> None:
    """A folder is made with its mode; one that is there keeps the mode its owner gave it."""
    make_folder(tmp_path / "new")
    assert mode(tmp_path / "new") == 0o700
    make_folder(tmp_path / "new", 0o755)
    assert mode(tmp_path / "new") == 0o700


@pytest.mark.parametrize("open_it", [connect, connect_reader])
def test_a_missing_file_is_not_made(tmp_path: Path, open_it: Open) -> None:
    """Opening never makes an empty database where one is missing."""
    with pytest.raises(NotOurs, match="missing"):
        open_it(tmp_path / "our.db", stamp=STAMP)
    assert not (tmp_path / "our.db").exists()


@pytest.mark.parametrize("open_it", [connect, connect_reader])
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, open_it: Open) -> None:
    """A database that doesn't carry our stamp is refused before anything in it changes."""
    path = tmp_path / "theirs.db"
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE theirs (x)")
    theirs.close()
    path.chmod(0o600)
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="something else"):
        open_it(path, stamp=STAMP)
    assert path.read_bytes() == before


@pytest.mark.parametrize("open_it", [connect, connect_reader])
def test_a_file_that_others_can_read_is_refused(path: Path, open_it: Open) -> None:
    """A mode wider than it has to be stops the opening, and the message says how to put it right."""
    path.chmod(0o644)
    with pytest.raises(Unsafe, match="chmod 600"):
        open_it(path, stamp=STAMP)


@pytest.mark.parametrize(
    ("name", "effective"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1), ("temp_store", 2)],
)
def test_the_pragmas_are_effective(conn: sqlite3.Connection, name: str, effective: object) -> None:
    """A connection for writing has every pragma that the promises need."""
    assert conn.execute(f"PRAGMA {name}").fetchone() == (effective,)


def test_a_pragma_without_effect_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If SQLite answers something else than was asked for, the file is not used."""
    monkeypatch.setitem(opening._PRAGMAS, "synchronous", ("NORMAL", 2))
    with pytest.raises(Unsafe, match="synchronous is 1, not 2"):
        connect(path, stamp=STAMP)


@pytest.mark.parametrize("name", ["plain", "50%41 off?", "a#b", "mode=rwc&x"])
def test_a_reader_reads_and_cannot_write(tmp_path: Path, name: str) -> None:
    """A reader sees what is committed and can change nothing, whatever the folder is called."""
    make_folder(tmp_path / name)
    writer = create(tmp_path / name / "our.db", stamp=STAMP)
    writer.execute("CREATE TABLE notes (text TEXT)")
    reader = connect_reader(tmp_path / name / "our.db", stamp=STAMP)
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("INSERT INTO notes VALUES ('x')")
    reader.close()
    writer.close()


def test_a_block_that_fails_leaves_nothing(conn: sqlite3.Connection) -> None:
    """An exception inside `immediate` takes everything back and goes on up."""
    with pytest.raises(sqlite3.Error), immediate(conn):
        conn.executemany("INSERT INTO notes VALUES (?)", [("half",), (object(),)])
    assert not conn.in_transaction
    assert conn.execute("SELECT count(*) FROM notes").fetchone() == (0,)


def test_a_commit_that_fails_leaves_no_transaction_open(conn: sqlite3.Connection) -> None:
    """When COMMIT itself is refused, the connection can be used again."""
    conn.execute("CREATE TABLE parts (whole INTEGER REFERENCES wholes (id) DEFERRABLE INITIALLY DEFERRED)")
    conn.execute("CREATE TABLE wholes (id INTEGER PRIMARY KEY)")
    with pytest.raises(sqlite3.IntegrityError), immediate(conn):
        conn.execute("INSERT INTO parts VALUES (1)")
    assert not conn.in_transaction
    assert conn.execute("SELECT count(*) FROM parts").fetchone() == (0,)


def test_a_wal_that_a_reader_holds_is_reported(conn: sqlite3.Connection, path: Path) -> None:
    """Erasing is never said to be done while a reader keeps the `-wal` file."""
    conn.execute("INSERT INTO notes VALUES ('x')")
    reader = connect(path, stamp=STAMP)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM notes").fetchall()
    conn.execute("DELETE FROM notes")
    with pytest.raises(StorageError, match="Run this again"):
        truncate_wal(conn, seconds=0.1)
    reader.close()
    truncate_wal(conn)
    assert path.with_name("our.db-wal").stat().st_size == 0
    assert conn.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_waiting_for_a_reader_keeps_no_writer_out(conn: sqlite3.Connection, path: Path) -> None:
    """While one process waits to empty the `-wal` file, the doors go on storing."""
    reader, door = connect(path, stamp=STAMP), connect(path, stamp=STAMP)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM notes").fetchall()
    conn.execute("INSERT INTO notes VALUES ('x')")
    waiting = threading.Thread(target=truncate_wal, args=(conn,))
    waiting.start()
    started = time.monotonic()
    for _ in range(20):
        with immediate(door):
            door.execute("INSERT INTO notes VALUES ('new')")
        time.sleep(0.01)
    took = time.monotonic() - started
    assert waiting.is_alive()
    reader.close()
    waiting.join()
    door.close()
    assert took < 3


def test_wiping_keeps_what_was_not_deleted(conn: sqlite3.Connection, path: Path) -> None:
    """After a wipe the file holds the rows that are left, its stamp and an empty `-wal`."""
    conn.execute("INSERT INTO notes VALUES ('stays'), ('vanishes')")
    conn.execute("DELETE FROM notes WHERE text = 'vanishes'")
    wipe(conn)
    assert conn.execute("SELECT text FROM notes").fetchall() == [("stays",)]
    assert conn.execute("PRAGMA application_id").fetchone() == (STAMP,)
    assert path.with_name("our.db-wal").stat().st_size == 0
    assert b"vanishes" not in path.read_bytes()
