"""The one writer of a process: takes jobs from the event loop and commits them in groups.

Nobody is answered before the COMMIT that holds their job has returned.

Jobs run on the event loop: they are a few short statements, and a thread would have to fight for the interpreter
at each of them. COMMIT, which waits for the disk, runs in a thread of its own; a file that another process has locked
is tried again from the loop.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from storage.errors import Busy, Closed
from storage.opening import BUSY_MS

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_AGAIN_AFTER = 0.005  # seconds: SQLite itself would look again after up to 0.1
_Job = tuple["Callable[[sqlite3.Connection], Any]", "asyncio.Future[Any]"]


class Writer:
    """Owns `conn`: opened for writing, used by no one else from now on, closed by `close`.

    A job is a short function of the connection; it may read and write, and never begins or ends a transaction. Jobs
    that wait together (`group` at most) share one transaction; if one of them fails, all are done again, each in a
    transaction of its own. A writer belongs to the event loop that it is made on.
    """

    def __init__(self, conn: sqlite3.Connection, *, group: int = 100, waiting: int = 1000) -> None:
        self._conn = conn
        conn.execute("PRAGMA busy_timeout = 0")  # nothing may wait on the event loop
        self._group = group
        self._most = waiting
        self._jobs: deque[_Job] = deque()
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, "writer")
        self._working: asyncio.Task[None] | None = None
        self._closed = False

    async def run(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run `job` and return its result after its commit; a caller who gives up waiting doesn't undo it.

        Raises:
            Closed: the writer was told to stop; nothing was stored.
            Busy: too many jobs wait already; nothing was stored.
            sqlite3.Error: the commit failed; nothing was stored.
            Exception: what `job` raises; nothing of it was stored.
        """
        if self._closed:
            raise Closed("the writer has stopped")
        if len(self._jobs) >= self._most:
            raise Busy("too much is waiting to be written")
        answer: asyncio.Future[T] = self._loop.create_future()
        self._jobs.append((job, answer))
        if self._working is None:
            self._working = self._loop.create_task(self._work())
        return await answer

    async def close(self) -> None:
        """Refuse new jobs, finish those that wait, and close the file."""
        self._closed = True
        if self._working is not None:
            await asyncio.shield(self._working)
        self._thread.shutdown()
        self._conn.close()

    async def _work(self) -> None:
        while self._jobs:
            await self._write([self._jobs.popleft() for _ in range(min(len(self._jobs), self._group))])
        self._working = None

    async def _write(self, jobs: list[_Job]) -> None:
        try:
            await self._begin()
            results, failure = self._results(jobs)
            if failure is None:
                await self._in_thread("COMMIT")
            else:
                await self._roll_back()
        except Exception as error:  # noqa: BLE001 - whatever went wrong, nothing was stored and everyone must hear
            for _, answer in jobs:
                _fail(answer, error)
            with suppress(sqlite3.Error):  # it is tried again, and heard of, before the next group
                await self._roll_back()
            return
        if failure is None:
            for (_, answer), result in zip(jobs, results, strict=True):
                if not answer.done():  # else its caller gave up waiting
                    answer.set_result(result)
            return
        if len(jobs) == 1:
            _fail(jobs[0][1], failure)
            return
        for job in jobs:
            await self._write([job])

    async def _begin(self) -> None:
        await self._roll_back()
        deadline = self._loop.time() + BUSY_MS / 1000
        while True:
            try:
                self._conn.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or self._loop.time() > deadline:
                    raise
                await asyncio.sleep(_AGAIN_AFTER)
            else:
                return

    def _results(self, jobs: list[_Job]) -> tuple[list[Any], Exception | None]:
        """Do the jobs, up to the first that fails."""
        results: list[Any] = []
        for job, _ in jobs:
            try:
                results.append(job(self._conn))
            except Exception as failure:  # noqa: BLE001 - the waiter's to judge
                return results, failure
        return results, None

    async def _roll_back(self) -> None:
        if self._conn.in_transaction:  # a full or failing disk has ended it already
            await self._in_thread("ROLLBACK")

    async def _in_thread(self, statement: str) -> None:
        await self._loop.run_in_executor(self._thread, self._conn.execute, statement)


def _fail(answer: asyncio.Future[Any], error: Exception) -> None:
    if not answer.done():
        answer.set_exception(error)
