"""Writing an answer, to voices that were ticked, to a theme, or anew: it is looked over before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages.answers import board, lead_on, number
from desk.pages.decide import CONFLICT, UNCLEAR
from desk.pages.forms import form_of
from desk.pages.showing import highlighted
from storage import answering, responses
from storage.errors import Refused, StorageError
from storage.responses import ResponseKind
from storage.roles import READERS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.answering.look import Look
    from desk.pages.site import Desk
    from storage.answering import Published

_FEW = 10  # voices shown beside the form


@dataclass(frozen=True, slots=True)
class Target:
    """Whom an answer is for: voices, or all of a theme (of one release, if any); or an answer that is written anew."""

    voices: tuple[int, ...] = ()
    theme: str = ""
    release: int | None = None
    response: int | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed."""

    kind: str = ""
    text: str = field(default="", repr=False)
    everyone: bool = True


async def write(request: Any, datasette: Desk) -> Response:
    """Show the form for what was chosen, or look over and keep what was typed into it."""
    form = form_of(request)
    target = await _allowed(datasette, request, _target(request))
    if target == Target():
        return await board(datasette, request, datasette.words("answers-choose-whom"), UNCLEAR)
    if form.one("step") != "send":
        return await _form(datasette, request, target, await _as_it_is(datasette, target))
    return await take(request, datasette, target)


async def take(request: Any, desk: Desk, target: Target, to: str = "") -> Response:
    """Keep what was typed, unless there is something to think about first."""
    form = form_of(request)
    typed = Typed(form.one("kind"), form.one("text").strip(), form.one("everyone") == "yes")
    problem, look = await _looked_over(desk, target, typed)
    if problem or (look and look.asks and (look.empty or form.one("sure") != look.sure)):
        return await _form(desk, request, target, typed, problem, look, UNCLEAR)
    try:
        response = await desk.store.write(partial(_keep, target=target, typed=typed, account=request.actor["id"]))
    except StorageError as error:
        return await _form(desk, request, target, typed, str(error), look, CONFLICT)
    return lead_on(desk, request, to or f"/answers/{response}", "answers-kept")


async def _looked_over(desk: Desk, target: Target, typed: Typed) -> tuple[str, Look | None]:
    """Return what is wrong with what was typed, or else what is to be thought about."""
    if typed.kind not in set(ResponseKind):
        return desk.words("pages-choose-answer"), None
    try:
        responses.checked(typed.text)
    except Refused as error:
        return str(error), None
    voices, count = await desk.store.read(partial(_whom, target=target))
    if target.theme and count < desk.desk.thresholds.k:
        return desk.words("answers-small-theme", k=desk.desk.thresholds.k), None
    look = await desk.look_over(ResponseKind(typed.kind), typed.text, [voice.words for voice in voices])
    return ("", look) if look else (desk.words("answers-not-looked-over"), None)


async def _form(
    desk: Desk,
    request: Any,
    target: Target,
    typed: Typed,
    problem: str = "",
    look: Look | None = None,
    status: int = 200,
) -> Response:
    voices, count = await desk.store.read(partial(_whom, target=target))
    shown = {
        "target": target,
        "typed": typed,
        "problem": problem,
        "look": look,
        "marked_text": highlighted(typed.text, look.names if look else ()),
        "voices": voices,
        "count": count,
        "few": desk.desk.thresholds.k,
        "here": "answers",
        "response_kinds": [kind.value for kind in ResponseKind],
    }
    return await desk.page(request, "answer-write.html", shown, status)


async def _as_it_is(desk: Desk, target: Target) -> Typed:
    """Return what the form begins with: nothing, or the answer that is written anew."""
    if target.response is None:
        return Typed()
    try:
        now = await desk.store.read(partial(answering.written, response=target.response))
    except Refused:
        return Typed()
    return Typed(now.kind, now.text, now.everyone)


def _target(request: Any) -> Target:
    form = form_of(request)
    release, response = number(form.one("release")), number(form.one("response"))
    voices = tuple(found for one in form.all("voice") if (found := number(one)) >= 0)
    if response >= 0:
        return Target(response=response)
    theme = form.one("theme")
    return Target(theme=theme, release=release if release > 0 else None) if theme else Target(voices)


async def _allowed(desk: Desk, request: Any, target: Target) -> Target:
    """Leave out voices that the lab doesn't show, unless whoever writes may read those too."""
    if desk.roles(request) & READERS or not target.voices:
        return target
    shown = await desk.store.read(partial(answering.published, voices=list(target.voices)))
    return replace(target, voices=tuple(voice.id for voice in shown))


def _keep(conn: sqlite3.Connection, target: Target, typed: Typed, account: str) -> int:
    kind = ResponseKind(typed.kind)
    if target.response is not None:
        answering.change(conn, target.response, kind, typed.text, account, everyone=typed.everyone)
        return target.response
    theme, to = target.theme or None, _numbers(conn, target)
    to_all = typed.everyone or bool(theme)
    new = responses.NewResponse(kind, typed.text, account, date.today(), everyone=to_all, theme=theme)
    return responses.draft(conn, new, to)


def _numbers(conn: sqlite3.Connection, target: Target) -> Sequence[int]:
    return answering.of_theme(conn, target.theme, target.release) if target.theme else target.voices


def _voices(conn: sqlite3.Connection, target: Target) -> tuple[Published, ...]:
    """Return the published voices that an answer is for, as many as fit beside it."""
    if target.response is not None:
        return answering.answered_by(conn, target.response, _FEW)
    return answering.published(conn, list(_numbers(conn, target)[:_FEW]))


def _whom(conn: sqlite3.Connection, target: Target) -> tuple[tuple[Published, ...], int]:
    voices = _voices(conn, target)
    if target.response is not None:
        try:
            return voices, answering.written(conn, target.response).voices
        except Refused:
            return voices, 0
    return voices, len(_numbers(conn, target))
