"""Answers to a voice ("you said, we did"): written on its page, or taken back there."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.answer_form import Target, take
from desk.pages.decide import CONFLICT, back
from desk.pages.forms import form_of
from desk.turns import may_work
from storage import responses
from storage.errors import StorageError

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_NUMBER = re.compile(r"[0-9]{1,19}")
_LARGEST = 2**63 - 1


async def respond(request: Any, datasette: Desk) -> Response:
    """Keep an answer to the voice, until a second person lets it out."""
    number, form = one.number_of(request), form_of(request)
    mine = partial(may_work, rules=datasette.desk.rules, number=number, account=request.actor["id"])
    try:
        await datasette.store.write(mine)
    except StorageError as error:
        kept = {"answer": form.one("text"), "answer_kind": form.one("kind"), "everyone": form.one("everyone")}
        return await one.page(datasette, request, problem=str(error), status=CONFLICT, **kept)
    return await take(request, datasette, Target(voices=(number,)), f"/voice/{number}")


async def take_back(request: Any, datasette: Desk) -> Response:
    """Remove an answer, for everyone who could see it."""
    response = form_of(request).one("response")

    def job(conn: sqlite3.Connection) -> None:
        may_work(conn, datasette.desk.rules, one.number_of(request), request.actor["id"])
        responses.take_back(conn, min(int(response), _LARGEST) if _NUMBER.fullmatch(response) else -1)

    try:
        await datasette.store.write(job)
    except StorageError as error:
        return await one.page(datasette, request, problem=str(error), status=CONFLICT)
    return back(datasette, request, "pages-answer-gone")
