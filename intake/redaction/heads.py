"""Where the name of an organisation begins that ends in `school`, `house`, `club`, and how far its capitals go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues, sites, wheres
from intake.redaction.kinds import FIRST, LAST, NUMBER, WORD, word_set
from intake.redaction.text import owns

if TYPE_CHECKING:
    from intake.redaction.text import Word

Found = tuple[int, int, float]  # first word, last word, score
SURE, LIKELY, UNSURE = 0.9, 0.6, 0.4
LONGEST = 6  # words in an organisation's name
FAR = 3  # words between a name and its head, where nothing has a capital
SHORT = 3  # letters
NAMED = sites.NAMESAKES - frozenset({"north", "south", "east", "west"})
NOT_OPENING = sites.GENERIC | wheres.STOPS
SCHOOLS = word_set("school academy primary secondary college hospital infants juniors nursery")
UNSAID = word_set("school college nursery")  # `got into cook school`
LEADING = sites.LEADING | {"go", "went", "joined"}
WHAT_SORT = word_set(
    "small better free real rich poor fair true sweet strong fine long short smart busy young kind grand"
)
GAPS = frozenset({" ", "' ", " & ", " + ", "&"})


def start_of(words: tuple[Word, ...], head: int) -> int:
    """Return the first word of the organisation that ends at word `head`; `head` itself if it has no name."""
    low, spoken = words[head].low, not words[head].capital
    if (spoken and low in sites.CAPITAL - sites.STRONG - sites.MEDIUM and not _is_loud(words, head)) or (
        spoken and low in {"centre", "center"} and words[head - 1].low in sites.PLAIN_CENTRES
    ):
        return head
    if spoken and low == "living" and words[head - 1].low not in {"supported", "independent"}:
        return head
    first = _walk(words, head)
    if first == head or (spoken and not _may_be_spoken(words, first, head)):
        return head
    vague = low in sites.VAGUE
    named = [word for word in words[first:head] if word.opens or _names(word)]
    if vague and not any(word.kinds != WORD or word.low in sites.NAMESAKES for word in named):
        return head
    return first


def _is_loud(words: tuple[Word, ...], head: int) -> bool:
    return head > 0 and words[head - 1].kinds & WORD == 0 and len(words[head].low) <= SHORT


def _walk(words: tuple[Word, ...], head: int) -> int:
    """Go back from a head over the words that may be of its name; return the first that names it."""
    first = at = head
    while at and head - at < LONGEST and not words[at].opens:
        last = words[at - 1]
        if words[at].gap not in GAPS and not (words[at].gap == ". " and last.low in sites.LED):
            break
        if (
            _names(last)
            or _is_family(words, at - 1, head)
            or _opens_name(words, at - 1)
            or (last.capital and first == at < head and _goes_before(words, at - 1))
        ):
            first = at - 1
        elif not (_passes(last) or _joins(words, at - 1)):
            break
        if first == head and head - at >= FAR:
            break
        at -= 1
    if first < head and first and _is_ordinal(words[first - 1]) and words[first].gap == " ":
        first -= 1
    return first


def _is_ordinal(word: Word) -> bool:
    return word.low[0].isdigit() and word.low[-2:] in {"st", "nd", "rd", "th"}


def _opens_name(words: tuple[Word, ...], i: int) -> bool:
    """Whether a capital that begins a sentence belongs to the capital after it: `Hope Cottage is shut`."""
    word = words[i]
    return word.opens and word.capital and words[i + 1].capital and word.low not in NOT_OPENING


def _goes_before(words: tuple[Word, ...], i: int) -> bool:
    """Whether a capital belongs to the capital after it: `New Wine Chapel`, `Cotton Mill foyer`."""
    return words[i].low in sites.BEFORE or (
        words[i].opens and words[i + 1].capital and words[i].low not in sites.GENERIC
    )


def _names(word: Word) -> bool:
    """Whether a word alone may name an organisation."""
    if word.low in sites.NAMESAKES:
        return True
    if word.kinds & NUMBER or word.low in sites.GENERIC or word.low in cues.TITLES:
        return False
    if word.capital or word.low.startswith("al-"):
        return not (word.opens and word.kinds & WORD)
    return not word.kinds & WORD and (word.kinds != 0 or len(word.low) > SHORT)


def _is_family(words: tuple[Word, ...], i: int, head: int) -> bool:
    """Whether a school is called as families are that are called by a word: `go to hunter high school`."""
    word, plain = words[i], i + 1 == head and words[head].low in UNSAID
    if not word.kinds & WORD or not word.kinds & (FIRST | LAST) or word.low in sites.GENERIC or plain or not i:
        return False
    led = words[i - 1].low in LEADING and word.gap == " " and word.low not in WHAT_SORT
    return led and words[head].low in SCHOOLS


def _passes(word: Word) -> bool:
    return word.low in sites.MIDDLE or word.low in sites.LAND or (word.low in sites.STRONG and word.low != "house")


def _joins(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` stands between capitals: `Bread and Roses kitchen`, `Kirk o' the Glen primary`."""
    if words[i].low not in sites.JOINERS or not i or not words[i + 1].capital:
        return words[i].low in {"o", "of"} and i > 0 and words[i - 1].capital and words[i + 1].low == "the"
    return words[i - 1].capital or (words[i - 1].low in {"o", "of"} and i > 1 and words[i - 2].capital)


def _may_be_spoken(words: tuple[Word, ...], first: int, head: int) -> bool:
    """Whether a head in lower case ends a name: not in `denise's house`, `wrote it in Kiswahili high`."""
    name, low = words[first], words[head].low
    if not name.capital and first and words[first - 1].low in sites.ANY:
        return False
    if low in sites.PERSONAL and name.kinds & FIRST and head == first + 1:
        saint = first > 0 and words[first - 1].low in sites.LED
        theirs = owns(words, first) or (name.low.endswith("s") and not name.capital)
        if theirs and not saint and name.low not in sites.NAMESAKES:
            return False
    if owns(words, head - 1) and low in {"house", "home", "room", "place"}:
        return False
    if low == "house" and words[head - 1].low in {"road", "street", "lane", "avenue"}:
        return False
    known = [word for word in words[first:head] if _names(word)]
    if low in sites.STRONG:
        return True
    return any(word.capital or word.low in NAMED or not (word.kinds & WORD or word.kinds == FIRST) for word in known)


def with_article(words: tuple[Word, ...], first: int) -> int:
    """Return where a name begins with its article: nobody can say whose `the` is part of the name."""
    return first - 1 if first and words[first - 1].low == "the" and words[first].gap == " " else first


def tail(words: tuple[Word, ...], head: int) -> int:
    """Return the last word of a name, with for whom it is and what is said more of it: `Home for Boys`."""
    head = _on_to_head(words, head)
    if head + 2 < len(words) and words[head + 1].low == "for" and words[head + 2].low in sites.FOR_WHOM:
        return head + 2 if words[head + 2].capital else head
    return head


def _on_to_head(words: tuple[Word, ...], end: int) -> int:
    """Return the last head that follows: `St Aidan's secure unit`, `The Hive community pantry`."""
    last = end
    for at in range(end + 1, min(end + FAR + 1, len(words))):
        low = words[at].low
        if words[at].gap != " ":
            break
        if (low in sites.HEADS and (words[at].capital or low in sites.ENDING)) or low in sites.FAITHS:
            last = at
        elif low not in sites.MIDDLE and low not in {"of", "c", "e", "&", "and"}:
            break
    return last


def run_of(words: tuple[Word, ...], i: int) -> int:
    """Return the last of the capitals that begin at word `i`, with the small words between them."""
    end = i
    while end + 1 < len(words) and end - i < LONGEST:
        following = words[end + 1]
        small = following.low in sites.JOINERS or following.low in {"c", "e", "ce", "rc"}
        if following.gap not in GAPS or following.kinds & NUMBER or following.low == "i":
            break
        if not (following.capital and following.low not in cues.AFTER_NAMES):
            step = 2 if end + 2 < len(words) and words[end + 2].capital and words[end + 2].gap in GAPS else 3
            beyond = end + step
            if not small or beyond >= len(words) or not words[beyond].capital or following.low in {"and", "n"}:
                break
            if step == 3 and words[end + 2].low != "the":  # noqa: PLR2004 - `of the`
                break
            end = beyond
            continue
        end += 1
    return end
