"""Answers to a voice ("you said, we did"): written here, and shown to whoever has its receipt code."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.decide import CONFLICT, UNCLEAR, back
from desk.pages.forms import form_of
from storage import responses
from storage.errors import StorageError
from storage.responses import ResponseKind

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_NUMBER = re.compile(r"[0-9]{1,19}")
_LARGEST = 2**63 - 1


async def respond(request: Any, datasette: Desk) -> Response:
    """Save an answer to the voice."""
    form, number, account = form_of(request), one.number_of(request), request.actor["id"]
    kind, text, everyone = form.one("kind"), form.one("text"), form.one("everyone") == "yes"
    typed = {"answer_kind": kind, "answer": text, "answer_alone": not everyone}
    if kind not in set(ResponseKind):
        problem = datasette.words("pages-choose-answer")
        return await one.page(datasette, request, problem=problem, status=UNCLEAR, **typed)

    def job(conn: sqlite3.Connection) -> None:
        responses.respond(conn, ResponseKind(kind), text, account, date.today(), [number], everyone=everyone)

    try:
        await datasette.store.write(job)
    except StorageError as error:
        return await one.page(datasette, request, problem=str(error), status=CONFLICT, **typed)
    return back(datasette, request, "pages-answered")


async def take_back(request: Any, datasette: Desk) -> Response:
    """Remove an answer, for everyone who could see it."""
    response = form_of(request).one("response")

    def job(conn: sqlite3.Connection) -> None:
        responses.take_back(conn, min(int(response), _LARGEST) if _NUMBER.fullmatch(response) else -1)

    try:
        await datasette.store.write(job)
    except StorageError as error:
        return await one.page(datasette, request, problem=str(error), status=CONFLICT)
    return back(datasette, request, "pages-answer-gone")
