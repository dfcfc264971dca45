"""The drill: which voices are easiest to recognise, and what whoever reads them finds."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.drill import gate, reasons
from desk.pages.banner import UNDO_SECONDS
from desk.pages.forms import form_of
from desk.pages.showing import marked
from desk.pages.voice import gone, number_of
from storage.drills import Follows, Verdict, candidates, found, judge
from storage.errors import Refused, StorageError
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from desk.drill.gate import Drill
    from desk.pages.site import Desk
    from storage.drills import Found
    from storage.submissions import Submission

ON_A_PAGE = 20
_CONFLICT, _UNCLEAR = 409, 422
_VERSION = re.compile(r"[0-9]{1,18}")


async def show(request: Any, datasette: Desk) -> Response:
    """List the voices that are easiest to recognise: those about to be published, and those published."""
    seen = await _look(datasette, request)
    return await datasette.page(
        request,
        "drill.html",
        {"here": "release", "most": ON_A_PAGE, "start": seen.next(), "problem": "", **_told(datasette, seen)},
    )


async def one(request: Any, datasette: Desk) -> Response:
    """Show one of them, or write down what somebody found."""
    if request.method != "POST":
        return await _page(request, datasette)
    form, number = form_of(request), number_of(request)
    verdict, follows, version = form.one("verdict"), form.one("follows"), form.one("version")
    kept = {"verdict": verdict, "follows": follows}
    if verdict not in set(Verdict) or follows not in set(Follows) or not _VERSION.fullmatch(version):
        return await _page(request, datasette, datasette.words("drill-choose"), _UNCLEAR, kept)
    judged = partial(_judge, number=number, version=int(version), account=request.actor["id"], form=(verdict, follows))
    try:
        await datasette.store.write(judged)
    except StorageError as error:
        return await _page(request, datasette, str(error), _CONFLICT, kept)
    await datasette.store.catch_up()
    session = datasette.session(request)
    if session is not None:
        session.note = datasette.words(f"drill-done-{follows}")
    return Response.redirect(await _onwards(datasette, request, follows), status=303)


async def _onwards(datasette: Desk, request: Any, follows: str) -> str:
    """Return where to go: to the voice's own page if something has to be done there, or to the next one."""
    if follows in (Follows.HIDE, Follows.ASK):
        return f"/voice/{number_of(request)}"
    behind = (await _look(datasette, request)).next()
    return f"/drill/{behind.voice.id}" if behind else "/drill"


def _judge(conn: sqlite3.Connection, *, number: int, version: int, account: str, form: tuple[str, str]) -> None:
    voice = read(conn, number)
    if voice.version != version:
        raise Refused("Somebody else changed this voice meanwhile. Read it again before you decide.")
    judge(conn, voice, account, Verdict(form[0]), Follows(form[1]), date.today())


async def _page(
    request: Any, datasette: Desk, problem: str = "", status: int = 200, kept: dict[str, str] | None = None
) -> Response:
    number, seen = number_of(request), await _look(datasette, request)
    here = seen.find(number)
    try:
        voice, past = await datasette.store.read(partial(_load, number=number))
    except Refused as error:
        return await gone(datasette, request, str(error))
    if here is None or voice.words is None:
        shown = {"here": "release", "most": ON_A_PAGE, "start": seen.next(), **_told(datasette, seen)}
        shown["problem"] = problem or datasette.words("drill-not-here")
        return await datasette.page(request, "drill.html", shown, _CONFLICT if status == 200 else status)  # noqa: PLR2004
    shown = {
        "here": "release",
        "one": here,
        "voice": voice,
        "words": marked(voice.words),
        "behind": seen.next(number),
        "past": past,
        "problem": problem,
        "kept": kept or {},
        "verdicts": [each.value for each in Verdict],
        "follows": [each.value for each in Follows],
        **_told(datasette, seen),
    }
    return await datasette.page(request, "drill-voice.html", shown, status)


def _load(conn: sqlite3.Connection, number: int) -> tuple[Submission, list[Found]]:
    return read(conn, number), found(conn, number)


def _told(datasette: Desk, seen: Drill) -> dict[str, Any]:
    return {
        "found": seen,
        "left": reasons.left(seen, datasette.words),
        "reasons": partial(reasons.reasons, say=datasette.words),
    }


async def _look(datasette: Desk, request: Any) -> Drill:
    """Look through the voices beside the event loop, and not before everybody else who reads."""
    limits, settled = datasette.desk.thresholds, datetime.now(UTC) - timedelta(seconds=UNDO_SECONDS)
    voices = await datasette.store.read(partial(candidates, until=settled))
    found = await asyncio.to_thread(gate.drill_of, voices, limits)
    rules, account = datasette.desk.rules, request.actor["id"]
    return await datasette.store.read(lambda conn: gate.seen_by(found, conn, rules.viewer(conn, account)))
