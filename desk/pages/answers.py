"""You said, we did: what nobody answered yet, what waits for a second person, and what people read already."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages.decide import CONFLICT
from desk.pages.forms import form_of
from desk.pages.showing import highlighted
from storage import answering, responses
from storage.errors import Refused, StorageError
from storage.outcomes import outcomes_kept
from storage.roles import READERS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from storage.answering import Published, Theme, Written
    from storage.outcomes import Became

ON_A_PAGE = 20
_FEW = 10  # voices shown beside an answer
_LARGEST = 2**63 - 1
_NUMBER = re.compile(r"[0-9]{1,19}")


@dataclass(frozen=True, slots=True)
class Board:
    """What there is to answer, and what was answered. `after` leads to the next voices."""

    voices: tuple[Published, ...]
    after: int | None
    themes: tuple[Theme, ...]
    releases: tuple[int, ...]
    waiting: tuple[Written, ...]
    out: tuple[Written, ...]
    outcomes: tuple[Became, ...]


async def show(request: Any, datasette: Desk) -> Response:
    """Show what there is to answer, and what was answered."""
    return await board(datasette, request)


async def board(desk: Desk, request: Any, problem: str = "", status: int = 200) -> Response:
    """Show it, with a problem at its top."""
    theme, after = request.args.get("theme") or "", number(request.args.get("after") or "0")
    found = await desk.store.read(partial(_load, theme=theme, after=after))
    shown = {"board": found, "theme": theme, "first": after < 1, "here": "answers", "problem": problem}
    return await desk.page(request, "answers.html", shown, status)


async def one(request: Any, datasette: Desk) -> Response:
    """Show one answer."""
    return await _one(datasette, request)


async def let_out(request: Any, datasette: Desk) -> Response:
    """Let an answer out that somebody else wrote; one's own where there is nobody else."""
    form, account = form_of(request), request.actor["id"]
    alone = form.one("alone") == "yes" and not datasette.desk.rules.four_eyes
    job = partial(answering.let_out, response=_id(request), seen=form.one("seen"), account=account, now=time.time())
    done = "answers-let-out-alone" if alone else "answers-let-out"
    return await _do(request, datasette, partial(job, alone=alone), done)


async def call_back(request: Any, datasette: Desk) -> Response:
    """Undo that, before anybody reads it."""
    job = partial(answering.call_back, response=_id(request), account=request.actor["id"])
    return await _do(request, datasette, job, "answers-called-back")


async def take_back(request: Any, datasette: Desk) -> Response:
    """Remove an answer for everyone."""
    job = partial(responses.take_back, response=_id(request))
    return await _do(request, datasette, job, "pages-answer-gone", to="/answers")


def number(text: str) -> int:
    """Return a number that an address or a form carries; what is none is nothing's."""
    return min(int(text), _LARGEST) if _NUMBER.fullmatch(text) else -1


async def _one(desk: Desk, request: Any, problem: str = "", status: int = 200) -> Response:
    try:
        written, voices = await desk.store.read(partial(_read, response=_id(request)))
    except Refused as error:
        return await desk.page(request, "error.html", {"status": 404, "what": str(error)}, 404)
    said = [voice.words for voice in voices]
    look = None if written.approver else await desk.look_over(written.kind, written.text, said)
    reads, own = bool(desk.roles(request) & READERS), written.account == request.actor["id"]
    alone = reads and own and await desk.store.read(partial(answering.is_alone, account=written.account))
    may = {"may_let_out": reads and not own, "alone": alone, "four_eyes": desk.desk.rules.four_eyes}
    shown = {"written": written, "voices": voices, "look": look, **may, "problem": problem}
    text = highlighted(written.text, look.names if look else ())
    return await desk.page(request, "answer.html", {**shown, "text": text, "here": "answers"}, status)


async def _do(
    request: Any, desk: Desk, job: Callable[[sqlite3.Connection], object], done: str, to: str = ""
) -> Response:
    try:
        await desk.store.write(job)
    except StorageError as error:
        return await _one(desk, request, str(error), CONFLICT)
    return lead_on(desk, request, to or f"/answers/{_id(request)}", done)


def lead_on(desk: Desk, request: Any, address: str, note: str) -> Response:
    """Lead to a page, which then says what was done."""
    session = desk.session(request)
    if session is not None:
        session.note = desk.words(note)
    return desk.lead_to(address)


def _id(request: Any) -> int:
    return min(int(request.url_vars["number"]), _LARGEST)


def _load(conn: sqlite3.Connection, theme: str, after: int) -> Board:
    voices = answering.unanswered(conn, theme, max(after, 0), ON_A_PAGE + 1)
    more = voices[ON_A_PAGE - 1].number if len(voices) > ON_A_PAGE else None
    return Board(
        voices[:ON_A_PAGE],
        more,
        answering.themes(conn),
        answering.releases(conn),
        answering.waiting(conn),
        answering.lately(conn),
        outcomes_kept(conn),
    )


def _read(conn: sqlite3.Connection, response: int) -> tuple[Written, tuple[Published, ...]]:
    return answering.written(conn, response), answering.answered_by(conn, response, _FEW)
