"""Street addresses: a house and its street, a flat, a street alone. Works on shapes, knows no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.address_parts import building_end, is_room, lead_end, outwards
from intake.redaction.cued_addresses import find_cued
from intake.redaction.street_words import (
    AFTER_THE,
    LEADS,
    MOST,
    NUMBERED_LEADS,
    ROOMS,
    SHORT_WAYS,
    SIGNS,
    STREETS,
    TITLED,
    WAYS,
)
from intake.redaction.streets import is_house_name, is_number, is_numbered_after, street_start
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

LONG_NAME = 8  # letters of a house's or a street's name that stands alone, in lower case: `31 pipewellgate`


def find_addresses(text: Text) -> Iterator[Span]:
    """Yield addresses, as long as they go: `Flat 19, Pemberton House, Cutlers Way`."""
    words, lows = text.words, text.lows
    numbered = {i + 1 for i in text.odd if lows[i][0].isdigit()} - {len(lows)}
    for i in sorted(numbered | {i for i, low in enumerate(lows) if low in SIGNS}):
        word = words[i]
        found = _address(words, i) if word.low in SIGNS else None
        if (
            not found
            and i in numbered
            and (word.capital or (not word.kinds and len(word.low) >= LONG_NAME and words[i - 1].low not in {"2", "4"}))
            and len(words[i - 1].low) <= MOST
            and is_number(words[i - 1])
            and is_house_name(word)
        ):
            found = i - 1, i
        if found:
            start, end = outwards(words, found[0]), _onwards(words, found[1])
            yield text.span(words[start].start, words[end].end, Label.ADDRESS)
            yield from _next_door(text, words[start : end + 1])
    for start, end in find_cued(text):
        yield text.span(words[start].start, words[end].end, Label.ADDRESS)


def _address(words: tuple[Word, ...], i: int) -> tuple[int, int] | None:
    word = words[i]
    if word.low in STREETS or word.low in WAYS or word.low in AFTER_THE or (word.low in TITLED and word.capital):
        start = street_start(words, i)
        if start >= 0:
            return start, i
    if word.low in SHORT_WAYS:
        start = street_start(words, i)
        return (start, i) if 0 <= start < i and is_number(words[start]) else None
    numbered = i > 0 and word.gap == " " and is_number(words[i - 1])
    if word.low in (NUMBERED_LEADS if numbered else LEADS) and i + 1 < len(words) and words[i + 1].gap == " ":
        return i - numbered, lead_end(words, i)
    if word.low in ROOMS and word.low.startswith(("fl", "ap")) and is_room(words, i + 1):
        return i, building_end(words, i + 1)
    return None


def _onwards(words: tuple[Word, ...], end: int) -> int:
    """Return where an address ends, with a side or a number after it: `Moss Lane East`, `Marine Parade, no. 6`."""
    if end + 1 < len(words) and _is_side(words[end + 1]):
        end += 1
    return end + 2 if is_numbered_after(words, end) else end


def _next_door(text: Text, address: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the numbers of a house that another address of the message divides: `112b Mill Road`, and then `112a`."""
    houses = {word.low[:-1] for word in address if is_number(word) and word.low[-1].isalpha()}
    for word in text.words if houses else ():
        if word.low[:-1] in houses and word.low[-1].isalpha():
            yield text.span(word.start, word.end, Label.ADDRESS)


def _is_side(word: Word) -> bool:
    """Whether a street goes on by a side: `Moss Lane East`."""
    return word.gap == " " and word.capital and word.low in {"north", "south", "east", "west"}
