"""What the door takes at most: from one sender in a day, and from everybody at once. Keeps no address."""

from __future__ import annotations

import hashlib
import secrets
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = 24 * 60 * 60.0


class Room:
    """The memory, in bytes, that all big mails on their way in may fill together."""

    __slots__ = ("_free",)

    def __init__(self, size: int) -> None:
        self._free = size

    def take(self, size: int) -> bool:
        """Take `size` bytes; False, and nothing taken, when there is no room."""
        if size > self._free:
            return False
        self._free -= size
        return True

    def give(self, size: int) -> None:
        """Give back what was taken."""
        self._free += size


class Throttle:
    """Counts by sender, for a day, in memory only: a number under a keyed hash whose key lives no longer than the day.

    A plain hash would be no protection: addresses are easily guessed. When `most_senders` are known, the one
    counted longest ago is forgotten.
    """

    def __init__(
        self, per_day: int, *, most_senders: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_day = per_day
        self._most_senders = most_senders
        self._clock = clock
        self._start_day()

    def is_used_up(self, sender: str) -> bool:
        """Say whether `sender` has had as many as one may have in a day."""
        if self._clock() - self._started >= _DAY:
            self._start_day()
        return self._counts.get(self._mark(sender), 0) >= self._per_day

    def count(self, sender: str) -> None:
        """Count one for `sender`."""
        mark = self._mark(sender)
        self._counts[mark] = self._counts.pop(mark, 0) + 1
        if len(self._counts) > self._most_senders:
            del self._counts[next(iter(self._counts))]

    def _start_day(self) -> None:
        self._key = secrets.token_bytes(32)
        self._counts: dict[bytes, int] = {}
        self._started = self._clock()

    def _mark(self, sender: str) -> bytes:
        name = sender.casefold().encode("utf-8", "surrogateescape")
        return hashlib.blake2b(name, key=self._key, digest_size=16).digest()
