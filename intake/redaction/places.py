"""Towns, areas and councils, and organisations by the word they end in. Countries and regions stay readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction import cues
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD, word_set
from intake.redaction.phrases import find_phrases
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.redaction.lexicon import Phrases
    from intake.redaction.text import Text, Word
    from storage.model import Span

SURE, LIKELY, UNSURE = 0.9, 0.6, 0.4
SHORT = 3  # letters

HEADS = word_set(
    """
    school academy college primary surgery lodge house court centre center nursery preschool playgroup hospice
    hospital clinic infirmary church mosque masjid gurdwara mandir synagogue chapel cathedral trust project
    hostel foyer manor grange villa hall view high juniors infants university fc afc rfc united rovers athletic
    town harriers bakery cafe café dental practice pharmacy fostering care homes home ltd limited llp gym unit
    prison yoi pru library lodgings farm garage stables theatre studios salon barbers nails restaurant takeaway
    kitchen hotel inn arms institute foundation association charity group services solicitors law scouts guides
    cadets youth opticians dentist dentists vets shelter refuge park gate rise mount cottage farmhouse place
    close wing ward heights tower towers boxing abc swimmers runners netball
    """
)
# heads that say an organisation also in lower case
SURE_HEADS = word_set(
    """
    school academy college primary surgery lodge nursery hospice hospital clinic infirmary church mosque masjid
    gurdwara hostel foyer manor grange house court hall centre project fostering harriers bakery dental pharmacy
    university high fc yoi farm preschool
    """
)
# after everyday words these are a title and no name: `Health and Social Care`
VAGUE = word_set("care services group association home homes youth law kitchen unit charity support trust foundation")
MIDDLE = word_set(
    """
    community primary junior infant sixth form high secondary grammar comprehensive catholic rc ce cofe c e
    special day family youth county crown magistrates magistrate medical health dental children's childrens
    children young boys girls boys' care nursing residential contact leisure sports sport boxing football rugby
    swimming athletics art arts training resource support learning education further technical university al
    international islamic of the and for
    """
)
GENERIC = MIDDLE | word_set(
    """
    my your his her our their this that a an any no new old same local every each another other last first next
    main whole foster group school semi supported temporary emergency secure full open council state private
    public good bad job job's drop-in respite assessment safe detention custody mother baby hall upper lower
    virtual village town city us them in at from to by near with on is was it's its i'm i we he she they you me
    """
)
LONGEST = 6  # words in an organisation's name
LED = word_set("hmp yoi hmyoi st saint ysgol masjid st.")


def find_places(places: Phrases) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of places by list and by the words around them."""

    def find(text: Text) -> Iterator[Span]:
        words = text.words
        for start, end in find_phrases(text.lows, places):
            yield text.span(words[start].start, words[end - 1].end, Label.PLACE, SURE)
        for i, word in enumerate(words):
            score = _place(words, i) if word.kinds & (PLACE | WORD) != WORD else 0.0
            if score:
                yield text.span(word.start, _end_of(words, i), Label.PLACE, score)

    return find


def _end_of(words: tuple[Word, ...], i: int) -> int:
    """Return where a place ends, with a capital that belongs to it: `Whalley Range`."""
    if i + 1 == len(words) or not words[i].capital or words[i].kinds & WORD:
        return words[i].end
    following = words[i + 1]
    part = following.gap == " " and following.capital and following.kinds & WORD and len(following.low) > SHORT
    return following.end if part and following.low not in cues.AFTER_NAMES else words[i].end


def _place(words: tuple[Word, ...], i: int) -> float:
    word = words[i]
    before = words[i - 1].low if i and not word.opens and word.gap == " " else ""
    council = i + 1 < len(words) and words[i + 1].low in cues.COUNCIL and words[i + 1].gap == " "
    if word.kinds & PLACE:
        return _listed(words, i, before, council=council)
    if not word.kinds and not word.capital and before in cues.FROM and len(word.low) > SHORT:
        return LIKELY if i > 1 and words[i - 2].low in cues.LIVING and _ends_here(words, i) else UNSURE
    if word.kinds & WORD or not word.capital or word.kinds & NUMBER:
        return 0.0
    if before in cues.FROM or (council and words[i + 1].low in {"council", "borough"}):
        return LIKELY + 0.05 if not word.kinds & (FIRST | LAST) else LIKELY
    return 0.0


def _listed(words: tuple[Word, ...], i: int, before: str, *, council: bool) -> float:
    """Weigh a word that is also a place: surely, if it is nothing else."""
    word = words[i]
    led = before in cues.IN
    lived = led and i > 1 and words[i - 2].low in cues.LIVING
    if not word.kinds & WORD:
        if word.kinds & FIRST and not (led or council):
            return 0.0
        return SURE
    if word.capital and not word.opens and (led or council or words[i - 1].low in {"go", "fae"}):
        return LIKELY
    if lived and before in {"in", "to", "from"} and word.kinds & PLACE and len(word.low) > 3:  # noqa: PLR2004 - `in bed`
        return LIKELY if _ends_here(words, i) else UNSURE
    return LIKELY if council and word.capital else 0.0


def _ends_here(words: tuple[Word, ...], i: int) -> bool:
    """Whether no thing is named after the word: `moving to reading so`, not `moved to battle lines`."""
    if i + 1 == len(words) or words[i + 1].gap != " ":
        return True
    return words[i + 1].low in {
        "so",
        "and",
        "n",
        "but",
        "now",
        "cos",
        "where",
        "with",
        "when",
        "till",
        "then",
        "for",
        "me",
        "i",
        "on",
    }


def find_organisations(text: Text) -> Iterator[Span]:
    """Yield schools, homes, surgeries, courts, clubs: names that end in such a word, or begin with St or HMP."""
    words = text.words
    for i, word in enumerate(words):
        if word.low in HEADS:
            start = _start_of(words, i)
            if start < i:
                yield text.span(words[start].start, word.end, Label.ORG, SURE)
        elif word.low in LED and i + 1 < len(words) and words[i + 1].gap in {" ", ". "}:
            if words[i + 1].capital or (i and words[i - 1].low in cues.AT and not words[i + 1].kinds & WORD):
                end = words[i + 1].end
                yield text.span(word.start, end + 2 * text.low.startswith("'s", end), Label.ORG, SURE)
        elif word.low == "form" and i and words[i - 1].low == "sixth":
            start = _start_of(words, i - 1)
            if start < i - 1:
                yield text.span(words[start].start, word.end, Label.ORG, SURE)
        elif word.capital and _is_titled(words, i):
            yield text.span(words[i - 1].start, word.end, Label.ORG, LIKELY)
        elif i and not word.kinds and words[i - 1].low == "at" and word.gap == " " and word.low.isalpha():
            yield text.span(word.start, word.end, Label.ORG, LIKELY if len(word.low) > 5 or word.capital else UNSURE)  # noqa: PLR2004


def _is_titled(words: tuple[Word, ...], i: int) -> bool:
    """Whether two everyday words with capitals, after `at` or `run by`, are a name: `at Little Otters`."""
    if i < 2 or words[i].gap != " " or words[i - 1].gap != " " or words[i - 2].low not in {"at", "by"}:  # noqa: PLR2004
        return False
    return all(word.capital and not word.opens and word.low not in GENERIC for word in words[i - 1 : i + 1])


def _start_of(words: tuple[Word, ...], head: int) -> int:
    """Return the first word of the organisation that ends at word `head`; `head` itself if it has no name."""
    if words[head].capital:
        return _capitalised(words, head)
    return _spoken(words, head) if words[head].low in SURE_HEADS else head


def _capitalised(words: tuple[Word, ...], head: int) -> int:
    start = head
    while start and head - start < LONGEST and words[start].gap in {" ", "'s ", ". ", "' "}:
        last = words[start - 1]
        if not (last.capital or last.low in MIDDLE or last.low.startswith("al-")) or last.kinds & NUMBER:
            break
        start -= 1
        if words[start].opens:
            break
    while start < head and (not words[start].capital or words[start].low in GENERIC):
        start += 1
    vague = words[head].low in VAGUE
    named = any(word.low not in GENERIC and not (vague and word.kinds == WORD) for word in words[start:head])
    return start if named else head


def _spoken(words: tuple[Word, ...], head: int) -> int:
    """In lower case the name must hold a rare word, close before its head."""
    first = head
    for i in range(head - 1, max(-1, head - 4), -1):
        if words[i + 1].gap not in {" ", "'s "} or words[i].low in GENERIC - MIDDLE:
            break
        if words[i].kinds & NUMBER:
            break
        if not words[i].kinds & WORD and (words[i].kinds & (FIRST | LAST | PLACE) or not words[i].kinds):
            first = i
    if first < head and words[first].gap == " " and first and words[head].low in {"house", "high"}:
        return first if "'s" not in words[first + 1].gap else head
    return first
