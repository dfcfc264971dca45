"""What councils did with what was said, for everybody to read, without any code.

An answer is read here only if it was written for everybody and let out by a second person, and while a voice that it
answers is in the collection: what waits, was declined or was taken back tells nothing here.
Functions take an open connection to intake.db.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.outcomes import outcomes_kept
from storage.responses import COLUMNS, OUT, from_row

if TYPE_CHECKING:
    import sqlite3

    from storage.outcomes import Became
    from storage.responses import Response

A_PAGE = 3  # each may be half as long as a message of Telegram's
_SHOWN = (
    f"FROM responses WHERE everyone = 1 AND {OUT} AND EXISTS (SELECT 1 FROM answered JOIN submissions "  # noqa: S608 - ours
    "ON submissions.id = answered.submission WHERE answered.response = responses.id "
    "AND released_in IS NOT NULL AND state IN ('approved', 'counted'))"
)

# A theme of which few spoke would point to them: it isn't named.
_MANY = (
    "(SELECT count(*) FROM answered JOIN submissions ON submissions.id = submission "
    "WHERE response = responses.id AND released_in IS NOT NULL) >= 10"
)
_NAMED = f"{COLUMNS.removesuffix('theme')} CASE WHEN {_MANY} THEN theme END"


@dataclass(frozen=True, slots=True)
class News:
    """A page of answers, newest first. Pages count from 0; without any answer there are none.

    `outcomes` is what became of all concerns, as the last release showed it.
    """

    responses: tuple[Response, ...]
    page: int
    pages: int
    outcomes: tuple[Became, ...] = ()


def news(conn: sqlite3.Connection, page: int = 0) -> News:
    """Return a page of what everybody may read; the nearest one there is, if that page is not (any more)."""
    (count,) = conn.execute(f"SELECT count(*) {_SHOWN}").fetchone()
    pages = -(-count // A_PAGE)
    page = max(0, min(page, pages - 1))
    rows = conn.execute(
        f"SELECT {_NAMED} {_SHOWN} ORDER BY day DESC, id LIMIT ? OFFSET ?",
        (A_PAGE, page * A_PAGE),
    )
    return News(tuple(map(from_row, rows)), page, pages, outcomes_kept(conn))
