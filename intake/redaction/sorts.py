"""What sort of organisation is meant, in plain words: by its own name, or else by what is said beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from intake.redaction.lists import fold
from intake.redaction.text import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY = "organisation"
SCHOOL, COLLEGE, UNIVERSITY, NURSERY = "school", "college", "university", "nursery"
HOME, CHILDRENS_HOME = "home", "children's home"
HOSPITAL, SURGERY, COURT, PRISON, CLUB = "hospital", "surgery", "court", "prison", "club"
WORSHIP, WORKPLACE = "place of worship", "workplace"
SORTS = frozenset(
    {ANY, SCHOOL, COLLEGE, UNIVERSITY, NURSERY, HOME, CHILDRENS_HOME}
    | {HOSPITAL, SURGERY, COURT, PRISON, CLUB, WORSHIP, WORKPLACE}
)

# the word that a name ends with, or begins with
HEADS = {
    word: sort
    for sort, words in (
        (
            SCHOOL,
            "school schools primary secondary academy high junior juniors infants infant grammar comp prep pru ysgol",
        ),
        (SCHOOL, "comprehensive"),
        (COLLEGE, "college coleg sixth form"),
        (UNIVERSITY, "university uni"),
        (NURSERY, "nursery meithrin cylch preschool playgroup kindergarten"),
        (HOME, "home homes hostel foyer lodgings refuge"),
        (HOSPITAL, "hospital infirmary hospice ward"),
        (SURGERY, "surgery gp gps doctors dentist dentists dental clinic practice"),
        (PRISON, "hmp yoi hmyoi prison"),
        (CLUB, "club fc afc rfc scouts cadets guides brownies gym karate dojo boxing"),
        (WORSHIP, "church mosque masjid temple gurdwara synagogue cathedral eglwys chapel"),
    )
    for word in words.split()
}
# names that begin with these say what they are; `Church View` and `College House` don't
LEADING = word_set("ysgol coleg hmp yoi hmyoi masjid eglwys university meithrin cylch")
CHILDREN = re.compile(r"(?:children|kid|boy|girl)(?:'|\u2019)?s? home|home for (?:boys|girls|children)", re.IGNORECASE)
LEGAL = re.compile(r"\b(?:crown|magistrates'?|youth|family|county) court$")
YOUTH = re.compile(r"\b(?:youth (?:centre|center|zone|hub|group)|leisure centre|sports centre)$")
HEALTH = re.compile(r"\b(?:health|medical) (?:centre|center)$")

# what is said beside it
SAID = re.compile(
    r"(?<!\w)(?:"
    r"(?P<school>schools?|excluded|expelled|suspended|year \d{1,2}|yr \d{1,2}|teachers?|lessons?|gcses?|head ?teacher|"
    r"headmaster|senco|pupils?|form tutor|detentions?|ehcp)|"
    r"(?P<college>college|sixth form|btec)|"
    r"(?P<university>uni|university|degree|freshers)|"
    r"(?P<nursery>nursery)|"
    r"(?P<childrens>(?:children|kid)(?:'|\u2019)?s homes?|residential(?: home)?)|"
    r"(?P<home>(?:the|my|our|a|this|that|new|old|last|first|care|same) homes?|placements?|placed|i live|grew up|"
    r"moved? in(?:to)?|moved out|(?:live[sd]?|living|stay(?:ed|ing)?) (?:at|in)|(?:put|stuck) me in|lodgings|hostel|"
    r"semi(?:-| )?independent|semi|supported (?:living|accommodation)|key ?worker|housemates?|residents?|curfew|"
    r"my room|refuge|foyer)|"
    r"(?P<hospital>hospital|ward|a&e|admitted|operation|inpatient|born at|maternity)|"
    r"(?P<surgery>gps?|doctor(?:'|\u2019)?s?|dentists?|surgery|prescriptions?)|"
    r"(?P<court>judge|hearing|magistrates?|bail)|"
    r"(?P<prison>prison|jail|sentenced|remand|screws|wing)|"
    r"(?P<club>club|football|match|coach|boxing|cadets|scouts|plays? for|played for|train with|youth workers?|gym)|"
    r"(?P<worship>church|mosque|temple|sunday school|vicar|imam)|"
    r"(?P<workplace>work(?:s|ed|ing)? (?:at|for|in)|jobs?|shifts?|boss|hired|sacked|employed|apprentice(?:ship)?|"
    r"interview)"
    r")(?!\w)",
    re.IGNORECASE,
)
BY_GROUP = {"childrens": CHILDRENS_HOME, "worship": WORSHIP}
NEAR = 44  # characters
BREAK = re.compile(r"[.!?\n;]")

NOUN = {
    SCHOOL: r"(?:primary |secondary |high |special )?school",
    COLLEGE: r"college",
    UNIVERSITY: r"uni(?:versity)?",
    NURSERY: r"(?:nursery|pre-?school)",
    HOME: r"(?:care home|home|placement|hostel)",
    CHILDRENS_HOME: r"(?:(?:children|kid)(?:'|\u2019)?s home|home|placement)",
    HOSPITAL: r"hospital",
    SURGERY: r"(?:(?:gp|doctors?|dental) )?(?:surgery|practice)",
    COURT: r"court",
    PRISON: r"prison",
    CLUB: r"(?:(?:football|boxing|youth|rugby) )?club",
    WORSHIP: r"(?:church|mosque|temple)",
}
FOLLOWING = {sort: re.compile(rf" {noun}(?!\w)", re.IGNORECASE) for sort, noun in NOUN.items()}
OWNED = r"(?:my|our|his|her|their|the|a|an|this|that|old|new|first|last|current|same)"
LEADING_NOUN = {sort: re.compile(rf"(?<!\w){OWNED} (?P<noun>{noun} )$", re.IGNORECASE) for sort, noun in NOUN.items()}


def sort_of(raw: str, start: int, end: int) -> str:
    """Return what sort of organisation a span names, as far as its name or what stands beside it says."""
    return _named(raw[start:end]) or _followed(raw, end) or _said_beside(raw, start, end) or ANY


def _named(name: str) -> str | None:
    low = fold(name).replace("\u2019", "'")
    if CHILDREN.search(low):
        return CHILDRENS_HOME
    if LEGAL.search(low):
        return COURT
    if HEALTH.search(low):
        return SURGERY
    if YOUTH.search(low):
        return CLUB
    words = TOKEN.findall(low)
    if not words:
        return None
    return HEADS.get(words[-1]) or (HEADS[words[0]] if words[0] in LEADING else None) or _of(words)


def _of(words: Sequence[str]) -> str | None:
    """Return what `University of Bradford`, `School of Dance` is."""
    return next((HEADS[a] for a, b in pairwise(words) if b == "of" and a in HEADS), None)


def _followed(raw: str, end: int) -> str | None:
    """Return what the word right after says: `Oakfield children's home`."""
    for sort in (CHILDRENS_HOME, SCHOOL, COLLEGE, UNIVERSITY, NURSERY, HOSPITAL, SURGERY, CLUB, WORSHIP, HOME):
        if raw.startswith(" ", end) and FOLLOWING[sort].match(raw, end):
            return HOME if sort is CHILDRENS_HOME and "'" not in raw[end : end + 14].replace("\u2019", "'") else sort
    return None


def _said_beside(raw: str, start: int, end: int) -> str | None:
    """Return what the nearest word of its sentence says."""
    before, after = raw[max(0, start - NEAR) : start], raw[end : end + NEAR]
    stops = [found.end() for found in BREAK.finditer(before)]
    before = before[stops[-1] :] if stops else before
    stop = BREAK.search(after)
    after = after[: stop.start()] if stop else after
    said = [(len(before) - found.end(), found.lastgroup) for found in SAID.finditer(before)]
    said += [(found.start() + 1, found.lastgroup) for found in SAID.finditer(after)]
    if not said:
        return None
    _, group = min(said)
    return BY_GROUP.get(group or "", group)
