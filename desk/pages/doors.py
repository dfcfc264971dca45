"""Signing in and out. Never says whether a name exists, and never keeps, logs or shows a password."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.accounts import as_kept
from desk.pages.forms import FORM_COOKIE, form_of
from desk.pages.sessions import COOKIE, LASTS
from desk.passwords import TooBusy, tidy_password, verify_password
from desk.web.gate import OURS, SIGN_IN
from storage.accounts import password_hash

if TYPE_CHECKING:
    from desk.pages.site import Desk

_log = structlog.get_logger("desk")
_LONGEST = 200


async def sign_in(request: Any, datasette: Desk) -> Response:
    """Show the form, or check what was typed into it."""
    if request.method != "POST":
        return await _form(datasette, request, request.args.get("next") or "")
    form = form_of(request)
    name, back = as_kept(form.one("name")[:_LONGEST]), form.one("next")
    problem, status = await _check(datasette, request, name, form.one("password")[:_LONGEST])
    cookie = None if problem else datasette.sessions.start(name)
    if cookie is None:
        return await _form(datasette, request, back, problem or datasette.words("lab-sign-in-wrong"), status)
    answer = Response.redirect(back if OURS.fullmatch(back) else "/", status=303)
    _set(answer, request, COOKIE, cookie, LASTS)
    return answer


async def sign_out(request: Any, datasette: Desk) -> Response:
    """End the session, here and in the browser."""
    datasette.sessions.end(request.cookies.get(COOKIE))
    answer = Response.redirect(f"{SIGN_IN}?out=1", status=303)
    _set(answer, request, COOKIE, "", 0)
    return answer


async def refused(request: Any, datasette: Desk) -> Response:
    """Say that a form was not taken, and that nothing was changed."""
    what = datasette.words("pages-form-refused")
    return await datasette.page(request, "error.html", {"status": 403, "what": what}, 403)


async def _check(datasette: Desk, request: Any, name: str, password: str) -> tuple[str, int]:
    """Return what to say, and under which status, if this name and password don't open the pages now."""
    address = (request.scope.get("client") or ("",))[0]
    if wait := datasette.sign_ins.wait(address, name):
        _log.warning("desk-sign-in", outcome="slowed")
        await asyncio.sleep(wait)
    hashed = await datasette.store.read(partial(password_hash, name=name))
    try:
        right = await datasette.off_loop.run(verify_password, tidy_password(password), hashed)
    except TooBusy:
        return datasette.words("lab-sign-in-busy"), 503
    if not right or datasette.store.mark(name) is None:  # the wrong role looks like the wrong password
        datasette.sign_ins.failed(address, name)
        _log.warning("desk-sign-in", outcome="refused")
        return datasette.words("lab-sign-in-wrong"), 401
    datasette.sign_ins.forgive(address, name)
    return "", 401


async def _form(datasette: Desk, request: Any, back: str, problem: str = "", status: int = 200) -> Response:
    cookie = request.cookies.get(FORM_COOKIE) or datasette.forms.new_cookie()
    shown = {
        "problem": problem,
        "back": back,
        "again": request.args.get("again"),
        "out": request.args.get("out"),
        "token": datasette.forms.token(cookie),
    }
    answer = await datasette.page(request, "sign-in.html", shown, status)
    _set(answer, request, FORM_COOKIE, cookie, None)
    return answer


def _set(answer: Response, request: Any, name: str, value: str, seconds: int | None) -> None:
    secure = request.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, httponly=True, secure=secure, samesite="strict")
