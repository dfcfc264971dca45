"""Names of organisations in everyday words without an article or a capital: `at haven`, `keystone is damp`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues, sites, towns, wheres
from intake.redaction.heads import FAR, LIKELY, run_of
from intake.redaction.kinds import NUMBER, PLACE, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.heads import Found
    from intake.redaction.text import Word

LONG = 6  # letters
CALLED = 4  # words in a name that only `called` tells
NAMESAKES = sites.NAMESAKES - wheres.AT_PLAIN
AT_PLAIN = wheres.AT_PLAIN | sites.GENERIC | cues.KIN | cues.ROLES
BEFORE_HEADS = sites.MIDDLE - wheres.STREETS
TO_NO_HEAD = wheres.STOPS | (wheres.AT_PLAIN - sites.MIDDLE - wheres.FORE)


def after_at(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield an everyday word that no article leads to after `at`, word `i`: `at haven`, but not `at night`."""
    at = i + 1
    if at == len(words) or words[at].gap != " " or words[at].capital or not words[at].low[0].isalpha():
        return
    if i and words[i].gap == " " and words[i - 1].low in wheres.NOT_BEFORE_AT:
        return
    end = _to_head(words, at)
    if end > at:
        yield at, end, LIKELY
    elif _is_bare_name(words[at]) and not (at + 1 < len(words) and words[at + 1].low in wheres.NOT_AFTER_BARE):
        yield at, at + _goes_on(words, at), LIKELY


def _is_bare_name(word: Word) -> bool:
    if word.low in NAMESAKES:
        return True
    plain = word.low in AT_PLAIN or (word.kinds and not word.kinds & WORD)
    return not plain and len(word.low) >= sites.SHORTEST and not word.low.endswith("ing")


def _goes_on(words: tuple[Word, ...], i: int) -> bool:
    """Whether the name has a second word: `little acorns`, `open door`."""
    if words[i].low not in wheres.FORE or i + 1 == len(words) or words[i + 1].gap != " ":
        return False
    return words[i + 1].low not in wheres.STOPS


def _to_head(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a name in lower case that begins at `i` and ends in a head; `i` if it does not."""
    named = False
    for at in range(i, min(i + FAR + 2, len(words))):
        word = words[at]
        if at > i and word.gap not in {" ", "'s "}:
            break
        if at > i and named and word.low in wheres.SPOKEN:
            return at
        if word.low in TO_NO_HEAD or word.kinds & NUMBER:
            break
        named = named or (word.low not in sites.GENERIC and word.low not in cues.KIN)
    return i


def called(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what stands after `called`, word `i`, where a school or a group is: `a home called hearts of oak`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return
    before = words[max(0, i - CALLED) : i]
    if words[i + 1].low in sites.GENERIC and not words[i + 1].capital:
        return  # `the home called police`
    if not any(word.low in wheres.CALLED for word in before) or any(word.low in cues.ROLES for word in before):
        return
    end = i
    while end - i < CALLED and _is_called(words, end + 1, i + 1):
        end += 1
    while end > i and words[end].low in wheres.STOPS and not words[end].capital:
        end -= 1
    if end > i:
        yield i + 1, end, LIKELY


def _is_called(words: tuple[Word, ...], i: int, first: int) -> bool:
    """Whether word `i` may belong to a name that begins at `first`: with a capital there, only capitals do."""
    if i == len(words) or words[i].gap not in {" ", "'s ", " & "} or words[i].low == "i":
        return False
    if words[i].capital or (words[i].low not in wheres.STOPS and not words[first].capital):
        return True
    joins = words[i].low in {"of", "the"} or (words[i].low == "and" and i + 1 < len(words) and words[i + 1].capital)
    return joins and i > first


def as_house(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield a word that names many a home and is said without an article: `keystone is damp`, `from hawthorn`."""
    word = words[i]
    before = words[i - 1].low if i and not word.opens else ""
    if before and (word.gap != " " or before not in wheres.BEFORE_HOUSES) and not (word.capital and "," in word.gap):
        return
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.gap != " ":
        alone = bool(before) or word.capital or following is None
    elif before or word.low not in wheres.HOUSES:
        alone = following.low in wheres.AFTER_HOUSES or (bool(before) and following.low in towns.ONWARDS)
    else:
        alone = following.low not in wheres.GROWING
    if alone and (word.low in wheres.HOUSES or (following and following.low in wheres.SHUTS)):
        yield i, i, LIKELY


def on_land(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield two words that together name many a home: `from oak bank`, `park view is shut`."""
    if i + 1 == len(words) or words[i + 1].gap != " " or words[i + 1].low not in wheres.LAND_ENDS:
        return
    if words[i].low in wheres.COMPASS or words[i + 1].capital:
        return
    low = words[i - 1].low if i and words[i].gap == " " else ""
    placed = low in wheres.BEFORE_HOUSES or (low == "of" and i > 1 and words[i - 2].low == "out")
    after = words[i + 2].low if i + 2 < len(words) and words[i + 2].gap == " " else ""
    if placed or (words[i].opens and after in wheres.AFTER_HOUSES):
        yield i, i + 1, LIKELY


def as_subject(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what a sentence begins with, where word `i` needs an article but in a name: `harmony house is shut`."""
    if not i or i + 1 == len(words) or not words[i - 1].opens or words[i].gap != " " or words[i + 1].gap != " ":
        return
    if words[i].low in wheres.COUNTABLE_TOO and words[i + 1].low in wheres.AFTER_HOUSES and _is_bare_name(words[i - 1]):
        yield i - 1, i, LIKELY


def on_street(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what is called after its street, in lower case too: `marsh lane medical centre`; word `i` is its last."""
    if words[i].low not in wheres.ON_STREETS:
        return
    at = i - 1
    while at > 0 and i - at <= FAR and words[at].low in BEFORE_HEADS and words[at + 1].gap == " ":
        at -= 1
    if at < 1 or words[at].low not in wheres.STREETS or {words[at].gap, words[at + 1].gap} != {" "}:
        return
    name = words[at - 1]
    if name.low not in wheres.STOPS and name.low not in sites.GENERIC and name.low.isalpha():
        yield at - 1, i, LIKELY


def as_capital_house(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield a word with a capital that names many a home, where a sentence says something of it: `Compass is shut`."""
    if i + 1 < len(words) and words[i].opens and words[i + 1].gap == " " and words[i + 1].low in wheres.IS_DOING:
        yield i, i, LIKELY


def numbered(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield a capital with a number, as projects are called: `Project 18`, `Number Eleven`, `to 6 Bells`."""
    if not words[i].capital or words[i].opens or i + 1 == len(words) or words[i + 1].gap != " ":
        return
    if words[i + 1].low.isdigit() or words[i + 1].low in wheres.COUNTS:
        yield i, i + 1, LIKELY


def of_doing(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield an unknown word before what places have or do: `brightpath staff`, `when does streetspace shut`."""
    there = i + 1 < len(words) and words[i + 1].gap == " " and words[i + 1].low in wheres.WHO_ARE_THERE
    if there and len(words[i].low) >= LONG and words[i].low.isalpha():
        yield i, i, LIKELY


def after_from(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what `from`, word `i`, leads to."""
    yield from _from_role(words, i)
    yield from after_into(words, i)


def after_into(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what ends in a kind of place and has no article: `from new leaf hostel`; word `i` is `from`, `to`, `in`."""
    if i + 2 < len(words) and words[i + 1].gap == " " and not words[i + 1].capital and words[i + 1].low != "free":
        end = _to_head(words, i + 1)
        if end > i + 1 and words[end].low in wheres.COUNTABLE:
            yield i + 1, end, LIKELY


def _from_role(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield where somebody is from that has a role: `my advocate from speakeasy`; word `i` is `from`."""
    if i + 1 == len(words) or words[i + 1].gap != " " or not i or words[i - 1].low not in wheres.THEY_ARE_FROM:
        return
    word = words[i + 1]
    if word.kinds & (NUMBER | PLACE) or word.low in wheres.FROM_PLAIN or not _is_bare_name(word):
        return
    end = run_of(words, i + 1) if word.capital else i + 1 + _goes_on(words, i + 1)
    yield i + 1, end, LIKELY
