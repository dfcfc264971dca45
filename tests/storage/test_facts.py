"""The measured facts about SQLite on which storage is built: should one stop being true, we want to know."""

from __future__ import annotations

import random
import sqlite3
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from storage.opening import connect, immediate, truncate_wal, wipe
from tests.storage.deployment import create

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

STAMP = 0x74657374


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Give a new file of ours with a counter and a table of notes."""
    conn = create(tmp_path / "our.db", stamp=STAMP)
    conn.execute("CREATE TABLE counter AS SELECT 0 AS n")
    conn.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
    yield conn
    conn.close()


def test_a_deferred_transaction_fails_at_once(conn: sqlite3.Connection, tmp_path: Path) -> None:
    """Fact 1: a read, another's write, a write: locked, whatever the busy timeout. This is why `immediate` is there."""
    other = connect(tmp_path / "our.db", stamp=STAMP)
    conn.execute("BEGIN")
    conn.execute("SELECT n FROM counter").fetchall()
    other.execute("UPDATE counter SET n = n + 1")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        conn.execute("UPDATE counter SET n = n + 1")
    conn.execute("ROLLBACK")
    other.close()


def test_many_immediate_writers_are_never_locked_out(conn: sqlite3.Connection, tmp_path: Path) -> None:
    """Fact 1: writers that read, then write, all get through with `immediate`, and none overwrites another."""
    threads = [threading.Thread(target=_count_up, args=(tmp_path / "our.db", 50)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert conn.execute("SELECT n FROM counter").fetchone() == (200,)


def _count_up(path: Path, times: int) -> None:
    conn = connect(path, stamp=STAMP)
    for _ in range(times):
        with immediate(conn):
            (n,) = conn.execute("SELECT n FROM counter").fetchone()
            conn.execute("UPDATE counter SET n = ?", (n + 1,))
    conn.close()


def test_deleted_text_lives_on_in_the_wal(conn: sqlite3.Connection, tmp_path: Path) -> None:
    """Fact 2: neither `secure_delete` nor a passive checkpoint takes it out of `-wal`; TRUNCATE does."""
    wal = tmp_path / "our.db-wal"
    conn.execute("INSERT INTO notes (text) VALUES ('zanzibar')")
    conn.execute("DELETE FROM notes")
    conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
    assert b"zanzibar" in wal.read_bytes()
    truncate_wal(conn)
    assert b"zanzibar" not in wal.read_bytes() + (tmp_path / "our.db").read_bytes()


def test_deleted_text_lives_on_in_rebalanced_pages(conn: sqlite3.Connection, tmp_path: Path) -> None:
    """`secure_delete` forgets the copies that rebalancing leaves in a page's middle; `wipe` doesn't."""
    draw = random.Random(3)  # noqa: S311 - the same rows in every run
    texts = {draw.randrange(10**9): draw.randbytes(draw.randrange(10, 400)).hex() for _ in range(2000)}
    deleted = {number: text for number, text in texts.items() if number % 3}
    with immediate(conn):
        for number, text in texts.items():
            conn.execute("INSERT INTO notes VALUES (?, ?)", (number, text))
        for number in deleted:
            conn.execute("DELETE FROM notes WHERE id = ?", (number,))
    truncate_wal(conn)
    assert _left(tmp_path, deleted.values())
    wipe(conn)
    assert not _left(tmp_path, deleted.values())


def _left(folder: Path, texts: Iterable[str]) -> list[str]:
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    return [text for text in texts if text[-20:].encode() in kept]


def test_deleted_text_lives_on_in_the_full_text_index(conn: sqlite3.Connection, tmp_path: Path) -> None:
    """Fact 2: a deleted word stays in an FTS5 index until it is optimized."""
    conn.execute("CREATE VIRTUAL TABLE idx USING fts5 (text)")
    conn.execute("INSERT INTO idx VALUES ('zanzibar'), ('quagga')")
    conn.execute("DELETE FROM idx WHERE text = 'zanzibar'")
    wipe(conn)
    assert b"zanzibar" in (tmp_path / "our.db").read_bytes()
    conn.execute("INSERT INTO idx (idx) VALUES ('optimize')")
    wipe(conn)
    assert b"zanzibar" not in (tmp_path / "our.db").read_bytes()


@pytest.mark.usefixtures("no_umask")
def test_wal_and_shm_take_the_mode_of_the_file(tmp_path: Path) -> None:
    """Fact 4: made beforehand as 0600, a file lends its mode to `-wal` and `-shm`, whatever the umask."""
    conn = create(tmp_path / "private.db", stamp=STAMP)
    conn.execute("CREATE TABLE notes (text TEXT)")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    conn.close()
    assert modes == dict.fromkeys(("private.db", "private.db-wal", "private.db-shm"), 0o600)
