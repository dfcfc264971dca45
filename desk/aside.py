"""Putting a voice aside at a terminal: on hold, to somebody else, to the safeguarding lead, and back; and its tags."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import click

from desk.terminal import choose
from storage import moves
from storage.errors import Refused
from storage.model import ContentNote, Outcome
from storage.moves import BackReason, HoldReason, LeadReason, OpinionReason
from storage.opening import immediate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from enum import StrEnum

    from intake.wording import Wording
    from storage.submissions import Submission

_DAYS = 7  # a hold is for a week, unless another day is typed


class Aside:
    """What one moderator puts aside. Each method returns what to say, or raises `Refused`."""

    def __init__(self, intake: sqlite3.Connection, say: Wording, account: str) -> None:
        self._intake, self._say, self._account = intake, say, account

    def hold(self, voice: Submission) -> str:
        """Let a voice wait until a day."""
        reason, today = self._why(HoldReason), date.today()
        until = self._day(today + timedelta(days=_DAYS))
        does = partial(moves.hold, reason=HoldReason(reason), until=until, today=today)
        return self._put(voice, does, "hold")

    def second(self, voice: Submission) -> str:
        """Ask any other moderator to decide."""
        return self._put(
            voice, partial(moves.ask_second, reason=OpinionReason(self._why(OpinionReason))), "second-opinion"
        )

    def lead(self, voice: Submission) -> str:
        """Give a voice to the safeguarding lead."""
        return self._put(voice, partial(moves.escalate, reason=LeadReason(self._why(LeadReason))), "escalate")

    def back(self, voice: Submission) -> str:
        """Send a voice back among those to read."""
        return self._put(voice, partial(moves.send_back, reason=BackReason(self._why(BackReason))), "send-back")

    def outcomes(self, voice: Submission) -> str:
        """Say what a voice is evidence for."""
        chosen = self._several(Outcome, "queue-outcomes-which", "outcome")
        with immediate(self._intake):
            moves.set_outcomes(self._intake, voice, self._account, [Outcome(each) for each in chosen])
        return self._say("pages-done-outcome")

    def notes(self, voice: Submission) -> str:
        """Say what somebody should know before they read a voice."""
        chosen = self._several(ContentNote, "queue-content-notes-which", "content-note")
        with immediate(self._intake):
            moves.set_content_notes(self._intake, voice, self._account, [ContentNote(each) for each in chosen])
        return self._say("pages-done-content-note")

    def _put(self, voice: Submission, does: Callable[..., None], what: str) -> str:
        note = click.prompt(self._say("queue-note"), default="", show_default=False)
        with immediate(self._intake):
            does(self._intake, voice, self._account, note=note)
        return self._say(f"pages-done-{what}")

    def _why(self, reasons: type[StrEnum]) -> str:
        shown = {reason.value: self._say(f"queue-why-{reason}") for reason in reasons}
        if chosen := choose(self._say("queue-why-number"), shown):
            return chosen
        raise Refused(self._say("queue-choose-why"))

    def _day(self, usual: date) -> date:
        typed = click.prompt(self._say("queue-until-typed"), default=usual.isoformat()).strip()
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise Refused(self._say("queue-no-day")) from None

    def _several(self, choices: Iterable[StrEnum], question: str, prefix: str) -> list[str]:
        """Ask for numbers, none or several; a number that isn't listed changes nothing."""
        codes = [choice.value for choice in choices]
        for number, code in enumerate(codes, start=1):
            click.echo(f"  {number:2}  {self._say(f'{prefix}-{code}')}")
        prompt = f"{self._say(question)} {self._say('queue-numbers')}"
        typed = click.prompt(prompt, default="", show_default=False).replace(",", " ").split()
        if not all(each.isdecimal() and 1 <= int(each) <= len(codes) for each in typed):
            raise Refused(self._say("queue-no-such-number"))
        return [code for number, code in enumerate(codes, start=1) if str(number) in typed]
