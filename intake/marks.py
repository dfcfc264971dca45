"""Marks that tell senders apart for a while, and say of none who it is: in memory only, under a key that dies soon."""

from __future__ import annotations

import hashlib
import secrets
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = 24 * 60 * 60.0  # seconds


class Marks:
    """Tells senders apart for a day, or for `seconds`, under a key that lives no longer.

    A plain hash would be no protection: a number or an address is easily guessed.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, seconds: float = DAY) -> None:
        self._clock = clock
        self._seconds = seconds
        self._begin()

    def is_new_day(self) -> bool:
        """Say, once, that the time is over: no mark of before leads to anyone now."""
        over = self._clock() - self._begun >= self._seconds
        if over:
            self._begin()
        return over

    def of(self, sender: str) -> bytes:
        """Return today's mark of somebody."""
        name = sender.encode("utf-8", "surrogateescape")
        return hashlib.blake2b(name, key=self._key, digest_size=16).digest()

    def _begin(self) -> None:
        self._key = secrets.token_bytes(32)
        self._begun = self._clock()
