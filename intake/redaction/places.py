"""Towns, areas, estates and the places in councils' names. Countries and regions stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues, sites, towns
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.organisations import find_organisations
from intake.redaction.phrases import find_phrases
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.lexicon import Phrases
    from intake.redaction.text import Text, Word
    from storage.model import Span

__all__ = ["find_organisations", "find_places"]

SURE, LIKELY, UNSURE = 0.9, 0.6, 0.4
SHORT = 3  # letters
EITHER = PLACE | WORD
APART = frozenset({", ", ". ", "/", ",", " / ", "\n", " - ", ".", "... "})
FAR = 4  # words back to what says that somebody moved


def find_places(places: Phrases) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of places by list and by the words around them."""

    def find(text: Text) -> Iterator[Span]:
        words = text.words
        for start, end in find_phrases(text.lows, places):
            yield text.span(words[start].start, words[end - 1].end, Label.PLACE, SURE)
        scores: dict[int, float] = {}
        for i in text.odd:
            score = _place(words, i)
            if score:
                scores[i] = score
        if scores:
            _enumerate(words, scores)
        for i, score in scores.items():
            yield text.span(words[_start_of(words, i)].start, _end_of(words, i), Label.PLACE, score)

    return find


def _start_of(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of a place; the name of an estate begins with its first capital."""
    start = i
    while _is_estate(words, i) and words[start].capital and not words[start].opens and i - start < SHORT:
        if not words[start - 1].capital or words[start].gap != " ":
            break
        start -= 1
    return start - (_is_estate(words, i) and start > 0 and words[start - 1].low == "the" and words[start].gap == " ")


def _end_of(words: tuple[Word, ...], i: int) -> int:
    """Return where a place ends, with a capital or an estate that belongs to it: `Whalley Range`."""
    street = i + 1 < len(words) and words[i + 1].low in towns.STREETS and words[i + 1].gap == " "
    if _is_estate(words, i) or (street and not words[i].kinds & WORD):
        return words[i + 1].end
    if i + 1 == len(words) or not words[i].capital or words[i].kinds & WORD:
        return words[i].end
    end, longest = i, SHORT if words[i].kinds & PLACE else 1
    while end + 1 < len(words) and end - i < longest and words[end + 1].gap == " " and _goes_on(words[end + 1]):
        end += 1
    return words[end].end


def _goes_on(word: Word) -> bool:
    """Whether a word with a capital belongs to the place before it: `Whalley Range`, `Lambeth Songworks`."""
    part = word.capital and (word.kinds & WORD or not word.kinds) and len(word.low) > SHORT
    return bool(part) and word.low not in cues.AFTER_NAMES and word.low not in sites.GENERIC - sites.MIDDLE


def _place(words: tuple[Word, ...], i: int) -> float:  # noqa: PLR0911 - one return a rule, in their order
    word = words[i]
    if not word.capital and word.kinds & EITHER == 0 and word.kinds & ~LAST:
        return 0.0
    if _is_estate(words, i):
        return LIKELY
    before = words[i - 1].low if i and not word.opens and word.gap == " " else ""
    if word.kinds & PLACE:
        return 0.0 if _is_team(words, i, before) else _listed(words, i, before, council=_has_council(words, i))
    bare = not word.capital and not word.kinds & ~LAST and word.low not in cues.KIN
    if bare and before in cues.FROM and len(word.low) > SHORT:
        return LIKELY if i > 1 and _is_there(words, i, before) and _ends_here(words, i) else UNSURE
    if word.kinds & WORD or not word.capital or word.kinds & NUMBER:
        return 0.0
    if before in cues.FROM or (_has_council(words, i) and words[i + 1].low in {"council", "borough"}):
        return LIKELY + 0.05 if not word.kinds & (FIRST | LAST) else LIKELY
    return 0.0


def _is_there(words: tuple[Word, ...], i: int, before: str) -> bool:
    """Whether somebody is or goes where no list knows: a hamlet, or one that is called as a family is."""
    if before == "from" and words[i - 2].low in towns.FROM_THERE:
        return True
    return words[i - 2].low in cues.LIVING and (before != "to" or _moved(words, i))


def _has_council(words: tuple[Word, ...], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].low in cues.COUNCIL and words[i + 1].gap == " "


def _is_estate(words: tuple[Word, ...], i: int) -> bool:
    """Whether an estate is called by word `i`: `the Aylesbury estate`, but not `our council estate`."""
    if i + 1 == len(words) or words[i + 1].low != "estate" or words[i + 1].gap != " ":
        return False
    word = words[i]
    if word.kinds & NUMBER:
        return False
    return bool(word.kinds & PLACE) or not word.kinds & WORD or (word.capital and not word.opens)


def _is_team(words: tuple[Word, ...], i: int, before: str) -> bool:
    """Whether a football club is meant: `a Newcastle fan`, `takes me to watch Everton`."""
    after = words[i + 1].low if i + 1 < len(words) and words[i + 1].gap == " " else ""
    forever = after == "till" and i + 2 < len(words) and words[i + 2].low == "i"
    cheered = before in towns.TEAM_BEFORE or (before == "support" and i > 1 and words[i - 2].low in {"i", "we", "they"})
    return cheered or forever or (after in towns.TEAM_AFTER and before not in cues.IN)


def _listed(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> float:
    """Weigh a word of the list: surely, if it is nothing else."""
    word = words[i]
    if not word.kinds & WORD:
        led = council or before in cues.IN
        return 0.0 if word.kinds & FIRST and not led else SURE
    if word.low in towns.MOSTLY and not word.kinds & FIRST:
        loose = not before or (before == "the" and not word.capital)  # `slough it off`, `the hull of a ship`
        other = loose and i + 1 < len(words) and words[i + 1].low in {"of", "it", "off"}
        return 0.0 if other else LIKELY
    if word.capital and not word.opens and _is_capital_place(words, i, before, council=council):
        return LIKELY
    if _is_spoken_of(words, i):
        return LIKELY
    return _spoken(words, i, before) if word.low not in towns.PLAIN else 0.0


def _is_capital_place(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> bool:
    """Whether a word with a capital within a sentence is a town: `in Bath`, but not `in March`."""
    if words[i].low in cues.SEASONS:
        return council or (before in {"in", "to", "from"} and _moved(words, i) and before != "in")
    subject = i > 1 and words[i - 2].low in towns.SAID
    return council or before in {"go", "fae", "z"} or (before in cues.IN and not subject)


def _spoken(words: tuple[Word, ...], i: int, before: str) -> float:
    """Weigh a town that is a word, in lower case: bare after `in` it is a town, after `to` if somebody goes there."""
    if len(words[i].low) <= 2 or before not in {"in", "to", "from", "near", "outside", "fae"}:  # noqa: PLR2004
        return 0.0
    if not _ends_here(words, i) or (i > 1 and words[i - 2].low in towns.SAID):
        return UNSURE if _moved(words, i) else 0.0
    if before == "to":
        return LIKELY if _moved(words, i) and not _is_done(words, i) else 0.0
    there = before != "from" or _moved(words, i) or (i > 1 and words[i - 2].low in towns.FROM_THERE)
    return LIKELY if there else UNSURE


def _is_done(words: tuple[Word, ...], i: int) -> bool:
    """Whether the word is what somebody does: `went to bury my nan`."""
    if words[i].low not in towns.VERBS or i + 1 == len(words) or words[i + 1].gap != " ":
        return False
    return words[i + 1].low in towns.OBJECTS


def _moved(words: tuple[Word, ...], i: int) -> bool:
    """Whether somebody lives, goes or was sent where word `i` stands: `they moved me all the way to`."""
    return any(word.low in towns.MOVING for word in words[max(0, i - FAR) : i - 1])


def _is_spoken_of(words: tuple[Word, ...], i: int) -> bool:
    """Whether a sentence speaks of a town: `Street is a real town`, `Bury market`."""
    if not words[i].opens or i + 1 == len(words) or words[i + 1].gap != " ":
        return False
    following = words[i + 1].low
    if following in {"is", "was", "isnt", "isn't"}:
        return any(word.low in towns.TOWN for word in words[i + 2 : i + 2 + FAR])
    return following in towns.HERE and words[i].capital


def _ends_here(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `moving to reading so`, not `moved to battle lines`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].low in towns.ONWARDS or words[i + 1].low[0].isdigit()


def _enumerate(words: tuple[Word, ...], scores: dict[int, float]) -> None:
    """Add the towns that stand in a list with others: `hook. fleet. basingstoke. slough`."""
    for i in (*range(len(words)), *range(len(words) - 1, -1, -1)):
        if i in scores or not words[i].kinds & PLACE:
            continue
        left = i - 1 in scores and words[i].gap in APART and (i + 1 == len(words) or words[i + 1].gap != " ")
        right = i + 1 in scores and words[i + 1].gap in APART and (words[i].opens or words[i].gap != " ")
        if left or right:
            scores[i] = LIKELY
