"""By when a voice is to be decided on: urgent ones within working days, the others within days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5  # as date.weekday counts
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How many working days (Monday to Friday) an urgent voice may wait, and how many days any other."""

    urgent_days: int = 1
    other_days: int = 7

    def due(self, day: date, *, urgent: bool) -> date:
        """Return the last day on which a voice that came in on `day` is not overdue."""
        if not urgent:
            return day + self.other_days * _DAY
        for _ in range(self.urgent_days):
            day = _next_working(day)
        return day

    def latest_overdue(self, today: date, *, urgent: bool) -> date:
        """Return the last day on which a voice must have come in to be overdue today."""
        day = today
        while self.due(day, urgent=urgent) >= today:
            day -= _DAY
        return day


def _next_working(day: date) -> date:
    day += _DAY
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day
