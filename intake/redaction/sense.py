"""What stands in place of what is hidden, so that a message still makes sense: `[name 1]`, `[school]`, `[age 16-17]`.

A placeholder says what was there and never which one; two different ones of a sort get numbers. It may stand for plain
words beside as well, which it says already: `Salford City Council` is `[council]`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction.bands import SHOWN, band_of
from intake.redaction.beside import around_age, around_organisation, with_article
from intake.redaction.councils import Named, Whose, mine_from, read_council
from intake.redaction.entities import Entities
from intake.redaction.people import NEAR, People
from intake.redaction.sorts import ANY, SORTS, Sorts
from intake.redaction.text import read_text
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from intake.redaction.people import ShortNames
    from storage.model import Jigsaw

MANY = 3_000  # hidden pieces; no story has so many, and to make sense of them would take too long
WHAT = {
    Label.ADDRESS: "address",
    Label.POSTCODE: "postcode",
    Label.PHONE: "phone",
    Label.EMAIL: "email",
    Label.URL: "link",
    Label.HANDLE: "handle",
    Label.DATE: "date",
    Label.AGE: "age",
    Label.ID: "number",
    Label.HIDDEN: "hidden",
}
NUMBERED = {"name", "place"} | SORTS | {whose.value for whose in Whose}
PLACEHOLDER = re.compile(
    rf"\[(?P<what>{'|'.join(sorted(NUMBERED))})(?: (?P<number>[0-9]{{1,3}}))?\]|"
    rf"\[(?:{'|'.join(WHAT.values())})\]|\[age (?:{'|'.join(map(re.escape, SHOWN.values()))})\]"
)


class Piece(NamedTuple):
    """A stretch of the raw text, and what stands in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beyond the words.

    What kinds of word a word may be, which first names are one, whether the words are English, the writer's own
    council (as `same` says it), and why they could point to somebody all the same.
    """

    look_up: Callable[[str], int]
    also: ShortNames
    english: bool = True
    own: str | None = None
    jigsaw: tuple[Jigsaw, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is said of a span: what it is, and which one of its sort, if that counts."""

    span: Span
    what: str
    which: int | str | None = None
    council: Named | None = None


def placeholders(raw: str) -> list[Span]:
    """Return where a text holds placeholders already: somebody passes on what was redacted before."""
    there = PLACEHOLDER.finditer(raw) if "[" in raw else ()
    return [Span(*found.span(), Label.HIDDEN) for found in there]


def pieces(raw: str, spans: Sequence[Span], asked: Sequence[Span], known: Known) -> Iterator[Piece]:
    """Yield what replaces each of the sorted, disjoint spans.

    A piece covers its span, and neither touches another one nor what is `asked` about. Of very many it is not said
    what each of them was.
    """
    if len(spans) > MANY:
        yield from (Piece(span.start, span.end, f"[{WHAT[Label.HIDDEN]}]") for span in spans)
        return
    taken = _taken(raw)
    marks = list(
        _told_apart(list(_marks(raw, spans, People(known.look_up, known.also, taken.get("name", 0)))), known.own)
    )
    numbers, end = _numbers(marks, taken), 0
    limits = sorted([*(span.start for span in spans), *(span.start for span in asked), len(raw)])
    ends = sorted([0, *(span.end for span in asked)])
    for mark in marks:
        start = mark.span.start
        number = numbers.get((mark.what, mark.which))
        text = f"[{mark.what} {number}]" if number else f"[{mark.what}]"
        piece = _piece(raw, mark, text, known)
        first = max(end, ends[bisect_right(ends, start) - 1])
        after = limits[bisect_right(limits, start)] if start < len(raw) else len(raw)
        yield (piece := _within(piece, mark.span, text, first, after))
        end = piece.end


def _within(piece: Piece, span: Span, text: str, first: int, after: int) -> Piece:
    """Return a piece that keeps between two bounds; an end that doesn't is the span's."""
    if piece.start < first:
        piece = Piece(span.start, piece.end, text)
    return piece if piece.end <= after else Piece(piece.start, span.end, piece.text)


def _taken(raw: str) -> dict[str, int]:
    """Return the highest number of each sort of placeholder that a text holds already."""
    taken: dict[str, int] = {}
    for found in PLACEHOLDER.finditer(raw) if "[" in raw else ():
        what = found["what"] or ""
        taken[what] = max(taken.get(what, 0), int(found["number"] or 1))
    return taken


def _marks(raw: str, spans: Iterable[Span], people: People) -> Iterator[_Mark]:
    places, sites, sorts, last = Entities(), Entities(), Sorts(), 0
    for span in spans:
        start, end = span.start, span.end
        match span.label:
            case Label.NAME:
                number = people.call(raw[start:end], raw[max(0, start - NEAR) : start], raw[last:start])
                yield _Mark(span, "name", number)
                last = end
            case Label.PLACE:
                yield _Mark(span, "place", places.find(raw[start:end]))
            case Label.ORG:
                which = sites.find(raw[start:end])
                yield _Mark(span, sorts.of(raw, start, end, which), which)
            case Label.COUNCIL:
                council = read_council(raw, start, end)
                yield _Mark(span, council.whose, council.key, council)
            case Label.AGE:
                yield _Mark(span, _age(raw[start:end]))
            case _:
                yield _Mark(span, WHAT[span.label])


def _age(said: str) -> str:
    band = band_of(said.lower() if said.isascii() else read_text(said, _no_kinds).low)
    return f"age {SHOWN[band]}" if band else "age"


def _no_kinds(_: str) -> int:
    return 0


def _told_apart(marks: Sequence[_Mark], own: str | None) -> Iterator[_Mark]:
    """Yield marks, every organisation called by what sort it is, every council by whose, wherever that was said."""
    sorts: dict[int | str | None, str] = {}
    councils: dict[int | str | None, Whose] = {own: Whose.MINE} if own else {}
    for mark in marks:
        if mark.span.label is Label.ORG and mark.what != ANY:
            sorts.setdefault(mark.which, mark.what)
        elif mark.council and not own and mark.council.whose is not Whose.ANY:
            councils.setdefault(mark.which, mark.council.whose)
    other = Whose.ANOTHER if Whose.MINE in councils.values() else Whose.ANY
    for mark in marks:
        if mark.council:
            yield replace(mark, what=councils.get(mark.which, other))
        else:
            yield replace(mark, what=sorts.get(mark.which, ANY)) if mark.span.label is Label.ORG else mark


def _numbers(marks: Iterable[_Mark], taken: Mapping[str, int]) -> dict[tuple[str, int | str | None], int]:
    """Return the number of each that has one: names always, others where there are two or more of a sort."""
    seen: dict[str, list[int | str]] = {}
    numbers: dict[tuple[str, int | str | None], int] = {}
    for mark in marks:
        if mark.which is not None and (mark.what, mark.which) not in numbers:
            of_sort = seen.setdefault(mark.what, [])
            of_sort.append(mark.which)
            name = isinstance(mark.which, int) and mark.what == "name"
            numbers[mark.what, mark.which] = mark.which if name else taken.get(mark.what, 0) + len(of_sort)  # type: ignore[assignment]
    return {one: number for one, number in numbers.items() if one[0] == "name" or number > 1 or len(seen[one[0]]) > 1}


def _piece(raw: str, mark: _Mark, text: str, known: Known) -> Piece:
    """Return what replaces a span, with the words beside it that the placeholder says too."""
    start, end = mark.span.start, mark.span.end
    if mark.council:
        start, end = mark.council.start, mark.council.end
        if mark.what == Whose.MINE:
            start = mine_from(raw, start)
    if not known.english:
        return Piece(start, end, text)
    if mark.span.label is Label.AGE:
        start, end = around_age(raw, start, end)
    elif mark.span.label is Label.ORG:
        start, end = around_organisation(raw, start, end, mark.what)
    start, text = with_article(raw, start, text)
    return Piece(start, end, text)
