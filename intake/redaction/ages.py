"""The exact age that a particular person has now. Past ages, legal ages and ranges stay readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, LAST, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

UNITS = "one|two|three|four|five|six|seven|eight|nine"
SPELLED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    rf"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[ -](?:{UNITS}))?"
)
AGE = rf"(?:[1-9][0-9]?(?:\.5|/2)?|{SPELLED})"
COUNT = re.compile(rf"[0-9]|(?<![^\Ws])(?:{UNITS}|ten|elev|twel|thir|fif|twenty|forty)")  # in every age
SOON = (
    r"(?:(?:only|just|now|nearly|almost|about|like|actually|still|already|literally|currently|is|am|turned|"
    r"gonna be|going to be) ){0,3}"
)
COUNTS_NOTHING = (
    r"years? old|yrs? old|y/o|yo|yrs?|and|n|nd|but|so|now|with|today|tomorrow|this|next|he|she|they|we|i|im|i'm|ive|"
    r"who|when|wen|cos|coz|because|bc|since|at|atm|rn|then|old|my|hes|shes|from|living|live|in|on|not|still|already|too|yeah|"
    r"btw|x|lol|tho|r|are|yet|or|soon|going|about|years?(?! (?:ago|in|left|of|late|now|away|since|later))|if|as|u|you|"
    r"me|just|also|the|for|after|last|innit|mate|bro|man|please|pls|his|her|our|it|its|left|never|been|was|is|have|has|had|got|"
    r"don't|dont|can|cant|should|were|where|what|why|how|see|mind|like|la|pal|says|said|no one|nobody|everyone|people"
)
# nothing, or a word that can't be counted: `im 16 and`, but not `im 16 miles away`
AFTER = (
    r"(?![\w%£:/+]|[.,][0-9]|-[0-9]|-?(?:ish|plus|odd)\b| ?[-+] ?[0-9])"
    rf"(?= ?$| ?[^\w\s'+%]| ?\n| (?:{COUNTS_NOTHING})\b)"
)
IS_AGE = re.compile(
    r"(?<![\w'])(?:i'?m|i am|he'?s|he is|she'?s|she is|they'?re|they are|who is|who's|whos|whose|you'?re|aged?|age:|"
    r"age is|aged just|ur|u r|am|me is|she|he|been|(?:is|turned|turning)(?= (?:only|just|now|nearly|"
    rf"{AGE} (?:today|tomorrow|yesterday|now)))) {SOON}(?P<age>{AGE}){AFTER}"
)
KIN = (
    "brother|sister|bro|sis|son|daughter|cousin|nephew|niece|twin|baby|boy|girl|kid|child|lad|friend|mate|boyfriend|"
    "girlfriend|nan|gran|grandad|mum|dad|mam|young person|yp|partner|youngest|oldest|eldest"
)
KIN_AGE = re.compile(rf"(?<!\w)(?:{KIN})(?: is|,| who is|'s|s| \() ?{SOON}(?P<age>{AGE}){AFTER}")
OLD = re.compile(
    rf"(?<![\w.,£-])(?P<age>{AGE}|one)(?:[ -]?(?:years?|yrs?)[ -]olds?|[ -]?(?:y/o|yo)(?!\w)|"
    r"(?P<unit>[ -](?:months?|weeks?|days?))[ -]old)(?!\w)"
)
BABY = re.compile(
    r"(?<![\w'])(?:he'?s|she'?s|aged|(?:baby|son|daughter|boy|girl|twins|bairn|wean)(?: is| are)?) "
    rf"(?:(?:only|just|now|is) ){{0,2}}(?P<age>(?:{AGE}|one) (?:months|weeks|days))"
    r"(?= old| now| an?d?\b| n |[^\w\s]|$|\n)"
)
NAME_AGE = re.compile(
    rf"(?:'s| is|,| \(|,? aged?| -| [^\w\s,.'!?/-]{{1,3}})? ?{SOON}"
    rf"(?P<age>{AGE}(?: months| weeks)(?= old| now| and?\b| n |[^\w\s]|$|\n)|{AGE}{AFTER})"
)

NOT_ONE = re.compile(
    r"\b(?:any|every|no|each|average|typical|normal|other|most|all|between|past|over|under|until|when (?:i|he|she) was|"
    r"was|were|till|since|for|like an?|than an?|some) (?:like )?$"
)
NOT_NOW = re.compile(
    r"\b(?:wasn'?t|isn'?t|was|were|until|till|when|once|before|if|unless) "
    r"(?:i|he|she|they|u|you)?(?:'?m|'?s| is| am| are)? ?$"
)
ANYONE = re.compile(r"\ban? $")
SOMEONE = re.compile(r"\b(?:is|am|i'?m|he'?s|she'?s|has|have|got) an? $")
MODAL = re.compile(r" (?:should|shouldn'?t|would|can|can'?t|could|couldn'?t|needs|deserves|to)\b")


def find_ages(text: Text) -> Iterator[Span]:
    """Yield ages: `im 18`, `who is 15`, `my 12 yr old`, `Besart 16`."""
    low = text.low
    lines = tuple(text.lines_with(COUNT))
    for pattern in (IS_AGE, KIN_AGE, BABY):
        for found in text.find(pattern, lines):
            if not NOT_NOW.search(low, max(0, found.start() - 16), found.start()):
                yield text.span(*found.span("age"), Label.AGE)
    for found in text.find(OLD, lines):
        if not found[0].endswith("olds") and not _is_anyone(low, *found.span()):
            yield text.span(found.start("age"), found.end("unit") if found["unit"] else found.end("age"), Label.AGE)
    if text.has_digits:
        yield from _beside_names(text)


def _is_anyone(low: str, start: int, end: int) -> bool:
    """Whether nobody in particular is meant: `a 16 year old shouldn't have to`, `every 16 year old`."""
    before = max(0, start - 24)
    if NOT_ONE.search(low, before, start):
        return True
    if not ANYONE.search(low, before, start) or SOMEONE.search(low, before, start):
        return False
    return MODAL.match(low, end) is not None


def _beside_names(text: Text) -> Iterator[Span]:
    for word in text.words:
        if _may_be_name(word):
            found = NAME_AGE.match(text.low, word.end)
            if found:
                yield text.span(*found.span("age"), Label.AGE)


def _may_be_name(word: Word) -> bool:
    names = word.kinds & (FIRST | LAST)
    if word.kinds & WORD:
        return bool(names) and word.capital
    return bool(names & FIRST) or (word.capital and not word.kinds)
