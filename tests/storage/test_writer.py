"""The writer answers after the commit, and never loses or half-does a job."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from storage.errors import Busy, Closed
from storage.opening import connect
from storage.writer import Writer
from tests.storage.deployment import create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

STAMP = 0x74657374


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file with a table of notes, and one whose rows are checked at COMMIT."""
    conn = create(tmp_path / "our.db", stamp=STAMP)
    conn.execute("CREATE TABLE notes (text TEXT PRIMARY KEY)")
    conn.execute("CREATE TABLE doomed (note TEXT REFERENCES notes (text) DEFERRABLE INITIALLY DEFERRED)")
    conn.close()
    return tmp_path / "our.db"


@pytest.fixture
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """Give another connection, which sees only what is committed."""
    conn = connect(path, stamp=STAMP)
    yield conn
    conn.close()


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    """Give a writer of at most five jobs a group and ten that wait."""
    writer = Writer(connect(path, stamp=STAMP), group=5, waiting=10)
    yield writer
    writer.close()


@pytest.fixture
def gate(writer: Writer) -> Iterator[Callable[[], None]]:
    """Hold the writer up with a job of its own, so that what is submitted now waits together; call it to let go."""
    go, begun = threading.Event(), threading.Event()

    def hold(_: sqlite3.Connection) -> None:
        begun.set()
        go.wait(5)

    writer.submit(hold)
    begun.wait(5)
    yield go.set
    go.set()


def note(text: str, table: str = "notes") -> Callable[[sqlite3.Connection], str]:
    """Make a job that inserts `text` and returns it."""

    def job(conn: sqlite3.Connection) -> str:
        conn.execute(f"INSERT INTO {table} VALUES (?)", (text,))  # noqa: S608 - names of this test
        return text

    return job


def stored(conn: sqlite3.Connection) -> set[str]:
    """Return what is committed."""
    return {row[0] for row in conn.execute("SELECT text FROM notes UNION ALL SELECT note FROM doomed")}


def kept(futures: list[Future[str]]) -> set[str]:
    """Return the results of the jobs that were answered with one."""
    return {future.result(5) for future in futures if future.exception(5) is None}


def test_an_answer_comes_after_the_commit(writer: Writer, reader: sqlite3.Connection) -> None:
    """At the moment a job's future is done, other connections see what it wrote."""
    seen: list[set[str]] = []
    done = threading.Event()

    def look(_: Future[str]) -> None:
        seen.append(stored(reader))
        done.set()

    writer.submit(note("a")).add_done_callback(look)
    assert done.wait(5)
    assert seen == [{"a"}]


def test_jobs_that_wait_share_a_commit(writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]) -> None:
    """The first of a group is not answered before the last of it is written."""
    first, last = writer.submit(note("a")), writer.submit(lambda _: stored(reader))
    gate()
    assert first.result(5) == "a"
    assert last.result(5) == set()


def test_a_job_that_fails_takes_only_itself_back(
    writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]
) -> None:
    """Its neighbours in the group are stored, and it hears its own error."""

    def half(conn: sqlite3.Connection) -> str:
        conn.execute("INSERT INTO notes VALUES ('half')")
        raise KeyError

    futures = [writer.submit(job) for job in (note("a"), half, note("b"))]
    gate()
    assert kept(futures) == stored(reader) == {"a", "b"}
    assert isinstance(futures[1].exception(), KeyError)


def test_a_commit_that_fails_is_heard_by_everyone(
    writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]
) -> None:
    """If COMMIT is refused nothing of the group is stored, nobody is told that it was, and the writer goes on."""
    futures = [writer.submit(job) for job in (note("a"), note("b", "doomed"))]
    gate()
    assert kept(futures) == stored(reader) == set()
    assert writer.submit(note("c")).result(5) == "c"


def test_a_full_disk_loses_nothing_that_was_answered(path: Path, reader: sqlite3.Connection) -> None:
    """When the file can't grow, what was answered is stored, what wasn't is not, and the writer goes on."""
    conn = connect(path, stamp=STAMP)
    conn.execute("PRAGMA max_page_count = 30")
    writer = Writer(conn, group=3)
    futures = [writer.submit(note(f"{number}-" + "x" * 3000)) for number in range(100)]
    assert kept(futures) == stored(reader)
    assert {str(future.exception()) for future in futures} == {"None", "database or disk is full"}
    conn.execute("PRAGMA max_page_count = 1000")
    assert writer.submit(note("again")).result(5) == "again"
    writer.close()


def test_a_full_queue_is_said_at_once(writer: Writer, gate: Callable[[], None]) -> None:
    """When too many jobs wait, the next one is refused and not stored; those that wait are."""
    futures = [writer.submit(note(str(number))) for number in range(10)]
    with pytest.raises(Busy):
        writer.submit(note("too many"))
    gate()
    assert kept(futures) == {str(number) for number in range(10)}


def test_closing_finishes_what_waits(writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]) -> None:
    """Jobs queued before `close` are stored and answered, however full the queue; later ones are refused."""
    futures = [writer.submit(note(str(number))) for number in range(10)]
    closing = threading.Thread(target=writer.close)
    closing.start()
    gate()
    closing.join(5)
    assert kept(futures) == stored(reader) == {str(number) for number in range(10)}
    with pytest.raises(Closed):
        writer.submit(note("late"))


def test_closing_amid_many_submitters_loses_nobody(path: Path, reader: sqlite3.Connection) -> None:
    """Whoever submits while others close is refused at once or stored: nobody waits for ever."""
    writer = Writer(connect(path, stamp=STAMP), waiting=15_000)
    futures: list[Future[str]] = []
    threads = [threading.Thread(target=_submit_until_closed, args=(writer, futures, name)) for name in "abc"]
    for thread in threads:
        thread.start()
    while len(futures) < 20:
        pass
    closers = [threading.Thread(target=writer.close) for _ in range(3)]
    for thread in (*closers, *threads):
        if thread in closers:
            thread.start()
        thread.join(10)
    assert kept(futures) == stored(reader)
    assert len(stored(reader)) == len(futures)


def _submit_until_closed(writer: Writer, futures: list[Future[str]], name: str) -> None:
    for number in range(5_000):
        try:
            futures.append(writer.submit(note(f"{name}{number}")))
        except Closed:
            return


def test_a_job_cancelled_while_it_waits_is_not_done(
    writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]
) -> None:
    """Before its group begins, a job can still be called off."""
    futures = [writer.submit(note("a")), writer.submit(note("b"))]
    assert futures[0].cancel()
    gate()
    assert futures[1].result(5) == "b"
    assert stored(reader) == {"b"}


async def test_giving_up_waiting_does_not_undo(
    writer: Writer, reader: sqlite3.Connection, gate: Callable[[], None]
) -> None:
    """A client that goes away in the middle of a commit takes nothing with it (fact 9)."""
    waiter = asyncio.create_task(writer.run(note("a")))
    await asyncio.sleep(0.01)
    waiter.cancel()
    await asyncio.sleep(0.01)
    gate()
    assert await writer.run(note("b")) == "b"
    assert waiter.cancelled()
    assert stored(reader) == {"a", "b"}


async def test_an_error_reaches_the_event_loop(writer: Writer) -> None:
    """`run` raises what the job raised."""
    await writer.run(note("a"))
    with pytest.raises(sqlite3.IntegrityError):
        await writer.run(note("a"))


def test_another_process_only_delays_a_job(writer: Writer, reader: sqlite3.Connection) -> None:
    """A job waits while a moderator's command holds the write lock, and then goes through."""
    reader.execute("BEGIN IMMEDIATE")
    future = writer.submit(note("a"))
    with pytest.raises(TimeoutError):
        future.result(0.1)
    reader.execute("COMMIT")
    assert future.result(5) == "a"
