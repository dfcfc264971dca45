"""One's own account: another password, one-time codes, and where one is signed in. Anybody signed in may open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.codes import new_recovery_codes, recovery_hash
from desk.pages.doors import set_cookie
from desk.pages.forms import form_of
from desk.pages.sessions import COOKIE, LASTS
from desk.pages.stepping import app_of, choose_password, confirm_codes
from desk.passwords import TooBusy, kept_form, verify_password
from storage.roles import Role
from storage.second_factors import give_recovery_codes, recovery_codes_left

if TYPE_CHECKING:
    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from storage.accounts import Account

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A session, by the clock of this machine."""

    began: str
    used: str
    this: bool


async def show(request: Any, datasette: Desk) -> Response:
    """Show one's account."""
    return await _page(request, datasette)


async def change_password(request: Any, datasette: Desk) -> Response:
    """Take another password, and end every session but this one."""
    account = _mine(request, datasette)
    if problem := await _wrong_password(request, datasette, account):
        return await _page(request, datasette, problem=problem)
    if problem := await choose_password(request, datasette, account):
        return await _page(request, datasette, problem=problem)
    return _begin_again(request, datasette, account.name, "people-password-changed")


async def codes(request: Any, datasette: Desk) -> Response:
    """Set one-time codes up, for the first time or anew."""
    account, session = _mine(request, datasette), datasette.session(request)
    salt = session.salt if session else b""
    shown = {**app_of(datasette, account, salt), "account": account}
    if request.method != "POST":
        return await datasette.page(request, "account-codes.html", shown)
    problem = await _wrong_password(request, datasette, account)
    recovery = None if problem else await confirm_codes(request, datasette, account, salt)
    if recovery is None:
        shown["problem"] = problem or "people-code-wrong"
        return await datasette.page(request, "account-codes.html", shown, 422)
    return _begin_again(request, datasette, account.name, "people-codes-done", recovery)


async def recovery(request: Any, datasette: Desk) -> Response:
    """Make new recovery codes in the place of the old ones, and show them this once."""
    account = _mine(request, datasette)
    problem = await _wrong_password(request, datasette, account)
    if problem or account.salt is None:
        return await _page(request, datasette, problem=problem or "people-codes-off")
    made = new_recovery_codes()
    hashes = [recovery_hash(datasette.keys, account.name, each) for each in made]
    await datasette.store.write(partial(give_recovery_codes, account=account.name, hashes=hashes))
    return await _page(request, datasette, made=made)


async def end_others(request: Any, datasette: Desk) -> Response:
    """End one's sessions in all other browsers."""
    datasette.sessions.end_others(request.cookies.get(COOKIE))
    if session := datasette.session(request):
        session.note = datasette.words("people-sessions-ended")
    return datasette.lead_to("/account")


def _mine(request: Any, datasette: Desk) -> Account:
    account = datasette.account(request)
    assert account is not None  # the gate lets nobody else through  # noqa: S101
    return account


async def _wrong_password(request: Any, datasette: Desk, account: Account) -> str | None:
    """Return the name of what to say unless the form brings the account's password."""
    if datasette.locking.codes.are_too_many(account.name):
        return "people-password-wait"
    typed = kept_form(form_of(request).one("now")[:_LONGEST], made=account.made)
    try:
        right = await datasette.off_loop.run(verify_password, typed, account.password_hash)
    except TooBusy:
        return "lab-sign-in-busy"
    if right:
        return None
    datasette.locking.codes.failed(account.name)
    return "people-password-wrong"


def _begin_again(request: Any, datasette: Desk, name: str, said: str, recovery: list[str] | None = None) -> Response:
    """Start a new session, since what the old one rested on has changed, and lead to the account."""
    datasette.sessions.end(request.cookies.get(COOKIE))
    cookie = datasette.sessions.start(name)
    if session := datasette.sessions.find(cookie):
        session.note, session.recovery = datasette.words(said), recovery
    answer = datasette.lead_to("/account")
    set_cookie(answer, request, COOKIE, cookie or "", LASTS)
    return answer


async def _page(request: Any, datasette: Desk, *, problem: str = "", made: list[str] | None = None) -> Response:
    account, session = _mine(request, datasette), datasette.session(request)
    if session is not None and session.recovery is not None:
        made, session.recovery = session.recovery, None
    shown = {
        "here": "account",
        "problem": problem,
        "recovery": made,
        "account": account,
        "roles": sorted(account.roles, key=list(Role).index),
        "council": datasette.desk.councils.get(account.council or "", account.council),
        "left": await datasette.store.read(partial(recovery_codes_left, account=account.name)),
        "sessions": _sessions(request, datasette),
    }
    return await datasette.page(request, "account.html", shown, 422 if problem else 200)


def _sessions(request: Any, datasette: Desk) -> list[Shown]:
    this, now = datasette.session(request), datetime.now().astimezone()
    clock = datasette.sessions.now()

    def at(moment: float) -> str:
        return f"{now - timedelta(seconds=clock - moment):%H:%M}"

    every = datasette.sessions.of(this.name) if this else []
    return [Shown(at(each.started), at(each.seen), each is this) for each in every]
