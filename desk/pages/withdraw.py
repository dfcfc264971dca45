"""Taking a voice back for somebody who rings up with its code. Never shows the words."""

from __future__ import annotations

import asyncio
import math
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.noting import is_noted
from desk.pages.forms import form_of
from storage.errors import StorageError
from storage.submissions import find
from storage.withdrawal import bury, withdraw

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_LONGEST = 200  # characters of a code as somebody types it


async def show(request: Any, datasette: Desk) -> Response:
    """Ask for a code, ask again whether that is meant, and take the voice back."""
    if request.method != "POST":
        return await _page(request, datasette)
    code = form_of(request).one("code")[:_LONGEST].strip()
    if not code:
        return await _page(request, datasette, problem=datasette.words("pages-code-missing"), status=422)
    account = request.actor["id"]
    if wait := datasette.codes.attempt(account):
        problem = datasette.words("pages-code-wait", minutes=math.ceil(wait / 60))
        return await _page(request, datasette, problem=problem, status=429)
    keys = datasette.desk.files.load_keys()
    if await datasette.store.read(partial(find, keys=keys, code=code)) is None:
        problem = datasette.words("withdraw-no-such-code")
        return await _page(request, datasette, problem=problem, status=404, code=code)
    datasette.codes.forgive(account)
    if not form_of(request).one("sure"):
        return await _page(request, datasette, code=code, asked=True)
    return await _withdraw(request, datasette, code)


async def _withdraw(request: Any, datasette: Desk, code: str) -> Response:
    files, limits = datasette.desk.files, datasette.desk.thresholds

    def job(intake: sqlite3.Connection, published: sqlite3.Connection) -> bool:
        keys, tombstones = files.load_keys(), files.tombstones
        gone = withdraw(intake, published, keys, code, thresholds=limits, tombstones=tombstones)
        if not gone:  # an earlier try may have been cut short after it forgot the code
            bury(intake, published, tombstones.ids(), limits)
        return gone

    try:
        gone = await datasette.store.slow(job)
    except StorageError as error:
        return await _page(request, datasette, problem=str(error), status=409, code=code)
    if not gone:
        return await _page(request, datasette, problem=datasette.words("withdraw-no-such-code"), status=404)
    noted = await asyncio.to_thread(is_noted, files, datasette.desk.copies)
    return await _page(request, datasette, done=True, noted=noted)


async def _page(request: Any, datasette: Desk, *, status: int = 200, **shown: Any) -> Response:
    return await datasette.page(request, "withdraw.html", {"here": "withdraw", **shown}, status)
