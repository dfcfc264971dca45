"""Who is signed in: kept in memory alone, so that a restart signs everyone out and no file can be used to sign in."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

COOKIE = "desk_session"
LASTS, IDLE = 12 * 60 * 60, 60 * 60  # seconds
_MOST = 1000


@dataclass(slots=True)
class Session:
    """One browser of one moderator. `form` is what its forms carry, `note` what the next page says, once.

    `salt` is what codes are made with that are set up in it; `recovery` are codes to be shown on the next page, once.
    """

    name: str
    mark: str
    started: float
    seen: float
    form: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    note: str = ""
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)
    recovery: list[str] | None = field(default=None, repr=False)
    listing: str = ""  # the list that its moderator reads through; all of them if none


class Sessions:
    """Starts, finds and ends sessions.

    `mark` gives what changes with an account's password or role, and None once the account may not be here: a session
    ends with it.
    """

    def __init__(self, mark: Callable[[str], str | None], clock: Callable[[], float] = time.monotonic) -> None:
        self._mark, self._clock = mark, clock
        self._open: dict[bytes, Session] = {}

    def start(self, name: str) -> str | None:
        """Return the cookie of a new session; None if the account went while its password was checked."""
        mark = self._mark(name)
        if mark is None:
            return None
        while len(self._open) >= _MOST:
            del self._open[next(iter(self._open))]
        cookie, now = secrets.token_urlsafe(32), self._clock()
        self._open[_digest(cookie)] = Session(name, mark, now, now)
        return cookie

    def find(self, cookie: str | None) -> Session | None:
        """Return the session of a cookie, or None if it is nobody's, over, idle for too long, or ended."""
        session = self._open.get(_digest(cookie or ""))
        if session is None:
            return None
        now = self._clock()
        if now - session.started > LASTS or now - session.seen > IDLE or self._mark(session.name) != session.mark:
            self.end(cookie)
            return None
        session.seen = now
        return session

    def of(self, name: str) -> list[Session]:
        """Return the sessions of an account that are not over, oldest first."""
        now = self._clock()
        every = [each for each in self._open.values() if each.name == name and each.mark == self._mark(name)]
        return [each for each in every if now - each.started <= LASTS and now - each.seen <= IDLE]

    def end_others(self, cookie: str | None) -> None:
        """End every other session of whoever's this is."""
        mine = self.find(cookie)
        if mine is not None:
            self._open = {key: each for key, each in self._open.items() if each.name != mine.name or each is mine}

    def now(self) -> float:
        """Return the time by which sessions start and are seen."""
        return self._clock()

    def who(self, cookie: str | None) -> str | None:
        """Return whose session it is, or None."""
        session = self.find(cookie)
        return session.name if session else None

    def end(self, cookie: str | None) -> None:
        """End a session, so that a copy of its cookie is worth nothing."""
        self._open.pop(_digest(cookie or ""), None)


def _digest(cookie: str) -> bytes:
    # By a digest, so that looking a cookie up tells nothing by its time.
    return hashlib.sha256(cookie.encode("utf-8", "replace")).digest()
