"""What a moderator decides: theme and kind, approve, decline, undo. Refused if somebody changed the voice meanwhile."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.pages import voice as one
from desk.pages.choices import Choices, choices_of, write_down
from desk.pages.forms import form_of
from desk.pages.telling import SOMEONE, problem_with
from desk.pages.turns import lead_on
from desk.turns import may_work
from desk.undoing import Undone, undo_about
from storage import decisions
from storage.decisions import Reason
from storage.errors import Refused, StorageError
from storage.model import Kind, State
from storage.permission import asking
from storage.submissions import Submission, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.pages.site import Desk

T = TypeVar("T")
CONFLICT, UNCLEAR = 409, 422


async def sort(request: Any, datasette: Desk) -> Response:
    """Set the theme, the kind, and what else was ticked beside them."""
    theme, kind = await _choice(datasette, request)
    choices = choices_of(form_of(request))

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        _sorted(conn, voice, account, theme, kind, choices)

    _, problem = await change(datasette, request, job, theme=theme, kind=kind, choices=choices)
    return problem or back(datasette, request, "queue-saved")


async def approve(request: Any, datasette: Desk) -> Response:
    """Approve the voice with the theme and the kind that were chosen beside it."""
    theme, kind = await _choice(datasette, request)
    understood = form_of(request).one("understood") == "yes"
    choices = choices_of(form_of(request))
    kept = {"theme": theme, "kind": kind, "choices": choices}
    missing = {"theme_missing": not theme, "kind_missing": not kind}
    if any(missing.values()):
        problem = datasette.words("pages-choose-first")
        return await one.page(datasette, request, problem=problem, status=UNCLEAR, **kept, **missing)

    tell = form_of(request).one("tell")
    if against := await datasette.store.read(partial(_against, number=one.number_of(request), tell=tell)):
        telling = {"tell": tell, "tell_problem": against, "ask_first": tell == SOMEONE}
        problem = datasette.words(against)
        return await one.page(datasette, request, problem=problem, status=UNCLEAR, **kept, **telling)

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> bool:
        voice = _sorted(conn, voice, account, theme, kind, choices)
        four_eyes = datasette.desk.rules.four_eyes
        return decisions.approve(conn, voice, account, understood=understood, four_eyes=four_eyes)

    _, problem_page = await change(datasette, request, job, **kept)
    return problem_page or await lead_on(datasette, request, one.number_of(request))


async def decline(request: Any, datasette: Desk) -> Response:
    """Decline the voice for a reason; one that was published leaves the lab before this answers."""
    reason = form_of(request).one("reason")
    if reason not in set(Reason):
        problem = datasette.words("pages-choose-reason")
        return await one.page(datasette, request, problem=problem, status=UNCLEAR, reason_missing=True)

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        decisions.decline(conn, voice, account, Reason(reason))

    _, problem_page = await change(datasette, request, job, reason=reason)
    return problem_page or await lead_on(datasette, request, one.number_of(request))


async def undo(request: Any, datasette: Desk) -> Response:
    """Take one's own decision about the voice back, within a minute."""
    number, account = one.number_of(request), request.actor["id"]

    def job(conn: sqlite3.Connection) -> Undone:
        undone = undo_about(conn, datasette.desk.rules, number, account)
        if undone is None:
            raise Refused(datasette.words("pages-undo-too-late"))
        return undone

    try:
        undone = await datasette.store.write(job)
    except StorageError as error:
        return await one.page(datasette, request, problem=str(error), status=CONFLICT)
    if undone.published and not await datasette.store.catch_up():
        return await one.page(datasette, request, problem=datasette.words("pages-lab-later"))
    return back(datasette, request, undone.note)


async def change(
    desk: Desk, request: Any, job: Callable[[sqlite3.Connection, Submission, str], T], **kept: Any
) -> tuple[T | None, Response | None]:
    """Change the voice as it was read; return the job's result, or else the page that says why not.

    What is published is brought in line before this returns, and what was typed is kept on a page that refuses.
    """
    number, account, version = one.number_of(request), request.actor["id"], _version(request)

    def checked(conn: sqlite3.Connection) -> tuple[T, bool]:
        may_work(conn, desk.desk.rules, number, account)
        voice = replace(read(conn, number), version=version)
        return job(conn, voice, account), voice.released_in is not None

    try:
        result, published = await desk.store.write(checked)
    except StorageError as error:
        return None, await one.page(desk, request, problem=str(error), status=CONFLICT, **kept)
    if published and not await desk.store.catch_up():
        return None, await one.page(desk, request, problem=desk.words("pages-lab-later"))
    return result, None


def back(desk: Desk, request: Any, note: str | None = None) -> Response:
    """Lead back to the voice, which then says what was done."""
    session = desk.session(request)
    if session is not None and note is not None:
        session.note = desk.words(note)
    return Response.redirect(f"/voice/{one.number_of(request)}", status=303)


def _sorted(
    conn: sqlite3.Connection,
    voice: Submission,
    account: str,
    theme: str | None,
    kind: Kind | None,
    choices: Choices | None,
) -> Submission:
    """Write down what was chosen, if it is something new, and return the voice as it then is."""
    at = decisions.this_second()  # what carries one time is undone with one press
    if theme is not None and theme != voice.theme:
        decisions.sort(conn, voice, account, theme=theme, at=at)
        voice = read(conn, voice.id)
    if kind is not None and kind != voice.kind:
        decisions.sort(conn, voice, account, kind=kind, at=at)
        voice = read(conn, voice.id)
    return voice if choices is None else write_down(conn, voice, account, choices, at)


async def _choice(desk: Desk, request: Any) -> tuple[str | None, Kind | None]:
    """Return the theme and the kind that were chosen; a theme that the settings dropped may stay what it was."""
    theme, kind = form_of(request).one("theme"), form_of(request).one("kind")
    known = {choice.code for choice in desk.showing.themes(None)}
    if theme not in known:
        theme = await desk.store.read(partial(_theme_now, number=one.number_of(request), theme=theme))
    return theme or None, Kind(kind) if kind in set(Kind) else None


def _against(conn: sqlite3.Connection, number: int, tell: str) -> str | None:
    """Return what stands against approving a voice of which this was said."""
    try:
        voice = read(conn, number)
    except Refused:
        return None
    return problem_with(tell, voice, asking(conn, number)) if voice.state is State.WAITING else None


def _theme_now(conn: sqlite3.Connection, number: int, theme: str) -> str:
    try:
        return theme if read(conn, number).theme == theme else ""
    except Refused:
        return ""


def _version(request: Any) -> int:
    version = form_of(request).one("version")
    return int(version) if re.fullmatch(r"[0-9]{1,18}", version) else 0
