"""What a writer wants of their own words before they are kept: more hidden, or less; and which council is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.raw import RawWords


@dataclass(frozen=True, slots=True)
class Wishes:
    """Words or short terms of the message, in any case: `hide` wherever they stand, `show` where they were hidden.

    Wishes hold raw words, so they live and end with the draft. Phones, addresses, mails and ids are never shown.
    `council` is the name of the writer's own council as they chose it: in the words it is told from any other.
    """

    hide: tuple[RawWords, ...] = ()
    show: tuple[RawWords, ...] = ()
    council: RawWords | None = None


NO_WISHES = Wishes()
