"""The banner over every page: what was decided last, for as long as that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from storage.decisions import Action, history
from storage.errors import Refused
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.sessions import Session
    from desk.pages.site import Desk

UNDO_SECONDS = 60
_UNDOABLE = {Action.APPROVE, Action.SECOND, Action.DECLINE}


@dataclass(frozen=True, slots=True)
class Banner:
    """A decision that can be undone for so many `seconds` yet; `step` is that in tens, for the style sheet."""

    voice: int
    action: str
    seconds: int

    @property
    def step(self) -> int:
        """Return the tens of seconds that are left, at least one."""
        return max(1, round(self.seconds / 10)) * 10


async def banner(desk: Desk, session: Session) -> Banner | None:
    """Return the banner of a session's last decision, if that can be undone still."""
    if session.last is None:
        return None
    found = await desk.store.read(partial(undoable, voice=session.last, account=session.name))
    if found is None:
        session.last = None
    return found


def undoable(conn: sqlite3.Connection, voice: int, account: str) -> Banner | None:
    """Return what can be undone about a voice by an account: its own decision, the last one, and only for a minute."""
    decisions = history(conn, voice)
    if not decisions or not _is_open(conn, voice):
        return None
    who, action, _, at = decisions[-1]
    seconds = UNDO_SECONDS - int((datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds())
    if who != account or action not in _UNDOABLE or not 0 < seconds <= UNDO_SECONDS + 1:
        return None
    return Banner(voice, action, min(seconds, UNDO_SECONDS))


def _is_open(conn: sqlite3.Connection, voice: int) -> bool:
    """Tell whether a voice is still there and not published yet."""
    try:
        kept = read(conn, voice)
    except Refused:
        return False
    return kept.words is not None and kept.released_in is None
