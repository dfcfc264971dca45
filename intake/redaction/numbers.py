"""Numbers that lead to someone: phones and every kind of reference. Shape decides; the label is a good guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import NUMBER, word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

RUN = re.compile(r"(?<![\w£$€.,])(?:\+ ?|\(\+?)?[0-9]++(?:[ \t.()/-]{1,4}[0-9]++){0,14}(?![\w%])")
PREFIX = re.compile(r"(?<!\w)(?P<letters>[A-Z]{2,4})[ -]$")
NO_PREFIX = frozenset(
    {
        "NHS",
        "NI",
        "NIN",
        "DOB",
        "TEL",
        "REF",
        "ID",
        "MY",
        "PIN",
        "ACC",
        "NO",
        "IS",
        "AND",
        "BANK",
        "CODE",
        "SORT",
        "ACCT",
    }
)
GROUP = re.compile("[0-9]{1,40}")
LONG = re.compile(r"[0-9]{6,}")
YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[ /.-]{1,3}(?:19|20)?[0-9]{2})?")
PHONE_START = re.compile(r"[(]?(?:\+|00|0|44|7)")
PHONE_DIGITS = range(9, 16)
LIKELY = 0.9  # less than a date, which may look the same
LOOSE = 6  # digits; fewer, in pieces, are amounts, scores and ages
BIG_GROUP = 3  # digits; what people write in pieces has at least one of these

CODE = re.compile(r"(?<![\w@#£$€])[a-z0-9]++(?:[-/_.]{1,2}[a-z0-9]++){0,8}(?![\w@])")
UNITS = (
    "m|k|km|mb|gb|tb|ml|l|g|kg|mg|pm|am|hrs?|mins?|secs?|s|th|st|nd|rd|p|ps|ft|cc|w|wk|wks|mths?|yrs?|yo|x|q|quid|pct|mph|min|d|ish|"
    "years?|weeks?|days?|months?|hours?|miles?|euros?|pounds?|times|ers?|plus|i"
)
MEASURE = re.compile(
    rf"[0-9]{{1,9}}[0-9.,/-]{{0,9}}-?(?:{UNITS})|[a-z]{{1,8}}[0-9]{{1,2}}|(?:covid|cv)-?[0-9]{{2}}|[0-9]{{1,2}}x[0-9]{{1,2}}"
)
NATIONAL_INSURANCE = re.compile(
    r"(?<![a-z0-9])(?!is|on|no|my|at|by|to|in|of|it|or|id|so)"
    r"[a-z]{2}[ .-]{0,2}(?:[0-9o][0-9o][ .-]{0,2}){3}[a-d]?(?![a-z0-9])"
)
VEHICLE = re.compile(
    r"(?<![a-z0-9])(?:[a-z]{2}[0-9]{2} ?[a-z]{3}|[a-z][0-9]{1,3} [a-z]{3}|[a-z]{3} [0-9]{1,3}[a-z])(?![a-z0-9])"
)
CUE = re.compile(
    r"\b(?:(?:reference|ref|refs|case|crime|tenancy|account|acct?|student|candidate|prison|prisoner|nhs|customer|booking|"
    r"policy|claim|"
    r"membership|licen[cs]e|passport|visa|incident|complaint|ticket|urn|upn|uln|ucn|nino|ni|"
    r"national insurance|hospital|sort|card|pin|reg|registration|payroll|staff|order|confirmation|roll|port|nass|"
    r"brp|car|bus pass|id|library)"
    r"(?: ?(?:numbers?|no|num|nos|code|ref|reference|id|plate|card|details|called))?|numbers?|code|plate)"
    r"(?: (?:is|was|are|were|called|its|it's|now|my|of|the))?[ .:#=-]{0,3}(?:(?:is|:|#|no) ?)?[\"'(]?$"
)
CUED = re.compile(r"(?<![\w£$€])(?=[a-z/-]{0,9}[0-9])[a-z0-9]{1,20}(?:[-/][a-z0-9]{1,20}){0,4}(?![\w%])")
LETTERS = re.compile(r"(?<!\w)[A-Z]{6,12}(?!\w)")
ENOUGH, CUED_ENOUGH = 3, 2  # digits in a code, alone and after a cue
SHORTEST_CODE = 5

SAID = {
    **dict.fromkeys(("zero", "oh", "o", "nought", "naught", "nil"), 1),
    **dict.fromkeys(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1),
    "double": 1,  # and the digit that follows
    "treble": 2,
    "triple": 2,
}
JOINING = word_set("and then um er plus dash")
SPOKEN_PHONE = 6  # digits


def find_numbers(kept: frozenset[str]) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of phones and references; numbers in `kept` (helplines) stay readable."""

    def find(text: Text) -> Iterator[Span]:
        if not text.has_digits:
            return
        for found in _runs(text):
            label = _kind_of_run(found[0], kept)
            if label:
                letters = PREFIX.search(text.plain, max(0, found.start() - 6), found.start())
                named = letters and label is Label.ID and letters["letters"] not in NO_PREFIX
                yield text.span(letters.start() if letters and named else found.start(), found.end(), label, LIKELY)

    return find


def _runs(text: Text) -> Iterator[re.Match[str]]:
    for start, end in text.numbered:
        yield from RUN.finditer(text.digits, start, end)


def _kind_of_run(run: str, kept: frozenset[str]) -> Label | None:
    groups = GROUP.findall(run)
    digits = "".join(groups)
    if len(digits) < LOOSE or digits in kept or YEARS.fullmatch(run):
        return None
    if len(digits) in PHONE_DIGITS and PHONE_START.match(run):
        return Label.PHONE
    longest = max(map(len, groups))
    in_pieces = len(digits) / len(groups) >= 2 and (longest >= BIG_GROUP or len(groups) == 3)  # noqa: PLR2004 - sort codes
    return Label.ID if longest >= LOOSE or in_pieces else None


def find_codes(text: Text) -> Iterator[Span]:
    """Yield references of letters and digits, National Insurance numbers and number plates."""
    if not text.has_digits:
        return
    for found in text.find(NATIONAL_INSURANCE, text.numbered):
        yield text.span(*found.span(), Label.ID, LIKELY)
    for found in text.find(VEHICLE, text.numbered):
        start, end = found.span()
        if text.plain[start:end].isupper() or (" " not in found[0] and found[0][2:4].isdigit()):
            yield text.span(start, end, Label.ID)
    for found in text.find(CODE, text.numbered):
        if _is_code(text.plain[found.start() : found.end()]):
            yield text.span(*found.span(), Label.ID, LIKELY)


def _is_code(token: str) -> bool:
    digits = sum(map(str.isdigit, token))
    letters = sum(map(str.isalpha, token))
    enough = digits >= ENOUGH or (digits > 0 and token.isupper() and len(token) > SHORTEST_CODE)
    return enough and letters > 0 and len(token) >= SHORTEST_CODE and not MEASURE.fullmatch(token.lower())


def find_cued_codes(text: Text) -> Iterator[Span]:
    """Yield short references after a word that announces one: `case number 4471`."""
    for found in text.find(CUED, text.numbered):
        digits = sum(map(str.isdigit, found[0]))
        enough = digits > CUED_ENOUGH or (digits and len(found[0]) > SHORTEST_CODE and not found[0].isdigit())
        if enough and not MEASURE.fullmatch(found[0]) and _is_cued(text.low, found.start()):
            yield text.span(*found.span(), Label.ID, LIKELY)
    if "ref" not in text.low:
        return
    for found in LETTERS.finditer(text.plain):
        if "ref" in text.low[max(0, found.start() - 40) : found.start()] and _is_cued(text.low, found.start()):
            yield text.span(*found.span(), Label.ID, LIKELY)


def _is_cued(low: str, start: int) -> bool:
    return CUE.search(low, max(0, start - 48), start) is not None


def find_spoken_numbers(text: Text) -> Iterator[Span]:
    """Yield phones spelled out in words: `oh seven seven double oh nine`."""
    run: list[Word] = []
    for word in text.words:
        if word.low in SAID or (word.kinds & NUMBER and run):
            run.append(word)
        elif word.kinds & NUMBER:
            run = [word]
        elif run and word.low not in JOINING:
            yield from _spoken(text, run)
            run = []
    yield from _spoken(text, run)


def _spoken(text: Text, run: list[Word]) -> Iterator[Span]:
    said = sum(SAID.get(word.low, 0) for word in run)
    if said and said + sum(len(word.low) for word in run if word.kinds & NUMBER) >= SPOKEN_PHONE:
        yield text.span(run[0].start, run[-1].end, Label.PHONE)
