"""People who are called like a country, a brand or a chain: what stays readable elsewhere is their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, NUMBER, PLACE, WORD
from intake.redaction.names import NAMES

if TYPE_CHECKING:
    from intake.redaction.text import Word

PEOPLE = cues.KIN | cues.ROLES


def is_namesake(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i`, known as something else, names somebody: `Mr Ireland`, `Jon French`, `my worker Asia`."""
    word, last = words[i], words[i - 1]
    if not i or not word.kinds & NAMES:
        return False
    shown = word.capital or not word.kinds & WORD
    if last.low in PEOPLE and last.low not in cues.TITLES:
        return _is_of_kin(words, i) or (shown and _is_called(words, i))
    if word.gap not in {" ", ". "}:
        return shown and (_signs(words, i) or _is_called(words, i))
    if last.low in cues.TITLES and (last.capital or last.low not in {"miss", "sir"}):
        return shown
    return shown and (_follows(word, last) or _is_called(words, i) or _signs(words, i))


def _follows(word: Word, last: Word) -> bool:
    """Whether a first name stands before it: `Jon Ireland`, though not `will Ireland`."""
    first = last.kinds & FIRST and (not last.kinds & WORD or (last.capital and not last.opens))
    return bool(first) and word.gap == " " and (word.capital or not word.kinds & PLACE)


def _is_of_kin(words: tuple[Word, ...], i: int) -> bool:
    """Whether it is whom `my brother` or `my support worker` stands before, or one who has an age."""
    word = words[i]
    mine = any(words[k].low in cues.BELONGING for k in range(max(0, i - 3), i - 1))
    if not mine or word.gap not in {" ", ", "}:
        return False
    aged = i + 1 < len(words) and words[i + 1].kinds == NUMBER and words[i + 1].gap in {" (", ", "}
    if aged and (word.capital or not word.kinds & WORD):
        return True
    return word.capital and word.gap == " " and word.kinds & FIRST > 0


def _is_called(words: tuple[Word, ...], i: int) -> bool:
    """Whether somebody is said to be called so: `her name is X`, `my worker is called X`, not `an app called X`."""
    if i < 2 or words[i].gap not in {" ", ": "}:  # noqa: PLR2004 - two words say so
        return False
    one, other = words[i - 2].low, words[i - 1].low
    before = words[i - 3].low if i > 2 else ""  # noqa: PLR2004 - the word before these
    if other in {"called", "named"}:
        return one in PEOPLE or (one in cues.BE and before in PEOPLE)
    if other in {"name", "names"}:
        return one in cues.BELONGING
    whose = before in cues.BELONGING or before.rstrip("s") in PEOPLE
    return (one, other) in cues.INTRODUCING and (whose or one not in {"name", "names"})


def _signs(words: tuple[Word, ...], i: int) -> bool:
    """Whether a first name ends a message after `love` or `thanks`, which is a line or a sentence of its own."""
    last = i + 1 == len(words) and words[i].capital and words[i].kinds & FIRST
    return bool(last) and words[i - 1].low in cues.CLOSING and ("\n" in words[i].gap or words[i - 1].opens)
