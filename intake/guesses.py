"""Slows down who tries receipt codes: per person and day, and all together per minute. In memory only, keyed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from intake.mail.limits import Throttle

if TYPE_CHECKING:
    from collections.abc import Callable

PER_PERSON = 10  # wrong codes in a day: a code has 64 bits, so this is for typing mistakes
OVERALL = 60  # wrong codes of everybody in a minute
_MINUTE = 60.0


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

    def are_used_up(self, person: str) -> bool:
        """Say whether this person, or everybody together, has to wait before the next code is looked up."""
        if self._clock() - self._minute >= _MINUTE:
            self._minute, self._misses = self._clock(), 0
        return self._misses >= self._overall or self._people.is_used_up(person)

    def count(self, person: str) -> None:
        """Count a wrong code."""
        self._misses += 1
        self._people.count(person)
