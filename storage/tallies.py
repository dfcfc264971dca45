"""Adds voices up by what they say and by what readers see of them, release by release. Knows numbers, and no voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from storage.model import AgeBand, Kind, Speaker
from storage.widening import path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

EVERYTHING = "everything"
NOT_SAID = "not-said"
SAID = ("theme", "kind", "council", "age_band", "speaker", "quarter")
TABLES = (
    (EVERYTHING, ""),
    *((one, "") for one in SAID),
    ("theme", "council"),
    ("theme", "age_band"),
    ("theme", "speaker"),
    ("theme", "kind"),
    ("council", "age_band"),
)
_ALWAYS: dict[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "age_band": (*AgeBand, NOT_SAID),
    "speaker": (*Speaker, NOT_SAID),
}


class Cell(NamedTuple):
    """One count: of those who say `value` about `about` and, in a table of two, `value_beside` about `beside`."""

    about: str
    value: str
    beside: str = ""
    value_beside: str = ""


class Crowd(NamedTuple):
    """Voices that entered with one release and are alike.

    `said` has a value for each of `SAID`; `shown` is what readers see of them, None for all that they don't.
    """

    release: int
    said: tuple[str, ...]
    shown: tuple[str | None, ...]


UNSEEN: tuple[str | None, ...] = (None,) * len(SAID)  # what readers see of those who are only counted


@dataclass(slots=True)
class Tally:
    """What is known of a cell, by the release that voices entered with.

    `true`: how many are in it; `seen`: how many readers see in it; `could`: how many could be in it for all that
    readers see, of them `blank` are shown without the detail that would tell.
    """

    true: Counter[int] = field(default_factory=Counter)
    seen: Counter[int] = field(default_factory=Counter)
    could: Counter[int] = field(default_factory=Counter)
    blank: Counter[int] = field(default_factory=Counter)


def between(counter: Mapping[int, int], after: int, until: int) -> int:
    """Return how many entered later than `after` and not later than `until`."""
    return sum(number for release, number in counter.items() if after < release <= until)


def tally(crowds: Mapping[Crowd, int], councils: Iterable[str] = ()) -> dict[Cell, Tally]:
    """Return every cell of every table, those in which nobody is too. Takes time linear in the crowds."""
    values = _values(crowds, councils)
    cells: dict[Cell, Tally] = {}
    for about, beside in TABLES:
        here = {pair: Tally() for pair in product(values[about], values[beside] if beside else ("",))}
        _add(here, crowds, (about, beside), values)
        cells |= {Cell(about, one, beside, other): found for (one, other), found in here.items()}
    return cells


def values_from(crowds: Iterable[Crowd], councils: Iterable[str]) -> dict[tuple[str, str], int]:
    """Return the release since which there is a count of each value; 0 for those that there always is one of."""
    found: dict[tuple[str, str], int] = {}
    for crowd in crowds:
        for key in zip(SAID, crowd.said, strict=True):
            found[key] = min(found.get(key, crowd.release), crowd.release)
    always = {"council": councils, **_ALWAYS}
    return found | {(about, value): 0 for about, values in always.items() for value in values}


def _values(crowds: Mapping[Crowd, int], councils: Iterable[str]) -> dict[str, Sequence[str]]:
    found: dict[str, set[str]] = {about: set(_ALWAYS.get(about, ())) for about in SAID}
    found["council"] |= set(councils)
    for crowd in crowds:
        for about, value in zip(SAID, crowd.said, strict=True):
            found[about].add(value)
    return {EVERYTHING: (EVERYTHING,), **{about: sorted(some) for about, some in found.items()}}


def _add(
    cells: dict[tuple[str, str], Tally],
    crowds: Mapping[Crowd, int],
    table: tuple[str, str],
    values: Mapping[str, Sequence[str]],
) -> None:
    """Add the crowds up to one table: first those that are alike in it, then cell by cell."""
    places = [SAID.index(about) if about in SAID else None for about in table]
    true: Counter[tuple[int, str, str]] = Counter()
    shown: Counter[tuple[int, str | None, str | None, bool]] = Counter()
    for crowd, number in crowds.items():
        one, other = (_part(crowd.said, place, about) for place, about in zip(places, table, strict=True))
        true[crowd.release, one or "", other or ""] += number
        seen = tuple(_part(crowd.shown, place, about) for place, about in zip(places, table, strict=True))
        shown[crowd.release, seen[0], seen[1], crowd.shown == UNSEEN] += number
    for (release, one, other), number in true.items():
        cells[one, other].true[release] += number
    for (release, left, right, unseen), number in shown.items():
        fits = [_fits(about, told, values) for about, told in zip(table, (left, right), strict=True)]
        sure = not unseen and all(len(some) == 1 for some in fits)
        for one, other in product(*fits):
            cell = cells[one, other]
            cell.could[release] += number
            cell.seen[release] += number * sure
            cell.blank[release] += number * (not sure and not unseen)


def _part(told: Sequence[str | None], place: int | None, about: str) -> str | None:
    return told[place] if place is not None else about


def _fits(about: str, shown: str | None, values: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what a detail that is shown so could be."""
    if about not in SAID:
        return [about]
    if shown is None:
        return list(values[about])
    if about not in {"age_band", "quarter"}:
        return [shown]
    return [value for value in values[about] if shown in path(about, value)]


def totals(cells: Mapping[Cell, Tally]) -> list[tuple[Cell, list[Cell]]]:
    """Return which cells add up to which: every line of every table."""
    lines: dict[Cell, dict[str, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        if cell.beside:
            lines[Cell(cell.about, cell.value)][cell.beside].append(cell)
            lines[Cell(cell.beside, cell.value_beside)][cell.about].append(cell)
        elif cell.about != EVERYTHING:
            lines[Cell(EVERYTHING, EVERYTHING)][cell.about].append(cell)
    return [(total, parts) for total, by in lines.items() for parts in by.values()]
