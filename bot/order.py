"""Lets updates that overtook others on their way wait a moment for those. Looks at their numbers alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress

_FAR = 1_000  # updates further apart than that have nothing to do with each other: Telegram counts anew


class Order:
    """Lets updates pass in the order of their numbers, as far as all come within `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._passed: int | None = None  # the highest that did
        self._moved = asyncio.Event()

    async def keep(self, number: int) -> None:
        """Wait until the one before it passed, but not for long: it may never come."""
        if self._passed is None or abs(number - self._passed) > _FAR:
            self._passed = number
        with suppress(TimeoutError):
            async with asyncio.timeout(self._seconds):
                while self._passed < number - 1:
                    await self._moved.wait()
        self._passed = max(self._passed, number)
        self._moved.set()
        self._moved = asyncio.Event()
