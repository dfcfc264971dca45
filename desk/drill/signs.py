"""What makes a voice easy to recognise by its words alone. Reads words in memory, keeps and writes none.

A motivated intruder (ICO, "How do we ensure anonymisation is effective?") is reasonably able, knows people, reads the
news and searches the web. Each sign is something that such a person could start from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from desk.drill import topics
from desk.web.words import HIDDEN
from intake.redaction.lexicon import LISTS
from intake.redaction.lists import fold, read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.model import RedactedWords

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = (
    rf"(?:\d+(?:[.,:]\d+)*|(?:twenty|thirty|forty|fifty)(?:[- ](?:{_SMALL}))?|two|three|four|five|six|seven|eight|nine|"
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_NUMBERS = re.compile(rf"[£$€]\s?\d|\b{_NUMBER}\b", re.IGNORECASE)
_AGES = re.compile(
    r"\b(?:aged?|turn(?:ed|ing)?|when (?:i|he|she|they) (?:was|were)|(?:i'?m|i am|i was|he was|she was)(?: only)?|"
    rf"since (?:i was )?|at the age of|un?till? (?:i was |i were )?)\s*{_NUMBER}\b"
    r"(?! (?:of|times|days|weeks|months|miles|people|hours|minutes|placements|homes|schools))|"
    rf"\b{_NUMBER}[- ]?(?:year|yr|month)s?[- ]?olds?\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|april|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|christmas|easter|ramadan|eid|diwali|bonfire night|new year|"
    r"boxing day|sept|oct|nov|dec|jan|feb|(?:fif|six|seven|eigh|nine)ties|"
    r"(?:in|last|since) (?:march|may)|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.:]\d\d|\d{1,2} ?[ap]m)\b",
    re.IGNORECASE,
)
_START = re.compile(r"[.!?:;\n“\"'(\[-]\s*$")
_BEFORE = 4  # characters in which the end of a sentence stands
LONG = 120  # words: far more than most people write


class Sign(StrEnum):
    """Why a voice could be recognised, as far as its own words tell."""

    NAMES = "names"
    RARE = "rare"
    AGES = "ages"
    NUMBERS = "numbers"
    TIMES = "times"
    EVENTS = "events"
    MIXED = "mixed"
    LONG = "long"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Text:
    """A voice's words without what was hidden, as they stand and one by one in lower case."""

    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)


def text_of(words: RedactedWords) -> Text:
    """Return words as the signs are looked for in them."""
    text = HIDDEN.sub(" . ", words.text).replace("\u2019", "'")
    return Text(text, tuple(found[0].lower() for found in _WORD.finditer(text)))


def is_everyday(word: str) -> bool:
    """Tell whether it is used once in a million words of English or more, or belongs to the field."""
    plain = word.removesuffix("'s")
    return word in _everyday() or plain in _everyday() or plain.removesuffix("s") in _everyday() or plain in _field()


def names_in(told: Text) -> list[str]:
    """Return words with a capital inside of a sentence, and places and first names, that are no everyday words."""
    return list(dict.fromkeys(_names(told.text)))


def ages_in(told: Text) -> list[str]:
    """Return where an age is told."""
    return [" ".join(found[0].split()) for found in _AGES.finditer(told.text)]


def numbers_in(told: Text) -> list[str]:
    """Return other numbers: how many, how much, how long."""
    return [found[0] for found in _NUMBERS.finditer(_TIMES.sub(" ", _AGES.sub(" ", told.text)))]


def times_in(told: Text) -> list[str]:
    """Return days, months, years, feasts and hours."""
    return [found[0] for found in _TIMES.finditer(told.text)]


def events_in(told: Text) -> list[str]:
    """Return words for what happens seldom and is remembered, recorded or in the news."""
    return list(dict.fromkeys(topics.terms_in(topics.EVENTS, told.words)))


def topics_in(told: Text) -> tuple[str, ...]:
    """Return what sorts of detail stand side by side: family, health, background, school, work, and so on."""
    return tuple(topic for topic, terms in topics.DETAILS.items() if any(topics.terms_in(terms, told.words)))


def _names(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found[0]
        low = word.lower().removesuffix("'s")
        if not word[0].isupper() or low == "i" or low.startswith("i'") or low in _field():
            continue
        if _is_name(word, low, opens=_opens(text, found.start())):
            yield word


def _is_name(word: str, low: str, *, opens: bool) -> bool:
    if fold(low) in _listed():
        return not opens or low not in _everyday()
    shouted = word.isupper() and low in _everyday()
    return not (opens or shouted or low in _calendar())


def _opens(text: str, start: int) -> bool:
    """Tell whether a word opens a sentence, a line or what somebody said."""
    return bool(_START.search(text[max(0, start - _BEFORE) : start])) or not text[:start].strip()


@cache
def _everyday() -> frozenset[str]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - the desk starts sooner: only a drill needs it

    return frozenset(get_frequency_dict("en", "small"))


@cache
def _listed() -> frozenset[str]:
    """Return places and first names that stand alone."""
    files = ("places.txt", "more-places.txt", "first-names.txt")
    return frozenset(fold(word) for file in files for word in read_list(LISTS / file) if " " not in word)


@cache
def _calendar() -> frozenset[str]:
    days = "monday tuesday wednesday thursday friday saturday sunday christmas easter english maths"
    months = "january february march april may june july august september october november december"
    return frozenset(f"{days} {months}".split())


@cache
def _field() -> frozenset[str]:
    """Return words of the field, which say nothing about who speaks."""
    return frozenset(topics.FIELD.split())
