"""published.db, read so that everything on one page comes from one release. Never writes."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

from datasette.database import Database  # type: ignore[import-untyped]

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

T = TypeVar("T")
_page: ContextVar[sqlite3.Connection | None] = ContextVar("page", default=None)


class Published(Database):  # type: ignore[misc]
    """Datasette's own database, with a read transaction around each page.

    One page runs many queries on several threads, and a release may be committed between any two of them. Inside
    `snapshot()` all of them go to one connection in one transaction, which in WAL mode sees one state of the file.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._idle: list[sqlite3.Connection] = []

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read from one state of the file until the block ends, then let go of it: a checkpoint may be waiting."""
        connection = self._idle.pop() if self._idle else self._open()
        token = _page.set(connection)
        connection.execute("BEGIN")
        try:
            yield
        finally:
            _page.reset(token)
            connection.rollback()
            self._idle.append(connection)

    def _open(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = self.connect()
        self.ds._prepare_connection(connection, self.name)  # noqa: SLF001 - what Datasette does to its own
        return connection

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run `fn(connection)` in a thread, on the page's connection if there is a page."""
        connection = _page.get()
        if connection is None:
            result: T = await super().execute_fn(fn)
            return result
        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, fn, connection)

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """Run one query; a failing one is never printed, for its parameters are what someone searched for."""
        return await super().execute(sql, params, **{**options, "log_sql_errors": False})
