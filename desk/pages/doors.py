"""Signing in and out. Never says whether a name exists, and never keeps, logs or shows a password."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.accounts import as_kept
from desk.pages import steps, turns
from desk.pages.forms import FORM_COOKIE, form_of
from desk.pages.locking import KNOWN, LOCKED
from desk.pages.sessions import COOKIE, LASTS
from desk.passwords import TooBusy, kept_form, verify_password
from desk.web.gate import OURS, SIGN_IN
from storage.second_factors import lock, locked_until

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
    account = None if problem else datasette.store.account(name)
    if account is None:
        return await _form(datasette, request, back, problem or datasette.words("lab-sign-in-wrong"), status)
    datasette.sessions.end(request.cookies.get(COOKIE))  # of whoever used this browser before
    return go_on(request, datasette, datasette.steps.begin(account, back))


async def sign_out(request: Any, datasette: Desk) -> Response:
    """End the session, here and in the browser."""
    session = datasette.session(request)
    if session is not None:
        await turns.leave(datasette, session.name)
    datasette.sessions.end(request.cookies.get(COOKIE))
    answer = Response.redirect(f"{SIGN_IN}?out=1", status=303)
    set_cookie(answer, request, COOKIE, "", 0)
    return answer


async def refused(request: Any, datasette: Desk) -> Response:
    """Say that a form was not taken, and that nothing was changed."""
    what = datasette.words("pages-form-refused")
    return await datasette.page(request, "error.html", {"status": 403, "what": what}, 403)


def go_on(request: Any, datasette: Desk, cookie: str) -> Response:
    """Lead to what is left of a sign-in to do; when nothing is, start the session."""
    found = datasette.steps.find(cookie)
    if found is None:
        return Response.redirect(f"{SIGN_IN}?again=1", status=303)
    begun, account = found
    left = datasette.steps.left(begun, account)
    if left is not None:
        answer = Response.redirect(left.value, status=303)
        set_cookie(answer, request, steps.COOKIE, cookie, steps.LASTS)
        return answer
    return _let_in(request, datasette, cookie, begun)


async def ask_again(request: Any, datasette: Desk, what: str) -> Response:
    """Show the sign-in's form once more, and say why."""
    datasette.steps.end(request.cookies.get(steps.COOKIE))
    return await _form(datasette, request, "", datasette.words(what), 401)


def form_token(request: Any, datasette: Desk) -> tuple[str, str]:
    """Return the cookie of a browser that has not signed in, and what its forms carry."""
    cookie = request.cookies.get(FORM_COOKIE) or datasette.forms.new_cookie()
    return cookie, datasette.forms.token(cookie)


def set_cookie(answer: Response, request: Any, name: str, value: str, seconds: int | None) -> None:
    """Give a browser a cookie that stays in this site and out of reach of scripts."""
    secure = request.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, httponly=True, secure=secure, samesite="strict")


def _let_in(request: Any, datasette: Desk, cookie: str, begun: steps.Begun) -> Response:
    datasette.steps.end(cookie)
    session = datasette.sessions.start(begun.name)
    if session is None:
        return Response.redirect(f"{SIGN_IN}?again=1", status=303)
    answer = Response.redirect(begun.back if OURS.fullmatch(begun.back) else "/", status=303)
    set_cookie(answer, request, COOKIE, session, LASTS)
    if request.cookies.get(steps.COOKIE):
        set_cookie(answer, request, steps.COOKIE, "", 0)
    known = datasette.known
    if known.which(begun.name, request.cookies.get(known.cookie(begun.name))) is None:
        set_cookie(answer, request, known.cookie(begun.name), known.new(begun.name), KNOWN)
    return answer


async def _check(datasette: Desk, request: Any, name: str, password: str) -> tuple[str, int]:
    """Return what to say, and under which status, if this name and password don't open the pages now."""
    address = (request.scope.get("client") or ("",))[0]
    if wait := datasette.sign_ins.wait(address, name):
        _log.warning("desk-sign-in", outcome="slowed")
        await asyncio.sleep(wait)
    browser = datasette.known.which(name, request.cookies.get(datasette.known.cookie(name)))
    account = datasette.store.account(name)
    if not datasette.locking.is_known(browser) and await _is_locked(datasette, name):
        _log.warning("desk-sign-in", outcome="refused", reason="locked")
        return datasette.words("people-locked"), 401
    try:
        typed = kept_form(password, made=account.made if account else True)
        right = await datasette.off_loop.run(verify_password, typed, account.password_hash if account else None)
    except TooBusy:
        return datasette.words("lab-sign-in-busy"), 503
    if not right:
        datasette.sign_ins.failed(address, name)
        if datasette.locking.failed(name, browser):
            await datasette.store.write(partial(lock, account=name, now=int(time.time()), seconds=LOCKED))
        _log.warning("desk-sign-in", outcome="refused")
        return datasette.words("lab-sign-in-wrong"), 401
    datasette.sign_ins.forgive(address, name)
    if browser is not None:
        datasette.locking.known.forgive(browser)
    return "", 401


async def _is_locked(datasette: Desk, name: str) -> bool:
    """Tell whether a name is locked: an account in intake.db, where it can be unlocked; any other looks the same."""
    if datasette.store.account(name) is None:
        return datasette.locking.strange.are_too_many(name)
    return await datasette.store.read(partial(locked_until, account=name, now=int(time.time()))) is not None


async def _form(datasette: Desk, request: Any, back: str, problem: str = "", status: int = 200) -> Response:
    cookie, token = form_token(request, datasette)
    shown = {
        "problem": problem,
        "back": back,
        "again": request.args.get("again"),
        "out": request.args.get("out"),
        "token": token,
    }
    answer = await datasette.page(request, "sign-in.html", shown, status)
    set_cookie(answer, request, FORM_COOKIE, cookie, None)
    return answer
