"""The plain words beside a placeholder that it says already, and the article before it, so that grammar survives."""

from __future__ import annotations

import re

from intake.redaction.sorts import FOLLOWING, LEADING_NOUN

NEAR = 32  # characters before
AGED = re.compile(r"(?<!\w)aged? $", re.IGNORECASE)
OLD = re.compile(
    r"(?:[ -]?y(?:ea)?rs?|[ -]?yers?|[ -]?y)?[ -](?:old|auld|owd)(?!\w)|"
    r"[ -]?(?:y/o|yo|y\.o\.?)(?!\w)| years of age(?!\w)|"
    r"[ -]?y(?:ea)?rs?(?= ?(?:$|[.,;:!?)\n]))",
    re.IGNORECASE,
)
# a person's word, which the age goes with: `a 14-year-old girl`
PERSON = re.compile(
    r"[ -](?:(?:care[- ](?:experienced|leaver)|young|little|foster|half|step|twin|baby|big) ){0,2}"
    r"(?:girls?|boys?|lads?|lass(?:es)?|kids?|child(?:ren)?|(?:step|half)?-?(?:brothers?|sisters?|sons?|daughters?)|bro|"
    r"sis|baby|cousins?|nieces?|nephews?|friends?|mates?|person|people|care[- ]leavers?|students?|man|men|woman|women|"
    r"twins?|yp|mothers?|fathers?|mums?|dads?)(?!\w)",
    re.IGNORECASE,
)
LED = re.compile(
    r"(?<!\w)(?:an?|the|my|our|his|her|their|your|this|that|one|another|other|two)(?: \w{2,9})?[ -]$", re.IGNORECASE
)
ARTICLE = re.compile(r"(?<![\w'\u2019])an? $", re.IGNORECASE)
LAST_OF_ARTICLE = frozenset({"a ", "n ", "A ", "N "})
VOWELS = "aeio"
AGED_ENDS, OLD_BEGINS = frozenset("deDE"), frozenset(" -yY")


def around_age(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return what the placeholder of an age stands for: `aged 14`, `14-year-old` before `girl`, `17 yrs old`."""
    before = raw[max(0, start - NEAR) : start] if raw[max(0, start - 1) : start] in {" ", "-"} else ""
    aged = AGED.search(before) if before[-2:-1] in AGED_ENDS else None
    old = OLD.match(raw, end) if raw[end : end + 1] in OLD_BEGINS else None
    first = start - len(before) + aged.start() if aged else start
    if old and (not LED.search(before) or PERSON.match(raw, old.end())):
        return first, old.end()
    return first, end


def around_organisation(raw: str, start: int, end: int, sort: str) -> tuple[int, int]:
    """Return what the placeholder of an organisation stands for: `my school Hazelwick`, `Oakfield children's home`."""
    if sort not in FOLLOWING:
        return start, end
    before = raw[max(0, start - NEAR) : start] if raw[max(0, start - 1) : start] == " " else ""
    noun, following = LEADING_NOUN[sort].search(before), FOLLOWING[sort].match(raw, end)
    first = start - len(before) + noun.start("noun") if noun else start
    return first, following.end() if following else end


def with_article(raw: str, start: int, text: str) -> tuple[int, str]:
    """Return a placeholder with the article before it, if that has to change: `a 17 year old`, `an [age 16-17]`."""
    led = raw[max(0, start - 2) : start] in LAST_OF_ARTICLE
    found = ARTICLE.search(raw, max(0, start - 4), start) if led else None
    if not found:
        return start, text
    right = "n" if text[1] in VOWELS else ""
    if found[0][1:-1].lower() == right:
        return start, text
    return found.start(), f"{found[0][0]}{right} {text}"
