"""What councils did with what was said, for everybody to read, without any code.

An answer is read here only if it was written for everybody, and while a voice that it answers is in the collection:
what waits, was declined or was taken back tells nothing here. Functions take an open connection to intake.db.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.responses import COLUMNS, from_row

if TYPE_CHECKING:
    import sqlite3

    from storage.responses import Response

A_PAGE = 3  # each may be half as long as a message of Telegram's
_SHOWN = (
    "FROM responses WHERE everyone = 1 AND EXISTS (SELECT 1 FROM answered JOIN submissions "
    "ON submissions.id = answered.submission WHERE answered.response = responses.id "
    "AND released_in IS NOT NULL AND state IN ('approved', 'counted'))"
)


@dataclass(frozen=True, slots=True)
class News:
    """A page of answers, newest first. Pages count from 0; without any answer there are none."""

    responses: tuple[Response, ...]
    page: int
    pages: int


def news(conn: sqlite3.Connection, page: int = 0) -> News:
    """Return a page of what everybody may read; the nearest one there is, if that page is not (any more)."""
    (count,) = conn.execute(f"SELECT count(*) {_SHOWN}").fetchone()
    pages = -(-count // A_PAGE)
    page = max(0, min(page, pages - 1))
    rows = conn.execute(
        f"SELECT {COLUMNS} {_SHOWN} ORDER BY day DESC, id LIMIT ? OFFSET ?",
        (A_PAGE, page * A_PAGE),
    )
    return News(tuple(map(from_row, rows)), page, pages)
