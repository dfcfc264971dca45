"""What a sender gets: so many mails taken in a day, and letters. Never writes to nobody, a machine or ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from intake.mail.letter import may_be_answered
from intake.mail.limits import Throttle
from intake.passage import Accepted, NotSaved

if TYPE_CHECKING:
    from intake.mail.acknowledge import Acknowledges
    from intake.mail.letter import Acknowledgement
    from intake.mail.relays import Addresses

_log = structlog.get_logger("intake")


class Senders:
    """Counts what is taken from each, and writes to those who may be written to."""

    def __init__(self, acknowledges: Acknowledges | None, own: Addresses, per_day: int) -> None:
        self._acknowledges = acknowledges
        self._own = own
        self._taken = Throttle(per_day)
        self._warned = Throttle(1)

    def has_sent_enough(self, sender: str) -> bool:
        """Say whether as many were taken from `sender` as may be in a day: that ends any loop."""
        return self._taken.is_used_up(sender)

    def thank(self, about: Acknowledgement, *, automatic: bool) -> None:
        """Write what became of somebody's words; nothing to what is `automatic`."""
        outcome = about.outcome
        if isinstance(outcome, Accepted):  # one that came again counts too: two machines may thank each other
            self._taken.count(about.to)
        if automatic:
            return
        if isinstance(outcome, NotSaved):
            # Helplines go out although nothing was saved, but not with each new try of the sender's server.
            if not outcome.urgent or self._warned.is_used_up(about.to):
                return
            self._warned.count(about.to)
        self._write(about)

    def answer(self, about: Acknowledgement, *, automatic: bool) -> None:
        """Write what became of a command; nothing to what is `automatic`."""
        self._taken.count(about.to)
        if not automatic:
            self._write(about)

    def _write(self, about: Acknowledgement) -> None:
        if self._acknowledges is None or not may_be_answered(about.to, self._own):
            return
        try:
            self._acknowledges(about)
        except Exception as error:  # noqa: BLE001 - all is saved and done: no letter may turn that into "try again"
            _log.error("acknowledgement", outcome="dropped", error=type(error).__name__)
