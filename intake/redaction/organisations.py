"""Schools, homes, surgeries, clubs, prisons, courts: by the word their name ends or begins with, or where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues, sites
from intake.redaction.heads import FAR, SHORT, owns, run_of, start_of, tail, with_article
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text, Word
    from storage.model import Span

SURE, LIKELY, UNSURE = 0.9, 0.6, 0.4
LONG = 6  # letters
# a word in lower case that is nothing but an everyday word is looked at only if it is one of these
SIGNS = sites.STRONG | sites.MEDIUM | sites.LED | {"form", "lady"}
AFTER_ARTICLE = sites.THE_LIKELY | {"old"}
Found = tuple[int, int, float]  # first word, last word, score


def find_organisations(text: Text) -> Iterator[Span]:
    """Yield names of organisations, and what may be one with a lower score."""
    words = text.words
    for i, word in enumerate(words):
        if word.kinds == WORD and not word.capital and word.low not in SIGNS and not _is_article(words, i):
            continue
        for first, last, score in _around(words, i):
            end = words[last].end
            owned = text.low.startswith("'s", end) and (
                score == SURE or not (words[last].kinds or words[last].low in sites.CHAINS)
            )
            yield text.span(words[first].start, end + 2 * owned, Label.ORG, score)


def _is_article(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` is `the` and the word after it no everyday one."""
    if words[i].low != "the" or i + 1 == len(words):
        return False
    following = words[i + 1]
    return following.capital or not following.kinds or following.low in AFTER_ARTICLE


def _around(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    word = words[i]
    if word.low in sites.HEADS or (word.low == "form" and i and words[i - 1].low == "sixth"):
        first = start_of(words, i)
        if first < i:
            yield with_article(words, first, i), tail(words, i), SURE
    if word.low in sites.LED and _leads(words, i):
        yield i, _led_end(words, i), SURE
    elif word.low == "lady" and i and words[i - 1].low == "our":
        yield i - 1, run_of(words, i), SURE
    elif word.low == "university" and _follows(words, i, "of"):
        yield from _of_a_place(words, i)
    if word.low == "the":
        yield from _after_article(words, i)
    elif i and word.gap == " ":
        yield from _after(words, i)
    if _is_shaped(word):
        yield i, i, LIKELY


def _follows(words: tuple[Word, ...], i: int, low: str) -> bool:
    return i + 1 < len(words) and words[i + 1].low == low and words[i + 1].gap == " "


# names that begin with a sign


def _leads(words: tuple[Word, ...], i: int) -> bool:
    """Whether `st`, `hmp`, `ysgol` begins a name here, and no street ends with it."""
    if i + 1 == len(words) or words[i + 1].gap not in {" ", ". "} or words[i + 1].low in sites.LED:
        return False
    following, low = words[i + 1], words[i].low
    if low in {"parc", "ty", "cylch", "eglwys", "meithrin"}:
        return words[i].capital and following.capital
    if low in {"ysgol", "coleg"}:
        return following.capital or following.low not in sites.GENERIC
    if low in sites.PRISONS:
        return following.capital or (following.kinds != WORD and len(following.low) > SHORT)
    if following.capital or following.low.startswith("al-"):
        return True
    after_name = i > 0 and words[i].gap == " " and (words[i - 1].capital or not words[i - 1].kinds & WORD)
    rare = not following.kinds & WORD and not following.kinds & NUMBER
    return rare and (not after_name or words[i - 1].low in cues.AT)


def _led_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a name that begins at `i`: over capitals, and in lower case over rare words."""
    end = i + 1
    if words[end].low in {"y", "yr"} and end + 1 < len(words):
        end += 1
    if words[end].capital:
        return run_of(words, end)
    while end + 1 < len(words) and end - i < FAR and words[end + 1].gap in {" ", "'s "}:
        following = words[end + 1]
        if words[i].low not in {"ysgol", "coleg"} or following.kinds & WORD or following.kinds & NUMBER:
            break
        end += 1
    return end


def _of_a_place(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """`University of Bradford`, also in lower case."""
    at = i + 2 + _follows(words, i + 1, "the")
    if at < len(words) and (words[at].capital or words[at].kinds & PLACE):
        yield i, run_of(words, at), SURE


# names without any sign, by where they stand


def _after_article(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what an article makes a name: `at the Nest`, `the limes`, `The Haven`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return
    following = words[i + 1]
    before = words[i - 1].low if i and not words[i].opens else ""
    old = following.low == "old" and i + 2 < len(words) and words[i + 2].low in sites.OLD
    if old and (words[i + 2].capital or before in sites.LEADING):
        yield i, i + 2, LIKELY
    elif following.low in sites.THE_SURE and _stands_alone(words, i + 1):
        yield i, i + 1, SURE if before or following.capital else LIKELY
    elif following.low in sites.THE_LIKELY and (following.capital or before in sites.PLACED):
        if _stands_alone(words, i + 1):
            yield i, i + 1, LIKELY if following.capital or before == "at" else UNSURE
    elif following.capital and (before in sites.AT or _is_titled(words, i)):
        yield from _titled(words, i)


def _is_titled(words: tuple[Word, ...], i: int) -> bool:
    """Whether the article has a capital of its own within a sentence."""
    return words[i].capital and not words[i].opens


def _stands_alone(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `the willows are nice`, but not `the foundry workers`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].kinds & WORD != 0 and words[i + 1].low not in cues.ROLES


def _titled(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield the capitals after an article, if they are not a body or a role that everybody has."""
    end = run_of(words, i + 1)
    run = words[i + 1 : end + 1]
    if run[0].kinds & PLACE and not run[0].kinds & WORD:
        return  # `the Hackney lot`
    if run[-1].low in sites.HEADS and len(run) > 1:
        return  # its head says enough
    plain = any(word.low in sites.GENERIC or word.low in cues.ROLES or word.low in cues.KIN for word in run)
    if not plain and len(run) <= FAR and all(len(word.low) > 1 for word in run):
        yield i, end, LIKELY if words[i - 1].low in sites.PLACED or words[i].capital else UNSURE


def _after(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what a word before makes a name: `at Stepping Stones`, `excluded from kingsmead`, `in Oak`."""
    word, last = words[i], words[i - 1]
    if word.capital and not word.opens:
        yield from _capital_after(words, i)
    elif not word.kinds and word.low.isalpha():
        if last.low == "at" and not word.low.endswith("time"):
            yield i, i, LIKELY if len(word.low) >= LONG else UNSURE
        elif i > 1 and last.low in {"from", "to", "in"} and words[i - 2].low in MOVED and len(word.low) >= LONG:
            yield i, i, LIKELY
        elif last.low in {"left", "outside"} and len(word.low) > LONG:
            yield i, i, UNSURE


MOVED = frozenset({"excluded", "expelled", "transferred", "suspended", "graduated", "discharged", "kicked", "moved"})


NOBODYS = cues.TITLES | cues.KIN | sites.CALLINGS


def _capital_after(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    word, last = words[i], words[i - 1]
    if word.low in sites.GENERIC or word.kinds & NUMBER or word.low in NOBODYS:
        return
    end = run_of(words, i)
    run = words[i : end + 1]
    several = end > i and not any(other.low in sites.GENERIC or other.kinds & FIRST for other in run)
    titled = i > 1 and words[i - 2].low in sites.TITLED
    if last.low == "at" or (several and not titled and last.low in {"by", "from", "outside", "called", "named"}):
        yield i, end, LIKELY
    elif word.low in sites.NAMESAKES and last.low in {"in", "from", "to", "on", "left"} and end == i:
        yield i, i, LIKELY
    elif (last.low in sites.IS or (last.low in sites.NOUNS and owns(words, i - 1))) and _of_an_organisation(words, i):
        yield i, end, LIKELY


def _of_an_organisation(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` says what a school or a home is called: `my old school was`, `the new home is called`."""
    before = words[max(0, i - 3) : i]
    return any(word.low in sites.NOUNS for word in before) and not words[i].opens


def _is_shaped(word: Word) -> bool:
    """Whether a rare word ends as names of houses, schools and villages do: `thornlea`, `ashcroft`."""
    if word.kinds & WORD or len(word.low) < sites.LEAST or word.low in sites.NOT_SITES:
        return False
    if word.kinds & (FIRST | LAST | PLACE):
        return word.kinds == LAST and word.low.endswith(sites.ENDS)
    return word.low.endswith(sites.ENDS) and word.low.isalpha()
