"""The queue: what waits to be read, in lists with counts, urgent first, then oldest, one page at a time."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.retention import soon
from storage.asides import Aside, come_back, is_coming_back, last_aside
from storage.claims import Claim, claimed, mine
from storage.decisions import first_approvals
from storage.model import ENGLISH, Section
from storage.permission import count_in_question
from storage.questions import unread_answers
from storage.queue import MOST, Listing, Place, Waiting, count, queue
from storage.submissions import read
from storage.together import count_spam
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from desk.rules import Rules
    from storage.queue import Asking
    from storage.viewer import Viewer

ON_A_PAGE = 20
_PLACE = re.compile(r"([01])\.(\d{4}-\d\d-\d\d)\.(\d{1,19})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Listed:
    """A voice that waits: who approved it first if it needs two people, who reads it now, and where it was put.

    `overdue` is the first day on which it was late, if it is.
    """

    waiting: Waiting
    first: frozenset[str]
    claim: Claim | None
    aside: Aside | None
    overdue: date | None

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
    """A page of a list. `after` leads to the next one; `answered` are voices with answers that nobody has read."""

    listing: Listing
    voices: tuple[Listed, ...]
    counts: dict[str, int]
    after: str | None
    answered: tuple[tuple[int, date, bool], ...]
    mine: tuple[tuple[int, date], ...]
    hidden: str | None
    in_question: int = 0  # of how many voices the person is asked something first

    @property
    def most(self) -> int:
        """Return how many voices of a list are counted at most."""
        return MOST

    @property
    def waiting(self) -> int:
        """Return how many voices anybody may read next."""
        return self.counts[Listing.ALL]

    @property
    def urgent(self) -> int:
        """Return how many of them are urgent."""
        return self.counts[Listing.URGENT]

    @property
    def spam(self) -> int:
        """Return how many were taken for spam."""
        return self.counts["spam"]


async def show(request: Any, datasette: Desk) -> Response:
    """Show a page of a list."""
    if await datasette.store.read(partial(is_coming_back, today=date.today())):
        await datasette.store.write(partial(come_back, today=date.today()))
    place, listing = _place(request.args.get("after") or ""), listing_of(request)
    account, rules = request.actor["id"], datasette.desk.rules
    found = await datasette.store.read(partial(load, rules=rules, account=account, listing=listing, after=place))
    going = await datasette.store.read(partial(soon, say=datasette.words))
    shown = {"queue": found, "here": "queue", "first": place is None, "going": going}
    return await datasette.page(request, "queue.html", shown)


def listing_of(request: Any) -> Listing:
    """Return which list a request asks for; whatever is none is all of them."""
    asked = request.args.get("show") or ""
    return Listing(asked) if asked in set(Listing) else Listing.ALL


def load(conn: sqlite3.Connection, *, rules: Rules, account: str, listing: Listing, after: Place | None) -> Queue:
    """Read a page of a list, as an account may see it."""
    who, now = rules.viewer(conn, account), time.time()
    asking = rules.asking(who, listing)
    found = queue(conn, after, limit=ON_A_PAGE + 1, asking=asking)
    shown = found[:ON_A_PAGE]
    more = _written(shown[-1].place) if len(found) > ON_A_PAGE else None
    answered = _answered(conn, who)
    return Queue(
        listing,
        tuple(_listed(conn, each, asking, now) for each in shown),
        _counts(conn, rules, who, len(answered)),
        more,
        answered if after is None and listing in {Listing.ALL, Listing.RETURNED} else (),
        tuple((number, read(conn, number).day_received) for number in mine(conn, account, now)),
        who.hidden,
        count_in_question(conn, who.hidden),
    )


def _answered(conn: sqlite3.Connection, who: Viewer) -> tuple[tuple[int, date, bool], ...]:
    return tuple(each for each in unread_answers(conn) if who.hidden is None or who.may_see(read(conn, each[0])))


def _counts(conn: sqlite3.Connection, rules: Rules, who: Viewer, answered: int) -> dict[str, int]:
    counts: dict[str, int] = {listing: count(conn, rules.asking(who, listing)) for listing in Listing}
    counts[Listing.RETURNED] += answered
    return counts | {"spam": count_spam(conn, who.hidden)}


def _listed(conn: sqlite3.Connection, waiting: Waiting, asking: Asking, now: float) -> Listed:
    place = waiting.place
    two = may_be_young(waiting.age_band, waiting.flags) or waiting.section is Section.SECOND
    due = asking.deadlines.due(place.day, urgent=place.urgent)
    late = waiting.section is not Section.HOLD and asking.today is not None and due < asking.today
    return Listed(
        waiting,
        first_approvals(conn, place.id) if two else frozenset(),
        claimed(conn, place.id, now),
        last_aside(conn, place.id) if waiting.section else None,
        due + timedelta(days=1) if late else None,
    )


def _written(place: Place) -> str:
    return f"{int(place.urgent)}.{place.day.isoformat()}.{place.id}"


def _place(written: str) -> Place | None:
    """Read a place; whatever is none leads to the first page."""
    found = _PLACE.fullmatch(written)
    try:
        return Place(found[1] == "1", date.fromisoformat(found[2]), min(int(found[3]), 2**63 - 1)) if found else None
    except ValueError:
        return None
