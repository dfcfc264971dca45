"""Says how many voices came by an address or a link, no finer than what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.wording import Wording
    from storage.release import Thresholds


def about(voices: int, thresholds: Thresholds, say: Wording) -> str:
    """Return a rounded count in words, or that there are few."""
    shown = thresholds.rounded(voices)
    return say("relay-few", least=thresholds.count) if shown is None else say("relay-about", count=shown)
