"""After many wrong passwords an account takes sign-ins only from browsers that it knows, for a quarter of an hour.

A lock that anybody could put on anybody would keep moderators from voices at risk. So it holds for strange browsers
alone (OWASP's device cookies): one in which somebody has signed in to that account before keeps a cookie that says so,
and its wrong tries are counted apart. Counts lie in memory, under keyed hashes; the lock itself in intake.db, where the
administrator can lift it.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOCKED, STAYS_OPEN = 15 * 60, 10 * 60  # seconds
KNOWN = 180 * 24 * 60 * 60  # seconds that a browser is known
_MOST = 5_000


class Counting:
    """Counts what failed, by whom, within a quarter of an hour; forgets the oldest when there are too many."""

    def __init__(self, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._key = secrets.token_bytes(32)
        self._failed: OrderedDict[bytes, list[float]] = OrderedDict()

    def failed(self, who: str) -> bool:
        """Count one more; True if those are too many now."""
        key, now = self._hashed(who), self._clock()
        recent = [when for when in self._failed.pop(key, []) if now - when < LOCKED]
        self._failed[key] = [*recent, now][-self._most :]
        while len(self._failed) > _MOST:
            self._failed.popitem(last=False)
        return self.are_too_many(who)

    def are_too_many(self, who: str) -> bool:
        """Tell whether so many failed within a quarter of an hour."""
        now = self._clock()
        return sum(now - when < LOCKED for when in self._failed.get(self._hashed(who), [])) >= self._most

    def forgive(self, who: str) -> None:
        """Forget what failed."""
        self._failed.pop(self._hashed(who), None)

    def _hashed(self, who: str) -> bytes:
        return hmac.digest(self._key, who.encode("utf-8", "replace"), "sha256")


class KnownBrowsers:
    """The cookie of a browser in which somebody has signed in to an account before; one for each account."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def cookie(self, account: str) -> str:
        """Return the name of the cookie; it doesn't say whose it is."""
        return f"desk_known_{self._made(b'name', account)[:12]}"

    def new(self, account: str) -> str:
        """Return what a browser keeps that has just signed in."""
        mine = secrets.token_hex(16)
        return f"{mine}.{self._made(mine.encode(), account)}"

    def which(self, account: str, kept: str | None) -> str | None:
        """Return which of an account's known browsers kept this, or None if none did."""
        mine, _, made = (kept or "").partition(".")
        return mine if hmac.compare_digest(made.encode(), self._made(mine.encode(), account).encode()) else None

    def _made(self, what: bytes, account: str) -> str:
        said = b"\n".join((b"known browser", what, account.encode("utf-8", "replace")))
        return hmac.digest(self._key, said, "sha256").hex()


class Locking:
    """Whether a sign-in is looked at, and what follows when its password was wrong."""

    def __init__(self, *, most: int = 20) -> None:
        self.strange, self.known, self.codes = Counting(most), Counting(most), Counting(most // 2)

    def is_known(self, browser: str | None) -> bool:
        """Tell whether a browser is known, and hasn't been guessing."""
        return browser is not None and not self.known.are_too_many(browser)

    def failed(self, account: str, browser: str | None) -> bool:
        """Count a wrong password; True if the account has to be locked now."""
        if browser is not None and self.is_known(browser):
            self.known.failed(browser)
            return False
        return self.strange.failed(account)
