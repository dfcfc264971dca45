"""Signing in and out. Never says whether a name exists, and never keeps, logs or shows a password."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import structlog
from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.accounts import as_kept
from desk.lab.sessions import COOKIE, LASTS
from desk.passwords import TooBusy
from desk.web.gate import OURS, SIGN_IN

if TYPE_CHECKING:
    from desk.lab.site import Lab

_log = structlog.get_logger("desk")


async def sign_in(request: Any, datasette: Lab) -> Response:
    """Show the form, or check what was typed into it."""
    if request.method != "POST":
        return await _form(datasette, request, request.args.get("next") or "")
    form = await request.post_vars()
    name, back = str(form.get("name", "")), str(form.get("next", ""))
    problem, status = await _check(datasette, request, name, str(form.get("password", "")))
    if problem:
        return await _form(datasette, request, back, problem, status)
    return _signed_in(datasette, request, name, back)


async def _check(datasette: Lab, request: Any, name: str, password: str) -> tuple[str, int]:
    """Return what to say, and under which status, if this name and password don't open the lab now."""
    address = (request.scope.get("client") or ("",))[0]
    if wait := datasette.slowing.wait(address, as_kept(name)):
        _log.warning("lab-sign-in", outcome="slowed")
        await asyncio.sleep(wait)
    try:
        right = await datasette.off_loop.run(datasette.sign_ins.check, name, password)
    except TooBusy:
        return datasette.words("lab-sign-in-busy"), 503
    if not right:
        datasette.slowing.failed(address, as_kept(name))
        _log.warning("lab-sign-in", outcome="refused")
        return datasette.words("lab-sign-in-wrong"), 401
    datasette.slowing.forgive(address, as_kept(name))
    return "", 200


async def sign_out(request: Any, datasette: Lab) -> Response:
    """End the session, here and in the browser."""
    datasette.sessions.end(request.cookies.get(COOKIE))
    answer = Response.redirect(f"{SIGN_IN}?out=1", status=303)
    answer.set_cookie(COOKIE, "", max_age=0, httponly=True, secure=request.scheme == "https")
    return answer


def _signed_in(datasette: Lab, request: Any, name: str, back: str) -> Response:
    answer = Response.redirect(back if OURS.fullmatch(back) else "/", status=303)
    session = datasette.sessions.start(name)
    answer.set_cookie(COOKIE, session, max_age=LASTS, httponly=True, secure=request.scheme == "https")
    return answer


async def _form(datasette: Lab, request: Any, back: str, problem: str = "", status: int = 200) -> Response:
    shown = {"problem": problem, "back": back, "again": request.args.get("again"), "out": request.args.get("out")}
    page = await datasette.render_template("sign-in.html", shown, request=request, view_name="sign-in")
    return Response.html(page, status=status)
