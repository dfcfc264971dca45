"""Slows down who writes or sends very much, and nobody else. In memory only, by marks that no person can be told from.

A phone may be shared by a whole group home: so nobody is refused, and the next one waits a little longer.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from intake.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable

VOICES_A_DAY = 50  # of one person, without waiting: at a workshop they may all come from one phone
_STEP, _LONGEST = 60.0, 600.0  # seconds that each further one waits longer, and at most: drafts live for an hour
AT_ONCE = 240  # updates of one person, without waiting: more than the longest voice has
A_SECOND = 1.0  # updates after that: Telegram takes no more answers into one chat
_MOST = 10_000  # people; of more, who was counted longest ago is forgotten


class Sending:
    """Counts the voices that each person sent today."""

    def __init__(self, a_day: int = VOICES_A_DAY, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_day = a_day
        self._clock = clock
        self._marks = Marks(clock)
        self._sent: OrderedDict[bytes, tuple[int, float]] = OrderedDict()

    def pause(self, person: str) -> float:
        """Return the seconds after which the next one may be sent."""
        if self._marks.is_new_day():
            self._sent.clear()
        number, last = self._sent.get(self._marks.of(person), (0, 0.0))
        waits = min(_STEP * (number - self._a_day + 1), _LONGEST)
        return max(0.0, last + waits - self._clock()) if number >= self._a_day else 0.0

    def count(self, person: str) -> None:
        """Count one that was sent."""
        mark = self._marks.of(person)
        self._sent[mark] = (self._sent.pop(mark, (0, 0.0))[0] + 1, self._clock())
        if len(self._sent) > _MOST:
            self._sent.popitem(last=False)


class Pace:
    """Lets each person's updates pass at a pace that is never felt by somebody who writes."""

    def __init__(
        self, at_once: int = AT_ONCE, a_second: float = A_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once = at_once
        self._a_second = a_second
        self._clock = clock
        self._marks = Marks(clock)
        self._free: OrderedDict[bytes, float] = OrderedDict()  # when all that a person may do at once is free again

    async def keep(self, person: int) -> None:
        """Wait until this person's next update may pass."""
        if seconds := self.taking(person):
            await asyncio.sleep(seconds)

    def taking(self, person: int) -> float:
        """Count an update, and return the seconds that it has to wait."""
        if self._marks.is_new_day():
            self._free.clear()
        now, mark = self._clock(), self._marks.of(str(person))
        free = self._free[mark] = max(self._free.pop(mark, now), now) + 1 / self._a_second
        if len(self._free) > _MOST:
            self._free.popitem(last=False)
        return max(0.0, free - now - self._at_once / self._a_second)
