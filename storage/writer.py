"""The one thread of a process that writes: takes jobs from the event loop and commits them in groups.

Nobody is answered before the COMMIT that holds their job has returned.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from storage.errors import Busy, Closed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

T = TypeVar("T")
_Job = tuple["Callable[[sqlite3.Connection], Any]", "Future[Any]"]


class Writer:
    """Owns `conn`: opened for writing, used by no one else from now on, closed by `close`.

    A job is a function of the connection; it may read and write, and never begins or ends a transaction. Jobs that
    wait together (`group` at most) share one transaction; if one of them fails, all are done again, each in a
    transaction of its own.
    """

    def __init__(self, conn: sqlite3.Connection, *, group: int = 100, waiting: int = 1000) -> None:
        self._conn = conn
        self._group = group
        self._jobs: queue.Queue[_Job | None] = queue.Queue(waiting)
        self._closed = False
        self._door = threading.Lock()  # no job may slip in behind the last one
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Queue `job`; the future is done after its commit.

        Raises:
            Closed: the writer was told to stop.
            Busy: too many jobs wait already.
        """
        future: Future[T] = Future()
        with self._door:
            if self._closed:
                raise Closed("the writer has stopped")
            try:
                self._jobs.put_nowait((job, future))
            except queue.Full:
                raise Busy("too much is waiting to be written") from None
        return future

    async def run(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run `job` and return its result after its commit; a caller who gives up waiting doesn't undo it.

        Raises what `submit` and `job` raise, and `sqlite3.Error` if the commit failed: then nothing was stored.
        """
        return await asyncio.shield(asyncio.wrap_future(self.submit(job)))

    def close(self) -> None:
        """Refuse new jobs, finish those that wait, and close the file."""
        with self._door:
            last, self._closed = not self._closed, True
        if last:
            self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (jobs := self._next_group()) is not None:
            self._write([(job, future) for job, future in jobs if future.set_running_or_notify_cancel()])
        self._conn.close()

    def _next_group(self) -> list[_Job] | None:
        first = self._jobs.get()
        if first is None:
            return None
        jobs = [first]
        while len(jobs) < self._group:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._jobs.put(None)  # for the next call: this group comes first
                break
            jobs.append(job)
        return jobs

    def _write(self, jobs: list[_Job]) -> None:
        try:
            self._conn.execute("BEGIN IMMEDIATE")
            results, failure = self._results(jobs)
            if failure is None:
                self._conn.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - whatever went wrong, nothing was stored and everyone must hear
            self._roll_back()
            for _, future in jobs:
                future.set_exception(error)
            return
        if failure is None:
            for (_, future), result in zip(jobs, results, strict=True):
                future.set_result(result)
            return
        self._roll_back()
        if len(jobs) == 1:
            jobs[0][1].set_exception(failure)
            return
        for job in jobs:
            self._write([job])

    def _results(self, jobs: list[_Job]) -> tuple[list[Any], Exception | None]:
        """Do the jobs, up to the first that fails."""
        results: list[Any] = []
        for job, _ in jobs:
            try:
                results.append(job(self._conn))
            except Exception as failure:  # noqa: BLE001 - the waiter's to judge
                return results, failure
        return results, None

    def _roll_back(self) -> None:
        if self._conn.in_transaction:  # a full or failing disk has ended it already
            self._conn.execute("ROLLBACK")
