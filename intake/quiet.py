"""Whether anybody is reading now: set by whoever watches the desk, asked by the doors when they greet and thank."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    NobodyReads = Callable[[], bool]


class Readers:
    """Says whether nobody is reading. Until somebody has looked, people are not worried."""

    def __init__(self) -> None:
        self.nobody = False

    def nobody_reads(self) -> bool:
        """Tell whether people who write must be told that nobody is reading now."""
        return self.nobody


def somebody_reads() -> bool:
    """Say that somebody does, where nobody looks."""
    return False
