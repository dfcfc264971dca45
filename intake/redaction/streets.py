"""Whether words are a street: with a number, a capital, a rare word, or ordinary speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.street_words import (
    AFTER_THE,
    AT_ONCE,
    COMMAS,
    COUNTED,
    HOUSE_NAME,
    HOUSES,
    IN_A_STREET,
    MOST,
    ON,
    ORDINARY,
    PLAIN,
    ROOMS,
    STREETS,
    TITLED,
    VAGUE,
)

if TYPE_CHECKING:
    from intake.redaction.text import Word


def is_house_name(word: Word) -> bool:
    """Whether a word alone may name a house after its number: `fircroft`."""
    return word.gap == " " and not word.kinds & (FIRST | PLACE | WORD) and HOUSE_NAME.fullmatch(word.low) is not None


def street_start(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of the street that ends at word `i`, or -1 if it is ordinary speech."""
    start = i
    while start and i - start < MOST and words[start].gap in IN_A_STREET and names_street(words[start - 1]):
        start -= 1
    if start == i:
        ordinary = words[i - 1].low in ORDINARY or (words[i - 1].low == "the" and words[i].low in STREETS | AFTER_THE)
        return i - 2 if i > 1 and ordinary and words[i].gap == " " and is_number(words[i - 2]) else -1
    if start and _is_numbered(words, start, i):
        return start - 1
    if words[i].low in TITLED and words[i].low != "approach":
        return -1
    if words[i].capital:
        while start < i and not words[start].capital:
            start += 1
        vague = words[i].low in VAGUE and all(word.kinds & WORD for word in words[start:i])
        house = words[i].low in HOUSES and not (is_numbered_after(words, i) or _is_in_part(words, start))
        return start if start < i and not vague and not house else -1
    return _spoken_street(words, start, i)


def _is_in_part(words: tuple[Word, ...], start: int) -> bool:
    """Whether a flat or a block stands before word `start`: `Block C, Whitworth Court`."""
    return start > 1 and words[start].gap in COMMAS and words[start - 2].low in ROOMS


def _is_numbered(words: tuple[Word, ...], start: int, i: int) -> bool:
    """Whether a house number stands before the street from word `start` to word `i`."""
    gap = words[start].gap
    near = gap == " " or (gap in COMMAS and (words[start].capital or words[i].low in STREETS))
    return near and is_number(words[start - 1]) and words[start].low not in COUNTED


def _spoken_street(words: tuple[Word, ...], start: int, i: int) -> int:
    """Lower case says little: a rare word must name the street, and `on` or `in` must lead to it."""
    before = words[start - 1].low if start and words[start].gap == " " else ""
    if words[i].low not in STREETS:
        return start if before in {"on", "at"} and all(_is_rare(word) for word in words[start:i]) else -1
    if before in AT_ONCE:
        return start
    if any(map(_is_rare, words[start:i])) and (start == 0 or before in ON or words[start].gap in COMMAS):
        return start
    for first in range(start, i):
        if _is_rare(words[first]) and (first == 0 or words[first - 1].low in ON or words[first].capital):
            return first
    return -1


def _is_rare(word: Word) -> bool:
    if word.kinds & NUMBER or word.low == "s":
        return word.low == "s"
    return bool(word.kinds & (FIRST | LAST | PLACE)) or not word.kinds


def names_street(word: Word) -> bool:
    """Whether a word may be part of a street's name."""
    if word.low[0].isdigit() or word.low in COUNTED:
        return False
    return word.low not in PLAIN or (word.capital and not word.opens)


def is_number(word: Word) -> bool:
    """Whether a word numbers a house: `6`, `27b`, `12-14a`."""
    return word.low[0].isdigit() and len(word.low) <= 7 and sum(map(str.isalpha, word.low)) <= 1  # noqa: PLR2004 - 12-14a


def is_numbered_after(words: tuple[Word, ...], end: int) -> bool:
    """Whether a house's number follows word `end`: `Marine Parade, no. 6`."""
    if end + 2 >= len(words):
        return False
    word, number = words[end + 1], words[end + 2]
    led = word.low in {"no", "number", "num", "nr"} and word.gap in {" ", ", "}
    return led and number.gap in {" ", ". "} and is_number(number)
