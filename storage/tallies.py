"""Adds voices up by what they say and by what readers see of them, release by release. Knows numbers, and no voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from storage.model import AgeBand, Kind, Speaker
from storage.widening import path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Key = TypeVar("Key")
Said = tuple[int, int, str, str]
Shown = tuple[int, int, str | None, str | None, bool]
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


@dataclass(frozen=True, slots=True)
class Sums:
    """All that counts are made of: how many voices of a release are alike in one of the `TABLES`, by its place there.

    `said`: by (release, table, value, value beside). `shown`: by (release, table, value, value beside, unseen) as
    readers see them, who don't see any of those that are `unseen`.
    """

    said: Counter[Said] = field(default_factory=Counter)
    shown: Counter[Shown] = field(default_factory=Counter)

    def plus(self, other: Sums) -> Sums:
        """Return both together, without what comes to nobody."""
        return Sums(_together(self.said, other.said), _together(self.shown, other.shown))


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


def add_up(crowds: Mapping[Crowd, int]) -> Sums:
    """Add crowds up to what counts are made of: of each table, those that are alike in it."""
    alike: Counter[tuple[int, tuple[str, ...]]] = Counter()
    look_alike: Counter[tuple[int, tuple[str | None, ...]]] = Counter()
    for crowd, number in crowds.items():
        alike[crowd.release, crowd.said] += number
        look_alike[crowd.release, crowd.shown] += number
    sums = Sums()
    for place, (about, beside) in enumerate(TABLES):
        one, other = _reader(about), _reader(beside)
        for (release, said), number in alike.items():
            sums.said[release, place, one(said) or "", other(said) or ""] += number
        for (release, shown), number in look_alike.items():
            sums.shown[release, place, one(shown), other(shown), shown == UNSEEN] += number
    return sums.plus(Sums())


def values_from(crowds: Iterable[Crowd], councils: Iterable[str]) -> dict[tuple[str, str], int]:
    """Return the release since which there is a count of each value; 0 for those that there always is one of."""
    found: dict[tuple[str, str], int] = {}
    for crowd in crowds:
        for key in zip(SAID, crowd.said, strict=True):
            found[key] = min(found.get(key, crowd.release), crowd.release)
    always = {"council": councils, **_ALWAYS}
    return found | {(about, value): 0 for about, values in always.items() for value in values}


def _reader(about: str) -> Callable[[Sequence[str | None]], str | None]:
    """Return what takes one detail out of all; where a table is about none, its own name stands for it."""
    return itemgetter(SAID.index(about)) if about in SAID else lambda _: about


def _together(one: Counter[Key], other: Counter[Key]) -> Counter[Key]:
    found = one.copy()
    found.update(other)
    return Counter({key: number for key, number in found.items() if number})


def tally(sums: Sums, councils: Iterable[str] = ()) -> dict[Cell, Tally]:
    """Return every cell of every table, those in which nobody is too."""
    values = _values(sums, councils)
    tables = [
        {pair: Tally() for pair in product(values[about], values[beside] if beside else ("",))}
        for about, beside in TABLES
    ]
    for (release, table, one, other), number in sums.said.items():
        tables[table][one, other].true[release] += number
    for key, number in sums.shown.items():
        _spread(tables[key[1]], key, number, values)
    return {
        Cell(about, one, beside, other): found
        for (about, beside), here in zip(TABLES, tables, strict=True)
        for (one, other), found in here.items()
    }


def _values(sums: Sums, councils: Iterable[str]) -> dict[str, Sequence[str]]:
    found: dict[str, set[str]] = {about: set(_ALWAYS.get(about, ())) for about in SAID}
    found["council"] |= set(councils)
    for _, table, value, _ in sums.said:
        about, beside = TABLES[table]
        if about in SAID and not beside:
            found[about].add(value)
    return {EVERYTHING: (EVERYTHING,), **{about: sorted(some) for about, some in found.items()}}


def _spread(cells: dict[tuple[str, str], Tally], key: Shown, number: int, values: Mapping[str, Sequence[str]]) -> None:
    """Add those who look alike to every cell that they could be in."""
    release, table, *told, unseen = key
    fits = [_fits(about, one, values) for about, one in zip(TABLES[table], told, strict=True)]
    sure = not unseen and all(len(some) == 1 for some in fits)
    for one, other in product(*fits):
        cell = cells[one, other]
        cell.could[release] += number
        cell.seen[release] += number * sure
        cell.blank[release] += number * (not sure and not unseen)


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
