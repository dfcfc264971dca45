"""What sort of organisation is meant, in plain words: by its own name, or else by what is said beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from intake.redaction.lists import fold
from intake.redaction.text import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

# what is said beside it, in a word or two
SAID = {
    said: sort
    for sort, words in (
        (
            SCHOOL,
            "school, schools, excluded, expelled, suspended, teacher, teachers, lesson, lessons, gcses, headteacher",
        ),
        (SCHOOL, "head teacher, headmaster, senco, pupil, pupils, form tutor, detention, detentions, ehcp, year, yr"),
        (COLLEGE, "college, sixth form, btec"),
        (UNIVERSITY, "uni, university, degree, freshers"),
        (NURSERY, "nursery"),
        (CHILDRENS_HOME, "children's home, childrens home, children's homes, kids home, residential"),
        (HOME, "the home, my home, our home, a home, this home, that home, new home, old home, last home, first home"),
        (HOME, "care home, placement, placements, placed, i live, grew up, move in, move into, moved in, moved into"),
        (HOME, "moved out, live at, live in, lives at, lives in, lived at, lived in, living at, living in, stay at"),
        (
            HOME,
            "stayed at, stayed in, staying at, put me, stuck me, lodgings, hostel, semi, semi-independent, keyworker",
        ),
        (
            HOME,
            "supported living, supported accommodation, housemate, housemates, resident, residents, curfew, my room",
        ),
        (HOME, "refuge, foyer, semi independent, key worker"),
        (HOSPITAL, "hospital, ward, a&e, admitted, operation, inpatient, born at, maternity"),
        (SURGERY, "gp, gps, doctor, doctors, doctor's, dentist, dentists, dentist's, surgery, prescription"),
        (COURT, "judge, hearing, magistrate, magistrates, bail"),
        (PRISON, "prison, jail, sentenced, remand, screws, wing"),
        (
            CLUB,
            "club, football, match, coach, boxing, cadets, scouts, play for, plays for, played for, train with, gym",
        ),
        (CLUB, "youth worker, youth workers"),
        (WORSHIP, "church, mosque, temple, vicar, imam"),
        (
            WORKPLACE,
            "work at, works at, worked at, working at, i work for, work in, works in, job",
        ),
        (WORKPLACE, "jobs, my shift, my shifts, boss, hired, sacked, employed, apprentice, apprenticeship, interview"),
    )
    for said in words.split(", ")
}
SPOKEN = re.compile(r"[a-z][a-z&'-]*")
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
ASKED = 9  # times, about one and the same
LONGEST_NOUN = 24
FIRST_OF_NOUNS = word_set(
    """
    primary secondary high special school college uni university nursery pre-school preschool care home placement hostel
    children's childrens kid's kids hospital gp doctor's doctors dental surgery practice court prison football boxing
    youth rugby club church mosque temple
    """
)
OWNED = r"(?:my|our|his|her|their|the|a|an|this|that|old|new|first|last|current|same)"
LEADING_NOUN = {sort: re.compile(rf"(?<!\w){OWNED} (?P<noun>{noun} )$", re.IGNORECASE) for sort, noun in NOUN.items()}


class Sorts:
    """Says what sort of organisation each is. Asks only a few of the places where one of them is named."""

    def __init__(self) -> None:
        self._asked: dict[int, int] = {}

    def of(self, raw: str, start: int, end: int, which: int) -> str:
        """Return what a span names, as far as its name or what stands beside it says."""
        asked = self._asked[which] = self._asked.get(which, 0) + 1
        if asked > ASKED:
            return ANY
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
    following = SPOKEN.match(raw[end + 1 : end + LONGEST_NOUN].lower()) if raw.startswith(" ", end) else None
    if not following or following[0] not in FIRST_OF_NOUNS:
        return None
    if CHILDREN.match(raw, end + 1):
        return CHILDRENS_HOME
    return next((sort for sort in FOLLOWING if sort != CHILDRENS_HOME and FOLLOWING[sort].match(raw, end)), None)


def _said_beside(raw: str, start: int, end: int) -> str | None:
    """Return what the nearest words of its sentence say."""
    before = _plain(BREAK.split(raw[max(0, start - NEAR) : start])[-1])
    after = _plain(BREAK.split(raw[end : end + NEAR], maxsplit=1)[0])
    said = sorted([*_spoken(before[::-1], -1), *_spoken(after, 1)], key=lambda found: found[0])
    return said[0][1] if said else None


def _plain(words: str) -> list[str]:
    return SPOKEN.findall(words.lower().replace("\u2019", "'"))


def _spoken(words: Sequence[str], step: int) -> Iterator[tuple[int, str]]:
    """Yield how far away something is said, and what it says; `step` is -1 if the words come in turned order."""
    for at, word in enumerate(words):
        pair = " ".join(words[at : at + 2][::step])
        sort = SAID.get(pair) or SAID.get(word)
        if sort:
            yield at, sort
            return
