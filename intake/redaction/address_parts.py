"""What stands around a street in an address: the house, the flat, the number, the building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import WORD
from intake.redaction.street_words import (
    ABOVE,
    COMMAS,
    FARTHEST,
    HOMES,
    HOUSES,
    MOST,
    NAMED_HOMES,
    NEXT_TO,
    ROOMS,
    STOREY,
    STOREYS,
    STREETS,
    WAYS,
    WHICH,
)
from intake.redaction.streets import is_number, names_street

if TYPE_CHECKING:
    from intake.redaction.text import Word


def outwards(words: tuple[Word, ...], start: int) -> int:
    """Return where the address begins, with the house, the flat and the numbers before its street."""
    for _ in range(FARTHEST):
        before = _part_before(words, start) if start else start
        if before == start:
            break
        start = before
    return start


def _part_before(words: tuple[Word, ...], start: int) -> int:
    """Return where the part of an address begins that stands before word `start`; `start` if none does."""
    last, gap = words[start - 1], words[start].gap
    if last.low in NEXT_TO and gap == " ":
        return _home_by(words, start)
    if gap == "/" and is_number(words[start]) and is_number(last):
        return start - 1  # `3/2, 118 Dunmore Street`: a flat of a tenement
    if gap not in {" ", "-", " - "} and gap not in COMMAS:
        return start
    room = _room_before(words, start)
    return room if room < start or gap not in COMMAS else _named_home(words, start)


def _room_before(words: tuple[Word, ...], start: int) -> int:
    """Return where a number, a flat or a storey begins that stands before word `start`; `start` if none does."""
    last, gap, numbered = words[start - 1], words[start].gap, is_number(words[start])
    if is_number(last) and (gap != " " or not numbered):
        return start - 1
    if last.low in ROOMS and (numbered or _is_letter(words[start])):
        return start - 1
    if start == 1:
        return start
    if last.low in STOREY and gap in COMMAS and words[start - 2].low in STOREYS:
        return _storey(words, start - 2)
    coded = len(last.low) == 1 or any(map(str.isdigit, last.low))
    near = gap in COMMAS or words[start].low in ROOMS
    return start - 2 if coded and near and words[start - 2].low in ROOMS else start


def _storey(words: tuple[Word, ...], first: int) -> int:
    """Return where a storey or a room begins: `Ground Floor Flat, 231 Hadley Road`, `back bedroom, 5 …`."""
    while first and words[first].gap == " " and words[first - 1].low in STOREYS | STOREY:
        first -= 1
    return first


def _is_letter(word: Word) -> bool:
    return len(word.low) == 1 and word.capital and word.low.isalpha()


def _named_home(words: tuple[Word, ...], start: int) -> int:
    """Return where a house with a name begins: `The Old Vicarage, Church Lane`."""
    first = start - 1
    capital = words[first].capital
    if not capital and words[first].low not in NAMED_HOMES:
        return start
    while first and start - first < FARTHEST and words[first].gap == " " and words[first - 1].capital == capital:
        if not capital and not names_street(words[first - 1]) and not _is_which(words, first - 1):
            break
        first -= 1
    if (capital or words[first].low in WHICH) and first and words[first].gap == " " and words[first - 1].low == "the":
        return first - 1
    named = words[first].low == "the" or words[start - 1].low in NAMED_HOMES
    return first if named and first < start - 1 else start


def _is_which(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` says which house it is: `the old chapel`."""
    return i > 0 and words[i].low in WHICH and words[i - 1].low == "the"


def _home_by(words: tuple[Word, ...], start: int) -> int:
    """Return where a home begins that is known by a street: `the caravan behind 3 Marsh Farm Cottages`."""
    home = start - 3 if words[start - 1].low == "to" else start - 2
    for above in range(start - 2, max(1, start - FARTHEST - 1), -1):
        if words[above].gap != " ":
            break
        if words[above].low in ABOVE and words[above - 1].low in HOMES:
            return above - 2 if above > 1 and words[above - 2].low in {"the", "a"} else above - 1
    if home < 1 or words[home].low not in HOMES:
        return start
    if words[home - 1].low == "the":
        return start if words[home].low in {"house", "flat"} else home - 1
    return home - 2 if home > 1 and words[home - 2].low == "the" and words[home - 1].low in WHICH else start


def is_room(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` numbers a flat: `6`, `2b`, `B`, but not `400m`."""
    if i >= len(words) or words[i].gap != " ":
        return False
    low = words[i].low
    lettered = len(low) == 1 and words[i].capital and low not in {"a", "i"}
    return lettered or (is_number(words[i]) and not low.endswith(("m", "k")))


def building_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of the building that follows a flat's number: `flat 6 calder court`."""
    if i + 2 < len(words) and words[i + 1].low == "the" and words[i + 2].gap == " " and words[i + 2].kinds & WORD == 0:
        return i + 2  # `apartment 9 the maltings`
    for end in range(i + 1, min(i + 2 + MOST, len(words))):
        if words[end].gap not in {" ", ", ", " , "}:
            break
        if end > i + 1 and (words[end].low in STREETS or words[end].low in WAYS or words[end].low in HOUSES):
            return end
        if not names_street(words[end]):
            break
    return i


def lead_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a Welsh street, where the word for street comes first."""
    end = i + 1
    while (
        end + 1 < len(words)
        and end - i < MOST
        and words[end + 1].gap == " "
        and (words[end].low in {"y", "yr", "pen", "ty"} or words[end + 1].low in {"y", "yr"})
    ):
        end += 1
    return end
