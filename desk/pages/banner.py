"""The banner over every page: what one decided within the last minute, for as long as that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from storage.decisions import Action, decided_since, history
from storage.errors import Refused
from storage.moves import CHOSEN, UNDOABLE
from storage.submissions import read
from storage.together import declined_together

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.sessions import Session
    from desk.pages.site import Desk

UNDO_SECONDS = 60
OPENING = 60  # characters
_MOST = 10


@dataclass(frozen=True, slots=True)
class Banner:
    """A decision that can be undone for so many `seconds` yet; `step` is that in tens, for the style sheet.

    One about many voices at once has their `count`, and the time `at` which it was made instead of a voice.
    """

    voice: int
    action: str
    seconds: int
    opening: str = field(default="", repr=False)  # how the voice begins
    count: int = 1
    at: str = ""

    @property
    def step(self) -> int:
        """Return the tens of seconds that are left, at least one."""
        return max(1, round(self.seconds / 10)) * 10


async def banners(desk: Desk, session: Session, here: int | None) -> list[Banner]:
    """Return what a session's moderator can undo, last decision first; before all that about the voice shown `here`."""
    return await desk.store.read(partial(all_undoable, account=session.name, here=here))


def all_undoable(conn: sqlite3.Connection, account: str, here: int | None = None) -> list[Banner]:
    """Return what an account can undo, as `banners` says."""
    since = a_minute_ago()
    together = declined_together(conn, account, since)
    done = {voice for each in together for voice in each.voices}
    voices = [voice for voice in decided_since(conn, account, since) if voice not in done]
    voices.sort(key=lambda voice: voice != here)
    found = (undoable(conn, voice, account) for voice in voices)
    single = list(islice((each for each in found if each is not None), _MOST))
    many = [Banner(0, Action.TOGETHER, _left(each.at), count=len(each.voices), at=each.at) for each in together]
    return [*(each for each in many if each.seconds > 0), *single]


def a_minute_ago() -> datetime:
    """Return the time since which what was decided can be undone."""
    return datetime.now(UTC) - timedelta(seconds=UNDO_SECONDS)


def undoable(conn: sqlite3.Connection, voice: int, account: str) -> Banner | None:
    """Return what can be undone about a voice by an account: its own decision, the last one, and only for a minute."""
    decisions = history(conn, voice)
    if not decisions:
        return None
    who, action, _, at = decisions[-1]
    opening = _opening(conn, voice, published=action in CHOSEN)
    if opening is None:
        return None
    seconds = _left(at)
    if who != account or action not in UNDOABLE or not 0 < seconds <= UNDO_SECONDS + 1:
        return None
    return Banner(voice, action, min(seconds, UNDO_SECONDS), opening)


def _left(at: str) -> int:
    return UNDO_SECONDS - int((datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds())


def _opening(conn: sqlite3.Connection, voice: int, *, published: bool) -> str | None:
    """Return how a voice begins, if it is still there; and not published yet, unless that is fine."""
    try:
        kept = read(conn, voice)
    except Refused:
        return None
    if kept.words is None or (kept.released_in is not None and not published):
        return None
    return "" if kept.is_distressing else kept.words.text[:OPENING]
