"""Street addresses: a house and its street, a flat, a street alone. Works on shapes, knows no map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

STREETS = frozenset(
    "street road rd avenue ave lane crescent cresc mews terrace boulevard wynd vennel cul-de-sac".split()
)
WAYS = frozenset(
    "st drive dr close court place gardens grove hill park rise row walk square green parade brae view bank gate wharf quay way "
    "croft garth fold fields field meadow meadows heights estate yard mount drove end ropewalk embankment passage broadway "
    "buildings house cottage cottages villas lodge tower towers point mansions common chase dale causeway buildings mead".split()
)
LEADS = frozenset("heol ffordd stryd lon clos rue calle via".split())
HOUSES = frozenset(
    "house court cottage lodge tower towers point mansions villa villas farm buildings block hall heights".split()
)
ROOMS = frozenset("flat apartment apt unit room bedsit flt".split())
ON = frozenset("on in at of off down from to near up along round by outside across behind".split())
# before a word for a street these are ordinary speech: `the road`, `a long way`, `in a row`
PLAIN = frozenset(
    "the a an my your his her our their this that these those any some no every each another same other whole one main busy long "
    "right wrong only best first last next new old own good bad of in on at by to from for with and or but is was be it as so "
    "all half way either which what such more much little up down out off over back under high big small nice dead cross "
    "side back front ring slip toll through own your quiet we i you he she they".split()
)
COUNTED = frozenset(
    "min mins minute minutes hour hours hr hrs mile miles metre metres yard yards week weeks day days month months year years yr "
    "yrs time times bed bedroom storey floor people kids children buses bus trains of in out more other different nights night "
    "pound pounds quid percent per pm am km st nd rd th x".split()
)
MOST = 3  # words in a street's name


def find_addresses(text: Text) -> Iterator[Span]:
    """Yield addresses, as long as they go: `Flat 19, Pemberton House, Cutlers Way`."""
    words = text.words
    for i, word in enumerate(words):
        start = end = -1
        if word.low in STREETS or word.low in WAYS:
            start, end = _street(words, i), i
        elif word.low in LEADS and i + 1 < len(words) and words[i + 1].gap == " ":
            start, end = i, _lead_end(words, i)
        elif word.low in ROOMS and i + 1 < len(words) and _is_number(words[i + 1]):
            start, end = (i, i + 1) if word.low.startswith(("fl", "ap")) else (-1, -1)
        if start >= 0:
            start = _outwards(words, start)
            yield text.span(words[start].start, words[end].end, Label.ADDRESS)


def _street(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of the street that ends at word `i`, or -1 if it is ordinary speech."""
    start = i
    while start and i - start < MOST and words[start].gap == " " and _names_street(words[start - 1]):
        start -= 1
    numbered = start > 0 and words[start].gap in {" ", ", "} and _is_number(words[start - 1])
    if start == i:
        return -1
    if numbered and words[start].low not in COUNTED:
        return start - 1
    if words[i].capital:
        while start < i and not words[start].capital:
            start += 1
        named = any(not word.kinds & WORD or words[i].low in STREETS or start for word in words[start:i])
        return start if start < i and named and not _is_home(words, start, i) else -1
    return _spoken_street(words, start, i)


def _is_home(words: tuple[Word, ...], start: int, i: int) -> bool:
    """Whether this is rather an organisation's name: a house or a court without a number."""
    return words[i].low in HOUSES


def _spoken_street(words: tuple[Word, ...], start: int, i: int) -> int:
    """Lower case says little: a rare word must name the street, and `on` or `in` must lead to it."""
    if words[i].low not in STREETS:
        return -1
    for first in range(start, i):
        rare = words[first].kinds & (FIRST | LAST | PLACE) or not words[first].kinds
        if rare and words[first].kinds != NUMBER and (first == 0 or words[first - 1].low in ON or words[first].capital):
            return first
    return -1


def _names_street(word: Word) -> bool:
    if word.kinds & NUMBER or word.low in COUNTED:
        return False
    return word.low not in PLAIN or (word.capital and not word.opens)


def _is_number(word: Word) -> bool:
    return word.low[:1].isdigit() and len(word.low) <= 7 and sum(map(str.isalpha, word.low)) <= 1  # noqa: PLR2004 - 12-14a


def _lead_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a Welsh street, where the word for street comes first."""
    end = i + 1
    while (
        end + 1 < len(words)
        and end - i < MOST
        and words[end + 1].gap == " "
        and words[end].low in {"y", "yr", "pen", "ty"}
    ):
        end += 1
    return end


def _outwards(words: tuple[Word, ...], start: int) -> int:
    """Return where the address begins, with the house, the flat and the numbers before its street."""
    while start:
        last = words[start - 1]
        if words[start].gap not in {" ", ", ", ","}:
            break
        if _is_number(last) and ("," in words[start].gap or not _is_number(words[start])):
            start -= 1
        elif last.low in ROOMS and _is_number(words[start]):
            start -= 1
        elif "," in words[start].gap and last.low in HOUSES and last.capital and start > 1 and words[start - 2].capital:
            start -= 2
        else:
            break
    return start
