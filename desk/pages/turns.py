"""Whose turn it is: opening a voice claims it, others are led to the next one, taking over is a press of its own."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.pages.queue import listing_of
from desk.turns import claim_next, open_voice
from storage.claims import leave_all, leave_it, take_over
from storage.errors import Refused
from storage.queue import Listing, count, place_of
from storage.submissions import read
from storage.viewer import check

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.pace import Wants
    from desk.pages.routes import View
    from desk.pages.site import Desk
    from desk.rules import Rules

_LARGEST_ID = 2**63 - 1


async def following(request: Any, datasette: Desk) -> Response:
    """Lead to the next voice of a list that nobody else reads; the one that is left is for others again."""
    left, session = request.args.get("after") or "", datasette.session(request)
    if session is not None and request.args.get("show"):
        session.listing = listing_of(request)
    after = min(int(left), _LARGEST_ID) if left.isascii() and left.isdigit() else None
    return await lead_on(datasette, request, after)


async def lead_on(desk: Desk, request: Any, after: int | None) -> Response:
    """Claim the next voice behind one, and lead there; without one, to the queue."""
    session = desk.session(request)
    listing = Listing(session.listing) if session and session.listing else Listing.ALL
    job = partial(_next, rules=desk.desk.rules, account=request.actor["id"], listing=listing, after=after)
    job = partial(job, wants=desk.pace.wants(request.actor["id"]))
    number = await desk.store.write(job)
    if number is not None:
        return Response.redirect(f"/voice/{number}", status=303)
    left = await desk.store.read(partial(_left, rules=desk.desk.rules, account=request.actor["id"], listing=listing))
    if session is not None:
        session.listing, session.note = "", desk.words("queue-nothing-left") if left else ""
    return Response.redirect("/" if listing is Listing.ALL else f"/?show={listing}", status=303)


async def take(request: Any, datasette: Desk) -> Response:
    """Take a voice over from whoever reads it."""
    number, rules = min(int(request.url_vars["number"]), _LARGEST_ID), datasette.desk.rules

    def job(conn: sqlite3.Connection) -> None:
        take_over(conn, number, request.actor["id"], time.time(), minutes=rules.claim_minutes)

    await datasette.store.write(job)
    return Response.redirect(f"/voice/{number}", status=303)


async def leave(desk: Desk, account: str) -> None:
    """Let others have whatever somebody was reading."""
    await desk.store.write(partial(leave_all, account=account))


async def opened(desk: Desk, request: Any, number: int) -> None:
    """Note that a voice was opened, and claim one that waits for whoever opens it, unless it is somebody else's."""
    account, rules = request.actor["id"], desk.desk.rules

    await desk.store.write(lambda conn: open_voice(conn, rules, number, account))


def in_sight(view: View) -> View:
    """Return what answers at a page of a voice: the page itself, unless the voice isn't shown to this account."""

    async def checked(request: Any, datasette: Desk) -> Response:
        number = min(int(request.url_vars["number"]), _LARGEST_ID)
        job = partial(_is_hidden, rules=datasette.desk.rules, number=number, account=request.actor["id"])
        if problem := await datasette.store.read(job):
            return await datasette.page(request, "error.html", {"status": 404, "what": problem}, 404)
        return await view(request, datasette)

    return checked


def _left(conn: sqlite3.Connection, *, rules: Rules, account: str, listing: Listing) -> int:
    return count(conn, rules.asking(rules.viewer(conn, account), listing))


def _is_hidden(conn: sqlite3.Connection, *, rules: Rules, number: int, account: str) -> str:
    """Return why a voice isn't shown to an account; nothing if it is, or isn't there."""
    who = rules.viewer(conn, account)
    if who.hidden is None:
        return ""
    try:
        voice = read(conn, number)
    except Refused:
        return ""
    try:
        check(who, voice)
    except Refused as error:
        return str(error)
    return ""


def _next(
    conn: sqlite3.Connection, *, rules: Rules, account: str, listing: Listing, after: int | None, wants: Wants
) -> int | None:
    place = None
    if after is not None:
        leave_it(conn, after, account)
        with suppress(Refused):
            place = place_of(read(conn, after))
    besides = frozenset() if after is None else frozenset({after})
    return claim_next(conn, rules, account, listing, place, besides=besides, wants=wants)
