"""Councils: where one is named, whose it is to the writer, and which of a deployment's own ones are meant.

A council is known by the words beside its name (`council`, `borough of`, `in care to`), the more so if it is listed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction import council_talk as talk
from intake.redaction import lexicon
from intake.redaction.kinds import word_set
from intake.redaction.lists import fold
from intake.redaction.phrases import find_phrases
from intake.redaction.settle import NAMED, apart, without
from intake.redaction.text import TOKEN
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from intake.raw import RawWords
    from intake.redaction.lexicon import Phrases
    from intake.redaction.result import Redaction
    from intake.redaction.text import Text, Word

ITS_KIND = 10  # characters: ` authority`
BETWEEN = r"[\s&-]{1,3}(?:(?:and|of|the|upon|on|in)[\s-]){0,2}"  # words of a name
JOINERS = word_set("and of the upon on n")
BEFORE_NAME = word_set("london royal metropolitan borough county city council")
AFTER_NAME = word_set(
    "city borough county metropolitan district council corporation mbc authority health social care hsc trust childrens"
)
NOBODYS = word_set("another other")  # what a list of councils ends with
# councils that are everyday words too: `reading council letters`
EVERYDAY = word_set("reading bath barking bury bucks")
# what is nothing else, wherever it stands
NOTHING_ELSE = frozenset(
    {"rbkc", "lbbd", "lbhf", "lbth", "rbwm", "achieving for children", "slough children first"}
    | {"worcestershire children first", "together for children"}
)


class Whose(StrEnum):
    """Whose council it is to the writer, as far as they say."""

    MINE = "my council"
    ANOTHER = "another council"
    ANY = "council"


class Named(NamedTuple):
    """A council in a text: what a placeholder stands for there, what it is called and whose it is."""

    start: int
    end: int
    key: str
    whose: Whose


def find_councils(listed: Phrases) -> Callable[[Text], Iterator[Span]]:
    """Return a detector of councils of the list, by what stands beside them."""

    def find(text: Text) -> Iterator[Span]:
        for first, after in find_phrases(text.lows, listed):
            words = text.words[first:after]
            start, end = words[0].start, words[-1].end
            if words[-1].low == "trust" or _is_itself(words) or _is_sure(text.plain, start, end, words):
                yield text.span(start, end, Label.COUNCIL)

    return find


def _is_itself(words: Sequence[Word]) -> bool:
    """Whether a name stands for nothing but a council; in lower case, three words may be just words."""
    return " ".join(word.low for word in words) in NOTHING_ELSE and (len(words) == 1 or words[0].capital)


def _is_sure(plain: str, start: int, end: int, words: Sequence[Word]) -> bool:
    if words[0].low in EVERYDAY and (words[0].opens or not words[0].capital):
        return len(words) == 1 and talk.ACTS.match(plain, end) is not None
    return is_council(plain, start, end)


def is_council(text: str, start: int, end: int) -> bool:
    """Whether the words around a stretch say that it is a council."""
    if text[end : end + 1] in talk.OPENS and any(
        said.match(text, end) for said in (talk.COUNCIL, talk.PART, talk.IS_MINE)
    ):
        return True
    before = _before(text, start)
    if not before:
        return False
    low = before.lower()
    of, under = low.endswith(talk.OF_ENDS) and talk.OF.search(before), low.endswith(talk.UNDER_ENDS)
    return bool(of or (under and talk.UNDER.search(before)) or _is_called(before, low))


def _is_called(before: str, low: str) -> bool:
    """Whether words that lead to a name say that it is what a council is called."""
    led = any(kind in low for kind in talk.KINDS)
    return led and talk.CALLED.search(before) is not None


def _before(text: str, start: int) -> str:
    """Return what stands before a name, or nothing if its last word says nothing of councils: most don't."""
    before = text[max(0, start - talk.NEAR) : start]
    last = before.rstrip(" ,:(-").rpartition(" ")[2]
    return before if last.lower() in talk.LEADING else ""


def label_councils(raw: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans, councils labelled so: places, and what is listed, where the words around it or its own say so."""
    labelled: list[Span] = []
    reach = 0
    for span in spans:
        if span.start < reach and span.label in NAMED:  # of `Dudley MBC`, `MBC` is no name
            labelled[-1] = labelled[-1]._replace(end=span.end)
            continue
        if not _is_one(raw, span):
            labelled.append(span)
            continue
        start, reach = _stretch(raw, span.start, span.end)
        first = span.start
        while labelled and start <= labelled[-1].start:  # `London` and `Borough` are places too
            first = labelled.pop().start
        labelled.append(Span(first, span.end, Label.COUNCIL, span.score))
    return labelled


def _is_one(raw: str, span: Span) -> bool:
    start, end = span.start, span.end
    if span.label is Label.COUNCIL:
        return True
    if span.label is Label.PLACE:
        said = raw[end : end + 1] in talk.OPENS and (talk.SAYS.match(raw, end) is not None or _is_area(raw, start, end))
        return said or is_council(raw, start, end)
    if span.label not in {Label.NAME, Label.ORG}:
        return False
    said = is_council(raw, start, end) or talk.ITSELF.search(raw, max(start, end - ITS_KIND), end) is not None
    return said and key(raw[start:end]) in aliases()


def _is_area(raw: str, start: int, end: int) -> bool:
    """Whether somebody lives away from home: `they placed me in Trafford's area`."""
    return (
        talk.AREA.match(raw, end) is not None and talk.MOVED.search(raw[max(0, start - talk.NEAR) : start]) is not None
    )


def read_council(raw: str, start: int, end: int) -> Named:
    """Return the council that a span names."""
    return Named(*_stretch(raw, start, end), same(raw[start:end]), _whose(raw, start, end))


def _stretch(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return where the name of a council begins and ends, with `London Borough of` and `County Council`."""
    before, after = _before(raw, start), talk.COUNCIL.match(raw, end)
    led = talk.OF.search(before) if before else None
    return start - len(before) + led.start() if led else start, after.end() if after else end


def with_their_words(raw: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans, those of councils with the words that their placeholders stand for too; they may touch."""
    wide: list[Span] = []
    for span in spans:
        if span.label is Label.COUNCIL:
            start, end = _stretch(raw, span.start, span.end)
            first = max(start, wide[-1].end) if wide else start
            wide.append(Span(min(first, span.start), end, span.label, span.score))
        else:
            wide.append(span)
    return wide


def without_halves(raw: str, kept: Sequence[Span], found: Iterable[Span]) -> list[Span]:
    """Return what stays readable, less what is half of a council's name: of `Hull City Council`, `Hull City`."""
    councils = [span for span in found if span.label is Label.COUNCIL]
    names = with_their_words(raw, councils)
    whole = set(without(names, kept, frozenset({Label.COUNCIL})))
    return apart(kept, [span for span, name in zip(councils, names, strict=True) if name in whole])


def mine_from(raw: str, start: int) -> int:
    """Return where `my council` begins that stands right before `start`, or `start` itself."""
    before = raw[max(0, start - talk.NEAR) : start]
    mine = talk.MINE_BESIDE.search(before)
    return start - len(before) + mine.start() if mine else start


def _whose(raw: str, start: int, end: int) -> Whose:
    before = _before(raw, start)
    if talk.ANOTHERS.search(before) or _is_area(raw, start, end):
        return Whose.ANOTHER
    mine = talk.IS_MINE.match(raw, end) or talk.MINE.search(before) or talk.I_UNDER.search(before)
    mine = mine or (talk.LEAVER.match(raw, end) and talk.I_LEFT.search(before))
    return Whose.MINE if mine else Whose.ANY


def key(name: str) -> str:
    """Return what tells a council from others: its name without `City of`, `Borough Council` and the like."""
    words = [part for token in TOKEN.findall(fold(name)) for part in token.replace("'", "").split("-")]
    words = [word for word in words if word not in JOINERS]
    while len(words) > 1 and words[0] in BEFORE_NAME:
        del words[0]
    while len(words) > 1 and words[-1] in AFTER_NAME:
        del words[-1]
    return " ".join(words)


def same(name: str) -> str:
    """Return what all names of one council have in common."""
    short = key(name)
    return aliases().get(short, short)


@cache
def aliases() -> Mapping[str, str]:
    """Return the key of each listed council by every name that it has. Raises OSError if the list is missing."""
    lines = (names for line in listed_names() for names in [[key(name) for name in line]])
    return {alias: names[0] for names in lines for alias in names}


def listed_names() -> Iterator[list[str]]:
    """Yield the names of each council of the list, the first one first. Raises OSError if it is missing."""
    for line in (lexicon.LISTS / "councils.txt").read_text("utf-8").splitlines():
        yield line.split(" = ")


def mentioned(words: RawWords, redaction: Redaction, known: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the codes of the `known` councils, (code, name) each, that a message names as a council.

    The writer's own come first, as far as they say; one that they call another's is left out.
    """
    raw = words.reveal()
    codes: dict[str, str] = {}
    for code, name in known:
        if same(name) not in NOBODYS:
            codes.setdefault(same(name), code)
    spans = [(span.start, span.end) for span in redaction.spans if span.label is Label.COUNCIL]
    named = [read_council(raw, *span) for span in [*spans, *_readable(raw, redaction, codes)]]
    found = sorted((one for one in named if one.key in codes), key=lambda one: one.whose is not Whose.MINE)
    others = {one.key for one in found if one.whose is Whose.ANOTHER}
    return tuple(dict.fromkeys(codes[one.key] for one in found if one.key not in others))


def _readable(raw: str, redaction: Redaction, keys: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where councils are named that a deployment keeps readable."""
    for name in keys:
        said = re.compile(rf"(?<!\w){BETWEEN.join(map(re.escape, name.split()))}(?!\w)", re.IGNORECASE)
        for found in said.finditer(raw):
            hidden = any(span.start < found.end() and found.start() < span.end for span in redaction.spans)
            if not hidden and is_council(raw, *found.span()):
                yield found.span()
