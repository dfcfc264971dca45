"""Particular calendar dates and birth dates, however written. A month, a year or a weekday alone is no date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:(?:19|20)[0-9]{2}|'[0-9]{2}|[0-9]{2}(?![0-9:.,]|\w| ?[ap]m))"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -]?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
NAMED_DAY = rf"(?:{DAY}(?: ?(?:st|nd|rd|th))?|{ORDINAL})"
ENDS = r"(?![a-z0-9])"

WRITTEN = re.compile(
    rf"(?<![\w/.£$€-]){NAMED_DAY}(?:,? (?:of )?(?:the )?|[-/.]?){MONTH}\.?{ENDS}(?:[ ,/.-]{{1,2}}{YEAR}{ENDS})?"
    rf"|(?<![a-z0-9])(?P<month>{MONTH})\.?[ -](?:the )?{NAMED_DAY}(?![\w%:]|[.,][0-9])"
    rf"(?:,? (?:19|20)[0-9]{{2}}{ENDS})?"
)
NAMED_MONTH = re.compile(MONTH + ENDS)
NUMERIC = re.compile(
    rf"(?<![\w/£$€-])(?:{DAY}(?P<sep> ?[/.\\-] ?){DAY}(?P=sep)(?:19|20)?[0-9]{{2}}|"
    rf"(?:19|20)[0-9]{{2}}[/.-]{DAY}[/.-]{DAY}|{DAY} {DAY} (?:19|20)[0-9]{{2}})(?![\w/])"
)
SHORT = re.compile(rf"(?<![\w/.£$€-]){DAY}[/.]{DAY}(?![\w/%]|[.][0-9])")
SHORT_BEFORE = re.compile(
    r"\b(?:on|the|from|until|till|by|since|before|after|for|dob|d\.o\.b|born|birthday|bday|dated|date|"
    r"due|due on)[ .:-]{0,3}(?:the |is |on )?$"
)
# `may 2 of us come` and `march 4 miles` are no dates
NOT_MONTH = re.compile(r"may|mar|march|sept?")


def find_dates(text: Text) -> Iterator[Span]:
    """Yield dates with a day and a month."""
    low = text.low
    for found in text.find(WRITTEN, text.lines_with(NAMED_MONTH)):
        month = found["month"]
        if not (month and NOT_MONTH.fullmatch(month) and low[found.start()] == text.plain[found.start()]):
            yield text.span(*found.span(), Label.DATE)
    for found in text.find(NUMERIC, text.numbered):
        yield text.span(*found.span(), Label.DATE)
    for found in text.find(SHORT, text.numbered):
        if SHORT_BEFORE.search(low, max(0, found.start() - 24), found.start()):
            yield text.span(*found.span(), Label.DATE)
