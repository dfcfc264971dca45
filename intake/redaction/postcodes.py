"""Postcodes, whole or the first half, and the town before one. Shape decides, never validity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import PLACE, word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

POSTCODE = re.compile(
    r"(?<![a-z0-9])(?:[a-z]{1,2}[0-9][a-z0-9]?|gir)[ .,/_\n-]{0,2}[0-9o]{1,2}[abd-hjlnp-uw-z]{2}(?![a-z0-9])"
)
ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)$")
AREAS = (
    "ab|al|b|ba|bb|bd|bh|bl|bn|br|bs|bt|ca|cb|cf|ch|cm|co|cr|ct|cv|cw|da|dd|de|dg|dh|dl|dn|dt|dy|e|ec|eh|en|ex|fk|fy|"
    "g|gl|gu|ha|hd|hg|hp|hr|hs|hu|hx|ig|ip|iv|ka|kt|kw|ky|l|la|ld|le|ll|ln|ls|lu|m|me|mk|ml|n|ne|ng|nn|np|nr|nw|ol|ox|"
    "pa|pe|ph|pl|po|pr|rg|rh|rm|s|sa|se|sg|sk|sl|sm|sn|so|sp|sr|ss|st|sw|sy|ta|td|tf|tn|tq|tr|ts|tw|ub|w|wa|wc|wd|wf|wn|wr|ws|wv|yo|ze"
)
# as capitals alone: `MI4 5TQ`, `N G 7 9 Q Z`, `NG 9QZ`, `N7G 9QZ`, `NG seven nine QZ`
GAP, ANY_DIGIT = r"[ .,/_\n()-]{0,3}", "[0-9OolIi]"
NUMBER = r"(?:[0-9]|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
NO_UNIT = "(?!GB|MB|KB|PM|AM|TH|ST|ND|RD)"
SLIPPED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<area>[A-Z]{GAP}[A-Z]?)(?:"
    rf"{GAP}{ANY_DIGIT}{{1,2}}{GAP}[A-Z0-9oli]?{GAP}{ANY_DIGIT}{{1,2}}{GAP}{NO_UNIT}[A-Z][ -]?[A-Z]|"
    rf"[ ,]{{0,2}}{NUMBER}(?:[ ,]{{0,2}}(?:{NUMBER}|[A-Z](?=[ ,]{{1,2}}{NUMBER}))){{1,3}}"
    rf"[ ,]{{0,2}}{NO_UNIT}[A-Z]{{2}}|"
    rf"{GAP}[0-9][ABD-HJLNP-UW-Z]{{2}})(?![A-Za-z0-9])"
)
AREA_SET = frozenset(AREAS.split("|"))
SHOUTED = re.compile(r"[A-Z]{2,}[ ,]{1,2}$")
COUNTED = (
    r"years?|yrs?|weeks?|wks?|days?|months?|mths?|times?|of|miles?|mins?|minutes|hours?|hrs?|bed|people|kids|more|other|"
    r"nights?|am|pm|to|or|different|homes|houses|placements"
)
SHORT_WORD = "is|it|in|to|so|at|on|my|me|we|he|im|up|no|ok|or|of|do|go|an|as|be|by|if|us|am|ive|id|ur|pm|wi|xx|bc|rn|ya"
OUTWARD = re.compile(
    rf"(?<![a-z0-9£#-])(?P<area>{AREAS})(?P<district>[0-9][0-9a-hjkp-uw-y]?)(?![a-z0-9-])"
    rf"(?: [0-9](?![\w.:%]|,[0-9])(?! (?:{COUNTED})\b)| (?!(?:{SHORT_WORD})\b)[a-z]{{2}}(?= ?[.,;!?]| ?$| ?\n))?"
)
OUTWARD_BEFORE = re.compile(
    r"(?:\b(?:in|to|from|near|around|round|at|live|lives|said|covers?|over|postcode(?: is)?|area|street|road|lane|"
    r"avenue|drive|st|close|crescent|way|rd|ave)|,)[ ,:]{1,2}$"
)
NUMBERED_THING = re.compile(
    r"\b(?:the|bus|buses|train|vitamin|room|rm|flat|block|unit|section|level|year|form|page|grade|class|motorway|"
    r"junction|size|ward|bed|route|number|no|gate|row|seat|band|stage|group|table|paragraph|para|question|house|a|my|of|btec|on)"
    r"s? $"
)
AND_OUTWARD = re.compile(r" ?(?:,|/|&|and|n|or|nd|to|then)? ?(?:and |or )?")
NOT_OUTWARD = word_set("co2 me2 so1 so2 cr7 wd40 b12 l8r w8 l8 h8 m8 b4 n1 ub40 s1 s2 s3 s4 s5 s6")
TOWN_REACH = 60  # characters
TOWN = re.compile(
    r"(?:(?P<name>[A-Z][\w'-]{1,24}(?:[ -](?:[A-Z][\w'-]{1,24}|on|upon|under|le|of|in|the)){0,3})"
    r"|\b(?P<lower>[a-z][a-z'-]{2,24})),?[ \n]{1,2}$"
)
SHORT_OUTWARD = word_set("n1 m8 s1 s2 s3 s4 s5 s6 w8 l8 so1 so2")  # districts too: `in n1`
LAW = re.compile(r"s(?:17|20|22|23|24|31|38|47)(?![0-9])")


def find_towns(text: Text) -> Iterator[Span]:
    """Yield the town that stands before a postcode: "Wigan WN1 3AB"."""
    for found in text.find(POSTCODE, text.numbered):
        town = TOWN.search(text.plain, max(0, found.start() - TOWN_REACH), found.start())
        if town and (town["name"] or text.look_up(town["lower"]) & PLACE):
            yield text.span(*town.span(town.lastgroup or 0), Label.PLACE)


def find_postcodes(text: Text) -> Iterator[Span]:
    """Yield postcodes, and the first half alone where it can hardly be anything else."""
    for found in text.find(POSTCODE, text.numbered):
        if " " not in found[0] or not ORDINAL.search(found[0]):
            yield text.span(*found.span(), Label.POSTCODE)
    for found in _slipped(text):
        yield text.span(*found.span(), Label.POSTCODE)
    last = -1
    for found in text.find(OUTWARD, text.numbered):
        listed = last >= 0 and AND_OUTWARD.fullmatch(text.low, last, found.start()) is not None
        if (listed and found[0] not in NOT_OUTWARD) or _is_outward(text, found):
            last = found.end()
            yield text.span(*found.span(), Label.POSTCODE)


def _slipped(text: Text) -> Iterator[re.Match[str]]:
    """Yield postcodes with slips, in capitals, where the area is one and no word is shouted."""
    for start, end in text.counted:
        for found in SLIPPED.finditer(text.plain, start, end):
            letters = "".join(filter(str.isalpha, found["area"])).lower()
            said = any(not character.isupper() and character.isalnum() for character in found[0])
            if (
                said
                and letters in AREA_SET
                and not SHOUTED.search(text.plain, max(0, found.start() - 12), found.start())
            ):
                yield found


def _is_outward(text: Text, found: re.Match[str]) -> bool:
    """Whether half a postcode is one: `in m14`, `SE15`, `cf24`, but not `the M6`, `so1` or `level B2`."""
    start = found.start()
    before = max(0, start - 24)
    if OUTWARD_BEFORE.search(text.low, before, start):
        return not LAW.match(found[0]) and found[0] not in NOT_OUTWARD - SHORT_OUTWARD
    if found[0] in NOT_OUTWARD or NUMBERED_THING.search(text.low, before, start):
        return False
    capitals = text.plain[start : found.end("district")].isupper()
    if len(found["area"]) > 1:
        return capitals or (found["district"].isdigit() and len(found["district"]) > 1)
    if len(found["district"]) > 1 and _is_after_town(text, start):
        return True
    return capitals and len(found["district"]) > 1 and found["area"] not in "ms"


def _is_after_town(text: Text, start: int) -> bool:
    town = TOWN.search(text.plain, max(0, start - TOWN_REACH), start)
    return town is not None and any(text.look_up(word) & PLACE for word in re.findall(r"[a-z']+", town[0].lower()))
