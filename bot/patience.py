"""How long Telegram is waited for, and what failed is left alone before it is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. Rows of pauses are walked through, one after each failure."""

    asking: float = 50.0  # how long Telegram may keep a question until somebody writes
    answering: float = 10.0  # and take to answer it then
    between: float = 0.25  # until it is asked again while something is in work
    unreachable: Sequence[float] = (1, 2, 5, 10, 30, 60)  # before it is asked again; the last one is repeated
    network: Sequence[float] = (1, 2, 5, 10, 20, 30)  # before an update is tried again, if it is not our fault
    ours: Sequence[float] = (0.5, 3)  # and if it is
    one_try: float = 120.0
    posting: float = 45.0  # before whoever posted an update has to post it again; Telegram hangs up after about 60
    overtaken: float = 0.25  # for an update that another one overtook on its way here
    watching: float = 300.0  # before Telegram is asked again whether it posts to us

    def until_reachable(self) -> Iterator[float]:
        """Give the pauses for when Telegram can't be reached; they never end."""
        return chain(self.unreachable, repeat(self.unreachable[-1]))
