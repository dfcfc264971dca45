"""The pages' way into the databases: reads beside the event loop, writes in groups, slow work in its own thread."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import structlog

from desk.noting import is_noted
from desk.release_note import tell_due
from storage import due
from storage.accounts import Account, account
from storage.due import what_is_due
from storage.intake_db import read_intake
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.pages.settings import PagesSettings

T = TypeVar("T")
_log = structlog.get_logger("desk")
_AGAIN_AFTER = 30.0  # seconds until a wipe that failed is tried again
_OFTEN = 3  # so many times a decision may interrupt it
_STEPS = 10_000  # of SQLite's: some milliseconds


class Store:
    """The open files. `open` and `close` belong to the event loop that everything else runs on."""

    def __init__(self, settings: PagesSettings) -> None:
        self._settings = settings
        self._accounts = self._reader()  # raises at once what is wrong with the files
        self._reading, self._slowly = ThreadPoolExecutor(1, "reader"), ThreadPoolExecutor(1, "slow")
        self._decided = asyncio.Event()
        self._hurry, self._interrupted = threading.Event(), 0

    async def open(self) -> None:
        """Open the files, and go on with what an earlier run left undone."""
        self._read = self._reader()
        self._writer = Writer(self._settings.files.open_intake())
        self._decided.set()
        self._tidying = asyncio.create_task(self._tidy())

    async def close(self) -> None:
        """Finish what was begun, and what is due."""
        self._tidying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._tidying
        await self._writer.close()
        await self.catch_up()
        self._slowly.shutdown()
        self._reading.shutdown()
        self._read.close()
        self._accounts.close()

    def account(self, name: str) -> Account | None:
        """Return an account that may be here (still): one with a role."""
        found = account(self._accounts, name)
        return found if found and found.roles else None

    def mark(self, name: str) -> str | None:
        """Return what changes with an account's password, roles or council; None if it may not be here (any more)."""
        found = self.account(name)
        return found.mark if found else None

    async def read(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run a job that only reads, on one state of intake.db."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, self._snapshot, job)

    async def write(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run a short job that changes something; it is on the disk when this returns. Raises what the job raises."""
        self._hurry.set()
        try:
            return await self._writer.run(job)
        finally:
            self._decided.set()

    async def slow(self, job: Callable[[sqlite3.Connection, sqlite3.Connection], T]) -> T:
        """Run a job on (intake.db, published.db) that may take long and makes its own transactions."""
        return await asyncio.get_running_loop().run_in_executor(self._slowly, self._with_both, job)

    async def catch_up(self, *, interruptible: bool = False) -> bool:
        """Do now what is due; returns False if that can't be done yet: then it stays due, and is tried again.

        A decision that comes meanwhile waits for it, unless it is `interruptible`.
        """
        try:
            if not await self.read(what_is_due):
                return True
            await self.slow(partial(self._finish, interruptible=interruptible))
        except Exception as error:  # noqa: BLE001 - it stays due, and the pages stay open
            if interruptible and self._hurry.is_set():
                self._interrupted += 1
            else:
                _log.error("tidying", room="desk", outcome="failed", error=type(error).__name__)
            return False
        self._interrupted = 0
        return True

    async def _tidy(self) -> None:
        """Wipe hidden words out of the file once nobody has decided anything for a moment."""
        while True:
            await self._decided.wait()
            await self._quiet()
            self._hurry.clear()
            if not await self.catch_up(interruptible=self._interrupted < _OFTEN):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._decided.wait(), _AGAIN_AFTER)
                self._decided.set()

    async def _quiet(self) -> None:
        try:
            async with asyncio.timeout(self._settings.latest):
                while self._decided.is_set():
                    self._decided.clear()
                    await asyncio.sleep(self._settings.quiet)
        except TimeoutError:
            self._decided.clear()

    def _finish(self, intake: sqlite3.Connection, published: sqlite3.Connection, *, interruptible: bool) -> None:
        if interruptible:  # SQLite asks every so many steps, and gives up what it is at
            intake.set_progress_handler(self._hurry.is_set, _STEPS)
        due.finish(intake, published, self._settings.thresholds)
        tell_due(intake, published, self._settings.thresholds, lambda: self._settings.words)
        if not is_noted(self._settings.files, self._settings.copies):
            _log.error("backup-list", room="desk", outcome="failed")

    def _snapshot(self, job: Callable[[sqlite3.Connection], T]) -> T:
        self._read.execute("BEGIN")
        try:
            return job(self._read)
        finally:
            self._read.execute("ROLLBACK")

    def _with_both(self, job: Callable[[sqlite3.Connection, sqlite3.Connection], T]) -> T:
        files = self._settings.files
        with closing(files.open_intake()) as intake, closing(files.open_published()) as published:
            return job(intake, published)

    def _reader(self) -> sqlite3.Connection:
        files = self._settings.files
        return read_intake(files.intake_db, demo=files.demo)
