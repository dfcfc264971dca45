"""Names of organisations by where their capital or their article stands: `at Stepping Stones`, `the limes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues, sites, wheres
from intake.redaction.bare import AT_PLAIN
from intake.redaction.heads import FAR, LIKELY, SURE, UNSURE, run_of
from intake.redaction.kinds import FIRST, NUMBER, PLACE, WORD
from intake.redaction.text import owns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.heads import Found
    from intake.redaction.text import Word

LONG = 6  # letters
SHORT = 4


def after_article(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what an article makes a name: `at the Nest`, `the limes`, `The Haven`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return
    following = words[i + 1]
    if following.kinds == WORD and not following.capital and following.low not in AFTER_ARTICLE:
        return
    before = words[i - 1].low if i and not words[i].opens else ""
    old = following.low == "old" and i + 2 < len(words) and words[i + 2].low in sites.OLD
    if old and (words[i + 2].capital or before in sites.LEADING):
        yield i, i + 2, LIKELY
    elif following.low in sites.THE_SURE and _stands_alone(words, i + 1):
        yield i, i + 1, SURE if before or following.capital else LIKELY
    elif following.low in sites.THE_LIKELY and (following.capital or before in sites.PLACED):
        if _stands_alone(words, i + 1):
            yield i, i + 1, LIKELY if following.capital or before == "at" else UNSURE
    elif following.capital and following.low in sites.THE_CAPITAL and _stands_alone(words, i + 1):
        yield i, i + 1, LIKELY
    elif following.capital and (before in wheres.AT_SEVERAL or _is_titled(words, i)):
        yield from _titled(words, i, several=before not in sites.AT and not _is_titled(words, i))


def _is_titled(words: tuple[Word, ...], i: int) -> bool:
    """Whether the article has a capital of its own within a sentence."""
    return words[i].capital and not words[i].opens


def _stands_alone(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `the willows are nice`, but not `the foundry workers`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].kinds & WORD != 0 and words[i + 1].low not in cues.ROLES


def _titled(words: tuple[Word, ...], i: int, *, several: bool) -> Iterator[Found]:
    """Yield the capitals after an article, if they are not a body or a role that everybody has."""
    end = run_of(words, i + 1)
    run = words[i + 1 : end + 1]
    if several and len(run) == 1:
        return
    if run[0].kinds & PLACE and not run[0].kinds & WORD:
        return  # `the Hackney lot`
    if run[-1].low in sites.HEADS and len(run) > 1:
        return  # its head says enough
    named = run[1:] if len(run) > 1 and run[0].low in sites.BEFORE else run  # `The Old Fire Station`
    plain = any(word.low in sites.GENERIC or word.low in cues.ROLES or word.low in cues.KIN for word in named)
    if not plain and len(run) <= FAR and all(len(word.low) > 1 for word in run):
        rare = not run[0].kinds & WORD or len(run) > 1
        yield i, end, LIKELY if words[i - 1].low in sites.PLACED or words[i].capital or rare else UNSURE


def after(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what a word before makes a name: `at Stepping Stones`, `excluded from kingsmead`, `in Oak`."""
    word, last = words[i], words[i - 1]
    if word.capital and not word.opens:
        yield from _capital_after(words, i)
    elif not word.kinds and word.low.isalpha():
        if last.low == "at" and not word.low.endswith("time"):
            yield i, i, LIKELY if len(word.low) >= SHORT else UNSURE
        elif i > 1 and (last.low, words[i - 2].low) in OUT_OF and len(word.low) >= LONG:
            yield i, i, LIKELY
        elif last.low in {"left", "outside"} and len(word.low) > LONG:
            yield i, i, UNSURE
    elif last.low in {"is", "was"} and word.low in sites.NAMESAKES and _of_an_organisation(words, i):
        yield i, i, LIKELY


MOVED = frozenset({"excluded", "expelled", "transferred", "suspended", "graduated", "discharged", "kicked", "moved"})
OUT_OF = frozenset({("of", "out")} | {(last, moved) for last in ("from", "to", "in") for moved in MOVED})
AFTER_ARTICLE = sites.THE_LIKELY | {"old"}
NOBODYS = cues.TITLES | cues.KIN | sites.CALLINGS
NOT_BESIDE = sites.GENERIC | NOBODYS | wheres.STOPS
NOT_OWNERS = sites.CHAINS | cues.KIN | cues.SEASONS | sites.GENERIC


def _capital_after(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    word, last = words[i], words[i - 1]
    if word.low in sites.GENERIC or word.kinds & NUMBER or word.low in NOBODYS:
        return
    end = run_of(words, i)
    run = words[i : end + 1]
    known = any(other.low in sites.GENERIC or other.low in wheres.STOPS for other in run)
    several = end > i and not known and (end > i + 1 or not any(other.kinds & FIRST for other in run))
    titled = any(other.low in sites.TITLED for other in words[max(0, i - FAR) : i])
    if (last.low == "at" and (end > i or word.low not in wheres.SUBJECTS)) or (
        several and not titled and last.low in wheres.BEFORE_SEVERAL
    ):
        yield i, end, LIKELY
    elif end == i and (_is_namesake(words, i) or (last.low in wheres.INTO and not titled and _is_bare_capital(word))):
        yield i, i, LIKELY
    elif (last.low in sites.IS or (last.low in sites.NOUNS and owns(words, i - 1))) and _of_an_organisation(words, i):
        yield i, end, LIKELY
    elif several and not titled:
        yield i, end, UNSURE


def _is_namesake(words: tuple[Word, ...], i: int) -> bool:
    return words[i].low in sites.NAMESAKES and words[i - 1].low in wheres.BEFORE_NAMESAKES


def _is_bare_capital(word: Word) -> bool:
    """Whether a word with a capital is an everyday word, but no month or subject: `in Chapel they take phones`."""
    plain = word.low in wheres.SUBJECTS or word.low in AT_PLAIN or word.low in cues.SEASONS or word.low in cues.ROLES
    everyday = bool(word.kinds & WORD) and not word.kinds & (FIRST | PLACE)
    return everyday and not plain and len(word.low) > 2  # noqa: PLR2004


def of_noun(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what is put beside a kind of place: `at college (Westking)`, `the dentist, Smile`."""
    word = words[i]
    plain = word.low in NOT_BESIDE or bool(word.kinds & FIRST) or len(word.low) == 1
    if words[i - 1].low in wheres.IS_CALLED and word.capital and not word.opens and not plain:
        yield i, run_of(words, i), LIKELY


def of_owner(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what is called after its owner alone: `sacked from Gino's cos`."""
    word = words[i]
    at = i - 2 if i > 1 and words[i - 1].low in cues.TITLES else i - 1
    if words[at].low not in wheres.BEFORE_OWNERS or word.low in NOT_OWNERS:
        return
    if word.opens or (word.kinds == WORD and not word.capital) or i + 1 == len(words) or not owns(words, i):
        return
    yield at + 1, i, SURE


def _of_an_organisation(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` says what a school or a home is called: `my old school was`, `the new home is called`."""
    before = words[max(0, i - 3) : i]
    return any(word.low in wheres.IS_CALLED for word in before) and not words[i].opens
