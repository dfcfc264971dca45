"""Whether the words around a number say that it is how old someone is now."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from intake.redaction import age_ends as ends
from intake.redaction import age_leads as lead
from intake.redaction.age_words import LISTED, LOOSE, MANY, NEAR_DAY, STRICT
from intake.redaction.kinds import word_set

if TYPE_CHECKING:
    from intake.redaction.age_words import Number

    Rules = tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]

NEAR = 56  # characters before a number that may say what it is

# after, before, whether a `when` before it says `not now`
LED: Rules = (  # only after one of LAST_WORDS, or a mark
    (LOOSE, lead.OF_NOW, True),
    (STRICT, lead.OF_SOMEONE, True),
    (ends.ENDS, lead.KIN_FAR, True),
    (ends.AND_SO, lead.AND_ALSO, True),
    (LISTED, lead.ARE, True),
    (ends.AND_SO, lead.ALMOST, True),
    (LISTED, lead.GOT, True),
    (MANY, lead.GROUP, True),
    (ends.STOPS, lead.NOW, False),
    (ends.TWO_DIGITS, lead.PARENT_OF, False),
    (NEAR_DAY, lead.TURNS, False),
    (STRICT, lead.ABOUT_TO, True),
    (ends.THEN_NOW, lead.SINCE_THEN, False),
)
RULES: Rules = (
    (ends.TEEN_SOON, lead.ALONE, False),
    (ends.YOUNG, lead.TURNED, True),
    (ends.FOR, lead.BEEN, True),
    (ends.IS_NOW, lead.BE, True),
    (ends.LIKE_ME, lead.WHOEVER, False),
    (ends.BIRTH, lead.IT_IS, False),
    (ends.NEAR_BIRTH, lead.OWN, False),
    (ends.STILL, lead.AT, False),
    (ends.YEARS_OLD, lead.HAS, True),
    (ends.OPENS, lead.ALONE, False),
    (ends.LETTER, lead.ALONE, False),
    (ends.FIRST_WORD, lead.FIRST, False),
    (ends.STOPS, lead.MESSAGE, False),
    (ends.SEX, lead.MESSAGE, False),
    (ends.PART_END, lead.FIRST, False),
    (ends.BIG_STOPS, lead.SENTENCE_AT, False),
    (ends.GOING_ON, lead.NOT_THEN, False),
    (ends.SO_MANY, lead.BABY, True),
    (ends.OLD_BOTH, lead.AN, True),
    (ends.HOW_OLD, lead.ANYTHING, False),
    (ends.ON_PAPER, lead.ANYTHING, False),
    (ends.OTHERWISE, lead.SAYS_ONE, False),
    (ends.AND_HOW, lead.FIRST, False),
    (ends.AND_I, lead.FIRST, False),
    (ends.AT_PRESENT, lead.AT, False),
    (ends.OVER_25, lead.AT_PRESENT, False),
    (ends.NO_LAW, lead.AT_PRESENT, False),
    (STRICT, lead.THEN_I, False),
    (ends.STOPS, lead.NAME, False),
    (ends.BIRTH, lead.HAD, False),
    (ends.ORDINAL, lead.HAD, False),
    (STRICT, lead.UNTIL, False),
    (ends.BIRTH, lead.UNTIL, False),
    (ends.JUST_WAS, lead.WAS, False),
    (ends.TEENS, lead.I_AND, False),
    (STRICT, lead.ON_PAPER, False),
    (ends.GROWN_SOON, lead.ALONE, False),
    (ends.STOPS, lead.HERE, False),
    (ends.ON_A_DAY, lead.WILL_BE, False),
    (ends.NEAR, lead.MINE, False),
    (ends.HERE, lead.SOMEONE, False),
)
NOT_NOW = re.compile(
    r"\b(?:wasn'?t|isn'?t|was|were|until|til|till|when|wen|once|before|after|if|unless) "
    r"(?:i|he|she|they|u|you)?(?:'?m|'?s| is| am| are)? ?$"
)
EVEN_SO = re.compile(r"\b(?:only|still|not even) $")
NOT_AGED = word_set(
    """
    at from by until till til under to over before after between care since when left moved placed was were went came
    taken adopted died mental legal school same any average me my his her their our the of minimum us them
    """
)
WHOSE = word_set("my his her their our")
SEXES = word_set("f m female male girl boy lad nb enby")
GROUP = word_set("children kids people those anyone everyone girls boys teenagers siblings youngsters pupils residents")
OWN_GROUP = re.compile(r"\b(?:my|our|his|her|their|the|these|both|two|three|four|2|3|4) (?:[a-z]+ ){1,2}$")
NOT_ONE = re.compile(
    r"\b(?:any|every|no|each|average|typical|normal|other|most|all|between|past|over|under|until|when (?:i|he|she) was|"
    r"was|were|till|since|for|at|from|to|like an?|than an?|some) (?:like |about |just )?$"
)
WAS_ONE = re.compile(r"\b(?:was|were) (?:just |only |like |basically )?an? $")
ANYONE = re.compile(r"\ban? $")
SOMEONE = re.compile(r"\b(?:is|am|i'?m|he'?s|she'?s|has|have|got) an? $")
MODAL = re.compile(
    r" (?:should|shouldn'?t|would|can|can'?t|could|couldn'?t|needs|deserves|to|"
    r"(?:is |are )?(?:mea?nt|supposed|expected|allowed))\b"
)
OF_ONESELF = re.compile(r" me (?:would|wouldn'?t|would'?ve|was|wasn'?t|didn'?t|needed|had|could|thought|believed)\b")
OF_MANY = re.compile(r" (?:lads|boys|girls|kids|teens|teenagers|children|people|men|women|mums|dads|parents)\b")
THESE = re.compile(r"\b(?:my|our|his|her|their|these|those|the|two|three|four|both|2|3|4|of|an?) $")
MEANT = re.compile(r" (?:is |are )?(?:mea?nt|supposed|expected|allowed) ")
WORD_BEFORE, LONGEST_WORD = re.compile(r"(?<![\w'])([\w'/-]{1,24})[^\w'\n]{0,3}$"), 28


def is_said(low: str, number: Number) -> bool:
    """Whether the words on both sides of a number say that it is an age."""
    start, end = number.start, number.end
    least = max(0, start - NEAR)
    led = number.gap != " " or (number.word is not None and number.word.low in lead.LAST_WORDS)
    for follows, leads, now in (LED + RULES if led else RULES) if _any_follows(led=led).match(low, end) else ():
        cue = leads.search(low, least, start) if follows.match(low, end) else None
        if cue and not (now and _is_not_now(low, cue, end)):
            return True
    return led and (_is_one_of(low, start, end) or _is_aged(low, start, end) or _is_beside_sex(low, number))


def _is_not_now(low: str, cue: re.Match[str], end: int) -> bool:
    """Whether it is said of another time: `when i am 18`, but not `when im only 15` nor `if im 30 now`."""
    if low.startswith(" now", end) or EVEN_SO.search(cue[0]):
        return False
    return NOT_NOW.search(low, max(0, cue.start() - 16), cue.start()) is not None


@cache
def _any_follows(*, led: bool) -> re.Pattern[str]:
    """Return what any rule at all asks to follow a number: most numbers that are no ages have none of it."""
    return re.compile("|".join(f"(?:{follows.pattern})" for follows, *_ in (LED + RULES if led else RULES)))


def _is_one_of(low: str, start: int, end: int) -> bool:
    one = lead.ONE_OF.search(low, max(0, start - NEAR), start)
    return one is not None and STRICT.match(low, end) is not None and not is_anyone(low, one.start(), end)


def _is_beside_sex(low: str, number: Number) -> bool:
    """Whether the sex of somebody leads to a number: `f/17`, `sign me up, f, 20`."""
    word = number.word
    if word is None or word.low not in SEXES or number.gap not in {"/", " / ", ", "}:
        return False
    alone = number.gap != ", " or (len(word.low) == 1 and word.gap != " ")
    return alone and ends.AND_SO.match(low, number.end) is not None


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
    if OF_ONESELF.match(low, end) or (OF_MANY.match(low, end) and not THESE.search(low, before, start)):
        return True
    if NOT_ONE.search(low, before, start) or WAS_ONE.search(low, before, start):
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
