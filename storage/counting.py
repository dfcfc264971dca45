"""How many voices say what: suppressed and rounded as official statistics are. Touches no file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.period import period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.release import ApprovedVoice, Thresholds

SUPPRESSED = "c"  # the symbol for confidential in official statistics
EVERYTHING = "everything"
NOT_SAID = "not-said"
COUNTED = (EVERYTHING, "theme", "kind", "council", "age_band", "speaker", "quarter")


@dataclass(frozen=True, slots=True)
class Count:
    """A row of `counts`: how many voices say `value` about `about`; None and a symbol where that is too few to show."""

    about: str
    value: str
    voices: int | None
    symbol: str | None


def counted(voices: list[ApprovedVoice], thresholds: Thresholds) -> Iterator[Count]:
    """Give how many of the voices say each value."""
    for about in COUNTED:
        totals: dict[str, int] = defaultdict(int)
        for voice in voices:
            totals[_value(voice, about, thresholds)] += 1
        for value, total in sorted(totals.items()):
            shown = thresholds.rounded(total)
            yield Count(about, value, shown, SUPPRESSED if shown is None else None)


def _value(voice: ApprovedVoice, about: str, thresholds: Thresholds) -> str:
    if about == EVERYTHING:
        return EVERYTHING
    if about == "quarter":
        return period(voice.day_received, by_month=thresholds.by_month)
    return getattr(voice, about) or NOT_SAID
