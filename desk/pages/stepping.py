"""The pages between the password and the session: a one-time code, a password of one's own, setting codes up."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from desk.codes import address_of, in_groups, new_recovery_codes, picture_of, recovery_hash, secret_of, step_of
from desk.pages import steps
from desk.pages.doors import ask_again, form_token, go_on, set_cookie
from desk.pages.forms import FORM_COOKIE, form_of
from desk.pages.locking import LOCKED
from desk.pages.steps import MOST_TRIES, Step
from desk.passwords import TooBusy, hash_password
from desk.strength import as_typed, problem_with_new
from storage.accounts import give_password
from storage.second_factors import lock, set_up, use_recovery_code, use_step

if TYPE_CHECKING:
    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from desk.pages.steps import Begun
    from storage.accounts import Account

_log = structlog.get_logger("desk")


async def code(request: Any, datasette: Desk) -> Response:
    """Ask for a one-time code or a recovery code, and check it."""
    found = await _begun(request, datasette, Step.CODE)
    if not isinstance(found, tuple):
        return found
    begun, account = found
    if request.method != "POST":
        return await _page(request, datasette, "sign-in-code.html", {})
    begun.tries += 1
    if await _is_right(datasette, account, form_of(request).one("code")[:60]):
        begun.with_code = True
        datasette.locking.codes.forgive(account.name)
        return go_on(request, datasette, request.cookies.get(steps.COOKIE))
    _log.warning("desk-sign-in", outcome="refused", reason="code")
    await asyncio.sleep(min(begun.tries, MOST_TRIES) * 0.2)
    if datasette.locking.codes.failed(account.name):
        await datasette.store.write(partial(lock, account=account.name, now=int(time.time()), seconds=LOCKED))
    if begun.tries >= MOST_TRIES:
        return await ask_again(request, datasette, "people-code-too-often")
    return await _page(request, datasette, "sign-in-code.html", {"problem": "people-code-wrong"}, 401)


async def password(request: Any, datasette: Desk) -> Response:
    """Have somebody choose a password of their own."""
    found = await _begun(request, datasette, Step.PASSWORD)
    if not isinstance(found, tuple):
        return found
    begun, account = found
    if request.method != "POST":
        return await _page(request, datasette, "sign-in-password.html", {"account": account})
    if problem := await choose_password(request, datasette, account):
        return await _page(request, datasette, "sign-in-password.html", {"account": account, "problem": problem}, 422)
    changed = datasette.store.account(account.name)
    begun.mark = changed.mark if changed else ""
    return go_on(request, datasette, request.cookies.get(steps.COOKIE))


async def choose(request: Any, datasette: Desk) -> Response:
    """Have somebody set their codes up; once a code was right, show the recovery codes, this once."""
    found = await _begun(request, datasette, Step.SET_UP)
    if not isinstance(found, tuple):
        return found
    begun, account = found
    if request.method == "POST":
        shown = await confirm_codes(request, datasette, account, begun.salt)
        if shown:
            changed = datasette.store.account(account.name)
            begun.mark, begun.with_code = changed.mark if changed else "", True
            return await _page(request, datasette, "sign-in-recovery.html", {"recovery": shown})
        again = {**app_of(datasette, account, begun.salt), "problem": "people-code-wrong"}
        return await _page(request, datasette, "sign-in-set-up.html", again, 422)
    return await _page(request, datasette, "sign-in-set-up.html", app_of(datasette, account, begun.salt))


async def done(request: Any, datasette: Desk) -> Response:
    """Go on, once the recovery codes were written down."""
    found = datasette.steps.find(request.cookies.get(steps.COOKIE))
    if found is None:
        return await ask_again(request, datasette, "lab-sign-in-again")
    return go_on(request, datasette, request.cookies.get(steps.COOKIE))


async def choose_password(request: Any, datasette: Desk, account: Account) -> str | None:
    """Give an account the password that a form brings; return the name of what to say if it is not taken."""
    form = form_of(request)
    new, again = as_typed(form.one("new")), as_typed(form.one("again"))
    if problem := problem_with_new(new, again, about=(account.name, datasette.desk.title)):
        return problem
    try:
        hashed = await datasette.off_loop.run(hash_password, new)
    except TooBusy:
        return "lab-sign-in-busy"
    await datasette.store.write(partial(give_password, name=account.name, password_hash=hashed, made=False))
    _log.info("desk-password", outcome="changed")
    return None


async def confirm_codes(request: Any, datasette: Desk, account: Account, salt: bytes) -> list[str] | None:
    """Set an account's codes up if the form brings a right one, and return its recovery codes."""
    keys = datasette.keys
    step = step_of(secret_of(keys, account.name, salt), form_of(request).one("code")[:60])
    if step is None:
        return None
    codes = new_recovery_codes()
    hashes = [recovery_hash(keys, account.name, each) for each in codes]
    await datasette.store.write(partial(set_up, account=account.name, salt=salt, step=step, recovery=hashes))
    _log.info("desk-codes", outcome="set-up")
    return codes


def app_of(datasette: Desk, account: Account, salt: bytes) -> dict[str, Any]:
    """Return what an app needs to make codes: a picture, and the same in letters."""
    secret = secret_of(datasette.keys, account.name, salt)
    picture = picture_of(address_of(secret, account.name, datasette.desk.title))
    return {"picture": picture, "secret": in_groups(secret)}


async def _is_right(datasette: Desk, account: Account, typed: str) -> bool:
    """Tell whether this is a code that was not used yet; it is used up by that."""
    step = step_of(secret_of(datasette.keys, account.name, account.salt or b""), typed)
    if step is not None:
        return await datasette.store.write(partial(use_step, account=account.name, step=step))
    hashed = recovery_hash(datasette.keys, account.name, typed)
    return await datasette.store.write(partial(use_recovery_code, account=account.name, hashed=hashed))


async def _begun(request: Any, datasette: Desk, step: Step) -> tuple[Begun, Account] | Response:
    """Return whose sign-in stands at this step, or what leads them to where they are."""
    cookie = request.cookies.get(steps.COOKIE)
    found = datasette.steps.find(cookie)
    if found is None:
        return await ask_again(request, datasette, "lab-sign-in-again")
    return found if datasette.steps.left(*found) is step else go_on(request, datasette, cookie)


async def _page(request: Any, datasette: Desk, template: str, shown: dict[str, Any], status: int = 200) -> Response:
    cookie, token = form_token(request, datasette)
    answer = await datasette.page(request, template, {"token": token, **shown}, status)
    set_cookie(answer, request, FORM_COOKIE, cookie, None)
    return answer
