"""A story that somebody could recognise: the question before an approval, and asking its person if it may go out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.pages.decide import back, change
from desk.pages.forms import form_of
from storage import permission
from storage.permission import in_question
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk
    from desk.rules import Rules
    from storage.submissions import Submission

_MOST = 500


async def ask(request: Any, datasette: Desk) -> Response:
    """Ask whoever has the code; what was typed is kept on a page that refuses it."""
    summary, days = form_of(request).one("summary"), datasette.desk.permission_days

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        permission.ask_permission(conn, voice, account, summary, date.today(), days)

    _, problem = await change(datasette, request, job, summary=summary, ask_first=True)
    return problem or back(datasette, request, "pages-permission-asked")


async def stop(request: Any, datasette: Desk) -> Response:
    """Let the voice wait for a decision again."""

    def job(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
        permission.stop_asking(conn, read(conn, voice.id), account)

    _, problem = await change(datasette, request, job)
    return problem or back(datasette, request, "pages-permission-stopped")


async def listed(request: Any, datasette: Desk) -> Response:
    """List the voices that wait for their person."""
    voices = await datasette.store.read(partial(_listed, rules=datasette.desk.rules, account=request.actor["id"]))
    return await datasette.page(request, "asked.html", {"voices": voices, "here": "queue"})


def _listed(conn: sqlite3.Connection, *, rules: Rules, account: str) -> list[tuple[int, date, date]]:
    return in_question(conn, rules.viewer(conn, account).hidden, _MOST)
