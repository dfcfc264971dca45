"""Care for the people who read: what to expect, leaving a voice to somebody else, breaks, and how they like to read."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages import voice as one
from desk.pages.forms import form_of
from desk.pages.turns import lead_on
from storage.preferences import show_at_once

if TYPE_CHECKING:
    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk

_VOICE = re.compile(r"[0-9]{1,19}")


async def show(request: Any, datasette: Desk) -> Response:
    """Say what to expect, or remember how somebody likes to read."""
    name = request.actor["id"]
    if request.method == "POST":
        at_once = form_of(request).one("at-once") == "yes"
        await datasette.store.write(partial(show_at_once, account=name, at_once=at_once))
        return _back(request, datasette, "care-saved")
    caring = datasette.desk.caring
    shown = {"caring": caring, "hard": datasette.pace.hard_today(name), "here": "care"}
    return await datasette.page(request, "care.html", shown)


async def leave(request: Any, datasette: Desk) -> Response:
    """Leave a voice to somebody else, without a reason."""
    number = one.number_of(request)
    datasette.pace.leave(request.actor["id"], number)
    if session := datasette.session(request):
        session.note = datasette.words("care-left")
    return await lead_on(datasette, request, number)


async def read_on(request: Any, datasette: Desk) -> Response:
    """Let somebody go on with hard voices today."""
    datasette.pace.read_on(request.actor["id"])
    return _back(request, datasette)


async def rested(request: Any, datasette: Desk) -> Response:
    """Suggest no break for a while: somebody had one, or wants none."""
    datasette.pace.begin_again(request.actor["id"])
    return _back(request, datasette)


def _back(request: Any, desk: Desk, note: str | None = None) -> Response:
    """Lead back to the voice that was read, or to the page about care."""
    if note and (session := desk.session(request)):
        session.note = desk.words(note)
    number = form_of(request).one("voice")
    return desk.lead_to(f"/voice/{number}" if _VOICE.fullmatch(number) else "/care")
