"""Publishing: what a release would show, and letting it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.drill import gate
from desk.pages.banner import UNDO_SECONDS
from desk.pages.forms import form_of
from desk.release_note import tell
from storage import ready
from storage.errors import StorageError
from storage.publishing import Preview, Released, Waits, look, preview, publish
from storage.ready import Ready, Seen
from storage.withdrawal import bury

if TYPE_CHECKING:
    import sqlite3

    from desk.drill.gate import Drill
    from desk.pages.site import Desk
    from desk.rules import Rules
    from storage.release import Thresholds

ON_A_PAGE = 20
_LONGEST = 500  # characters of a reason
_NUMBER = re.compile(r"[0-9]{1,18}")
_CONFLICT, _UNCLEAR = 409, 422


@dataclass(frozen=True, slots=True)
class Look:
    """What waits to be published, and what a release would show; `fresh` more may still be undone."""

    seen: Seen
    waits: Waits
    preview: Preview
    fresh: int
    drill: Drill

    @property
    def may_go(self) -> bool:
        """Tell whether a release may go out without a reason."""
        ready = 0 < self.waits.batch <= self.waits.ready
        return ready and self.waits.not_before is None and not self.drill.left

    @property
    def until(self) -> int:
        """Return until when the voices were approved, as the form carries it."""
        return int(self.seen.until.timestamp())


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of the approved voices. `after` leads to the next ones."""

    voices: tuple[Ready, ...]
    after: int | None


async def show(request: Any, datasette: Desk) -> Response:
    """Show what would change, or publish it."""
    if request.method == "POST":
        return await _publish(request, datasette)
    return await _page(request, datasette)


async def _publish(request: Any, datasette: Desk) -> Response:
    form, limits, session = form_of(request), datasette.desk.thresholds, datasette.session(request)
    forced = " ".join(form.one("reason").split())
    seen = await _look(datasette, _number(form.one("until")) or 0)
    if seen.seen.digest != form.one("seen"):
        return await _page(request, datasette, datasette.words("pages-release-changed"), _CONFLICT, forced)
    if not seen.may_go and not forced:
        return await _page(request, datasette, datasette.words("pages-release-reason"), _UNCLEAR)
    if len(forced) > _LONGEST:
        problem = datasette.words("pages-release-too-long", most=_LONGEST)
        return await _page(request, datasette, problem, _UNCLEAR, forced)
    account, files = request.actor["id"], datasette.desk.files

    def job(intake: sqlite3.Connection, published: sqlite3.Connection) -> Released | Waits:
        bury(intake, published, files.tombstones.ids(), limits)  # a withdrawal cut short must not be published now
        reason = None if seen.may_go else forced
        drilled = seen.drill.is_done
        answer = publish(
            *(intake, published, limits),
            account=account,
            today=date.today(),
            forced=reason,
            seen=seen.seen,
            drilled=drilled,
            to_tell=True,
        )
        if isinstance(answer, Released):
            tell(intake, published, limits, datasette.words, answer.number, drilled=drilled)
        return answer

    try:
        answer = await datasette.store.slow(job)
    except StorageError as error:
        return await _page(request, datasette, str(error), _CONFLICT, forced)
    if isinstance(answer, Waits):
        return await _page(request, datasette, datasette.words("pages-release-changed"), _CONFLICT, forced)
    if session is not None:
        session.note = _said(datasette, answer, limits)
    return Response.redirect("/release", status=303)


def _said(datasette: Desk, released: Released, limits: Thresholds) -> str:
    said = datasette.words("published", number=released.number, new=released.new, shown=released.shown)
    if released.held_back:
        said += " " + datasette.words("published-held-back", count=released.held_back, k=limits.k)
    return said


async def _page(request: Any, datasette: Desk, problem: str = "", status: int = 200, reason: str = "") -> Response:
    shown = {
        "here": "release",
        "look": await _look(datasette),
        "listed": await datasette.store.read(
            partial(
                _listed,
                after=_number(request.args.get("after") or ""),
                rules=datasette.desk.rules,
                account=request.actor["id"],
            )
        ),
        "limits": datasette.desk.thresholds,
        "problem": problem,
        "reason": reason,
    }
    return await datasette.page(request, "release.html", shown, status)


async def _look(datasette: Desk, until: int | None = None) -> Look:
    """Look at what was approved until then, and can't be undone any more."""
    limits, settled = datasette.desk.thresholds, int(datetime.now(UTC).timestamp()) - UNDO_SECONDS
    moment = datetime.fromtimestamp(settled if until is None else min(until, settled), UTC)

    def job(intake: sqlite3.Connection, _published: sqlite3.Connection) -> Look:
        waits = look(intake, limits, date.today(), moment)
        seen = Seen(moment, ready.digest(ready.versions(intake, moment)))
        fresh = ready.count(intake) - waits.ready
        return Look(seen, waits, preview(intake, limits, moment), fresh, gate.look(intake, limits, moment))

    return await datasette.store.slow(job)


def _listed(conn: sqlite3.Connection, *, after: int | None, rules: Rules, account: str) -> Listed:
    found = ready.latest(conn, after, limit=ON_A_PAGE + 1, hidden=rules.viewer(conn, account).hidden)
    shown = tuple(found[:ON_A_PAGE])
    return Listed(shown, shown[-1].approved if len(found) > ON_A_PAGE else None)


def _number(written: str) -> int | None:
    return int(written) if _NUMBER.fullmatch(written) else None
