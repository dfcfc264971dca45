"""Stops guessing of codes. Keeps, in memory alone, keyed hashes of who tried; never writes one."""

from __future__ import annotations

import hmac
import math
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Throttle:
    """Allows so many failed tries within a quarter of an hour, to one account and to all of them."""

    def __init__(
        self,
        *,
        each: int = 8,
        overall: int = 200,
        seconds: float = 900,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._each, self._seconds, self._clock = each, seconds, clock
        self._key = secrets.token_bytes(32)
        self._tries: deque[tuple[float, bytes]] = deque(maxlen=overall)

    def attempt(self, account: str) -> int:
        """Count a try and return 0; or, if there were too many, return how many seconds to wait."""
        now, who = self._clock(), self._hashed(account)
        recent = [(when, whose) for when, whose in self._tries if now - when < self._seconds]
        mine = [when for when, whose in recent if whose == who]
        if len(mine) >= self._each:
            return math.ceil(mine[0] + self._seconds - now)
        if len(recent) == self._tries.maxlen:
            return math.ceil(recent[0][0] + self._seconds - now)
        self._tries.append((now, who))
        return 0

    def forgive(self, account: str) -> None:
        """Forget the tries of an account that has now found one."""
        who = self._hashed(account)
        self._tries = deque((each for each in self._tries if each[1] != who), maxlen=self._tries.maxlen)

    def _hashed(self, account: str) -> bytes:
        return hmac.digest(self._key, account.encode(), "sha256")
