"""The administrator's page: who works at the desk and as what. Shows no voice; a new password is shown once."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from desk.accounts import NotAName, as_kept, checked_name
from desk.pages.forms import form_of
from desk.pages.locking import STAYS_OPEN
from desk.passwords import TooBusy, hash_password, new_password, tidy_password
from storage.accounts import account, accounts, add_account, give_password, give_roles, nobody, remove_account
from storage.errors import Refused
from storage.roles import READERS, Role
from storage.second_factors import locked_until, reset, unlock

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.forms import Form
    from desk.pages.site import Desk
    from storage.accounts import Account

_LONGEST = 200
_log = structlog.get_logger("desk")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at the desk; `locked` is until when, by the clock of this machine."""

    account: Account
    locked: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about somebody to add, kept on a page that refuses it."""

    name: str = ""
    roles: tuple[str, ...] = ()
    council: str = ""


async def show(request: Any, datasette: Desk) -> Response:
    """Show everyone, or do what a form asks for."""
    if request.method != "POST":
        return await _page(request, datasette)
    form = form_of(request)
    typed = _typed(form) if form.one("do") == "add" else Typed()
    try:
        return await _do(request, datasette, form)
    except (Refused, NotAName) as error:
        return await _page(request, datasette, problem=str(error), typed=typed)
    except TooBusy:
        return await _page(request, datasette, problem=datasette.words("lab-sign-in-busy"), typed=typed)


async def _do(request: Any, datasette: Desk, form: Form) -> Response:
    name, what = as_kept(form.one("name")[:_LONGEST]), form.one("do")
    if what in {"add", "password"}:
        return await _with_password(request, datasette, form, new=what == "add")
    deeds = {
        "roles": partial(_give_roles, datasette, form, name, _me(request, datasette)),
        "remove": partial(_remove, name, _me(request, datasette), datasette.words("people-not-yourself")),
        "unlock": partial(unlock, account=name, now=int(time.time()), stays_open=STAYS_OPEN),
        "codes": partial(_reset, name),
    }
    if what not in deeds:
        return await _page(request, datasette, problem=datasette.words("people-what"))
    await datasette.store.write(deeds[what])
    _log.info("desk-account", outcome=what)
    if session := datasette.session(request):
        session.note = datasette.words(f"people-did-{what}", name=name)
    return datasette.lead_to("/people")


async def _with_password(request: Any, datasette: Desk, form: Form, *, new: bool) -> Response:
    """Make an account or a new password, and show that password, this once."""
    name, password = checked_name(form.one("name")[:_LONGEST]), new_password()
    hashed = await datasette.off_loop.run(hash_password, tidy_password(password))
    if new:
        roles, council = _chosen(datasette, form)
        await datasette.store.write(partial(add_account, name=name, password_hash=hashed, roles=roles, council=council))
    else:
        await datasette.store.write(partial(give_password, name=name, password_hash=hashed, made=True))
    _log.info("desk-account", outcome="add" if new else "password")
    return await _page(request, datasette, made=(name, password))


def _typed(form: Form) -> Typed:
    return Typed(form.one("name")[:_LONGEST], tuple(form.all("role")), form.one("council"))


def _chosen(datasette: Desk, form: Form) -> tuple[list[str], str | None]:
    """Return the roles and the council that a form brings. Raises `Refused` if there is no role."""
    roles, council = [role for role in form.all("role") if role in set(Role)], form.one("council")
    if not roles:
        raise Refused(datasette.words("people-no-role"))
    return roles, council if council in datasette.desk.councils else None


def _give_roles(datasette: Desk, form: Form, name: str, me: str, conn: sqlite3.Connection) -> None:
    roles, council = _chosen(datasette, form)
    if name == me and Role.ADMINISTRATOR not in roles:
        raise Refused(datasette.words("people-not-yourself"))
    give_roles(conn, name, roles, council)


def _remove(name: str, me: str, never: str, conn: sqlite3.Connection) -> None:
    if name == me:
        raise Refused(never)
    if not remove_account(conn, name):
        raise nobody()


def _reset(name: str, conn: sqlite3.Connection) -> None:
    if account(conn, name) is None:
        raise nobody()
    reset(conn, name)


def _me(request: Any, datasette: Desk) -> str:
    session = datasette.session(request)
    return session.name if session else ""


async def _page(
    request: Any,
    datasette: Desk,
    *,
    problem: str = "",
    made: tuple[str, str] | None = None,
    typed: Typed = Typed(),
) -> Response:
    settings, members = datasette.desk, await datasette.store.read(_members)
    roles = [each.account.roles for each in members]
    shown = {
        "here": "people",
        "problem": problem,
        "made": made,
        "typed": typed,
        "members": members,
        "me": _me(request, datasette),
        "every_role": list(Role),
        "councils": settings.councils,
        "overview": {
            "codes": settings.codes,
            "own": settings.own_password,
            "alerts": settings.alerts,
            "readers": sum(bool(each & READERS) for each in roles),
            "leads": sum(Role.LEAD in each for each in roles),
            "lead": bool(settings.on_duty.lead and settings.on_duty.deputy),
        },
    }
    return await datasette.page(request, "people.html", shown, 422 if problem else 200)


def _members(conn: sqlite3.Connection) -> list[Member]:
    now = int(time.time())
    return [Member(each, _clock(locked_until(conn, each.name, now))) for each in accounts(conn)]


def _clock(moment: int | None) -> str:
    return "" if moment is None else f"{datetime.fromtimestamp(moment).astimezone():%H:%M}"
