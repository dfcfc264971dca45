"""Whose turn it is, at a terminal: the same claims as on the pages, so that nobody reads what somebody else reads."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from storage import claims
from storage.asides import come_back
from storage.opening import immediate
from storage.questions import unread_answers
from storage.queue import Listing, next_free
from storage.submissions import read
from storage.viewer import check

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from desk.rules import Rules
    from storage.submissions import Submission
    from storage.viewer import Viewer


class Turns:
    """One moderator's way through the voices that wait."""

    def __init__(self, intake: sqlite3.Connection, rules: Rules, account: str) -> None:
        self._intake, self.rules, self._account = intake, rules, account

    @property
    def who(self) -> Viewer:
        """Return who reads, with what they are not shown."""
        return self.rules.viewer(self._intake, self._account)

    def following(self, besides: frozenset[int]) -> int | None:
        """Claim the next voice that nobody else reads, or find one with an answer to read; None if there is none."""
        with immediate(self._intake):
            come_back(self._intake, date.today())
            number = next(self._free(besides), None)
            if number is not None:
                self._claim(number)
                return number
        return next((each for each in self._answered() if each not in besides), None)

    def check(self, voice: Submission) -> None:
        """Raise `Refused` if the voice isn't shown to this account."""
        check(self.who, voice)

    def work_on(self, submission: int) -> None:
        """Go on with a voice. Raises `Refused` if somebody else reads it now."""
        with immediate(self._intake):
            claims.work_on(self._intake, submission, self._account, time.time(), minutes=self.rules.claim_minutes)

    def leave(self, submission: int) -> None:
        """Let others have a voice."""
        with immediate(self._intake):
            claims.leave_it(self._intake, submission, self._account)

    def leave_all(self) -> None:
        """Let others have whatever was begun."""
        with immediate(self._intake):
            claims.leave_all(self._intake, self._account)

    def _free(self, besides: frozenset[int]) -> Iterator[int]:
        who = self.who
        for listing in (Listing.LEAD, Listing.ALL) if who.leads else (Listing.ALL,):
            found = next_free(self._intake, self.rules.asking(who, listing), time.time(), besides=besides)
            if found is not None:
                yield found

    def _claim(self, number: int) -> None:
        claims.claim(self._intake, number, self._account, time.time(), minutes=self.rules.claim_minutes)

    def _answered(self) -> list[int]:
        who = self.who
        return [number for number, _, _ in unread_answers(self._intake) if who.may_see(read(self._intake, number))]
