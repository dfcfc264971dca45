"""The exact age that a particular person has now. Past ages, legal ages and ranges stay readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, LAST, WORD, word_set
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEEN = (
    "ten|eleven|twelve?|thirte?en|four?te?en|fi[fv]e?te?en|sixte?en|sevente?en|"
    rf"eightt?e?en|nine?te?en|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty)(?:[ -]?(?:{UNITS}))?"
)
SPELLED = rf"two|three|four|five|six|seven|eight|nine|{TEEN}"
PART = r"(?: ?(?:1\u20442|[.]5)|/2| (?:and|an|n|nd|&)(?: a)? (?:half|bit|quarter|three quarters|[13]/[24]))"
AGE = rf"(?:(?:[1-9][0-9]?|{SPELLED}){PART}?+)"
MONTHS = r"(?:months?|mo?n?ths|weeks|wks|days)"
SOON = (
    r"(?:(?:only|just|now|nearly|almost|about|bout|like|actually|still|already|literally|currently|is|am|turned|gone|"
    r"gonna be|going to be|coming up|rising) ){0,3}"
)
YEARS = r"y(?:ea?rs?|rs?|ears?)"
# what follows an age; a noun would be counted: `im 16 and`, but not `im 16 miles away`
GOES_ON = (
    r"years? old|yrs? old|y/o|yo|yrs?|and|n|nd|but|so|now|with|wi|today|tomorrow|this|next|he|she|they|we|i|im|i'm|ive|"
    r"who|when|wen|cos|coz|because|bc|since|at|atm|rn|then|old|my|hes|shes|from|living|live|in|on|not|still|already|too|"
    r"yeah|btw|x|lol|tho|r|are|yet|or|soon|going|about|years?(?! (?:ago|in|left|of|late|now|away|since|later|into))|if|"
    r"as|u|you|me|just|also|the|for|after|last|innit|mate|bro|man|please|pls|his|her|our|it|its|left|never|been|was|is|"
    r"have|has|had|got|don't|dont|can|cant|should|were|where|what|why|how|see|mind|like|la|pal|says|said|no one|nobody|"
    r"everyone|people"
)
NO_DIGITS = r"(?!(?![mf](?!\w))[\w%£/+]|:[0-9]|[.,][0-9]|['-][0-9]|[ -]?(?:ish|plus|odd|something)\b| ?[-+] ?[0-9])"
AFTER = rf"{NO_DIGITS}(?= ?$| ?[^\w\s'+%]| ?\n| (?:{GOES_ON})\b)"
# after `im` and `she is` an age is likely, whatever follows that can't be counted
COUNTED = (
    r"(?:more|other|different|of|out|stone|st|foot|feet|ft|inch|quid|grand|percent|per|people|children|away|down|"
    r"(?:mile|metre|pound|min|minute|hr|hour|day|week|wk|month|mth|time|page|bed|bedroom|person|kid|step)s?|"
    rf"{YEARS}(?! ?(?:$|[^\w\s]|\n)| (?:old|of age|and|n|but|from)\b)|"
    r"(?!(?:was|is|has|his|this|yes|always|cos|as|us|its|whos|hes|shes|thats|whats|lets|lives|goes|gets|says|works|likes|loves|"
    r"wants|needs|does|stays|thinks|sleeps|plays|sits|comes|looks|keeps|knows|sees|plus|sometimes|years|yrs|yers)\b)[a-z]{2,15}s)"
)
NOT_COUNTED = rf"{NO_DIGITS}(?! {COUNTED}\b)"
IS_AGE = re.compile(
    r"(?<![\w'])(?:"
    r"(?:i'?m|i am|ah'?m|a'm|he'?s|he is|she'?s|she is|who is|who's|whos|whose|am|me is|me being|i be|just turned) "
    rf"(?:[a-z]+ (?:and|n) )?{SOON}(?P<sure>{AGE}(?: (?:and|n) (?:{AGE}|one) {MONTHS})?){NOT_COUNTED}|"
    r"(?:they'?re|they are|their|you'?re|ur|u r|age:|age is|she|he|been(?= \w+ for)|"
    rf"turns(?= \w+ (?:today|tomorrow))|(?:is|turned|turning)"
    rf"(?= (?:only|just|now|nearly|{AGE} (?:today|tomorrow|yesterday|now)))) {SOON}(?P<age>{AGE}){AFTER}|"
    rf"(?:i|he|she) (?:have|has) (?P<years>{AGE})(?= {YEARS}(?: old| of age| and (?:is|am)|[.,!?;]|$|\n)))"
)
AGED = re.compile(rf"(?<!\w)aged?(?: is)?[ :=-]{{1,3}}{SOON}(?P<age>{AGE}){NOT_COUNTED}")
NOT_AGED = word_set(
    """
    at from by until till til under over to before after between care since when left moved placed was were went came
    taken adopted died mental legal school same any average me my his her their our the of minimum
    """
)
PERSON = (
    "grandson|granddaughter|stepson|mother|father|brothers?|sisters?|bro|sis|sons?|daughters?|cousin|nephew|niece|"
    "twins?|baby|bby|bubba|bubs|(?:lil|little) man|bairn|wean|nan|gran|grandma|grandad|mum|dad|mam|"
    "youngest|oldest|eldest|little one|mi?ddle one"
)
KIN = (
    rf"{PERSON}|boy|girl|kid|child|lad|lass|friend|mate|boyfriend|girlfriend|young person|young woman|young man|yp|"
    "woman|partner|my two|my three|our two|our three"
)
KIN_AGE = re.compile(
    rf"(?<!\w)(?:(?:{KIN})(?: is| are|,| who is| who's| whos|'s|s| \(|:| -)|(?:{PERSON})|"
    rf"(?:young (?:woman|man|person)|girl|boy|lass) of) ?{SOON}(?P<age>{AGE}){AFTER}"
)
OLD = re.compile(
    rf"(?<![\w.,£-])(?P<age>{AGE}|one)(?:[ -]?y[a-z]{{0,5}}[ -](?:old|auld|owd)s?|[ -]?(?:y/o|yo)(?!\w)|"
    rf"(?P<unit>[ -](?:month|week|day|wk|mth)s?)[ -]old)(?!\w)"
)
BABY = re.compile(
    r"(?<![\w'])(?:he'?s|she'?s|aged|"
    r"(?:baby|bby|bubba|bubs|son|daughter|boy|girl|twins|bairn|wean|little (?:one|man))(?: is| are|'s)?) "
    rf"(?:(?:only|just|now|is) ){{0,2}}(?P<age>(?:{AGE}|one) ?{MONTHS})"
    r"(?= old| now| an?d?\b| n |[^\w\s]|$|\n)"
)
BABY_SIGN, OLD_SIGN = re.compile("m(?:o|t|n)|week|wk|day"), re.compile("old|auld|owd|y/?o")
NAME_AGE = re.compile(
    rf"(?P<between>'s| is|,| \(|,? aged?| -| who's| whos| [^\w\s,.'!?/-]{{1,3}})? ?{SOON}"
    rf"(?P<age>{AGE} ?{MONTHS}(?= old| now| and?\b| n | r |[^\w\s]|$|\n)|{AGE}{AFTER}|"
    r"(?<= is )one(?= and| now| today|[.,!?]|$))"
)
# `Wren (they/them, 20)`, `One young woman, 23, who`; the words before say whether anyone is meant
ASIDE = re.compile(
    rf"\((?:[^()\d\n]{{1,30}}, )?(?P<inside>{AGE})(?= ?[),])|"
    rf", (?P<age>{AGE})(?=,(?! ?[0-9])|[.:](?![0-9])| and (?:a|an|the|i|in|my|from|still|not)\b| (?:he|she) said|"
    r" from |\n|$)"
)
NOT_ASIDE = word_set(
    """
    at in on of to for by and or from until is was are than year years section page room form level question number
    grade stage step chapter part day week jan feb mar apr may jun jul aug sep oct nov dec january february march april
    june july august september october november december no yes so well like about over under only just took lasted
    """
)
FIRST_WORD = re.compile(
    rf"(?:^|(?<=[.!?\n] )|(?<=\n))(?P<age>(?:1[0-9]|2[0-9]|{TEEN}){PART}?+), "
    rf"(?!{AGE}|that|thats|that's|count|yes|i\b|in\b|and\b|[0-9]|maybe|or\b|then|to\b|if\b|they|we\b|it|of\b)"
)
DISPUTED = re.compile(
    r"\b(?:home office|papers?|passport|brp|assessment|id) (?:say|says|said|put|puts|thinks?) "
    rf"(?:(?:i'?m|i am|he'?s|he is|she'?s|she is|he|she|i) )?(?P<age>[12][0-9]){AFTER}"
)
WORD_BEFORE, LONGEST_WORD = re.compile(r"(?<![\w'])([\w'/-]{1,24})[^\w'\n]{0,3}$"), 28
DISPUTING = word_set("office papers paper passport brp assessment id")
AND = re.compile(rf"(?:,? (?:and|n|nd|&) |, )(?P<age>{AGE}){AFTER}")
ITEM = re.compile(
    rf"(?<![\w'])(?P<who>[a-z][\w'-]*) (?P<age>{AGE}(?: ?{MONTHS})?)(?=,| and | n | & | (?:me|him|her) |[.;!?)]|$|\n)"
)
BETWEEN_ITEMS = re.compile(r"[,.;]? ?(?:and |n |& |then |its |the ){0,3}")
LISTED = word_set("me him her he she i mum dad nan baby bubs bro sis brother sister") | frozenset(KIN.split("|"))

SURE_LIST = 2  # people, after whom whoever else is listed has an age too

NOT_ONE = re.compile(
    r"\b(?:any|every|no|each|average|typical|normal|other|most|all|between|past|over|under|until|when (?:i|he|she) was|"
    r"was|were|till|since|for|at|from|like an?|than an?|some) (?:like |about |just )?$"
)
NOT_NOW = re.compile(
    r"\b(?:wasn'?t|isn'?t|was|were|until|till|when|wen|once|before|after|if|unless) "
    r"(?:i|he|she|they|u|you)?(?:'?m|'?s| is| am| are)? ?$"
)
ANYONE = re.compile(r"\ban? $")
SOMEONE = re.compile(r"\b(?:is|am|i'?m|he'?s|she'?s|has|have|got) an? $")
MODAL = re.compile(
    r" (?:should|shouldn'?t|would|can|can'?t|could|couldn'?t|needs|deserves|to|"
    r"(?:is |are )?(?:mea?nt|supposed|expected|allowed))\b"
)
MEANT = re.compile(r" (?:is |are )?(?:mea?nt|supposed|expected|allowed) ")


def find_ages(text: Text) -> Iterator[Span]:
    """Yield ages: `im 18`, `who is 15`, `my 12 yr old`, `Besart 16`, and those that follow: `5, 7 and ten`."""
    if not text.counted:
        return
    for age in _ages(text, text.counted):
        yield text.span(*age, Label.AGE)
        following = AND.match(text.low, age[1])
        while following:
            yield text.span(*following.span("age"), Label.AGE)
            following = AND.match(text.low, following.end("age"))


def _ages(text: Text, lines: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    low = text.low
    for pattern, possible in (
        (IS_AGE, True),
        (KIN_AGE, True),
        (BABY, BABY_SIGN.search(low)),
        (DISPUTED, not DISPUTING.isdisjoint(text.spoken)),
        (FIRST_WORD, "," in low),
    ):
        for found in text.find(pattern, lines) if possible else ():
            if not NOT_NOW.search(low, max(0, found.start() - 16), found.start()):
                yield found.span(found.lastgroup or 0)
    for found in text.find(AGED, lines) if "age" in low else ():
        if _before(low, found.start()) not in NOT_AGED:
            yield found.span("age")
    for found in text.find(OLD, lines) if OLD_SIGN.search(low) else ():
        if not found[0].endswith("s") and not _is_anyone(low, *found.span()):
            yield found.start("age"), found.end("unit" if found["unit"] else "age")
    for found in text.find(ASIDE, lines) if "," in low or "(" in low else ():
        if _is_aside(text, found, _before(low, found.start())):
            yield found.span(found.lastgroup or 0)
    yield from _listed(text, lines)
    yield from _beside_names(text)


def _before(low: str, start: int) -> str:
    """Return the word before `start`."""
    word = WORD_BEFORE.search(low, max(0, start - LONGEST_WORD), start)
    return word[1] if word else ""


def _is_aside(text: Text, found: re.Match[str], before: str) -> bool:
    if not before[:1].isalpha():
        return False
    if found["inside"]:
        kinds = text.look_up(before)
        plural = kinds & WORD and before.endswith("s")
        return not plural and not re.fullmatch(f"(?:{SPELLED}|{UNITS})", before) and before not in NOT_ASIDE
    small = len(found["age"]) == 1 or re.fullmatch(UNITS, found["age"])
    return before not in NOT_ASIDE and not small and not re.fullmatch(SPELLED, before)


def _listed(text: Text, lines: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Yield the ages of a list of people: `ruby 10, alfie 8, me 14`."""
    run: list[re.Match[str]] = []
    for item in text.find(ITEM, lines):
        if run and not BETWEEN_ITEMS.fullmatch(text.low, run[-1].end(), item.start()):
            run = []
        kinds = text.look_up(item["who"])
        if len(run) < SURE_LIST and kinds and not kinds & FIRST and item["who"] not in LISTED:
            continue
        run.append(item)
        if len(run) > 1:
            yield from (member.span("age") for member in run[-2:])


def _is_anyone(low: str, start: int, end: int) -> bool:
    """Whether nobody in particular is meant: `a 16 year old shouldn't have to`, `every 16 year old`."""
    before = max(0, start - 24)
    if NOT_ONE.search(low, before, start):
        return True
    if not ANYONE.search(low, before, start):
        return False
    if SOMEONE.search(low, before, start):
        return MEANT.match(low, end) is not None
    return MODAL.match(low, end) is not None


def _beside_names(text: Text) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(text.words):
        if _may_be_name(word):
            found = NAME_AGE.match(text.low, word.end)
            if not found or (found["age"] == "one" and not word.kinds & FIRST):
                continue
            if found["between"] or not _is_stay(text, i, found["age"]):
                yield found.span("age")


def _is_stay(text: Text, i: int, age: str) -> bool:
    """Whether a number beside a name is no age: `in Thornton Heath 2 years`, `Brooklyn 99`."""
    before = {word.low for word in text.words[max(0, i - 2) : i]}
    return (age[:1] == "9" and len(age) > 1) or not before.isdisjoint({"in", "at", "near"})


def _may_be_name(word: Word) -> bool:
    names = word.kinds & (FIRST | LAST)
    if word.kinds & WORD:
        return bool(names) and word.capital
    return bool(names & FIRST) or (word.capital and not word.kinds)
