"""Whose turn it is: opening a voice claims it, others are led to the next one, taking over is a press of its own."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.pages.queue import listing_of
from storage.asides import come_back
from storage.claims import Claim, claim, leave_all, leave_it, take_over, work_on
from storage.decisions import decided_elsewhere, first_approvals
from storage.errors import Refused
from storage.model import State
from storage.queue import Listing, next_free, place_of
from storage.submissions import read
from storage.viewer import check
from storage.watching import mark_opened

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.pace import Wants
    from desk.pages.routes import View
    from desk.pages.site import Desk
    from desk.rules import Rules
    from storage.submissions import Submission

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
    if session is not None:
        session.listing, session.note = "", desk.words("queue-nothing-left")
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

    def job(conn: sqlite3.Connection) -> Claim | None:
        try:
            voice = read(conn, number)
            check(rules.viewer(conn, account), voice)
        except Refused:
            return None
        mark_opened(conn, number, time.time())
        if voice.state is not State.WAITING or _needs_others(conn, voice, account):
            return None
        return claim(conn, number, account, time.time(), minutes=rules.claim_minutes)

    await desk.store.write(job)


def _needs_others(conn: sqlite3.Connection, voice: Submission, account: str) -> bool:
    """Tell whether a voice waits for somebody else, whom a claim by whoever only looks would keep from it."""
    return bool(decided_elsewhere(conn, voice, account)) or account in first_approvals(conn, voice.id)


def in_sight(view: View) -> View:
    """Return what answers at a page of a voice: the page itself, unless the voice isn't shown to this account."""

    async def checked(request: Any, datasette: Desk) -> Response:
        number = min(int(request.url_vars["number"]), _LARGEST_ID)
        job = partial(_is_hidden, rules=datasette.desk.rules, number=number, account=request.actor["id"])
        if problem := await datasette.store.read(job):
            return await datasette.page(request, "error.html", {"status": 404, "what": problem}, 404)
        return await view(request, datasette)

    return checked


def may_work(conn: sqlite3.Connection, rules: Rules, number: int, account: str) -> None:
    """Raise `Refused` if somebody else reads a voice now, or it isn't shown to this account."""
    check(rules.viewer(conn, account), read(conn, number))
    work_on(conn, number, account, time.time(), minutes=rules.claim_minutes)


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
    come_back(conn, date.today())
    now, place = time.time(), None
    if after is not None:
        leave_it(conn, after, account)
        try:
            place = place_of(read(conn, after))
        except Refused:
            place = None
    who = rules.viewer(conn, account)
    lists = [Listing.LEAD, listing] if who.leads and listing is Listing.ALL and after is None else [listing]
    for each in lists:
        besides = wants.left if after is None else wants.left | {after}
        number = next_free(conn, rules.asking(who, each), now, place, besides=besides, mild=wants.mild)
        if number is not None:
            claim(conn, number, account, now, minutes=rules.claim_minutes)
            return number
    return None
