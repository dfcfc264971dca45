"""Schools, homes, surgeries, clubs, prisons, courts: by the word their name ends or begins with, or where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import bare, cues, dedications, firms, site_ends, sites, standing, wheres
from intake.redaction.heads import FAR, LIKELY, SHORT, SURE, run_of, start_of, tail, with_article
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.text import owns
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.heads import Found
    from intake.redaction.text import Text, Word
    from storage.model import Span

LETTERS = 5  # the longest name in initials
GRADES = frozenset("abcde")
AFTER_YSGOL, AFTER_MASJID = frozenset({"y", "yr"}), frozenset({"al", "ul", "un", "us", "e", "an", "ar"})

LEADS = {
    "the": standing.after_article,
    "at": bare.after_at,
    "called": bare.called,
    "from": bare.after_from,
    "to": bare.after_into,
    "for": bare.after_into,
    "with": bare.after_into,
    "in": bare.after_into,
    "left": bare.after_into,
    "by": firms.made_by,
}
# a word in lower case that is nothing but an everyday word is looked at only if it is one of these
SIGNS = LEADS.keys() | {"form"} | {second for _, second in dedications.DEDICATIONS}
SIGNS |= frozenset(second for seconds in wheres.PAIRS.values() for second in seconds)
SIGNS |= firms.PARTNERS | sites.STRONG | sites.MEDIUM | sites.LED | wheres.HOUSES | sites.NAMESAKES


def find_organisations(text: Text) -> Iterator[Span]:
    """Yield names of organisations, and what may be one with a lower score."""
    words = text.words
    for i in sorted({*text.odd, *[i for i, low in enumerate(text.lows) if low in SIGNS]}):
        word = words[i]
        if not word.kinds and _is_school_in_letters(text, i):
            yield text.span(word.start, word.end, Label.ORG, LIKELY)
        if word.kinds == WORD and not word.capital and word.low not in SIGNS:
            continue
        for start, stop, score in LEADS.get(word.low, _around)(words, i):
            first, last = with_article(words, start), tail(words, stop)
            end = words[last].end
            owned = text.low.startswith("'s", end) and (
                score == SURE or not (words[last].kinds or words[last].low in sites.CHAINS)
            )
            yield text.span(words[first].start, end + 2 * owned, Label.ORG, score)


def _is_school_in_letters(text: Text, i: int) -> bool:
    """Whether a school is called by its initials: `they changed my school to LPGS`."""
    word, words = text.words[i], text.words
    initials = SHORT <= len(word.low) <= LETTERS and text.plain[word.start : word.end].isupper()
    if not initials or GRADES.issuperset(word.low):
        return False
    return any(other.low in wheres.SCHOOLISH for other in words[max(0, i - 5) : i + 5])


def _around(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    word = words[i]
    if word.low in sites.HEADS or (word.low == "form" and i and words[i - 1].low == "sixth"):
        first = start_of(words, i)
        if first < i:
            yield first, i, SURE
        else:
            yield from bare.as_subject(words, i)
            yield from bare.on_street(words, i)
    yield from _by_sign(words, i)
    yield from _by_standing(words, i)
    if word.capital and word.low in firms.WEEKDAYS:
        yield from firms.on_a_weekday(words, i)
    if _is_shaped(word) or (not word.kinds and firms.is_joined(word)):
        yield i, i, LIKELY


def _by_sign(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    """Yield what begins or ends with a word that says so: `st Bede's`, `university of Leeds`, `moss food bank`."""
    word = words[i]
    if word.low in sites.LED and _leads(words, i):
        yield i, _led_end(words, i), SURE
    elif i and word.gap == " " and (words[i - 1].low, word.low) in dedications.DEDICATIONS:
        yield i - 1, _dedicated_end(words, i), SURE
    elif word.low in firms.PARTNERS:
        yield from firms.of_partners(words, i)
    elif word.low in {"university", "uni"} and _follows(words, i, "of"):
        yield from _of_a_place(words, i)
    elif i > 1 and word.gap == " " and word.low in wheres.PAIRS.get(words[i - 1].low, ()):
        first = start_of(words, i - 1)
        if first < i - 1:
            yield first, i, SURE


def _by_standing(words: tuple[Word, ...], i: int) -> Iterator[Found]:
    word = words[i]
    if i and word.gap == " ":
        yield from standing.after(words, i)
        yield from standing.of_owner(words, i)
        if word.capital and word.kinds & PLACE and not word.kinds & WORD and words[i - 1].capital:
            yield from firms.of_a_town(words, i)
    elif word.gap == " & " and word.capital:
        yield from firms.of_two(words, i)
    elif i and word.gap in {" (", ", "}:
        yield from standing.of_noun(words, i)
    if word.low in sites.NAMESAKES or word.low in wheres.HOUSES:
        yield from bare.as_house(words, i)
        yield from bare.on_land(words, i)
        if word.capital:
            yield from bare.as_capital_house(words, i)
    elif word.low in wheres.NUMBERED:
        yield from bare.numbered(words, i)
    elif not word.kinds & (WORD | FIRST | PLACE):
        yield from bare.on_land(words, i)
        if not word.kinds:
            yield from bare.of_doing(words, i)


def _follows(words: tuple[Word, ...], i: int, low: str) -> bool:
    return i + 1 < len(words) and words[i + 1].low == low and words[i + 1].gap == " "


# names that begin with a sign


def _leads(words: tuple[Word, ...], i: int) -> bool:  # noqa: PLR0911 - one return a rule, in their order
    """Whether `st`, `hmp`, `ysgol` begins a name here, and no street ends with it."""
    if i + 1 == len(words) or words[i + 1].gap not in {" ", ". "}:
        return False
    following, low = words[i + 1], words[i].low
    if following.low in sites.LED:
        return low in sites.PRISONS and following.low not in sites.PRISONS
    if low in dedications.DEDICATED:
        return _is_dedicated(words, i)
    if low in sites.LED_IN_CAPITALS:
        loud = words[i].capital or len(low) <= SHORT + 1  # an abbreviation
        return loud and following.capital and following.low not in sites.GENERIC
    if low in {"ysgol", "coleg"}:
        return following.capital or following.low not in sites.GENERIC
    if low in sites.PRISONS:
        return following.capital or (following.kinds != WORD and len(following.low) > SHORT)
    if following.capital or following.low.startswith("al-") or (low == "masjid" and following.low in AFTER_MASJID):
        return True
    after_name = i > 0 and words[i].gap == " " and (words[i - 1].capital or not words[i - 1].kinds & WORD)
    if (
        low == "st"
        and following.low not in wheres.STOPS
        and (words[i].opens or words[i - 1].low in wheres.BEFORE_HOUSES)
    ):
        return not following.kinds & NUMBER
    rare = not following.kinds & WORD and not following.kinds & NUMBER
    return rare and (not after_name or words[i - 1].low in cues.AT)


def _dedicated_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of `Our Lady and St Brendan's`."""
    end = run_of(words, i)
    if end + 3 < len(words) and words[end + 1].low in {"and", "n"} and words[end + 2].low in sites.LED:
        return _led_end(words, end + 2)
    return end


def _is_dedicated(words: tuple[Word, ...], i: int) -> bool:
    """Whether a title begins the name of a school: `at Lady Lumley`, `better than bishop barr`."""
    following = words[i + 1]
    if following.low in sites.GENERIC or following.kinds & NUMBER:
        return False
    if not i or words[i].opens:  # `King Alfred's gave me a laptop`
        after = words[i + 2].low if i + 2 < len(words) and owns(words, i + 1) else ""
        return following.capital and after in wheres.AFTER_HOUSES
    where = words[i - 1].low in wheres.BEFORE_NAMESAKES or words[i - 1].low in {"at", "school", "called", "was"}
    return where and (following.capital if words[i].capital else not following.kinds & WORD)


def _led_end(words: tuple[Word, ...], i: int) -> int:
    """Return the last word of a name that begins at `i`: over capitals, and in lower case over rare words."""
    end = i + 1
    if words[end].low in AFTER_YSGOL | AFTER_MASJID and end + 1 < len(words):
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


def _is_shaped(word: Word) -> bool:
    """Whether a rare word ends as names of houses, schools and villages do: `thornlea`, `ashcroft`."""
    if word.kinds & WORD or len(word.low) < site_ends.LEAST or word.low in site_ends.NOT_SITES:
        return False
    if word.kinds & (FIRST | LAST | PLACE):
        return word.kinds == LAST and word.low.endswith(site_ends.ENDS)
    return word.low.endswith(site_ends.ENDS) and word.low.isalpha()
