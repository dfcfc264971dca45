"""Addresses by the words that announce them: `my address is`, `located at`, `i live at 9`. Knows no map either."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from intake.redaction.kinds import WORD, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word

CUE = re.compile(
    r"\b(?:(?P<sure>add?ress?(?:es)?|addy|addr|located|situated)(?: for [a-z]{2,10}| now| there| here)?"
    r"(?: ?(?:is|are|was|were|:|-|=|at|on|in|now|to|simply|just)(?![a-z])){1,3}"
    r"|(?:live|lives|lived|living|stay|stays|staying|stayed|moved|moving) (?:at|to)) ?"
)
SIGNS = word_set(
    """
    address addresses addres adress adres addy addr located situated live lives lived living stay stays staying stayed
    moved moving
    """
)  # the first words of CUE
# what no address goes on with
STOP = word_set(
    """
    is was are were has have had i my we he she they it its it's you u your his her their this that these which who when
    where but so or because cos coz n with postcode post phone telephone tel for free entrance fee not wrong still same
    would will can could should do does did im i'm ive ok thanks please pls ta from since until now then than if as yes
    about there here how what why been being be get got know change changed changing different available open also too
    """
)
GAPS = frozenset({" ", ", ", " , ", ",", " - ", "-", " '", "' ", "'", "/", " ( ", " (", ") ", " ) "})
HEADS = word_set(
    """
    street road rd avenue ave lane crescent mews terrace boulevard drive dr close court place gardens grove hill hills
    park rise row walk square parade view bank gate wharf quay way croft fields meadow heights estate yard mount drove
    passage broadway buildings house cottage cottages lodge tower towers mansions dale causeway mead ring arcade brewery
    station centre common green river quarter approach steps vicarage bungalow farm hotel land enterprise city village
    """
)
PLAIN = word_set("the a an my your his her our their old new whole same this that big little in of")
LONGEST = 14  # words


def find_cued(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each address that something announces."""
    if SIGNS.isdisjoint(text.spoken):
        return
    words, starts = text.words, text.starts
    for found in CUE.finditer(text.low):
        first = bisect_left(starts, found.end())
        last = _last(words, first)
        if first <= last and (found["sure"] and _is_address(words, first, last)):
            yield first, last
        elif first < last and not found["sure"] and words[first].low.isdigit():
            named = _named(words, first, last)
            if named > first:
                yield first, named


def _last(words: tuple[Word, ...], first: int) -> int:
    """Return the last word of what is announced, before a word that can't belong to an address."""
    last = first - 1
    for i in range(first, min(first + LONGEST, len(words))):
        word = words[i]
        dotted = word.gap in {". ", " . "} and i > first and words[i - 1].low in {"no", "st"}
        pair = word.low == "and" and any(other.low == "between" for other in words[first:i])
        if (
            (word.low in STOP and not pair)
            or (word.low == "and" and not pair)
            or not (i == first or word.gap in GAPS or dotted)
        ):
            break
        last = i
    while last >= first and words[last].low in {"in", "on", "at", "of", "the", "to", "by", "off", "no"}:
        last -= 1
    return last


def _is_address(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a street, a house or a number with a name is among the words."""
    return any(
        (words[i].low in HEADS and words[i - 1].low not in PLAIN)
        or (words[i - 1].low[0].isdigit() and (words[i].capital or not words[i].kinds))
        for i in range(first + 1, last + 1)
    )


def _named(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return the last word of the name that follows a number: `9 fircroft`, `22 Cwrt y Felin`."""
    end = first
    for i in range(first + 1, last + 1):
        if words[i].gap != " " or not (words[i].capital or not words[i].kinds & WORD or words[i].low in {"y", "yr"}):
            break
        end = i
    return end
