"""Particular calendar dates and birth dates, however written. A month, a year or a weekday alone is no date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

MONTH = (
    r"(?:jan(?:uary|urary|uray)?|feb(?:r?uary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|"
    r"muharram|safar|rabi|jumada|rajab|shaban|ramadh?an|shawwal)"
)
MONTHS = word_set(
    """
    jan january janurary januray feb february febuary feburary mar march apr april may jun june jul july aug august sep
    sept september oct october nov november dec december ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi
    hydref tachwedd rhagfyr muharram safar rabi jumada rajab shaban ramadan ramadhan shawwal
    """
)  # the same, one by one
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
SAID_YEAR = (
    rf"(?:two thousand(?: and)?(?: (?:{TEENS}|twenty(?:[ -](?:{UNITS}))?|{UNITS}))?|"
    rf"twenty (?:{TEENS}|oh (?:{UNITS})|twenty(?:[ -](?:{UNITS}))?)|nineteen [a-z]{{5,8}}ty(?:[ -](?:{UNITS}))?)"
)
SHORT_YEAR = r"(?:'[0-9]{2}|[0-9]{2}(?![0-9:.,]|\w| ?[ap]m))"
YEAR = rf"(?:(?:[1l]9|2[0o])[0-9oli]{{2}}|{SHORT_YEAR}|{SAID_YEAR})"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
NUMBER = r"(?:0?[1-9]|1[0-2])"  # of a month
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -]?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
NTH = rf"(?:{DAY} ?(?:st|nd|rd|th)|{ORDINAL})"
NAMED_DAY = rf"(?:{DAY}(?: ?(?:st|nd|rd|th))?|{ORDINAL})"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
ENDS = r"(?![a-z0-9])"

WRITTEN = re.compile(
    rf"(?<![\w/.£$€-])(?:the )?{NAMED_DAY}"
    rf"(?:,?[ \n]{{1,2}}(?:of[ \n]|o'? )?(?:the )?|[-/.,_]?(?:of[-/.,_])?){MONTH}\.?{ENDS}"
    rf"(?:[ ,/._\n-]{{1,2}}{YEAR}{ENDS})?"
    rf"|(?<![a-z0-9])(?P<month>{MONTH})\.?[ \n/._,-](?P<the>the )?(?P<day>{NAMED_DAY})(?![\w%:]|[.,][0-9])"
    rf"(?:[ ,/._\n-]{{1,2}}(?:[1l]9|2[0o])[0-9oli]{{2}}{ENDS})?"
    rf"|(?<![\w/.£$€-])(?:the )?(?:{NTH} of (?!all)[a-z]{{3,10}}|(?:last|first) day of) {MONTH}{ENDS}(?: {YEAR}{ENDS})?"
)
NAMED_MONTH = re.compile(MONTH + ENDS)
WEEKDAY_BEFORE = re.compile(rf"(?<!\w){WEEKDAY}[.,]{{0,2}} $")
OF_THE = re.compile(rf"(?<![\w/-])(?:the )?{NTH} of (?:the {NTH}(?:,? (?:of )?{YEAR})?|(?:next|this|last) month){ENDS}")
OF = re.compile(" of (?<=(?:st|nd|rd|th) of )(?:the |(?:next|this|last) month)")
WEEKDAY_NTH = re.compile(
    rf"(?<!\w){WEEKDAY}[,.]? (?:the )?{DAY}(?:st|nd|rd|th)(?! (?:time|thing|period|lesson|year|floor)){ENDS}"
)
GLUED = re.compile("[0-9](?:st|nd|rd|th)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
FEAST = re.compile(
    r"(?<!\w)(?:christmas|xmas|boxing|new year'?s|easter|mother'?s|father'?s|bonfire|pancake|hogmanay)"
    r"(?: (?:day|eve|sunday|monday|night|tuesday))? (?:19|20)[0-9]{2}(?![0-9])"
)
FEASTS = word_set(
    "christmas xmas boxing year's years easter mother's mothers father's fathers bonfire pancake hogmanay year"
)
ROMAN = r"(?:x?i{1,3}|i?[vx]|vi{1,3})"
NUMERIC = re.compile(
    rf"(?<![\w/£$€-])(?:{DAY}(?P<sep> ?[/.\\-] ?){DAY}(?P=sep)(?:19|20)?[0-9]{{2}}|"
    rf"(?:19|20)[0-9]{{2}}[/.-]{DAY}[/.-]{DAY}|{DAY} {DAY} (?:19|20)[0-9]{{2}}|"
    rf"{DAY}(?P<mark>[/.-]){ROMAN}(?P=mark)(?:19|20)?[0-9]{{2}})(?![\w/])"
)
SHORT = re.compile(
    rf"(?<![\w/.£$€-])(?P<one>{DAY})(?P<sep>[/.-])(?P<two>{DAY})"
    r"(?P<end>[/.-](?:19|20)?[0-9]{2})?(?![\w/%-]|[.][0-9]| of\b)"
)
SURE_BEFORE = re.compile(
    rf"(?:\b(?:on|dob|d\.o\.b\.?|born|birthday|bday|b-day|dated|date|due|due on|of birth|{WEEKDAY})"
    r"(?: (?:is|was|on|the)){0,2}[ .:-]{1,3}(?:the )?|\bthe )$"
)
MAYBE_BEFORE = re.compile(
    r"\b(?:from|until|till|til|by|since|before|after|for|is|was|its|it's|then|ends?|ended|starts?|started|expires?|"
    r"expired|begins?|moved to|changed to)[ .:-]{1,3}(?:the )?$"
)
IN_A_ROW = re.compile(r"[ ,&+\n]{1,3}(?:(?:and|n|then|again|or|also)[ ,]{1,2}){0,2}")
BIRTH = re.compile(
    r"(?<!\w)(?:dob|d\.o\.b\.?|date of birth|born(?: on)?|birthday(?: is)?|bday)[ .:=-]{1,4}(?:is |on |the )?"
    rf"(?P<date>{DAY}[ ./-]{{1,3}}{DAY}[ ./-]{{1,3}}(?:19|20)?[0-9]{{2}})(?![\w])"
)
BIRTH_SIGNS = ("dob", "d.o.b", "birth", "born", "bday")
HOURS = 24
LONGEST_SHORT_MONTH = 4  # letters
# `may 2 of us come` and `march 4 miles` are no dates
NOT_MONTH = re.compile(r"may|mar|march|sept?|safar|medi|mai|rabi")
SAFE_AFTER = (
    r"(?= ?$| ?\n| ?[.,;:!?)](?![0-9])| (?:and|n|but|i|im|i'm|my|we|he|she|they|it|its|u|you|at|to|so|then|cos|because|"
    r"not|when|which|that|thats|no|nobody|until|till|ok|pls|please|if|or|with|as|who|is|was|x)\b)"
)
DAY_ALONE = re.compile(
    r"(?<!\w)(?:on|by|til|till|until|before|since|from|after|is|its|it's|was|due|moved to|changed to|for) "
    rf"(?P<day>(?:the )?{DAY}(?:st|nd|rd|th)){SAFE_AFTER}"
)
NOT_A_DAY = re.compile(r"(?:^|\bthe )(?:1st|2nd|3rd)$")
DAY_AGAIN = re.compile(rf"(?<!\w)(?P<day>(?:the )?{DAY}(?:st|nd|rd|th)){SAFE_AFTER}")
SUFFIX = re.compile(r"[0-9](?:st|nd|rd|th)")


def find_dates(text: Text) -> Iterator[Span]:
    """Yield dates with a day and a month, and days that are dates by the words around them: `moving on the 23rd`."""
    if not text.has_digits and MONTHS.isdisjoint(text.spoken) and " of the " not in text.low:
        return
    found = [*_named(text), *_numeric(text), *_short(text)]
    days = DAY_AGAIN if found else DAY_ALONE
    if text.has_digits and SUFFIX.search(text.low):
        for day in text.find(days, text.numbered):
            if found or not NOT_A_DAY.search(day["day"]) or day[0].startswith(("on", "by", "til", "until", "since")):
                found.append(day.span("day"))
    for start, end in found:
        yield text.span(start, end, Label.DATE)


def _named(text: Text) -> Iterator[tuple[int, int]]:
    low = text.low
    if MONTHS.isdisjoint(text.spoken) and not GLUED.search(low):
        return
    for found in text.find(WRITTEN, text.around(NAMED_MONTH, 36, 36)):
        month, start = found["month"], found.start()
        sure = not month or found["the"] or not found["day"].isdigit()
        if month and len(month) > LONGEST_SHORT_MONTH and low.startswith(". ", start + len(month)):
            continue  # the day begins another sentence
        if sure or not NOT_MONTH.fullmatch(month) or low[start] != text.plain[start]:
            yield _with_weekday(low, start), found.end()


def _numeric(text: Text) -> Iterator[tuple[int, int]]:
    low = text.low
    for pattern, possible in ((NUMERIC, True), (FEAST, not FEASTS.isdisjoint(text.spoken))):
        for found in text.find(pattern, text.numbered) if possible else ():
            yield _with_weekday(low, found.start()), found.end()
    for found in text.find(BIRTH, text.numbered) if any(map(low.__contains__, BIRTH_SIGNS)) else ():
        yield found.span("date")
    for found in text.find(OF_THE, text.around(OF, 32, 80)):
        yield found.span()
    for found in text.find(WEEKDAY_NTH, text.numbered) if SUFFIX.search(low) else ():
        yield found.span()


def _short(text: Text) -> Iterator[tuple[int, int]]:
    """Yield `30/9` where the words before it call for a date."""
    days = [found for found in text.find(SHORT, text.numbered) if _is_day(found)]
    sure = [_is_called_for(text.low, found) for found in days]
    for order in (range(1, len(days)), range(len(days) - 2, -1, -1)):  # forth and back along a row of days
        for i in order:
            one, other = (i - 1, i) if order.step > 0 else (i, i + 1)
            beside = other if i == one else one
            if sure[beside] and IN_A_ROW.fullmatch(text.low, days[one].end(), days[other].start()):
                sure[i] = True
    for found, called_for in zip(days, sure, strict=True):
        if called_for:
            yield _with_weekday(text.low, found.start()), found.end()


def _is_called_for(low: str, found: re.Match[str]) -> bool:
    """Whether a day and a month are just that: by their zero, the words before, or a day that is no part of a month."""
    start = found.start()
    if found["sep"] == "/" and (found["two"][0] == "0" or _is_no_share(found)):
        return True
    if SURE_BEFORE.search(low, max(0, start - 24), start):
        return True
    return _is_no_time(found) and MAYBE_BEFORE.search(low, max(0, start - 24), start) is not None


def _is_no_share(found: re.Match[str]) -> bool:
    """Whether it can't be a part or a mark: `20/11`, but not `9/11` or `11/10 would recommend`."""
    return int(found["one"]) > int(found["two"]) and found["two"] not in {"1", "2", "3", "4", "5", "10"}


def _with_weekday(low: str, start: int) -> int:
    """Return where a date begins, with the weekday before it."""
    before = WEEKDAY_BEFORE.search(low, max(0, start - 12), start)
    return before.start() if before else start


def _is_day(found: re.Match[str]) -> bool:
    one, two = int(found["one"]), int(found["two"])
    return (two <= 12 or (one <= 12 and found["sep"] == "/")) and found[0] != "24/7"  # noqa: PLR2004 - months


def _is_no_time(found: re.Match[str]) -> bool:
    """Whether it is no time (9.30), range (2-3) or mark (9/10)."""
    if found["sep"] == "/":
        return found["two"] not in {"5", "10"} or int(found["one"]) > int(found["two"])
    zero = "0" in {found["one"][0], found["two"][0]}
    return int(found["one"]) > HOURS or (zero and found["sep"] == "-")
