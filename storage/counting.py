"""How many voices say what: suppressed and rounded as official statistics are. Touches no file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from storage.release import Thresholds

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


def counted(said: Mapping[tuple[str | None, ...], int], thresholds: Thresholds) -> Iterator[Count]:
    """Give how many voices say each value, given how many say the same about all that is counted."""
    for place, about in enumerate(COUNTED):
        totals: dict[str, int] = defaultdict(int)
        for values, number in said.items():
            totals[EVERYTHING if about == EVERYTHING else values[place - 1] or NOT_SAID] += number
        for value, total in sorted(totals.items()):
            shown = thresholds.rounded(total)
            yield Count(about, value, shown, SUPPRESSED if shown is None else None)
