"""The age that a person has, as the band in which the law puts it: what is kept says no more."""

from __future__ import annotations

import re

from storage.model import AgeBand

SHOWN = {
    AgeBand.UNDER_16: "under 16",
    AgeBand.FROM_16: "16-17",
    AgeBand.FROM_18: "18-20",
    AgeBand.FROM_21: "21-24",
    AgeBand.FROM_25: "25+",
}
UNDER = ((16, AgeBand.UNDER_16), (18, AgeBand.FROM_16), (21, AgeBand.FROM_18), (25, AgeBand.FROM_21))
# how numbers begin, also where they are mistyped; the longer beginning first
TEENS = (
    *(("thirt", 13), ("fourt", 14), ("fort", 14), ("fift", 15), ("fivet", 15), ("sixt", 16), ("sevent", 17)),
    *(("eight", 18), ("ninet", 19), ("nint", 19), ("twel", 12), ("elev", 11), ("ten", 10)),
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
UNITS = {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine".split(), start=1)  # noqa: SIM905 - a line
}
WORD = re.compile(r"[0-9]+|[a-z]+")
MONTHS = re.compile(r"\b(?:m(?:o|on)?n?ths?|weeks?|wks?|days?)\b")
AND_MONTHS = re.compile(
    r"(?:\b(?:and|n|nd)|&) (?!an? )[a-z0-9]+ [a-z]+$"
)  # `18 and 3 months`, not `18 and a half months`


def band_of(age: str) -> AgeBand | None:
    """Return the band of an age as somebody wrote it, in lower case; None if it can't be read as a number."""
    words = WORD.findall(age)
    years = _number(words)
    if years is None:
        return None
    if MONTHS.search(age) and not AND_MONTHS.search(age):
        return AgeBand.UNDER_16
    return next((band for limit, band in UNDER if years < limit), AgeBand.FROM_25)


def _number(words: list[str]) -> int | None:
    if not words:
        return None
    first = words[0]
    if first.isdigit():
        return int(first[:3])
    if first in TENS:
        return TENS[first] + UNITS.get(words[1] if len(words) > 1 else "", 0)
    if first in UNITS:
        return UNITS[first]
    return next((years for start, years in TEENS if first.startswith(start)), None)
