"""Slows guessing of passwords down and shuts nobody out: whoever knows theirs gets in, some seconds later.

Passwords are random, of 80 bits: some guesses a second find none in a lifetime, while a lock that anybody could put on
anybody would keep moderators from voices at risk. Keeps, in memory alone, keyed hashes of names and addresses.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 2000  # tries that are remembered


class Slowing:
    """Lets the answer wait the longer, the more tries failed within a quarter of an hour.

    They are counted by name, whether anybody has it or not, by address, and overall: behind a web server on this
    machine all have one address.
    """

    def __init__(
        self,
        *,
        each: int = 8,
        overall: int = 200,
        seconds: float = 900,
        step: float = 0.25,
        longest: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._each, self._overall, self._seconds, self._clock = each, overall, seconds, clock
        self._step, self._longest = step, longest
        self._key = secrets.token_bytes(32)
        self._names: deque[tuple[float, bytes]] = deque(maxlen=_MOST)
        self._addresses: deque[tuple[float, bytes]] = deque(maxlen=_MOST)

    def wait(self, address: str, name: str) -> float:
        """Return for how many seconds a try has to wait before it is looked at."""
        since = self._clock() - self._seconds
        names = [whose for when, whose in self._names if when > since]
        addresses = [whose for when, whose in self._addresses if when > since]
        over = max(
            names.count(self._hashed(name)) - self._each,
            addresses.count(self._hashed(address)) - self._each,
            len(names) - self._overall,
        )
        return min(self._longest, self._step * max(0, over + 1))

    def failed(self, address: str, name: str) -> None:
        """Count a try that failed."""
        now = self._clock()
        self._names.append((now, self._hashed(name)))
        self._addresses.append((now, self._hashed(address)))

    def forgive(self, address: str, name: str) -> None:
        """Forget the tries from an address, and for a name, by which someone has now signed in."""
        self._addresses = _without(self._addresses, self._hashed(address))
        self._names = _without(self._names, self._hashed(name))

    def _hashed(self, who: str) -> bytes:
        return hmac.digest(self._key, who.encode("utf-8", "replace"), "sha256")


def _without(tries: deque[tuple[float, bytes]], whose: bytes) -> deque[tuple[float, bytes]]:
    return deque((each for each in tries if each[1] != whose), maxlen=tries.maxlen)
