"""Numbers that lead to someone: phones and every kind of reference. Shape decides; the label is a good guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from intake.redaction.phones import find_dialled, own_sentence
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.text import Text
    from storage.model import Span

RUN = re.compile(r"(?<![\w£$€])(?<![0-9][.,])(?:\+ ?|\(\+?)?[0-9]++(?:[ \t.()/-]{1,4}[0-9]++){0,14}(?![\w%])")
PREFIX = re.compile(r"(?<!\w)(?P<letters>[A-Z][A-Z0-9]{1,4})(?P<mark>[ /-]{1,2})$")
NO_PREFIX = word_set("NHS NI NIN DOB TEL REF ID MY PIN ACC NO IS AND BANK CODE SORT ACCT MOB CALL RING TEXT ON")
GROUP = re.compile("[0-9]{1,40}")
LONG = re.compile(r"[0-9]{6,}")
YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[ /.-]{1,3}(?:19|20)?[0-9]{2})?")
PHONE_START = re.compile(r"[(]?(?:\+|00|0|44|7)")
PHONE_DIGITS = range(9, 16)
LIKELY = 0.9  # less than a date, which may look the same
SENTENCE = re.compile(r"[.] ")
COUNTING, SINGLE_DIGITS = "0123456789", 7
SORT_CODE = re.compile(r"[0-9] {0,2}[0-9] {0,2}- ?[0-9] {0,2}[0-9] {0,2}- ?[0-9] {0,2}[0-9]")
LOOSE = 6  # digits; fewer, in pieces, are amounts, scores and ages
BIG_GROUP = 3  # digits; what people write in pieces has at least one of these

CODE = re.compile(r"(?<![\w@#£$€])(?=[a-z/_.-]{0,40}[0-9])[a-z0-9]++(?:[-/_.]{1,2}[a-z0-9]++){0,8}(?![\w@])")
UNITS = (
    "m|k|km|mb|gb|tb|ml|l|g|kg|mg|pm|am|hrs?|mins?|secs?|s|th|st|nd|rd|p|ps|ft|cc|w|wk|wks|mths?|yrs?|yo|x|q|quid|pct|mph|min|d|ish|"
    "years?|weeks?|days?|months?|hours?|miles?|euros?|pounds?|times|ers?|plus|i"
)
MEASURE = re.compile(
    rf"[0-9]{{1,9}}[0-9.,/-]{{0,9}}-?(?:{UNITS})|[a-z]{{1,8}}[0-9]{{1,2}}|(?:covid|cv)-?[0-9]{{2}}|[0-9]{{1,2}}x[0-9]{{1,2}}"
)
NATIONAL_INSURANCE = re.compile(
    r"(?<![a-z0-9])(?!is|on|no|my|at|by|to|in|of|it|or|id|so|we|he|me|go|do|if|as|an|am|be|up|us|ok|ur|im|yo)[a-z]{2}"
    r"[ .,\n-]{0,2}(?:[0-9]|[il](?=[0-9]))(?:(?:[ .,\n-]{0,2}[0-9olis]){5,6}(?:[ .,\n-]{0,2}[a-d])?|"
    r"(?:[ .,\n-]{0,2}[0-9olis]){4}[ .,\n-]{0,2}[a-d])(?![a-z0-9])"
)
LICENCE = re.compile(r"(?<![a-z0-9])(?=[a-z])[a-z9]{5} ?[0-9]{6} ?[a-z9]{2} ?[0-9][a-z]{2}(?![a-z0-9])")
SERIES = re.compile(
    r"(?<![A-Za-z0-9])(?P<letters>[A-Z]{2,4}) (?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{4,5}(?: ?[/-] ?[0-9]{1,3})?(?![\w%])"
)
VEHICLE = re.compile(
    r"(?<![a-z0-9])(?:[a-z]{2}[0-9]{2} ?[a-z]{3}|[a-z][0-9]{1,3} [a-z]{3}|[a-z]{3} [0-9]{1,3}[a-z])(?![a-z0-9])"
)
THING = (
    r"(?:reference|ref|refs|case|crime|tenancy|account|acct?|a/c|student|pupil|exam|candidate|centre|prison|prisoner|nhs|"
    r"customer|booking|reservation|policy|claim|membership|licen[cs]e|passport|visa|incident|complaint|ticket|urn|upn|uln|ucn|"
    r"uci|ucas|nino|ni|national insurance|hospital|patient|sort|card|pin|reg|registration|payroll|staff|employee|order|"
    r"confirmation|roll|port|nass|aspen|arc|home office|cid|ho|brp|car|van|bus pass|id|library|rent|council tax|meter|"
    r"serial|police|cad|log|court|custody|warrant|badge|collar|bank|swimming|locker)"
)
CUE = re.compile(
    rf"\b(?:{THING}(?: ?(?:numbers?|no|num|nos|nr|code|ref|reference|id|plate|card|details|called))?|numbers?|num|code|"
    r"plate|s/c)"
    r"(?: (?:is|was|are|were|called|its|it's|now|my|of|the|on|for|this|that|it|letter)){0,4}"
    r"[ .:#=-]{0,3}(?:(?:is|:|#|no) ?)?[\"'(]?$"
)
FAR_CUE = re.compile(
    r"\b(?:reference|ref|urn)(?: number| no)?(?: ?,)?(?: [a-z']{1,10}){0,6}(?: ?,)? (?:is|was|:)[ :]{1,3}$"
)
CUED = re.compile(r"(?<![\w£$€])(?=[a-z/-]{0,9}[0-9])[a-z0-9]{1,20}(?:[-/][a-z0-9]{1,20}){0,4}(?![\w%])")
CUED_GROUPS = re.compile(r"(?<![\w£$€])[A-Z0-9]{1,6}+(?:[ -][A-Z0-9]{1,6}+(?!\w)){1,5}(?![\w%])")
REFERRED = word_set("ref reference reservation booking confirmation code number")
LETTERS = re.compile(r"(?<!\w)[A-Z]{6,12}(?!\w)")
MOSTLY_DIGITS = 5  # in a National Insurance number
SCORE = re.compile(r"[0-9]{1,2}/(?:5|10)|111|999|101")
IN_A_YEAR = (" on ", " in ", " since ", " from ", " till ", " until ")
ENOUGH, CUED_ENOUGH = 3, 2  # digits in a code, alone and after a cue
SHORTEST_CODE = 5


def find_numbers(kept: frozenset[str]) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of phones and references; numbers in `kept` (helplines) stay readable."""

    def find(text: Text) -> Iterator[Span]:
        if not text.has_digits:
            return
        for found in _runs(text):
            run = own_sentence(found[0])
            label, end = _kind_of_run(run, kept), found.start() + len(run)
            if label:
                letters = PREFIX.search(text.plain, max(0, found.start() - 9), found.start())
                named = letters and letters["letters"] not in NO_PREFIX
                if letters and named and (label is Label.ID or " " not in letters["mark"]):
                    yield text.span(letters.start(), end, Label.ID, LIKELY)
                else:
                    yield text.span(found.start(), end, label, LIKELY)

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
    if len(digits) < PHONE_DIGITS.start and SENTENCE.search(run):
        return None  # two numbers, and a full stop between them
    if len(digits) == len(groups) >= SINGLE_DIGITS:
        return None if digits in COUNTING else Label.ID
    if SORT_CODE.fullmatch(run):
        return Label.ID
    longest = max(map(len, groups))
    in_pieces = len(digits) / len(groups) >= 2 and (longest >= BIG_GROUP or len(groups) == 3)  # noqa: PLR2004 - sort codes
    return Label.ID if longest >= LOOSE or in_pieces else None


def find_codes(text: Text) -> Iterator[Span]:
    """Yield references of letters and digits, National Insurance numbers and number plates."""
    if not text.has_digits:
        return
    yield from _plates(text)
    for found in text.find(LICENCE, text.numbered) if LONG.search(text.low) else ():
        yield text.span(*found.span(), Label.ID, LIKELY)
    for start, end in text.numbered:
        for found in NATIONAL_INSURANCE.finditer(text.digits, start, end):
            if sum(map(str.isdigit, found[0])) >= MOSTLY_DIGITS:
                yield text.span(*found.span(), Label.ID, LIKELY)
        for found in SERIES.finditer(text.plain, start, end):
            if found["letters"] not in NO_PREFIX and not text.look_up(found["letters"].lower()):
                yield text.span(*found.span(), Label.ID, LIKELY)
    for found in text.find(CODE, text.tight):
        start, end = found.span()
        if end - start >= SHORTEST_CODE and _is_code(text, text.plain[start:end]):
            yield text.span(start, end, Label.ID, LIKELY)


def _plates(text: Text) -> Iterator[Span]:
    for found in text.find(VEHICLE, text.numbered):
        start, end = found.span()
        modern = found[0][2:4].isdigit() and not text.look_up(found[0][-3:])
        if text.plain[start:end].isupper() or modern or (" " not in found[0] and found[0][2:4].isdigit()):
            yield text.span(start, end, Label.ID)


def _is_code(text: Text, token: str) -> bool:
    digits = sum(map(str.isdigit, token))
    letters = sum(map(str.isalpha, token))
    enough = digits >= ENOUGH or (digits > 0 and token.isupper() and len(token) > SHORTEST_CODE)
    return enough and letters > 0 and not _is_measure(text, token)


def _is_measure(text: Text, token: str) -> bool:
    """Whether letters and digits are a quantity or a numbered thing: `16yrs`, `year10`, but not `BMUKPTG6`."""
    if not MEASURE.fullmatch(token.lower()):
        return False
    return token[0].isdigit() or len(token) <= SHORTEST_CODE or text.look_up(token.lower().rstrip("0123456789")) != 0


def _is_plain(text: Text, found: re.Match[str]) -> bool:
    """Whether a short number after a cue is a year, a mark, a quantity or a number that everyone may ring."""
    year = YEARS.fullmatch(found[0]) and text.low.endswith(IN_A_YEAR, 0, found.start())
    return bool(year or SCORE.fullmatch(found[0]) or _is_measure(text, found[0]))


def find_cued_codes(text: Text) -> Iterator[Span]:
    """Yield short references after a word that announces one: `case number 4471`."""
    for found in text.find(CUED, text.tight):
        if len(found[0]) <= CUED_ENOUGH:
            continue
        digits = sum(map(str.isdigit, found[0]))
        enough = digits > CUED_ENOUGH or (digits and len(found[0]) > SHORTEST_CODE and not found[0].isdigit())
        if enough and not _is_plain(text, found) and _is_cued(text.low, found.start()):
            yield text.span(*found.span(), Label.ID, LIKELY)
    for start, end in text.numbered:
        for found in CUED_GROUPS.finditer(text.plain, start, end):
            if sum(map(str.isdigit, found[0])) >= ENOUGH and _is_cued(text.low, found.start()):
                yield text.span(*found.span(), Label.ID, LIKELY)
    if REFERRED.isdisjoint(text.spoken):
        return
    for found in LETTERS.finditer(text.plain):
        if not text.look_up(found[0].lower()) and _is_cued(text.low, found.start()):
            yield text.span(*found.span(), Label.ID, LIKELY)


def _is_cued(low: str, start: int) -> bool:
    before = max(0, start - 60)
    return CUE.search(low, before, start) is not None or FAR_CUE.search(low, before, start) is not None


def find_spoken_numbers(text: Text) -> Iterator[Span]:
    """Yield phones spelled out in words: `oh seven seven double oh nine`."""
    return find_dialled(text)
