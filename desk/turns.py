"""Whose turn it is, on the pages and at a terminal alike: the next voice, claimed, that nobody else reads.

Functions take an open connection to intake.db, inside a transaction of their caller's.
"""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from desk.pages.pace import Wants
from storage import claims
from storage.asides import come_back
from storage.decisions import decided_elsewhere, first_approvals
from storage.errors import Refused
from storage.model import State
from storage.opening import immediate
from storage.questions import unread_answers
from storage.queue import Listing, next_free
from storage.submissions import read
from storage.viewer import check
from storage.watching import mark_opened

if TYPE_CHECKING:
    import sqlite3

    from desk.rules import Rules
    from storage.claims import Claim
    from storage.queue import Place
    from storage.submissions import Submission
    from storage.viewer import Viewer

_EVERYTHING = Wants()


def claim_next(
    conn: sqlite3.Connection,
    rules: Rules,
    account: str,
    listing: Listing = Listing.ALL,
    behind: Place | None = None,
    *,
    besides: frozenset[int] = frozenset(),
    wants: Wants = _EVERYTHING,
) -> int | None:
    """Claim the next voice of a list; a lead who begins to read is given what was escalated to them first."""
    come_back(conn, date.today())
    who, now = rules.viewer(conn, account), time.time()
    begins = who.leads and listing is Listing.ALL and behind is None
    for each in (Listing.LEAD, listing) if begins else (listing,):
        left = wants.left | besides
        number = next_free(conn, rules.asking(who, each), now, behind, besides=left, mild=wants.mild)
        if number is not None:
            claims.claim(conn, number, account, now, minutes=rules.claim_minutes)
            return number
    return None


def open_voice(conn: sqlite3.Connection, rules: Rules, number: int, account: str) -> Claim | None:
    """Note that a voice was opened, and claim one that waits; returns whose it is now, if anybody's.

    One that is gone, or isn't shown to this account, is left as it is.
    """
    try:
        voice = read(conn, number)
        check(rules.viewer(conn, account), voice)
    except Refused:
        return None
    mark_opened(conn, number, time.time())
    if voice.state is not State.WAITING or _needs_others(conn, voice, account):
        return claims.claimed(conn, number, time.time())
    return claims.claim(conn, number, account, time.time(), minutes=rules.claim_minutes)


def _needs_others(conn: sqlite3.Connection, voice: Submission, account: str) -> bool:
    """Tell whether a voice waits for somebody else, whom a claim by whoever only looks would keep from it."""
    return bool(decided_elsewhere(conn, voice, account)) or account in first_approvals(conn, voice.id)


def may_work(conn: sqlite3.Connection, rules: Rules, number: int, account: str) -> None:
    """Raise `Refused` if somebody else reads a voice now, or it isn't shown to this account."""
    check(rules.viewer(conn, account), read(conn, number))
    claims.work_on(conn, number, account, time.time(), minutes=rules.claim_minutes)


class Turns:
    """One moderator's way through the voices that wait, at a terminal. Each method makes its own transaction."""

    def __init__(self, intake: sqlite3.Connection, rules: Rules, account: str) -> None:
        self._intake, self.rules, self._account = intake, rules, account

    @property
    def who(self) -> Viewer:
        """Return who reads, with what they are not shown."""
        return self.rules.viewer(self._intake, self._account)

    def following(self, besides: frozenset[int], wants: Wants) -> int | None:
        """Claim the next voice that nobody else reads, or find one with an answer to read; None if there is none."""
        with immediate(self._intake):
            number = claim_next(self._intake, self.rules, self._account, besides=besides, wants=wants)
        left = besides | wants.left
        return next((each for each in self._answered() if each not in left), None) if number is None else number

    def has(self, submission: int) -> bool:
        """Tell whether a voice that waits is read by this account now."""
        return submission in claims.mine(self._intake, self._account, time.time())

    def open(self, submission: int) -> Claim | None:
        """Open a voice, as `open_voice` says."""
        with immediate(self._intake):
            return open_voice(self._intake, self.rules, submission, self._account)

    def check(self, voice: Submission) -> None:
        """Raise `Refused` if the voice isn't shown to this account."""
        check(self.who, voice)

    def work_on(self, submission: int) -> None:
        """Go on with a voice. Raises `Refused` as `may_work` does."""
        with immediate(self._intake):
            may_work(self._intake, self.rules, submission, self._account)

    def take_over(self, submission: int) -> None:
        """Claim a voice, whoever reads it now."""
        with immediate(self._intake):
            claims.take_over(self._intake, submission, self._account, time.time(), minutes=self.rules.claim_minutes)

    def leave(self, submission: int) -> None:
        """Let others have a voice."""
        with immediate(self._intake):
            claims.leave_it(self._intake, submission, self._account)

    def leave_all(self) -> None:
        """Let others have whatever was begun."""
        with immediate(self._intake):
            claims.leave_all(self._intake, self._account)

    def _answered(self) -> list[int]:
        who = self.who
        return [number for number, _, _ in unread_answers(self._intake) if who.may_see(read(self._intake, number))]
