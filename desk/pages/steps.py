"""Signing in, step by step: who has given the right password and has something left to do. Kept in memory alone.

What is left is, in this order: a one-time code, a password of one's own, setting codes up. Opens no page but those.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.accounts import Account

COOKIE = "desk_step"
LASTS = 15 * 60  # seconds
MOST_TRIES = 5  # codes, before the password is asked for again
_MOST = 500


class Step(StrEnum):
    """What is left to do, by the address of its page."""

    CODE = "/sign-in/code"
    PASSWORD = "/sign-in/password"  # noqa: S105 - an address
    SET_UP = "/sign-in/set-up"


@dataclass(slots=True)
class Begun:
    """A sign-in that has begun. `salt` is what the codes that are being set up are made with."""

    name: str
    mark: str
    back: str
    started: float
    salt: bytes
    with_code: bool = False
    tries: int = 0


class Steps:
    """Begins, finds and ends them; each ends with a change of its account that it did not make."""

    def __init__(
        self,
        account: Callable[[str], Account | None],
        *,
        codes: bool,
        own_password: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._account, self._codes, self._own_password, self._clock = account, codes, own_password, clock
        self._open: dict[bytes, Begun] = {}

    def begin(self, account: Account, back: str) -> str:
        """Return the cookie of a sign-in whose password was right."""
        while len(self._open) >= _MOST:
            del self._open[next(iter(self._open))]
        cookie = secrets.token_urlsafe(32)
        self._open[_digest(cookie)] = Begun(account.name, account.mark, back, self._clock(), secrets.token_bytes(16))
        return cookie

    def find(self, cookie: str | None) -> tuple[Begun, Account] | None:
        """Return a sign-in that has begun and its account as it is now; None if it is over."""
        begun = self._open.get(_digest(cookie or ""))
        account = self._account(begun.name) if begun else None
        if begun is None or account is None or account.mark != begun.mark or self._clock() - begun.started > LASTS:
            self.end(cookie)
            return None
        return begun, account

    def left(self, begun: Begun, account: Account) -> Step | None:
        """Return what is to be done next; None if nothing is."""
        return step_left(account, with_code=begun.with_code, codes=self._codes, own_password=self._own_password)

    def end(self, cookie: str | None) -> None:
        """Forget a sign-in."""
        self._open.pop(_digest(cookie or ""), None)


def step_left(account: Account, *, with_code: bool, codes: bool, own_password: bool) -> Step | None:
    """Return what an account whose password was right has left to do; None if nothing is."""
    if account.salt is not None and not with_code:
        return Step.CODE
    if account.made and own_password:
        return Step.PASSWORD
    return Step.SET_UP if account.salt is None and codes else None


def _digest(cookie: str) -> bytes:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).digest()
