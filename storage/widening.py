"""How a detail is told less finely, step by step: an age over the ages of the law, a time over quarters and years.

A council and who speaks have no wider value: they are told, or they are not. None is what tells nothing; it never says
whether somebody did not say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from storage.model import AgeBand

# What may be shown of a voice besides its words, theme and kind.
DETAILS = ("council", "age_band", "speaker", "quarter")
Details = tuple[str | None, str | None, str | None, str | None]
NOTHING: Details = (None, None, None, None)

UNDER_18, FROM_21, FROM_18 = "under-18", "21-plus", "18-plus"
AGES = ("under-16", "16-17", UNDER_18, "18-20", "21-24", "25-plus", FROM_21, FROM_18)  # as they are listed
_WIDER_AGE: dict[str, str] = {
    AgeBand.UNDER_16: UNDER_18,
    AgeBand.FROM_16: UNDER_18,
    AgeBand.FROM_18: FROM_18,
    AgeBand.FROM_21: FROM_21,
    AgeBand.FROM_25: FROM_21,
    FROM_21: FROM_18,
}
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_QUARTER = re.compile(r"(\d{4}) Q[1-4]")

# What each value is worth to a reader, beside the others: 21 and over is an outcome of the lab, a time tells least.
_WORTH = {"council": (12,), "speaker": (6,), "quarter": (1, 2, 3)}
_AGES_WORTH = {UNDER_18: 8, FROM_21: 10, FROM_18: 6}
_A_BAND = 12


def wider(detail: str, value: str) -> str | None:
    """Return the next wider value of a detail; None if there is none that tells anything."""
    if detail == "age_band":
        return _WIDER_AGE.get(value)
    if detail != "quarter":
        return None
    if month := _MONTH.fullmatch(value):
        return f"{month[1]} Q{(int(month[2]) + 2) // 3}"
    quarter = _QUARTER.fullmatch(value)
    return quarter[1] if quarter else None


@lru_cache(maxsize=4096)
def path(detail: str, value: str | None) -> tuple[str, ...]:
    """Return a value and all that are wider, the finest first; nothing for None."""
    return () if value is None else (value, *path(detail, wider(detail, value)))


@lru_cache(maxsize=4096)
def common(detail: str, one: str | None, other: str | None) -> str | None:
    """Return the finest value that is true wherever either of two is."""
    mine = path(detail, one)
    return next((value for value in path(detail, other) if value in mine), None)


@lru_cache(maxsize=4096)
def worth(detail: str, value: str | None) -> int:
    """Return how much a value tells, beside others."""
    if value is None:
        return 0
    if detail == "age_band":
        return _AGES_WORTH.get(value, _A_BAND)
    return _WORTH[detail][len(path(detail, value)) - 1]
