"""The exact age that a particular person has now. Past ages, legal ages and ranges stay readable."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from intake.redaction.age_cues import is_anyone, is_said
from intake.redaction.age_ends import OLD, SO_MANY
from intake.redaction.age_people import beside_people
from intake.redaction.age_words import AGE, MONTHS, NEXT, NUMBER, YEARS, Number
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake.redaction.text import Text
    from storage.model import Span

    Place = tuple[int, int]

ONE = re.compile(rf"{SO_MANY.pattern}| (?:today|tomorrow|next (?:week|month))\b")  # `she is one today`
NEXT_TO = 8  # characters between numbers that are hidden as one
MOST = 2_000  # numbers; the longest message in sentences has half as many, and where there are more all are hidden
# what else is said of an age: `18 and 2 weeks`, `24 years, eleven months`, `8 months`, `14yrs`
REST = re.compile(
    rf"(?: (?:and|n|&) (?:{AGE}|one) {MONTHS}|,? {YEARS},? (?:and )?{AGE} {MONTHS}| ?{MONTHS}|[a-z/]{{2,5}})"
    r"(?!\w| (?:pregnant|gone|ago|clean|sober|preggers))"
)


def find_ages(text: Text) -> Iterator[Span]:
    """Yield ages: `im 18`, `who is 15`, `my 12 yr old`, `Besart 16`, and those that follow: `5, 7 and ten`."""
    low = text.low
    places = [found.span() for found in text.find(NUMBER, text.counted)]
    if len(places) > MOST:
        yield from (text.span(*run, Label.AGE) for run in _runs(places))
        return
    numbers = list(_numbers(text, places))
    ages = [age for number in numbers for age in _age(low, number)]
    for start, end in _and_more(low, (*ages, *beside_people(text, numbers))):
        yield text.span(start, end, Label.AGE)


def _runs(places: Iterable[Place]) -> Iterator[Place]:
    """Yield stretches of numbers with hardly anything between them."""
    first, last = -NEXT_TO, -NEXT_TO
    for start, end in places:
        if start - last >= NEXT_TO:
            if last >= 0:
                yield first, last
            first = start
        last = end
    yield first, last


def _numbers(text: Text, places: Iterable[Place]) -> Iterator[Number]:
    words, starts, last = text.words, text.starts, -1
    for start, end in places:
        last = bisect_left(starts, start, lo=last + 1)
        word = words[last - 1] if last else None
        yield Number(start, end, last, word, text.low[word.end : start] if word else "")


def _age(low: str, number: Number) -> Iterator[Place]:
    """Yield where a number stands, with its unit (`16`, `2yo`, `8 months`), if the words around it make it an age."""
    start, end = number.start, number.end
    if old := OLD.match(low, end):
        if not old["all"] and low[start - 1 : start] not in {".", ","} and not is_anyone(low, start, old.end()):
            yield start, old.end("unit") if old["unit"] else _whole(low, end)
    elif low.startswith("one", start) and (low.startswith(" day", end) or not ONE.match(low, end)):
        return  # `i want a baby one day`
    elif is_said(low, number):
        yield start, _whole(low, end)


def _whole(low: str, end: int) -> int:
    rest = REST.match(low, end)
    return rest.end() if rest else end


def _and_more(low: str, ages: Iterable[Place]) -> Iterator[Place]:
    """Yield ages and those that follow: `5, 7 and ten`. No number is followed twice."""
    followed: set[int] = set()
    for start, end in ages:
        yield start, end
        following = NEXT.match(low, end)
        while following and following.end() not in followed:
            followed.add(following.end())
            yield following.span(following.lastgroup or 0)
            following = NEXT.match(low, following.end(following.lastgroup or 0))
