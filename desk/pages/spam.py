"""Voices that a filter took for spam: looked over together, and declined with one decision that can be undone."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.pages.banner import a_minute_ago
from desk.pages.forms import form_of
from storage import together
from storage.errors import Refused, StorageError

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.site import Desk

_SEEN = re.compile(r"([0-9]{1,19})[.]([0-9]{1,9})")
_CONFLICT, _GONE = 409, 404


async def show(request: Any, datasette: Desk) -> Response:
    """Show them, ask again whether that is meant, and decline just those that were shown."""
    if request.method != "POST":
        return await _page(request, datasette)
    form = form_of(request)
    seen = [(int(number), int(version)) for number, version in _SEEN.findall(form.one("seen"))][: together.MOST]
    if not seen:
        return await _page(request, datasette, status=_GONE)
    if not form.one("sure"):
        return await _page(request, datasette, asked=len(seen), seen=form.one("seen"))
    account, rules = request.actor["id"], datasette.desk.rules

    def job(conn: sqlite3.Connection) -> together.Together:
        return together.decline_spam(conn, seen, account, rules.viewer(conn, account).hidden)

    try:
        declined = await datasette.store.write(job)
    except StorageError as error:
        return await _page(request, datasette, problem=str(error), status=_CONFLICT)
    if not declined.voices:
        return await _page(request, datasette, problem=datasette.words("pages-spam-changed"), status=_CONFLICT)
    return Response.redirect("/", status=303)


async def undo(request: Any, datasette: Desk) -> Response:
    """Take one's own decision about many voices back, within a minute."""
    at, account = form_of(request).one("at"), request.actor["id"]
    try:
        job = partial(together.undo_together, account=account, at=at, since=a_minute_ago())
        count = await datasette.store.write(job)
    except Refused:
        return await _page(request, datasette, problem=datasette.words("pages-spam-undo-too-late"), status=_CONFLICT)
    session = datasette.session(request)
    if session is not None:
        session.note = datasette.words("pages-spam-undone", count=count)
    return Response.redirect("/spam", status=303)


async def _page(request: Any, datasette: Desk, *, status: int = 200, **shown: Any) -> Response:
    account, rules = request.actor["id"], datasette.desk.rules
    voices = await datasette.store.read(lambda conn: together.spam(conn, rules.viewer(conn, account).hidden))
    seen = " ".join(f"{one.id}.{one.version}" for one in voices)
    context = {"here": "spam", "voices": voices, "seen": seen, "problem": "", "asked": 0, **shown}
    return await datasette.page(request, "spam.html", context, status)
