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

SMALL = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
)
AGE = rf"(?:[1-9][0-9]?(?:½|\.5|/2)?|{SMALL})"
SOON = r"(?:(?:only|just|now|nearly|almost|about|like|actually|still|already|literally|currently|is|am|turned|ov|gonna be|going to be) ){0,3}"
# nothing, or a word that can't be counted: `im 16 and`, but not `im 16 miles away`
AFTER = (
    r"(?![\w%£:/+]|[.,][0-9]|-[0-9]|-?(?:ish|plus|odd)\b| ?[-+] ?[0-9])(?= ?$| ?[^\w\s'+%]| ?\n| (?:years? old|yrs? old|y/o|yo|yrs?|and|n|nd|but|so|"
    r"now|with|today|tomorrow|this|next|he|she|they|we|i|im|i'm|ive|who|when|wen|cos|coz|because|bc|since|at|atm|rn|then|old|my|"
    r"hes|shes|from|living|live|in|on|not|still|already|too|yeah|btw|x|lol|tho|yet|or|soon|going|about|years?(?! (?:ago|in|left|of|late|now|away|since|later))|"
    r"if|as|u|you|me|going|just|also|the|for|after|last|innit|mate|bro|man|please|pls|his|her|our|it|its|left|never|been|was|is|have|"
    r"has|had|got|don't|dont|can|cant|should|were|where|what|why|how|how's|see|mind|like|la|pal|says|said|no one|nobody|everyone|people)\b)"
)
IS_AGE = re.compile(
    rf"(?<![\w'])(?:i'?m|i am|im|he'?s|he is|she'?s|she is|they'?re|they are|who is|who's|whos|whose|you'?re|aged?|age:|age is|aged just|"
    rf"ur|u r|am|me is|she|he|been|(?:is|turned|turning)(?= (?:only|just|now|nearly|{AGE} (?:today|tomorrow|yesterday|now|next|on)))) {SOON}(?P<age>{AGE}){AFTER}"
)
KIN = (
    "brother|sister|bro|sis|son|daughter|cousin|nephew|niece|twin|baby|boy|girl|kid|child|lad|friend|mate|boyfriend|girlfriend|"
    "nan|gran|grandad|mum|dad|mam|foster son|foster daughter|foster brother|foster sister|young person|yp|partner|youngest|oldest|eldest"
)
KIN_AGE = re.compile(rf"(?<!\w)(?:{KIN})(?: is|,| who is|'s|s| \() ?{SOON}(?P<age>{AGE}){AFTER}")
OLD = re.compile(
    rf"(?<![\w.,£-])(?P<age>{AGE}|one)(?:[ -]?(?:years?|yrs?|yr)[ -]olds?|[ -]?(?:y/o|yo|yrs?)(?!\w)|(?P<unit>[ -](?:months?|weeks?|days?))[ -]old)(?!\w)"
)
BABY = re.compile(
    rf"(?<![\w'])(?:he'?s|she'?s|aged|baby is|baby) (?:(?:only|just|now|is) ){{0,2}}(?P<age>(?:{AGE}|one) (?:months|weeks|days))(?= old| now| an?d?\b| n |[^\w\s]|$|\n)"
)
NOT_ONE = re.compile(
    r"\b(?:any|every|no|each|average|typical|normal|other|most|all|between|past|over|under|until|when (?:i|he|she) was|was|were|till|since|for|like an?|than an?|some) (?:like )?$"
)
HOW_MANY = re.compile(
    r"(?:\b(?:wasn'?t|isn'?t|was|were|until|till|when|once|before|if|unless) (?:i|he|she|they|u|you)?(?:'?m|'?s| is| am| are)? ?)$"
)
OLDEST = 99


def find_ages(text: Text) -> Iterator[Span]:
    """Yield ages: `im 18`, `who is 15`, `my 12 yr old`, `Besart 16`."""
    low = text.low
    for pattern in (IS_AGE, KIN_AGE, BABY):
        for found in pattern.finditer(low):
            if not HOW_MANY.search(low, max(0, found.start() - 16), found.start()):
                yield text.span(*found.span("age"), Label.AGE)
    for found in OLD.finditer(low):
        if not found[0].endswith("olds") and not NOT_ONE.search(low, max(0, found.start() - 24), found.start()):
            yield text.span(found.start("age"), found.end("unit") if found["unit"] else found.end("age"), Label.AGE)
    if text.has_digits:
        yield from _beside_names(text)


NAME_AGE = re.compile(
    rf"(?:'s| is|,| \(|,? aged?| -| [^\w\s,.'!?/-]{{1,3}})? ?{SOON}"
    rf"(?P<age>{AGE}(?: months| weeks)(?= old| now| and?\b| n |[^\w\s]|$|\n)|{AGE}{AFTER})"
)


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
