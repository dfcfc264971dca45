"""Whether the words around a number say that it is how old someone is now."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from intake.redaction import age_leads as lead
from intake.redaction.age_words import AFTER, AGE, LISTED, LOOSE, MONTHS, NEAR_DAY, STRICT, YEARS
from intake.redaction.kinds import word_set

if TYPE_CHECKING:
    from intake.redaction.age_words import Number

    Rules = tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]

NEAR = 56  # characters before a number that may say what it is

# what follows an age, where little before it says that it is one
BIRTHDAY = r"(?:st|nd|rd|th) b(?:irth)?-?day"
BIRTH = re.compile(BIRTHDAY)
NEAR_BIRTH = re.compile(rf"{BIRTHDAY}(?: is| party is| was)?(?:{NEAR_DAY.pattern}| coming up)")
TEEN_SOON = re.compile(rf"(?:(?<=1[0-9])|(?<=2[0-5])|(?<=teen)){NEAR_DAY.pattern}")
YOUNG = re.compile(rf"(?:(?<= [1-9])|(?<= 1[0-5])){AFTER}")  # at other ages the law changes: `when Nat turned 18`
YEARS_OLD = re.compile(rf" {YEARS}(?: old| of age| and (?:is|am|[0-9])|[.,!?;]|$|\n)")
LIKE_ME = re.compile(r" (?:just )?like (?:me|him|her)\b")
HOW_OLD = re.compile(r"[.,]? (?:that'?s |is )?how old (?:i am|[\w' -]{1,24} is)\b")
GOING_ON = re.compile(r" (?:going|goin) on [0-9]")
PART_END = re.compile(rf"(?:(?<=half)|(?<=bit)){AFTER}")
TWO_DIGITS = re.compile(rf"(?:(?<=[2-9][0-9])|(?<=ty)|(?<=ty.one)){AFTER}")
STOPS = re.compile(r"(?<=[1-9][0-9])(?=[,;)!?]|[.](?![0-9])|\n|$)|(?<=een)(?=[.!,])")
BIG_STOPS = re.compile(r"(?:(?<=1[3-9])|(?<=[2-9][0-9]))(?=[!?]|[.](?![0-9]))|(?<=[3-9][0-9])(?= i )")
SEX = re.compile(
    r"(?:(?<=1[0-9])|(?<=2[0-5]))[mf](?! ?[0-9]| (?:away|from the|ago|long|wide|deep|high|tall|of|to|walk)\b)(?!\w)"
)
IS_NOW = re.compile(" now")
FOR = re.compile(" for ")
STILL = re.compile(
    r",? (?:i|he|she) (?:still|am|already|has no|have no|have learned)\b|"
    r",? (?:i'?m|he'?s|she'?s) (?:still|already|too old|old enough)\b| still counts"
)
ENDS = re.compile(r"(?![.,:][0-9])(?= ?[,.;:!?)\n]| ?$| (?:and|n|&) )")
AND_SO = re.compile(r"(?![.,:][0-9])(?= ?[,.;:!?)\n]| ?$| (?:and|n|&|with|in|from|now) )")
LETTER = re.compile(r" ?[fm](?=[ ,.]*(?:$|\n|here|from|in |and |n |[,./]))")  # `15f`, `17 m`
# how a message begins that first says who speaks: `17 now`, `16 and pregnant`
OPENS = re.compile(
    r" (?:here|now)\b(?! (?:is|are|and then|we|they|there)\b)|"
    r" (?:and|n|an|&|\+) (?:pregnant|still|homeless|living|in care|on my own|already|never|not|no|alone|tired|scared|"
    r"fed up|bored|counting|skint|stuck|sick|a (?:mum|dad|carer|half))\b|"
    r" with (?:no|a)\b| in (?:foster|a hostel|a home|a unit|care|supported)\b|"
    rf" {YEARS} (?:of age|young)\b|,? ?{YEARS},? (?:and )?{AGE} {MONTHS}(?: old|[.!]|$)"
)
FIRST_WORD = re.compile(
    r"(?:(?<=[0-9][0-9])|(?<=een)|(?<=elve)|(?<=ty)), "
    rf"(?!{AGE}(?:[,.;]| and|$)|that|thats|that's|count|yes|i\b|in\b|and\b|maybe|or\b|then|"
    r"to\b|if\b|they|we\b|it|of\b)"
)
OLD = re.compile(
    r"(?:[ -]?y[a-z]{0,5}[ -]?(?:old|auld|owd)(?P<all>s)?|[ -]?y[./-]?o| ?y[a-z]{0,5} of age|"
    r"(?P<unit>[ -]?(?:month|week|day|wk|mth)s?)[ -]old)"
    r"(?!\w| (?:pup|puppy|dog|cat|kitten|horse|car|building|house|laptop|phone|sofa|mattress|report|file|plan|email))"
)
OLD_BOTH = re.compile(rf" (?:and|n|nd|&|or) (?:(?:an?|my) )?{AGE}(?:{OLD.pattern})")
SO_MANY = re.compile(rf" ?{MONTHS}(?= old| now| an?d?\b| n |[^\w\s]|$|\n)")

# after, before, whether a `when` before it says `not now`
LED: Rules = (  # only after one of LAST_WORDS, or a mark
    (LOOSE, lead.OF_NOW, True),
    (STRICT, lead.OF_SOMEONE, True),
    (ENDS, lead.KIN_FAR, True),
    (AND_SO, lead.AND_ALSO, True),
    (LISTED, lead.ARE, True),
    (AND_SO, lead.ALMOST, True),
    (LISTED, lead.GOT, True),
    (STOPS, lead.NOW, False),
    (TWO_DIGITS, lead.PARENT_OF, False),
    (NEAR_DAY, lead.TURNS, False),
)
RULES: Rules = (
    (TEEN_SOON, lead.ALONE, False),
    (YOUNG, lead.TURNED, True),
    (FOR, lead.BEEN, True),
    (IS_NOW, lead.BE, True),
    (LIKE_ME, lead.WHOEVER, False),
    (BIRTH, lead.IT_IS, False),
    (NEAR_BIRTH, lead.OWN, False),
    (STILL, lead.AT, False),
    (YEARS_OLD, lead.HAS, True),
    (OPENS, lead.ALONE, False),
    (LETTER, lead.ALONE, False),
    (FIRST_WORD, lead.FIRST, False),
    (STOPS, lead.MESSAGE, False),
    (SEX, lead.MESSAGE, False),
    (PART_END, lead.FIRST, False),
    (BIG_STOPS, lead.SENTENCE_AT, False),
    (GOING_ON, lead.ANYTHING, False),
    (SO_MANY, lead.BABY, True),
    (OLD_BOTH, lead.AN, True),
    (HOW_OLD, lead.ANYTHING, False),
)
NOT_NOW = re.compile(
    r"\b(?:wasn'?t|isn'?t|was|were|until|til|till|when|wen|once|before|after|if|unless) "
    r"(?:i|he|she|they|u|you)?(?:'?m|'?s| is| am| are)? ?$"
)
NOT_AGED = word_set(
    """
    at from by until till til under to over before after between care since when left moved placed was were went came
    taken adopted died mental legal school same any average me my his her their our the of minimum us them
    """
)
WHOSE = word_set("my his her their our")
GROUP = word_set("children kids people those anyone everyone girls boys teenagers siblings youngsters pupils residents")
OWN_GROUP = re.compile(r"\b(?:my|our|his|her|their|the|these|both|two|three|four|2|3|4) (?:[a-z]+ ){1,2}$")
NOT_ONE = re.compile(
    r"\b(?:any|every|no|each|average|typical|normal|other|most|all|between|past|over|under|until|when (?:i|he|she) was|"
    r"was|were|till|since|for|at|from|to|like an?|than an?|some) (?:like |about |just )?$"
)
ANYONE = re.compile(r"\ban? $")
SOMEONE = re.compile(r"\b(?:is|am|i'?m|he'?s|she'?s|has|have|got) an? $")
MODAL = re.compile(
    r" (?:should|shouldn'?t|would|can|can'?t|could|couldn'?t|needs|deserves|to|"
    r"(?:is |are )?(?:mea?nt|supposed|expected|allowed))\b"
)
MEANT = re.compile(r" (?:is |are )?(?:mea?nt|supposed|expected|allowed) ")
WORD_BEFORE, LONGEST_WORD = re.compile(r"(?<![\w'])([\w'/-]{1,24})[^\w'\n]{0,3}$"), 28


def is_said(low: str, number: Number) -> bool:
    """Whether the words on both sides of a number say that it is an age."""
    start, end = number.start, number.end
    least = max(0, start - NEAR)
    led = number.gap != " " or (number.word is not None and number.word.low in lead.LAST_WORDS)
    for follows, leads, now in (LED + RULES if led else RULES) if _any_follows(led=led).match(low, end) else ():
        cue = leads.search(low, least, start) if follows.match(low, end) else None
        if cue and not (now and NOT_NOW.search(low, max(0, cue.start() - 16), cue.start())):
            return True
    return led and (_is_one_of(low, start, end) or _is_aged(low, start, end))


@cache
def _any_follows(*, led: bool) -> re.Pattern[str]:
    """Return what any rule at all asks to follow a number: most numbers that are no ages have none of it."""
    return re.compile("|".join(f"(?:{follows.pattern})" for follows, *_ in (LED + RULES if led else RULES)))


def _is_one_of(low: str, start: int, end: int) -> bool:
    one = lead.ONE_OF.search(low, max(0, start - NEAR), start)
    return one is not None and STRICT.match(low, end) is not None and not is_anyone(low, one.start(), end)


def _is_aged(low: str, start: int, end: int) -> bool:
    """Whether `aged`, `age:` or `ages of the children` leads to a number, and no law does."""
    cue = lead.AGED.search(low, max(0, start - NEAR), start) if "age" in low else None
    if cue is None or not LOOSE.match(low, end):
        return False
    who = word_before(low, cue.start())
    if who in GROUP and not OWN_GROUP.search(low, max(0, cue.start() - NEAR), cue.start()):
        return False
    if who.endswith("ed"):
        return False  # `visited aged five`
    return who not in NOT_AGED or (who in WHOSE and cue["says"] != " ")


def is_anyone(low: str, start: int, end: int) -> bool:
    """Whether nobody in particular is meant: `a 16 year old shouldn't have to`, `every 16 year old`."""
    before = max(0, start - 24)
    if NOT_ONE.search(low, before, start):
        return True
    if not ANYONE.search(low, before, start):
        return False
    if SOMEONE.search(low, before, start):
        return MEANT.match(low, end) is not None
    return MODAL.match(low, end) is not None


def word_before(low: str, start: int) -> str:
    """Return the word before `start`."""
    word = WORD_BEFORE.search(low, max(0, start - LONGEST_WORD), start)
    return word[1] if word else ""
