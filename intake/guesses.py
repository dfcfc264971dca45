"""Slows down who tries receipt codes: per person and day, and all together per minute. In memory only, keyed."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, TypeVar

from intake.mail.limits import Throttle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")
PER_PERSON = 10  # wrong codes in a day: a code has 64 bits, so this is for typing mistakes
OVERALL = 60  # wrong codes of everybody in a minute
_MINUTE = 60.0


class TooManyCodes(Exception):
    """Raised when a code isn't looked up, because too many were wrong lately."""


class Guesses:
    """Counts codes that were wrong. Right ones cost nothing."""

    def __init__(
        self, per_person: int = PER_PERSON, overall: int = OVERALL, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._people = Throttle(per_person, clock=clock)
        self._overall = overall
        self._clock = clock
        self._minute = clock()
        self._misses = 0
        self._one_look_up = asyncio.Lock()

    async def look_up(self, person: str, find: Callable[[], Awaitable[T | None]]) -> T | None:
        """Return what `find` finds, one code at a time: many that come together are no way around the count.

        Raises:
            TooManyCodes: it was not looked for.
        """
        async with self._one_look_up:
            if self.are_used_up(person):
                raise TooManyCodes
            found = await find()
            if found is None:
                self.count(person)
            return found

    def are_used_up(self, person: str) -> bool:
        """Say whether this person, or everybody together, has to wait before the next code is looked up."""
        if self._clock() - self._minute >= _MINUTE:
            self._minute, self._misses = self._clock(), 0
        return self._misses >= self._overall or self._people.is_used_up(person)

    def count(self, person: str) -> None:
        """Count a wrong code."""
        self._misses += 1
        self._people.count(person)
