"""What is remembered for a while of what was sent, in whichever language: in memory only, under no name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.mail.limits import Throttle

if TYPE_CHECKING:
    from bot.limits import Sending

PLEAS_IN_AN_HOUR = 3  # of one person
AN_HOUR = 60 * 60.0  # seconds


def _few() -> Throttle:
    return Throttle(PLEAS_IN_AN_HOUR, seconds=AN_HOUR)


@dataclass(slots=True)
class Remembered:
    """Voices: how many `today`, and the codes of what was `sent`. `pleas` to be contacted, and what was `pleaded`, too.

    What was sent goes by the token of its draft, or of its plea, which names nobody.
    """

    today: Sending
    sent: dict[str, str | None] = field(default_factory=dict)
    pleas: Throttle = field(default_factory=_few)
    pleaded: set[str] = field(default_factory=set)
