"""The queue: what waits to be read, urgent first, then oldest, one page at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.retention import soon
from storage.decisions import first_approvals
from storage.model import ENGLISH
from storage.permission import count_in_question
from storage.questions import unread_answers
from storage.queue import Place, Waiting, queue
from storage.submissions import count_waiting
from storage.together import count_spam
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

ON_A_PAGE = 20
_PLACE = re.compile(r"([01])\.(\d{4}-\d\d-\d\d)\.(\d{1,19})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Listed:
    """A voice that waits, and who approved it first if it needs two people."""

    waiting: Waiting
    first: frozenset[str]

    @property
    def needs_two(self) -> bool:
        """Tell whether two people have to approve it."""
        return may_be_young(self.waiting.age_band, self.waiting.flags)

    @property
    def is_english(self) -> bool:
        """Tell whether redaction knew the language."""
        return self.waiting.language == ENGLISH


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue. `after` leads to the next one; `answered` are voices with answers that nobody has read."""

    voices: tuple[Listed, ...]
    waiting: int
    urgent: int
    spam: int
    after: str | None
    answered: tuple[tuple[int, date, bool], ...] = ()
    in_question: int = 0  # of how many voices the person is asked something first


async def show(request: Any, datasette: Desk) -> Response:
    """Show a page of the queue."""
    place = _place(request.args.get("after") or "")
    found = await datasette.store.read(partial(load, after=place))
    going = await datasette.store.read(partial(soon, say=datasette.words))
    shown = {"queue": found, "here": "queue", "first": place is None, "going": going}
    return await datasette.page(request, "queue.html", shown)


def load(conn: sqlite3.Connection, after: Place | None) -> Queue:
    """Read a page of the queue."""
    waiting, urgent = count_waiting(conn)
    found = queue(conn, after, limit=ON_A_PAGE + 1)
    shown = found[:ON_A_PAGE]
    more = _written(shown[-1].place) if len(found) > ON_A_PAGE else None
    listed = tuple(Listed(each, _first(conn, each)) for each in shown)
    answered = tuple(unread_answers(conn)) if after is None else ()
    return Queue(listed, waiting, urgent, count_spam(conn), more, answered, count_in_question(conn))


def _first(conn: sqlite3.Connection, waiting: Waiting) -> frozenset[str]:
    needs_two = may_be_young(waiting.age_band, waiting.flags)
    return first_approvals(conn, waiting.place.id) if needs_two else frozenset()


def _written(place: Place) -> str:
    return f"{int(place.urgent)}.{place.day.isoformat()}.{place.id}"


def _place(written: str) -> Place | None:
    """Read a place; whatever is none leads to the first page."""
    found = _PLACE.fullmatch(written)
    try:
        return Place(found[1] == "1", date.fromisoformat(found[2]), min(int(found[3]), 2**63 - 1)) if found else None
    except ValueError:
        return None
