"""Proves of every hidden small count that it could be another, and withholds new numbers until that is so.

Solving for all counts at once is harder than finding two worlds in which all that was ever told is true, and which are
far enough apart (`storage.worlds`). Where none are found, a number near by is not told. Touches no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from storage.tallies import UNSEEN, Cell, between, values_from
from storage.worlds import Limit, Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from storage.release import Thresholds
    from storage.secondary import Line
    from storage.tallies import Crowd, Tally
    from storage.worlds import Limits

Small = tuple[Cell, int]  # a hidden count as it was at a release


class Told(NamedTuple):
    """A number that was told of a count as of a release, when `could` voices could be in it."""

    release: int
    voices: int
    could: int


@dataclass(frozen=True, slots=True)
class Weak:
    """The least that a count was shown to be able to be, and which counts stood in the way of more."""

    least: int
    blamed: Mapping[Cell, int]


@dataclass(frozen=True, slots=True)
class History:
    """What was told of all counts until `now`, and of which of them a number is about to be told."""

    told: Mapping[Cell, tuple[Told, ...]]
    fresh: frozenset[Cell]
    tallies: Mapping[Cell, Tally]
    crowds: Mapping[Crowd, int]
    thresholds: Thresholds
    now: int
    small: Mapping[Small, int]

    def without(self, cells: Collection[Cell]) -> History:
        """Return it with some new numbers withheld."""
        told = {cell: self._old(numbers) if cell in cells else numbers for cell, numbers in self.told.items()}
        return History(
            told, self.fresh - frozenset(cells), self.tallies, self.crowds, self.thresholds, self.now, self.small
        )

    def _old(self, numbers: tuple[Told, ...]) -> tuple[Told, ...]:
        return tuple(one for one in numbers if one.release < self.now)


def to_withhold(history: History, lines: Iterable[Line], width: int) -> set[Cell]:
    """Return the new numbers that must not be told: without them each small count could be anything over a `width`.

    Or as little as the voices in it that can be read; or as little as were nothing new told at all.
    """
    near, gone = _near(lines), set[Cell]()
    for reads in (False, True):
        now, least = history.without(gone), _small(history, reads=reads)
        weak = _weak(now, least, width, reads=reads)
        if weak:  # what can't be helped
            before = _weak(history.without(history.fresh), {one: least[one] for one in weak}, width, reads=reads)
            least |= {one: max(least[one], found.least) for one, found in before.items()}
            weak = {one: found for one, found in weak.items() if found.least > least[one]}
        each = 1
        while weak and (more := _next(weak, near, now, each)):
            gone, each = (
                gone | more,
                2 * each,
            )  # a number that isn't told anew stands: rather some more than many rounds
            now = now.without(more)
            weak = _weak(now, {one: least[one] for one in weak}, width, reads=reads)
    return gone


def _small(history: History, *, reads: bool) -> dict[Small, int]:
    """Return the hidden counts to look after, with how many voices in each can be read."""
    found: dict[Small, int] = {}
    for (cell, at), true in history.small.items():
        seen = between(history.tallies[cell].seen, 0, at) if reads else 0
        if seen < true:
            found[cell, at] = seen
    return found


def small_counts(
    told: Mapping[Cell, tuple[Told, ...]], tallies: Mapping[Cell, Tally], count: int, since: int, now: int
) -> dict[Small, int]:
    """Return every count that was hidden for being small, as of each release: somebody may have told that it was."""
    found: dict[Small, int] = {}
    for cell, tally in tallies.items():
        first = min((one.release for one in told.get(cell, ())), default=now + 1)
        for at in range(since, min(first, now + 1)):
            if (true := between(tally.true, 0, at)) < count:
                found[cell, at] = true
    return found


def _weak(history: History, small: Mapping[Small, int], width: int, *, reads: bool) -> dict[Small, Weak]:
    """Return the small counts for which no worlds were found that are far enough apart."""
    if not small:
        return {}
    limits = _limits(history)
    worlds = Worlds(_people(history, reads=reads), limits, values_from(history.crowds, history.thresholds.councils))
    weak = {}
    for cell, at in small:
        limit = next(one for one in limits[cell] if one.release == at)
        worlds.blamed.clear()
        for sign in (-1, 1, 0, -1, 1):
            if not sign and not _is_open(limit, small[cell, at], width):
                worlds.reset()  # what was tried for others may stand in the way
            while sign and not _is_open(limit, small[cell, at], width) and worlds.push(cell, limit, sign):
                pass
        if not _is_open(limit, small[cell, at], width):
            weak[cell, at] = Weak(limit.least, dict(worlds.blamed))
    return weak


def _is_open(limit: Limit, least: int, width: int) -> bool:
    return limit.least <= least or limit.most - limit.least >= width


def _limits(history: History) -> Limits:
    """Return what readers know of each count by itself: the numbers told of it, and that small ones are small."""
    limits: Limits = {}
    for cell, numbers in history.told.items():
        limits[cell] = [_limit(one, history.tallies[cell], history.thresholds) for one in numbers]
    for (cell, at), true in history.small.items():
        limits.setdefault(cell, []).append(Limit(at, 0, history.thresholds.count - 1, true))
    return limits


def _limit(told: Told, tally: Tally, thresholds: Thresholds) -> Limit:
    """Return what a number leaves open; who left since could be of it, and nobody knows any more whether they were."""
    least, most = thresholds.span(told.voices)
    true = between(tally.true, 0, told.release)
    left = max(0, told.could - between(tally.could, 0, told.release))
    return Limit(told.release, min(least, true), max(true, most - left), true)


def _people(history: History, *, reads: bool) -> dict[Crowd, int]:
    """Return the voices of which readers don't see everything, but no more than are needed near each count."""
    people: dict[Crowd, int] = {}
    for crowd, number in history.crowds.items():
        known = crowd if reads else crowd._replace(shown=UNSEEN)
        if known.shown != known.said:
            people[known] = people.get(known, 0) + number
    return people


def _near(lines: Iterable[Line]) -> dict[Cell, set[Cell]]:
    near: dict[Cell, set[Cell]] = {}
    for total, parts in lines:
        for cell in (total, *parts):
            near.setdefault(cell, set()).update((total, *parts))
    return near


def _next(weak: Mapping[Small, Weak], near: Mapping[Cell, set[Cell]], history: History, each: int) -> set[Cell]:
    """Return some numbers to withhold for each of these: what most stood in the way, or the nearest and smallest."""
    more: set[Cell] = set()
    for (cell, _), found in sorted(weak.items(), key=lambda one: one[0]):
        around = history.fresh & found.blamed.keys() or _nearest(cell, near, history.fresh)
        if around and not more & around:
            rank = partial(_rank, history, found)
            more.update(sorted(around, key=rank)[:each])
    return more


def _nearest(cell: Cell, near: Mapping[Cell, set[Cell]], fresh: frozenset[Cell]) -> frozenset[Cell]:
    around, wider = {cell}, near[cell]
    while not around & fresh and wider != around:
        around, wider = wider, wider.union(*(near[one] for one in wider))
    return fresh & around


def _rank(history: History, found: Weak, cell: Cell) -> tuple[int, bool, int, Cell]:
    return -found.blamed.get(cell, 0), not cell.beside, history.told[cell][-1].voices, cell
