"""Where somebody's people are from, what they believe, how they live in their body: told beside what narrows it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction.background_terms import BACKGROUNDS
from intake.redaction.found import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANY = 100  # of them in one message are looked at
BEFORE, AROUND = 40, 140  # characters before it, and before and after it
RARE, COMMON = 2, 3  # how much has to stand beside it


_TERMS = {kind: tuple(" ".join(terms.split()).split(", ")) for kind, terms in BACKGROUNDS.items()}
RARE_TERMS = frozenset(chain(*(terms for kind, terms in _TERMS.items() if not kind.endswith(", common"))))
KINDS: dict[str, set[str]] = {}
for _kind, _terms in _TERMS.items():
    for _term in _terms:
        KINDS.setdefault(_term, set()).add(_kind.partition(",")[0])


def any_of(*kinds: str) -> str:
    """Return a pattern for any term of these kinds, common ones too, the longest first."""
    return _either(term for term, its in KINDS.items() if its & set(kinds))


def _either(terms: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, terms), key=len, reverse=True)) + ")"


def _by_first_word() -> dict[str, re.Pattern[str]]:
    """Return what may follow each word that a term begins with, the word too."""
    terms: dict[str, list[str]] = {}
    for term in KINDS:
        terms.setdefault(re.split(r"\W", term)[0], []).append(term)
    return {word: re.compile(rf"{_either(its)}(?![\w-])") for word, its in terms.items()}


TERMS = _by_first_word()
SIGNS = {sign: word for word in TERMS for sign in (word.removesuffix("s"), word)}  # down's syndrome


COUNTRY, LANGUAGE = any_of("countries"), any_of("languages")
TRAIT = any_of("people", "faiths", "conditions", "genders")
PERSON = (
    "(?:girl|boy|lad|lass|lassie|kid|child|bairn|wean|teen|teenager|student|pupil|person|people|family|female|male|"
    "woman|man|lady|guy|one|minor|mum|dad|parent|care leaver|yp|resident|refugee|carer|brother|sister|baby|"
    "daughter|son)s?"
)
ORIGINS = {"people", "countries", "languages", "faiths"}  # which say much the same
OF_A_PERSON = re.compile(rf" (?:(?:young|foster|care) )?{PERSON}\b| here\b")
NOT_OF_ONE = re.compile(
    r" (?:food|hair|history|bag|bin|pen|market|mould|worker|carer|month|belt|room|cab|eye|line|shirt|coat|ink|tie)s?\b"
)
IS = re.compile(
    r"(?<!\w)(?:(?:im|i am|ahm|am|i was|he is|she is|hes|shes|is|was|were|are|being|as|born|ur|r|became|came out as|he|"
    r"she)|\[(?:name|age)\],?) (?:[a-z]+ ){0,2}\Z"
)
FROM = re.compile(
    r"(?<!\w)(?:c[oa]me|comes|coming|arrived?|fled|born|im|am|is|hes|shes|are|was|girl|boy|lad|family|originally|been|"
    r"[a-z]+ian|kurdish),? (?:[a-z]+ ){0,2}(?:from|in) \Z"
)
SPEAKS = re.compile(
    r"(?<!\w)(?:speaks?|spoke|speaking|signs?|language is|tongue is|interpreted from)(?: \w+,?){0,2} \Z"
)
HAS = re.compile(
    r"(?<!\w)(?:have|has|had|got|with|wi|my|her|his|a|uses?|in a|into a|wears?|for|bought) "
    r"(?:(?:a|an|my|her|his|severe|mild|[a-z]{1,20}-[a-z]{1,20}) )?\Z"
)
GOT_A = re.compile(r"(?<!\w)(?:had|have|got) (?:a|my) (?:\[age\] (?:old )?)?\Z")
SAID_ALONE = {"cystic fibrosis", "sickle cell", "cerebral palsy", "pregnant", "transitioned", "hearing loss"}
OPENS_ASIDE, CLOSES_ASIDE = (", ", "("), (",", ".", ")", " ,", " )")
SPOKEN_OF = ((FROM, "countries"), (SPEAKS, "languages"), (HAS, "conditions"), (HAS, "faiths"))
UNIT = (
    "(?:home|house|school|college|uni|university|class|year|year group|unit|hostel|hotel|lodgings|club|team|choir|band|"
    "church|mosque|temple|gurdwara|synagogue|academy|sixth form|prison|yoi|secure|ward|wing|village|hamlet|estate|"
    "street|group|course|nursery|placement|special school|dorm)"
)
WHOSE = (
    "(?:my|our|his|her|their|this|that|same|whole|supported|childrens|kids|care|football|youth|village|special|secure)"
)
LIVES = rf"\bin a (?:[a-z]+ )?(?:kids|childrens|care|foster) home\b|\bliv(?:e|es|ed|ing) in a (?:[a-z]+ )?{UNIT}\b"
NARROWS = (
    (re.compile(rf"\b{WHOSE} (?:[a-z]+ )?{UNIT}\b|\bat the (?:home|unit|school|college|hostel)\b|{LIVES}"), 2),
    (re.compile(r"\[(?:org|address)\]"), 2),
    (re.compile(r"\b(?:village|hamlet|island|guide dog)\b"), 2),
    (re.compile(r"\b(?:at|in) an? (?:[a-z]+ ){1,5}?(?:school|college|unit|hostel)\b"), 2),
    (re.compile(r"\[(?:place|council)\]"), 1),
    (re.compile(r"\[age\]|\b(?:i was|aged|at|she was|he was) (?:1[0-9]|[a-z]+teen)\b"), 1),
    (re.compile(r"\b(?:court|tribunal|prison|hospital)\b"), 1),
)


class Told(NamedTuple):
    """A term that is said of somebody, and where it stands."""

    at: int
    term: str


def is_told(view: str, signs: Iterable[str]) -> bool:
    """Tell whether somebody's background stands beside enough to tell them from others; `signs` are of SIGNS."""
    told = tuple(islice(chain.from_iterable(_told(view, word) for word in {SIGNS[sign] for sign in signs}), MANY))
    return any(_is_narrowed(view, each, told) for each in told)


def _told(view: str, word: str) -> Iterator[Told]:
    for at in places_of(view, word):
        found = TERMS[word].match(view, at)
        if found and _is_of_somebody(view, at, found[0]):
            yield Told(at, found[0])


def _is_of_somebody(view: str, at: int, term: str) -> bool:
    kinds, start, end = KINDS[term], max(0, at - BEFORE), at + len(term)
    if term in SAID_ALONE or any(said in kinds and before.search(view, start, at) for before, said in SPOKEN_OF):
        return True
    if term in {"baby", "son", "daughter"}:
        return GOT_A.search(view, start, at) is not None
    if kinds <= {"countries", "languages"} or NOT_OF_ONE.match(view, end):
        return False
    aside = view.startswith(CLOSES_ASIDE, end) and view.endswith(OPENS_ASIDE, 0, at)
    return aside or OF_A_PERSON.match(view, end) is not None or IS.search(view, start, at) is not None


def _is_narrowed(view: str, told: Told, others: Iterable[Told]) -> bool:
    start, end = max(0, told.at - AROUND), told.at + AROUND
    kinds = {_kind_of(other.term) for other in others if start <= other.at <= end}  # two narrow one another
    narrow = len(kinds) - 1 + sum(weight for sign, weight in NARROWS if sign.search(view, start, end))
    return narrow >= (RARE if told.term in RARE_TERMS else COMMON)


def _kind_of(term: str) -> str:
    return "origins" if KINDS[term] & ORIGINS else min(KINDS[term])
