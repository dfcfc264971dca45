"""The writer answers after the commit, and never loses or half-does a job."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from storage.errors import Busy, Closed
from storage.opening import BUSY_MS, connect
from storage.writer import Writer
from tests.storage.deployment import create

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
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
async def writer(path: Path) -> AsyncIterator[Writer]:
    """Give a writer of at most five jobs a group and ten that wait."""
    writer = Writer(connect(path, stamp=STAMP), group=5, waiting=10)
    yield writer
    await writer.close()


def note(text: str, table: str = "notes") -> Callable[[sqlite3.Connection], str]:
    """Make a job that inserts `text` and returns it."""

    def job(conn: sqlite3.Connection) -> str:
        conn.execute(f"INSERT INTO {table} VALUES (?)", (text,))  # noqa: S608 - names of this test
        return text

    return job


def stored(conn: sqlite3.Connection) -> set[str]:
    """Return what is committed."""
    return {row[0] for row in conn.execute("SELECT text FROM notes UNION ALL SELECT note FROM doomed")}


async def begin(writer: Writer, *jobs: Callable[[sqlite3.Connection], str]) -> list[asyncio.Task[str]]:
    """Hand over jobs that wait together, and return those who wait for them."""
    waiters = [asyncio.create_task(writer.run(job)) for job in jobs]
    await asyncio.sleep(0)  # each has handed its job over now
    return waiters


async def kept(waiters: list[asyncio.Task[str]]) -> set[str]:
    """Return the results of the jobs that were answered with one."""
    answers = await asyncio.wait_for(asyncio.gather(*waiters, return_exceptions=True), 10)
    return {answer for answer in answers if isinstance(answer, str)}


async def test_an_answer_comes_after_the_commit(writer: Writer, reader: sqlite3.Connection) -> None:
    """At the moment a job is answered, other connections see what it wrote."""
    assert await writer.run(note("a")) == "a"
    assert stored(reader) == {"a"}


async def test_jobs_that_wait_share_a_commit(writer: Writer, reader: sqlite3.Connection) -> None:
    """The first of a group is not answered before the last of it is written."""

    def look(_: sqlite3.Connection) -> str:
        return " ".join(stored(reader))

    first, last = await begin(writer, note("a"), look)
    assert await first == "a"
    assert await last == ""


async def test_a_job_that_fails_takes_only_itself_back(writer: Writer, reader: sqlite3.Connection) -> None:
    """Its neighbours in the group are stored, and it hears its own error."""

    def half(conn: sqlite3.Connection) -> str:
        conn.execute("INSERT INTO notes VALUES ('half')")
        raise KeyError

    waiters = await begin(writer, note("a"), half, note("b"))
    assert await kept(waiters) == stored(reader) == {"a", "b"}
    assert isinstance(waiters[1].exception(), KeyError)


async def test_a_commit_that_fails_is_heard_by_everyone(writer: Writer, reader: sqlite3.Connection) -> None:
    """If COMMIT is refused nothing of the group is stored, nobody is told that it was, and the writer goes on."""
    waiters = await begin(writer, note("a"), note("b", "doomed"))
    assert await kept(waiters) == stored(reader) == set()
    assert await writer.run(note("c")) == "c"


class Stubborn(sqlite3.Connection):
    """Refuses to end a transaction so often, whichever way, as a failing disk may."""

    refusals = 2

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Do as asked, but for the first ends."""
        if statement in {"COMMIT", "ROLLBACK"} and self.refusals:
            self.refusals -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(statement, *values)  # type: ignore[arg-type]


async def test_a_transaction_that_can_t_be_ended_stops_nobody_for_long(path: Path, reader: sqlite3.Connection) -> None:
    """When COMMIT fails and ROLLBACK too, the waiters hear it, and the next job finds the file well again."""
    writer = Writer(sqlite3.connect(path, factory=Stubborn, isolation_level=None, check_same_thread=False))
    with pytest.raises(sqlite3.OperationalError):
        await writer.run(note("a"))
    assert await asyncio.wait_for(writer.run(note("b")), 5) == "b"
    await writer.close()
    assert stored(reader) == {"b"}


async def test_a_full_disk_loses_nothing_that_was_answered(path: Path, reader: sqlite3.Connection) -> None:
    """When the file can't grow, what was answered is stored, what wasn't is not, and the writer goes on."""
    conn = connect(path, stamp=STAMP)
    conn.execute("PRAGMA max_page_count = 30")
    writer = Writer(conn, group=3)
    waiters = await begin(writer, *(note(f"{number}-" + "x" * 3000) for number in range(100)))
    assert await kept(waiters) == stored(reader)
    assert {str(waiter.exception()) for waiter in waiters} == {"None", "database or disk is full"}
    conn.execute("PRAGMA max_page_count = 1000")
    assert await writer.run(note("again")) == "again"
    await writer.close()


async def test_a_full_queue_is_said_at_once(writer: Writer, reader: sqlite3.Connection) -> None:
    """When too many jobs wait, the next one is refused and not stored; those that wait are."""
    waiters = await begin(writer, *(note(str(number)) for number in range(11)))
    with pytest.raises(Busy):
        await waiters[10]
    assert await kept(waiters[:10]) == stored(reader) == {str(number) for number in range(10)}


async def test_closing_finishes_what_waits(writer: Writer, reader: sqlite3.Connection) -> None:
    """Jobs handed over before `close` are stored and answered, over several groups; later ones are refused."""
    waiters = await begin(writer, *(note(str(number)) for number in range(10)))
    await asyncio.gather(writer.close(), writer.close())
    assert await kept(waiters) == stored(reader) == {str(number) for number in range(10)}
    with pytest.raises(Closed):
        await writer.run(note("late"))


async def test_closing_amid_many_who_write_loses_nobody(path: Path, reader: sqlite3.Connection) -> None:
    """Whoever comes while it closes is refused at once or stored: nobody waits for ever."""
    writer = Writer(connect(path, stamp=STAMP))
    answered: set[str] = set()

    async def write_until_closed(name: str) -> None:
        for number in range(5_000):
            try:
                answered.add(await writer.run(note(f"{name}{number}")))
            except Closed:
                return

    many = asyncio.gather(*(write_until_closed(name) for name in "abc"))
    while len(answered) < 20:  # noqa: ASYNC110 - the writers themselves are what is waited for
        await asyncio.sleep(0)
    await writer.close()
    await asyncio.wait_for(many, 10)
    assert answered == stored(reader)


async def test_giving_up_waiting_does_not_undo(writer: Writer, reader: sqlite3.Connection) -> None:
    """A client that goes away before or in the middle of a commit takes nothing with it (fact 9)."""
    before, amid = await begin(writer, note("a"), note("b"))
    before.cancel()
    await asyncio.sleep(0)  # the group has begun
    amid.cancel()
    assert await writer.run(note("c")) == "c"
    assert before.cancelled()
    assert amid.cancelled()
    assert stored(reader) == {"a", "b", "c"}


async def test_one_who_gave_up_is_no_trouble_when_the_job_fails(writer: Writer) -> None:
    """An error that nobody waits for any more stops nothing."""
    await writer.run(note("a"))
    (waiter,) = await begin(writer, note("a"))
    waiter.cancel()
    assert await writer.run(note("b")) == "b"


async def test_an_error_reaches_who_waits(writer: Writer) -> None:
    """`run` raises what the job raised."""
    await writer.run(note("a"))
    with pytest.raises(sqlite3.IntegrityError):
        await writer.run(note("a"))


async def test_another_process_only_delays_a_job(writer: Writer, reader: sqlite3.Connection) -> None:
    """A job waits while a moderator's command holds the write lock, the event loop goes on, and the job is done."""
    reader.execute("BEGIN IMMEDIATE")
    (waiter,) = await begin(writer, note("a"))
    done, _ = await asyncio.wait([waiter], timeout=0.1)
    assert not done
    reader.execute("COMMIT")
    assert await waiter == "a"
    reader.execute("BEGIN IMMEDIATE")  # and so it is the next time
    (waiter,) = await begin(writer, note("b"))
    await asyncio.sleep(0.1)
    reader.execute("COMMIT")
    assert await waiter == "b"


async def test_one_who_holds_the_lock_too_long_is_an_error(writer: Writer, reader: sqlite3.Connection) -> None:
    """After the busy timeout the waiters hear it, and the event loop was free all the time."""
    reader.execute("BEGIN IMMEDIATE")
    begun, longest, last = time.monotonic(), 0.0, time.monotonic()
    (waiter,) = await begin(writer, note("a"))
    while not waiter.done():
        await asyncio.sleep(0.01)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        await waiter
    assert time.monotonic() - begun > BUSY_MS / 1000 - 0.5
    assert longest < BUSY_MS / 2000
    reader.execute("COMMIT")
    assert await writer.run(note("b")) == "b"
