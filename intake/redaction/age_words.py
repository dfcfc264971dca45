"""How an age is written, and what may follow it: a noun would be counted (`16 miles`), a verb or a stop would not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from intake.redaction.text import Word

UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEEN = (
    "ten|eleven|twelve?|thirte?en|four?te?en|fi[fv]e?te?en|sixte?en|sevente?en|"
    rf"eightt?e?en|nine?te?en|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty)(?:[ -]?(?:{UNITS}))?"
)
SPELLED = rf"two|three|four|five|six|seven|eight|nine|{TEEN}"
PART = r"(?: ?(?:1\u20442|[.]5)|/2| (?:and|an|n|nd|&)(?: a)? (?:half|bit|quarter|three quarters|[13]/[24]))"
AGE = rf"(?:(?:[1-9][0-9o]?|l[0-9]|(?:{SPELLED})(?![a-z])){PART}?+)"
MONTHS = r"(?:months?|mo?n?ths?|weeks?|wks?|days?)"
YEARS = r"y(?:ea?rs?|rs?|ears?)"


class Number(NamedTuple):
    """A number that may be an age."""

    start: int
    end: int
    place: int  # of the word that begins with it
    word: Word | None  # before it
    gap: str  # between that word and the number


# where an age may be; whether it is one, the words around it say
NUMBER = re.compile(
    r"(?=[1-9efnlost])(?<![\w£$€#+@])(?<![0-9][.,:/'-])(?<!(?<!age)(?<!nearly)(?<!almost)-)"
    rf"(?:{AGE}|one(?![a-z])|(?:{TEEN})(?=th b))(?![0-9])"
)

GOES_ON = (
    r"years? old|yrs? old|y/o|yo|yrs?|and|n|nd|but|so|now|with|wi|today|tomorrow|this|next|he|she|they|we|i|im|i'm|ive|"
    r"who|when|wen|cos|coz|because|bc|since|at|atm|rn|then|old|my|hes|shes|from|living|live|in|on|not|still|already|too|"
    r"yeah|btw|x|lol|tho|r|are|yet|or|soon|going|about|if|"
    r"years?(?= ?(?:[,.;!?)\n]|$)| (?:old|from|and|but|today|now)\b)|"
    r"as|u|you|me|just|also|the|for|after|last|innit|mate|bro|man|please|pls|his|her|our|it|its|left|never|been|was|is|"
    r"have|has|had|got|don't|dont|can|cant|should|were|where|what|why|how|see|mind|like|la|pal|says|said|no one|nobody|"
    r"everyone|people|here|goin|goes|by|without|according|noo|an|wants|needs|likes|loves|gets|goes|cries|sleeps|thinks|misses|"
    r"nearly|almost|turning|herself|himself|myself|bye|"
    rf"{YEARS} (?:of age|from|young)"
)
NO_DIGITS = (  # nor a range or a limit: `5 to 11`, `2 in 3`, `16 or over`
    r"(?!(?![mf](?!\w))[\w%£/+]|:[0-9]|[.,][0-9]|['-][0-9]|[ -]?(?:ish|plus|odd|something)\b| ?[-+] ?[0-9]|"
    rf" (?:(?:to|till?) |in (?!(?:[0-9]{{1,2}}|{SPELLED}) {MONTHS}\b))(?:[0-9]|a row|(?:{SPELLED})\b)|"
    r" (?:and|or|&) (?:over(?! it)|under|above|below|older|younger|up|upwards|more)\b)"
)
AFTER = rf"{NO_DIGITS}(?= ?$| ?[^\w\s'+%]| ?\n| (?:{GOES_ON})\b)"
# after `im` and `she is` an age is likely, whatever follows that can't be counted
COUNTED = (
    r"(?:more|other|different|of|out|stone|st|foot|feet|ft|inch|quid|grand|percent|per|people|children|away|down|"
    r"(?:mile|metre|pound|min|minute|hr|hour|day|week|wk|month|mth|time|page|bed|bedroom|person|kid|step)s?|"
    rf"{YEARS}(?! ?(?:$|[^\w\s]|\n)| (?:old|of age|and|n|but|from|young)\b)|"
    r"(?!(?:was|is|has|his|this|yes|always|cos|as|us|its|whos|hes|shes|thats|whats|lets|lives|goes|gets|says|works|"
    r"ffs|fgs|obvs|thanks|guys|folks|perhaps|besides|unless|"
    r"likes|loves|wants|needs|does|stays|thinks|sleeps|plays|sits|comes|looks|keeps|knows|sees|plus|sometimes|years|yrs|yers)\b)[a-z]{2,15}s)"
)
NOT_COUNTED = rf"{NO_DIGITS}(?! {COUNTED}\b)"
STRICT, LOOSE = re.compile(AFTER), re.compile(NOT_COUNTED)

WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
SOME = rf"(?:an?|one|few|couple|couple of|{AGE}|half a)"
# `16 in march`, `turned 18 on tuesday`: near enough to say how old someone is
NEAR_DAY = re.compile(
    r"(?: years?(?: old)?)? (?:as of (?:today|yesterday|now|last)|"
    r"today|tonight|tomorrow|tmrw|tomoz|tmoz|tmr|yesterday|yday|soon|"
    r"the other (?:day|week)|by the time|(?:in )?a fortnight|"
    rf"(?:in|next|nxt|this|last|on|this coming|come) (?:the )?(?:{WEEKDAY}|{MONTH}|"
    r"week(?:end)?|month|year|"
    r"summer|autumn|winter|spring|easter|xmas|christmas|new year|birthday|[0-9]{1,2}(?:st|nd|rd|th))\b|"
    rf"(?:in|a|an|about|just|only)? ?{SOME} (?:of )?{MONTHS}(?: time| ago)?\b)"
)
LIST = rf"(?:, ?{AGE}){{0,9}},? ?(?:and|an|n|nd|&|or) {AGE}"
NEXT = re.compile(
    rf"(?:,? (?:and|an|n|nd|&|or|going on|goin on) |, ?)(?:(?:nearly|almost|now|just) )?(?P<age>{AGE}){AFTER}|"
    rf" (?:and|n|&) (?P<baby>(?:{AGE}|one) ?{MONTHS})(?= and| n | old|[.,;!?\n]|$)"
)
MANY = re.compile(
    rf"(?:, ?{AGE}| (?:and |n )?{AGE}){{1,9}}?(?: and| n| &|,) {AGE}{AFTER}| (?:and|n|&) {AGE}(?=[.,!?\n]|$)"
)
LISTED, ENCLOSED = re.compile(LIST + AFTER), re.compile(rf"{LIST} ?\)")
