"""How finely a time may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def period(day: date, *, by_month: bool) -> str:
    """Return the quarter ("2026 Q4"), or the month ("2026-11"), of a day."""
    return f"{day.year}-{day.month:02d}" if by_month else f"{day.year} Q{(day.month + 2) // 3}"
