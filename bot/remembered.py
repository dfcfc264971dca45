"""What is remembered for a while of what was sent, in whichever language: in memory only, under no name."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.mail.limits import Throttle

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.limits import Sending

PLEAS_IN_AN_HOUR = 3  # of one person
AN_HOUR = 60 * 60.0  # seconds


def _few() -> Throttle:
    return Throttle(PLEAS_IN_AN_HOUR, seconds=AN_HOUR)


@dataclass(slots=True)
class Remembered:
    """How many voices were sent `today`, and `pleas` to be contacted; and for an hour, what was sent.

    What was sent goes by the token of its draft, or of its plea, which names nobody; of a voice, with its code.
    """

    today: Sending
    pleas: Throttle = field(default_factory=_few)
    sent: dict[str, str | None] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    pleaded: set[str] = field(default_factory=set)

    def voice(self, token: str, code: str | None) -> None:
        """Know the code of a voice that was sent."""
        self.sent[token] = code
        _in_an_hour(self.sent.pop, token, None)

    def answer(self, token: str) -> None:
        """Know that an answer to the desk was sent."""
        self.answered.add(token)
        _in_an_hour(self.answered.discard, token)

    def plea(self, token: str) -> None:
        """Know that the buttons of this plea are done with."""
        self.pleaded.add(token)
        _in_an_hour(self.pleaded.discard, token)


def _in_an_hour(forget: Callable[..., object], *what: object) -> None:
    asyncio.get_running_loop().call_later(AN_HOUR, forget, *what)
