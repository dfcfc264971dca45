"""Numbers that are ages because they stand beside people: `Besart 16`, `Wren (20)`, `ruby 10, alfie 8, me 14`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.age_cues import word_before
from intake.redaction.age_leads import KIN
from intake.redaction.age_words import ENCLOSED, MONTHS, SPELLED, STRICT, UNITS
from intake.redaction.kinds import FIRST, LAST, WORD, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from intake.redaction.age_words import Number
    from intake.redaction.text import Text, Word

    Place = tuple[int, int]

SO_MANY = re.compile(rf" ?{MONTHS}(?= old| now| and?\b| n | r |[^\w\s]|$|\n)")
BETWEEN = re.compile(
    r"(?P<between>'s| is| are|s|,| \(|,? aged?| -| who's| whos| [^\w\s,.'!?/-]{1,3})? ?"
    r"(?:(?:only|just|now|nearly|almost|about|still|already|currently|is|am|turned|gone|rising|coming up) ){0,3}"
)
IS_ONE = re.compile(r"(?= and| now| today|[.,!?]|$)")
# `Wren (they/them, 20)`, `One young woman, 23, who`; the words before say whether anyone is meant
IN_BRACKETS = re.compile(r"\((?:[^()\d\n]{1,30}, )?$")
COMMA = re.compile(r", (?:only |just |now |nearly |almost |still ){0,2}$")
SEX = re.compile(r"\((?:f|m|female|male|girl|boy|nb), ")
ENDS_INSIDE = re.compile(r" ?[),]")
AFTER_COMMA = re.compile(
    r"(?=,(?! ?[0-9])| - |[.:](?![0-9])| and (?:a|an|the|i|in|my|from|still|not)\b| (?:he|she) said| from |\n|$)"
)
NOT_ASIDE = word_set(
    """
    at in on of to for by and or from until is was are than year years section page room form level question number
    grade stage step chapter part day week jan feb mar apr may jun jul aug sep oct nov dec january february march april
    june july august september october november december no yes so well like about over under only just took lasted
    phase tier option version item point task goal action annex appendix schedule volume class band group set unit block
    flat route bus table figure paragraph clause rule act article size font key top number
    ward wing bed cell bay landing dorm court plot box bin gate bus track episode series season
    """
)
LONGEST_ASIDE = 34
FILLERS = word_set(
    """
    only just now nearly almost about still already currently is are am turned gone rising coming up aged age who's
    whos s
    """
)
CLAUSES = word_set("and n cos coz because so but that while even though tho cause bc")
CALLED = word_set("im i'm its it's names name's")
NOBODY = word_set("max min bill may rent total bus will mark")
FARTHEST = 5  # words between a name and its number, and the name
THEN = word_set("when wen until till once before after if since was unless")
STAYS = frozenset({"in", "at", "near"})
ITEM_ENDS = re.compile(
    rf"(?: ?{MONTHS})?(?=,| and | n | & | all\b| (?:me|him|her|bro|sis|brother|sister|one) |[.;!?)]|$|\n)"
)
BETWEEN_ITEMS = re.compile(r"[,.;]? ?(?:and |n |& |then |its |the |my |his |her |our ){0,3}")
LISTED = word_set("me one him her he she i mum dad nan baby bubs bro sis brother sister") | frozenset(KIN.split("|"))
SURE_LIST = 2  # people, after whom whoever else is listed has an age too


def beside_people(text: Text, numbers: Sequence[Number]) -> Iterator[Place]:
    """Yield the numbers that stand beside people; `numbers` are all there are, sorted."""
    run: list[tuple[int, Place]] = []  # where each item of a list begins, and its number
    for number in numbers:
        start, end = number.start, number.end
        if number.gap != " " and _is_aside(text, start, end):
            yield start, end
        elif number.word:
            if whole := _end_beside(text, number.place, start, end):
                yield start, whole
            run = _listed(text, run, number.word, (start, end))
            if len(run) > 1:
                yield from (place for _, place in run[-2:])


def _is_aside(text: Text, start: int, end: int) -> bool:
    """Whether a number stands in brackets or between commas, after something that may be a person."""
    low = text.low
    comma = COMMA.search(low, max(0, start - LONGEST_ASIDE), start)
    if comma and AFTER_COMMA.match(low, end):
        word, age = word_before(low, comma.start()), low[start:end]
        small = len(age) == 1 or re.fullmatch(UNITS, age)
        return word[:1].isalpha() and word not in NOT_ASIDE and not small and not re.fullmatch(SPELLED, word)
    bracket = IN_BRACKETS.search(low, max(0, start - LONGEST_ASIDE), start) if "(" in low else None
    if not bracket or not (ENDS_INSIDE.match(low, end) or ENCLOSED.match(low, end)):
        return False
    if SEX.fullmatch(bracket[0]):
        return True
    return _may_have_age(text, word_before(low, bracket.start()), several=ENCLOSED.match(low, end) is not None)


def _may_have_age(text: Text, word: str, *, several: bool) -> bool:
    if not word[:1].isalpha() or word in NOT_ASIDE or word.rstrip("s") in NOT_ASIDE:
        return False
    plural = text.look_up(word) & WORD and word.endswith("s")
    return (several or not plural) and not re.fullmatch(f"(?:{SPELLED}|{UNITS})", word)


def _end_beside(text: Text, i: int, start: int, end: int) -> int:
    """Return where an age ends that follows a name; 0 if word `i` is none."""
    words, low = text.words, text.low
    for name in range(i - 1, max(-1, i - FARTHEST), -1):
        word = words[name]
        somebody = _may_be_name(text, word) or _may_be_subject(words, name)
        if somebody and (found := BETWEEN.fullmatch(low, word.end, start)):
            if low[start:end] == "one" and not (
                word.kinds & FIRST and found["between"] == " is" and IS_ONE.match(low, end)
            ):
                return 0
            return _end(low, end) if _is_now(words, name, found, low[start:end]) else 0
        if word.low not in FILLERS:
            break
    return 0


def _end(low: str, end: int) -> int:
    if found := SO_MANY.match(low, end):
        return found.end()
    return end if STRICT.match(low, end) else 0


def _is_now(words: Sequence[Word], name: int, found: re.Match[str], age: str) -> bool:
    """Whether a number beside a name is no past age (`when Nat turned 18`) nor a stay (`in Thornton Heath 2 years`)."""
    if found[0].strip().isalpha() and name and words[name - 1].low in THEN:
        return False
    if found["between"]:
        return True
    stays = not STAYS.isdisjoint(word.low for word in words[max(0, name - 2) : name])
    return not stays and not (age[0] == "9" and len(age) > 1)  # `Brooklyn 99`


def _may_be_name(text: Text, word: Word) -> bool:
    if word.low in NOT_ASIDE:
        return False
    names = word.kinds & (FIRST | LAST)
    if word.kinds & WORD:
        return bool(names) and word.capital
    if not word.kinds and word.low.endswith("s") and text.look_up(word.low[:-1]) & FIRST:
        return True  # `sorchas 21`
    return bool(names & FIRST) or (word.capital and not word.kinds)


def _may_be_subject(words: Sequence[Word], i: int) -> bool:
    """Whether a word in lower case is somebody, as a clause begins with it: `chase is 6`, `im jade 16`."""
    word = words[i]
    unsaid = word.low not in NOT_ASIDE and len(word.low) > 1 and word.low.isalpha()
    first = bool(word.kinds & FIRST) and word.low not in NOBODY
    if first and i and words[i - 1].low in CALLED:
        return True
    if not unsaid or not (word.opens or words[i - 1].low in CLAUSES) or words[i + 1].low != "is":
        return False
    return first or not word.kinds


def _listed(text: Text, run: list[tuple[int, Place]], who: Word, number: Place) -> list[tuple[int, Place]]:
    """Return the list of people and ages that a number ends: `ruby 10, alfie 8, me 14`."""
    low, (start, end) = text.low, number
    item = low[who.end : start] == " " and who.low[0].isalpha() and ITEM_ENDS.match(low, end)
    if not item or (run and not BETWEEN_ITEMS.fullmatch(low, run[-1][1][1], who.start)):
        run = []
    if not item or (len(run) < SURE_LIST and who.kinds and not who.kinds & FIRST and who.low not in LISTED):
        return run
    return [*run, (who.start, (start, item.end()))]
