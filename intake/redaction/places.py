"""Towns, areas, estates and the places in councils' names. Countries and regions stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD, word_set
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
# towns that are seldom said as the word they are too
MOSTLY = word_set(
    """
    york slough kent bedford hull poole perth dover stirling hove wigan stoke redding walton upton barrow skye wells
    """
)
# words that stand after `in` and `from` without an article too, and are no town there
PLAIN = word_set(
    """
    banks barley beer bow bowling bridge chipping church cooling cove docking downside eye forth grain grove hay healing
    heather hill hope hose loans locking march mark moss pant par plains pool quarter rake ridge rock rode sandwich
    sharpness staffs steep stock street sway toft tumble valley walker wall wing wool worth battle
    """
)
# these are done as well: `sent to settle`, `in order to bury`
VERBS = word_set("bury deal settle battle bath bow sway hook rake stock pool ford ham fleet eye sandwich stone reading")
MOVING = word_set(
    """
    live lives lived living move moves moved moving go goes going went gone send sent put placed placing place came come
    coming back bus buses train trains coach taxi lift way drive drove driven travel travelled stay stayed staying born
    grew based house housed rehoused shipped dumped carted sw auntie nan dad mum carer carers carers' family council
    school station flat run ran ride journey miles moves relocated transferred trip home
    """
)
# before `in reading`, `in stone` these mean the word
SAID = word_set(
    """
    set written carved cast good bad better best worse behind interested level grade help struggling confident
    progress lesson lessons
    """
)
# a town may stand before these without a comma
ONWARDS = word_set(
    """
    so and n but now cos coz cause because where with wi when till til then for me i im on is was were isnt wasnt which
    who that at by near after before again since yet still too as if like all this last next just not than via from to
    in it he she they we u you my our theres has had have wont cant would will never or & atm rn rather thats its
    """
)
# a team is no place: `Everton fan`, `watch Everton`
TEAM_AFTER = word_set("fan fans shirt shirts kit match game supporter supporters scarf till away badge season goal")
TEAM_BEFORE = word_set("watch watching watched support supports supporting supported")
TOWN = word_set("town city village island seaside coast miles far hour hours")
HERE = word_set("station market magistrates hospital")
APART = frozenset({", ", ". ", "/", ",", " / ", "\n", " - ", ".", "... "})
FAR = 4  # words back to what says that somebody moved


def find_places(places: Phrases) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of places by list and by the words around them."""

    def find(text: Text) -> Iterator[Span]:
        words = text.words
        for start, end in find_phrases(text.lows, places):
            yield text.span(words[start].start, words[end - 1].end, Label.PLACE, SURE)
        scores = {i: score for i, word in enumerate(words) if _may_be(word) and (score := _place(words, i))}
        if scores:
            _enumerate(words, scores)
        for i, score in scores.items():
            yield text.span(words[_start_of(words, i)].start, _end_of(words, i), Label.PLACE, score)

    return find


def _may_be(word: Word) -> bool:
    return word.kinds & (PLACE | WORD) != WORD or word.low == "estate"


def _start_of(words: tuple[Word, ...], i: int) -> int:
    """Return the first word of a place; an estate begins with its name."""
    start = i
    while words[i].low == "estate" and start and i - start < SHORT and words[start].gap == " ":
        if not _names_estate(words[start - 1]):
            break
        start -= 1
    return start


def _end_of(words: tuple[Word, ...], i: int) -> int:
    """Return where a place ends, with a capital that belongs to it: `Whalley Range`."""
    if i + 1 == len(words) or not words[i].capital or words[i].kinds & WORD:
        return words[i].end
    following = words[i + 1]
    part = following.gap == " " and following.capital and following.kinds & WORD and len(following.low) > SHORT
    return following.end if part and following.low not in cues.AFTER_NAMES else words[i].end


def _place(words: tuple[Word, ...], i: int) -> float:
    word = words[i]
    if word.low == "estate":
        return LIKELY if i and word.gap == " " and _names_estate(words[i - 1]) else 0.0
    before = words[i - 1].low if i and not word.opens and word.gap == " " else ""
    council = i + 1 < len(words) and words[i + 1].low in cues.COUNCIL and words[i + 1].gap == " "
    if word.kinds & PLACE:
        return 0.0 if _is_team(words, i, before) else _listed(words, i, before, council=council)
    if not word.kinds and not word.capital and before in cues.FROM and len(word.low) > SHORT:
        lived = i > 1 and words[i - 2].low in cues.LIVING and (before != "to" or _moved(words, i))
        return LIKELY if lived and _ends_here(words, i) else UNSURE
    if word.kinds & WORD or not word.capital or word.kinds & NUMBER:
        return 0.0
    if before in cues.FROM or (council and words[i + 1].low in {"council", "borough"}):
        return LIKELY + 0.05 if not word.kinds & (FIRST | LAST) else LIKELY
    return 0.0


def _names_estate(word: Word) -> bool:
    """Whether an estate may be called so: `the Aylesbury estate`, but not `our council estate`."""
    if word.kinds & NUMBER:
        return False
    return bool(word.kinds & PLACE) or not word.kinds & WORD or (word.capital and not word.opens)


def _is_team(words: tuple[Word, ...], i: int, before: str) -> bool:
    """Whether a football club is meant: `a Newcastle fan`, `takes me to watch Everton`."""
    after = words[i + 1].low if i + 1 < len(words) and words[i + 1].gap == " " else ""
    return before in TEAM_BEFORE or (after in TEAM_AFTER and before not in cues.IN)


def _listed(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> float:
    """Weigh a word of the list: surely, if it is nothing else."""
    word = words[i]
    if not word.kinds & WORD:
        led = council or before in cues.IN
        return 0.0 if word.kinds & FIRST and not led else SURE
    if word.low in MOSTLY and not word.kinds & FIRST:
        other = not before and i + 1 < len(words) and words[i + 1].low in {"of", "it", "off"}  # `slough it off`
        return 0.0 if other else LIKELY
    if word.capital and not word.opens and _is_capital_place(words, i, before, council=council):
        return LIKELY
    if _is_spoken_of(words, i):
        return LIKELY
    return _spoken(words, i, before) if word.low not in PLAIN else 0.0


def _is_capital_place(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> bool:
    """Whether a word with a capital within a sentence is a town: `in Bath`, but not `in March`."""
    if words[i].low in cues.SEASONS:
        return council or (before in {"in", "to", "from"} and _moved(words, i) and before != "in")
    subject = i > 1 and words[i - 2].low in SAID
    return council or before in {"go", "fae", "z"} or (before in cues.IN and not subject)


def _spoken(words: tuple[Word, ...], i: int, before: str) -> float:
    """Weigh a town that is a word, in lower case: bare after `in` it is a town, after `to` if somebody goes there."""
    if len(words[i].low) <= 2 or before not in {"in", "to", "from", "near", "outside", "fae"}:  # noqa: PLR2004
        return 0.0
    if not _ends_here(words, i) or (i > 1 and words[i - 2].low in SAID):
        return UNSURE if _moved(words, i) else 0.0
    if before != "to":
        return LIKELY if before != "from" or _moved(words, i) or words[i - 2].low in FROM_THERE else UNSURE
    doing = words[i].low in VERBS and i + 1 < len(words) and words[i + 1].gap == " " and words[i + 1].low in OBJECTS
    return LIKELY if _moved(words, i) and not doing else 0.0


FROM_THERE = word_set("im i'm is was are were shes hes she's he's they're theyre people someone originally lad girl")
OBJECTS = word_set("my with the a it its in him her up this that for me all our your them us at an and n")


def _moved(words: tuple[Word, ...], i: int) -> bool:
    """Whether somebody lives, goes or was sent where word `i` stands: `they moved me all the way to`."""
    return any(word.low in MOVING for word in words[max(0, i - FAR) : i - 1])


def _is_spoken_of(words: tuple[Word, ...], i: int) -> bool:
    """Whether a sentence speaks of a town: `Street is a real town`, `Bury market`."""
    if not words[i].opens or i + 1 == len(words) or words[i + 1].gap != " ":
        return False
    following = words[i + 1].low
    if following in {"is", "was", "isnt", "isn't"}:
        return any(word.low in TOWN for word in words[i + 2 : i + 2 + FAR])
    return following in HERE and words[i].capital


def _ends_here(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `moving to reading so`, not `moved to battle lines`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].low in ONWARDS or words[i + 1].low[0].isdigit()


def _enumerate(words: tuple[Word, ...], scores: dict[int, float]) -> None:
    """Add the towns that stand in a list with others: `hook. fleet. basingstoke. slough`."""
    for i in (*range(len(words)), *range(len(words) - 1, -1, -1)):
        if i in scores or not words[i].kinds & PLACE:
            continue
        left = i - 1 in scores and words[i].gap in APART and (i + 1 == len(words) or words[i + 1].gap != " ")
        right = i + 1 in scores and words[i + 1].gap in APART and (words[i].opens or words[i].gap != " ")
        if left or right:
            scores[i] = LIKELY
