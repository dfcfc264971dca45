"""How much somebody has read that is hard, and for how long: for their own sake, in memory alone, gone at midnight.

Nobody else is shown it, nothing of it is written or logged, and a restart forgets it all.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 10 * 60  # seconds without a new page that count as a break


@dataclass(frozen=True, slots=True)
class Caring:
    """How much that is hard to read one person is given in a day, when to suggest a break, and whom to talk to."""

    hard_a_day: int = 10
    voices: int = 15
    minutes: int = 45
    talk_to: str = ""


@dataclass(slots=True)
class _Day:
    """One person's day: the hard voices they opened and those they left to others, and whether they read on."""

    day: date
    hard: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    reads_on: bool = False


@dataclass(slots=True)
class _Stretch:
    """Reading without a break."""

    since: float
    last: float
    voices: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Told:
    """What a voice's page says to its reader: that it is one hard voice too many, or that a break is due."""

    enough: bool = False
    voices: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Wants:
    """What somebody is not to be given next: the voices they left to others, and hard ones once they had enough."""

    left: frozenset[int] = frozenset()
    mild: bool = False


class Pace:
    """Remembers it, until midnight at the longest."""

    def __init__(
        self,
        caring: Caring,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._caring, self._today, self._clock = caring, today, clock
        self._days: dict[str, _Day] = {}
        self._stretches: dict[str, _Stretch] = {}

    def opened(self, name: str, voice: int, *, hard: bool) -> Told:
        """Take in that somebody opened a voice that waits."""
        day, enough = self._day(name), hard and self._is_enough(name, voice)
        if hard and not enough:
            day.hard.add(voice)
        stretch = self._stretch(name)
        stretch.voices.add(voice)
        minutes = int((stretch.last - stretch.since) / 60)
        is_long = len(stretch.voices) > self._caring.voices or minutes >= self._caring.minutes
        return Told(enough, len(stretch.voices), minutes) if is_long else Told(enough)

    def hard_today(self, name: str) -> int:
        """Return how many hard voices somebody opened today."""
        return len(self._day(name).hard)

    def wants(self, name: str) -> Wants:
        """Return what somebody is not to be given next."""
        day = self._day(name)
        return Wants(frozenset(day.left), not day.reads_on and len(day.hard) >= self._caring.hard_a_day)

    def leave(self, name: str, voice: int) -> None:
        """Give a voice to others, for today. Nobody asks why."""
        self._day(name).left.add(voice)

    def read_on(self, name: str) -> None:
        """Let somebody have more hard voices today."""
        self._day(name).reads_on = True

    def begin_again(self, name: str) -> None:
        """Count from now on until the next break."""
        self._stretches.pop(name, None)

    def _is_enough(self, name: str, voice: int) -> bool:
        return self.wants(name).mild and voice not in self._day(name).hard

    def _day(self, name: str) -> _Day:
        found = self._days.get(name)
        if found is None or found.day != self._today():
            found = self._days[name] = _Day(self._today())
        return found

    def _stretch(self, name: str) -> _Stretch:
        now, found = self._clock(), self._stretches.get(name)
        if found is None or now - found.last > PAUSE:
            found = self._stretches[name] = _Stretch(now, now)
        found.last = now
        return found
