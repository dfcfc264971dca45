"""A safeguarding lead's mailbox that keeps what it takes, and refuses as often as it was told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.plea import Lead

if TYPE_CHECKING:
    from intake.plea import Plea

ROLE, HOURS = "the duty lead", "weekdays, 9 to 5"


class Box:
    """Takes pleas; the next `refusing` of them are not taken."""

    def __init__(self) -> None:
        self.pleas: list[Plea] = []
        self.refusing = 0
        self.tries: list[str] = []

    @property
    def lead(self) -> Lead:
        """Who reads it."""
        return Lead(ROLE, HOURS, self._take)

    async def _take(self, plea: Plea) -> bool:
        self.tries.append(plea.number)
        if self.refusing:
            self.refusing -= 1
            return False
        self.pleas.append(plea)
        return True
