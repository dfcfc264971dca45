"""People who are called like a country, a brand or a chain: what stays readable elsewhere is their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, PLACE, WORD
from intake.redaction.names import NAMES

if TYPE_CHECKING:
    from intake.redaction.text import Word


def is_namesake(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i`, known as something else, names somebody: `Mr Ireland`, `Jon French`, `my worker Asia`."""
    word, last = words[i], words[i - 1]
    if not i or not word.kinds & NAMES or word.gap not in {" ", ". "}:
        return False
    if last.low in cues.TITLES and (last.capital or last.low not in {"miss", "sir"}):
        return word.capital or not word.kinds & WORD
    if last.low in cues.KIN or last.low in cues.ROLES:
        return word.capital and word.kinds & FIRST > 0 and i > 1 and words[i - 2].low in cues.BELONGING
    first = last.kinds & FIRST and (not last.kinds & WORD or (last.capital and not last.opens))
    return bool(first) and word.gap == " " and (word.capital or not word.kinds & (WORD | PLACE))
