"""References with slips between their digits: `0041,8265`, `COMP-118 842`, `QQ then 12 34 56 C`, over two lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import WORD, word_set
from intake.redaction.numbers import PHONE_DIGITS, PHONE_START
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.text import Text
    from storage.model import Span

LIKELY = 0.8  # less than a phone, a date or a plain reference, which may look the same
MARK = r"[ \t,.;:()\[\]/_*~+|-]"
BREAK = rf"(?:(?![.;:] ){MARK}{{1,5}}(?:(?:and )?then {MARK}?)?|{MARK}{{0,2}}\n{MARK}{{0,2}}| (?:and )?then {MARK}?)"
DIGITS = re.compile(rf"(?<![\w£$€.,])\(?[0-9]++(?:{BREAK}[0-9]++){{1,14}}(?![\w%])")
LETTERED = re.compile(
    rf"(?<![A-Za-z0-9£$€'])(?P<letters>[A-Z](?:{MARK}?[A-Z]){{1,4}}|[A-Za-z]{{1,5}})(?P<gap>{MARK}{{0,3}}|{BREAK})"
    rf"(?P<digits>[0-9]++(?:{BREAK}[0-9]++){{0,14}})"
    r"(?:(?:[ ./_,-]{0,2}[B-HJ-Z]|[ /_-]?A)(?![A-Za-z0-9']))?(?![\w%])"
)
UNITS = word_set("double treble triple zero oh one two three four five six seven eight nine")
UNIT = f"(?i:{'|'.join(sorted(UNITS))})"
SPELLED_CODE = re.compile(
    rf"(?<!\w)(?P<letters>[A-Z]{{1,4}})[ ,/-]{{0,2}}(?:[0-9]{{0,6}}[ ,/-]{{1,2}}{UNIT}){{1,9}}"
    r"(?:[ ,/-]{1,2}[A-Z0-9]{1,8}){0,3}(?![\w'])"
)
ONE_MARK = rf"(?: {{0,2}}|{MARK}| - |\) |{MARK}?\n ?)"
SAID = re.compile(UNIT)
PLATE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<one>[A-Z]{MARK}?[A-Z]){ONE_MARK}[0-9](?:{ONE_MARK}[0-9]){{0,2}}{ONE_MARK}"
    rf"(?P<two>[A-Z]{MARK}?[A-Z]{MARK}?[A-Z])(?![A-Za-z0-9])"
)
GROUP, NO_LETTER = re.compile("[0-9]{1,40}"), re.compile("[^A-Za-z]")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
AMOUNT = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]{1,2})?|[0-9]{1,4}[.,][0-9]{2}|"
    r"[0-9]{1,2}[.:][0-9]{2}[^0-9]+[0-9]{1,2}[.:][0-9]{2}|0[.][0-9]+(?:[^0-9]+0[.][0-9]+)*"
)
DECIMAL = re.compile(r"(?<![0-9])[0-9]{1,4}[.][0-9]{1,2}(?![0-9])")
SORT_CODE = re.compile(r"[0-9]{1,2}-[0-9]{2}-[0-9]{1,2}|[0-9]{2}-[0-9]-[0-9]{2}")
SHOUTED = re.compile(r"[A-Z]{2,}[ ,]{1,2}$")
MANY = re.compile(r"(?:[0-9][^0-9]{0,12}){4}[0-9]")
SPACE = re.compile(r"\s")
COUNTING, SINGLE = "0123456789", 6
LEAST, SURE, BIG = 6, 9, 3  # digits of a reference, of one in any pieces, and of one of its pieces
LEAST_LETTERED, SEVERAL = 5, 3
NOT_LETTERS = word_set(
    "I A NHS NI NIN DOB TEL REF ID MY PIN ACC NO IS AND BANK CODE SORT ACCT MOB CALL RING TEXT ON P PP THE FOR YOU HER "
    "HIS HIM SHE ITS WAS ARE OUR NEW OLD GOT AT TO BY OF IN IT SO WE HE OR ALL AGE UC PIP GCSE YEAR GBP EUR USD"
)


def find_slipped(kept: frozenset[str]) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of references in pieces; numbers in `kept` (helplines) stay readable."""

    def find(text: Text) -> Iterator[Span]:
        for start, end in text.numbered:
            places = [found.span() for found in PLATE.finditer(text.plain, start, end) if _is_plate(text, found)]
            if MANY.search(text.low, start, end):
                for found in DIGITS.finditer(text.digits, start, end):
                    if _is_one_number(found[0], kept):
                        yield text.span(*found.span(), _label(found[0]), LIKELY)
                codes = LETTERED.finditer(text.plain, start, end)
                places += [found.span() for found in codes if _is_lettered(text, found, kept)]
            yield from (text.span(*place, Label.ID, LIKELY) for place in places)

    return find


def _label(run: str) -> Label:
    phone = PHONE_START.match(run) and len("".join(GROUP.findall(run))) in PHONE_DIGITS
    return Label.PHONE if phone else Label.ID


def _is_plate(text: Text, found: re.Match[str]) -> bool:
    return not all(text.look_up(NO_LETTER.sub("", found[part]).lower()) & WORD for part in ("one", "two"))


def _is_one_number(run: str, kept: frozenset[str]) -> bool:
    """Whether digits in pieces are one number, and no amounts, years, scores, ages or times."""
    groups = GROUP.findall(run)
    digits = "".join(groups)
    if SORT_CODE.fullmatch(run) and len(digits) >= LEAST_LETTERED:
        return True
    if len(digits) < LEAST or digits in COUNTING or _is_amount(groups, run) or _holds_any(groups, kept):
        return False
    if len(digits) == len(groups):
        return ", " not in run and len(groups) > SINGLE - ("0" in digits)
    if digits[0] == "0":
        return max(map(len, groups)) > 1 and (len(groups) < SEVERAL or ", " not in run or "-" in run)
    if max(map(len, groups)) >= LEAST_LETTERED:
        return True
    spaced = ", " in run or ". " in run or "; " in run
    return max(map(len, groups)) >= BIG and (len(digits) >= SURE or not spaced) and not _is_series(groups, run)


def _holds_any(groups: list[str], kept: frozenset[str]) -> bool:
    """Whether some pieces are a number that stays readable: `999, 111, 0800 1111`."""
    return any("".join(groups[i:j]) in kept for i in range(len(groups)) for j in range(i + 1, i + 1 + SEVERAL))


def _is_amount(groups: list[str], run: str) -> bool:
    listed = run[0] != "0" and DECIMAL.search(run) and (", " in run or "then" in run)
    return AMOUNT.fullmatch(run) is not None or any(map(YEAR.fullmatch, groups)) or bool(listed)


def _is_series(groups: list[str], run: str) -> bool:
    """Whether pieces look like a list: all as long as each other, with commas, or with spaces alone."""
    return ("," in run and (" " in run or len(groups) >= SEVERAL)) and len({len(group) for group in groups}) == 1


def _is_lettered(text: Text, found: re.Match[str], kept: frozenset[str]) -> bool:
    letters, run = found["letters"], found["digits"]
    groups = GROUP.findall(run)
    digits = "".join(groups)
    if len(digits) < LEAST_LETTERED or _holds_any(groups, kept) or letters.upper() in NOT_LETTERS:
        return False
    if any(map(YEAR.fullmatch, groups)):
        return False
    if AMOUNT.fullmatch(run) and (not letters.isupper() or SPACE.search(found["gap"])):
        return False
    shouted = SHOUTED.search(text.plain, max(0, found.start() - 12), found.start()) is not None
    if (not letters.isupper() or shouted) and SPACE.search(found["gap"]) and text.look_up(letters.lower()):
        return False
    return max(map(len, groups)) >= BIG or len(digits) >= LEAST


def find_spelled_codes(text: Text) -> Iterator[Span]:
    """Yield references whose digits are said in words: `QQ one two three four five six C`."""
    for start, end in () if UNITS.isdisjoint(text.spoken) else text.counted:
        for found in SPELLED_CODE.finditer(text.plain, start, end):
            if _is_code(found):
                yield text.span(*found.span(), Label.ID, LIKELY)


def _is_code(found: re.Match[str]) -> bool:
    """Whether capitals and words for digits are a code: no shouting, as in `NOT ONE OF`, nor `PA one`."""
    said = len(SAID.findall(found[0]))
    ends = found[0][-1].isupper() or found[0][-1].isdigit()
    return not found[0].isupper() and found["letters"] not in {"I", "A", "OK"} and (said > 1 + (not ends))
