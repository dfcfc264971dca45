"""Putting a voice aside: on hold until a day, to somebody else, to the safeguarding lead; and sending it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.decide import UNCLEAR, change
from desk.pages.forms import form_of
from desk.pages.turns import lead_on
from storage import moves
from storage.moves import BackReason, HoldReason, LeadReason, OpinionReason

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from storage.submissions import Submission

    Job = Callable[[sqlite3.Connection, Submission, str], None]


async def hold(request: Any, datasette: Desk) -> Response:
    """Let the voice wait until a day."""
    form = form_of(request)
    day = _day(form.one("until"))

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        reason = HoldReason(form.one("why"))
        moves.hold(conn, voice, account, reason, day or date.min, today=date.today(), note=form.one("note"))

    return await _do(request, datasette, "hold", job)


async def second_opinion(request: Any, datasette: Desk) -> Response:
    """Ask any other moderator to decide."""
    return await _do(request, datasette, "second-opinion", _job(request, moves.ask_second, OpinionReason))


async def escalate(request: Any, datasette: Desk) -> Response:
    """Give the voice to the safeguarding lead."""
    return await _do(request, datasette, "escalate", _job(request, moves.escalate, LeadReason))


async def send_back(request: Any, datasette: Desk) -> Response:
    """Put the voice back among those to read."""
    return await _do(request, datasette, "send-back", _job(request, moves.send_back, BackReason))


def _job(request: Any, does: Callable[..., None], reasons: type[Any]) -> Job:
    form = form_of(request)

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        does(conn, voice, account, reasons(form.one("why")), form.one("note"))

    return job


async def _do(request: Any, desk: Desk, what: str, job: Job) -> Response:
    """Do it and lead to the next voice; a page that refuses keeps what was typed."""
    form = form_of(request)
    kept = {"aside": what, "why": form.one("why"), "note": form.one("note"), "until": form.one("until")}
    if form.one("why") not in one.ASIDE[what]:
        problem = desk.words("queue-choose-why")
        return await one.page(desk, request, problem=problem, status=UNCLEAR, why_missing=True, **kept)
    _, problem_page = await change(desk, request, job, **kept)
    return problem_page or await lead_on(desk, request, one.number_of(request))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
