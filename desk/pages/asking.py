"""Questions to whoever has the code of a voice: asked and taken back here, and the answers read, or hidden more of."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.decide import CONFLICT, UNCLEAR, back
from desk.pages.forms import form_of
from desk.pages.showing import shown
from desk.turns import may_work
from desk.web.words import places
from storage import questions
from storage.errors import StorageError
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_NUMBER = re.compile(r"[0-9]{1,19}")
_LARGEST = 2**63 - 1


async def ask(request: Any, datasette: Desk) -> Response:
    """Ask a question; what was typed is kept on a page that refuses it."""
    text, account = form_of(request).one("text"), request.actor["id"]

    def job(conn: sqlite3.Connection) -> None:
        questions.ask(conn, read(conn, one.number_of(request)), text, account, date.today())

    return await _do(request, datasette, job, "pages-question-asked", question=text)


async def take_back(request: Any, datasette: Desk) -> Response:
    """Take an open question back."""
    number = _number(request, "question")
    job = partial(questions.take_question_back, question=number)
    return await _do(request, datasette, job, "pages-question-gone")


async def seen(request: Any, datasette: Desk) -> Response:
    """Remember that the answers were read."""
    job = partial(questions.mark_read, submission=one.number_of(request))
    return await _do(request, datasette, job, "pages-question-read")


async def hide(request: Any, datasette: Desk) -> Response:
    """Hide more of an answer, for good."""
    form, account, number = form_of(request), request.actor["id"], _number(request, "question")
    asked = await datasette.store.read(partial(questions.questions_to, submission=one.number_of(request)))
    answer = next((each.answer for each in asked if each.id == number), None)
    spans = places(form.one("words"), shown(answer.text)) if answer else []
    if not spans:
        problem = datasette.words("pages-question-not-there")
        return await one.page(datasette, request, problem=problem, status=UNCLEAR)

    def job(conn: sqlite3.Connection) -> None:
        questions.hide_in_answer(conn, number, _number(request, "answer-version"), account, spans)

    return await _do(request, datasette, job, "pages-hidden")


async def _do(
    request: Any, desk: Desk, job: Callable[[sqlite3.Connection], object], done: str, **kept: Any
) -> Response:
    def checked(conn: sqlite3.Connection) -> object:
        may_work(conn, desk.desk.rules, one.number_of(request), request.actor["id"])
        return job(conn)

    try:
        await desk.store.write(checked)
    except StorageError as error:
        return await one.page(desk, request, problem=str(error), status=CONFLICT, **kept)
    return back(desk, request, done)


def _number(request: Any, name: str) -> int:
    """Return a number that a form carries; what is none is no question's."""
    text = form_of(request).one(name)
    return min(int(text), _LARGEST) if _NUMBER.fullmatch(text) else -1
