"""Makes other collections of which all that was ever told is true too: proof that a hidden count could be another.

Voices whose details readers don't see change them, one more or less is only counted, and every table changes with it.
Who solves everything at once can't tell such a collection from the true one. Knows numbers, and no voice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from storage.tallies import EVERYTHING, SAID, TABLES, UNSEEN, Cell, Crowd
from storage.widening import path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DEPTH = 5  # a change, and as many that mend what it breaks
_BREADTH = 5  # of the ways to mend something, so many are tried
_LOOKED_AT = 60
_TRIES = 80
_FEW = 4
NOBODY: tuple[str, ...] = ()
ALL = Cell(EVERYTHING, EVERYTHING)


@dataclass(slots=True)
class Limit:
    """What a count may be as of a release for all that readers know: `now` in this world, `least` and `most` in any."""

    release: int
    low: int
    high: int
    now: int
    least: int = 0
    most: int = 0

    def __post_init__(self) -> None:
        self.least = self.most = self.now


Limits = dict[Cell, list[Limit]]
Change = tuple[Crowd, Crowd]
Goal = tuple[Cell, Limit, int]  # a count that has to go up (1) or down (-1)


class Worlds:
    """The world that is looked at, and how each count differed in all before it."""

    def __init__(self, people: Mapping[Crowd, int], limits: Limits, first: Mapping[tuple[str, str], int]) -> None:
        """Begin with the true one. `people`: who may change; `first`: the release that knew each value first."""
        self._limits, self._first = limits, first
        self._people: dict[Crowd, int] = defaultdict(int)
        self._in: dict[tuple[Cell, int], dict[Crowd, None]] = defaultdict(dict)  # of each count, by release
        self._wrong: dict[int, Goal] = {}
        self._full: dict[tuple[Cell, int], int] = {}
        self.blamed: Counter[Cell] = Counter()  # what stood in the way since somebody last looked
        self._tries = 0
        self._done: list[Change] = []
        for cell in limits:
            self._measure(cell)
        for crowd, number in people.items():
            self._count(crowd, number)
        self._values: dict[str, list[str]] = defaultdict(list)
        for about, value in sorted(first):
            self._values[about].append(value)

    def reset(self) -> None:
        """Go back to the true world."""
        while self._done:
            self._apply(*reversed(self._done.pop()))

    def push(self, cell: Cell, limit: Limit, sign: int) -> bool:
        """Make a world in which a count is one more or one less; says whether there is one that we can find."""
        self._tries = _TRIES
        return self._search((cell, limit, sign), [], _DEPTH)

    def _search(self, goal: Goal, kept: list[Goal], depth: int) -> bool:
        """Reach a goal, and then whatever that broke, without undoing what was reached before."""
        kept = [*kept, goal]
        for change in self._best(goal, kept):
            self._tries -= 1
            if self._tries < 0:
                return False
            self._apply(*change)
            if not self._wrong:
                self._take(change)
                return True
            self.blamed.update(cell for cell, _, _ in self._wrong.values())
            if depth and len(self._wrong) <= depth and self._search(next(iter(self._wrong.values())), kept, depth - 1):
                self._take(change)
                return True
            self._apply(*reversed(change))
        return False

    def _best(self, goal: Goal, kept: Sequence[Goal]) -> list[Change]:
        """Return the changes that break least, of those that reach a goal and undo none."""
        found: list[tuple[int, int, Change]] = []
        for change in islice(self._ways(goal), _LOOKED_AT):
            moved, release = moves(change[0].said, change[1].said), change[0].release
            if any(moved.get(cell) == -sign and release <= at.release for cell, at, sign in kept):
                continue
            breaks = self._breaks(moved, release)
            if not breaks:
                return [change]
            found.append((breaks, len(found), change))
        found.sort()
        return [change for _, _, change in found[:_BREADTH]]

    def _ways(self, goal: Goal) -> Iterator[Change]:
        cell, limit, sign = goal
        return self._into(cell, limit.release) if sign > 0 else self._out_of(cell, limit.release)

    def _into(self, cell: Cell, until: int) -> Iterator[Change]:
        """Give the ways to have one more in a count: a voice says something else, or one more is only counted."""
        wanted = _places(cell)
        near = [Cell(SAID[place], value) for place, value in wanted] if cell.beside else []
        seen: set[Crowd] = set()
        for crowd in (crowd for one in (*near, ALL) for crowd in self._some(one, until)):
            if crowd in seen or crowd in self._in[cell, crowd.release]:
                continue
            seen.add(crowd)
            if all(crowd.said[place] == value or self._fits(crowd, place, value) for place, value in wanted):
                yield crowd, _saying(crowd, wanted)
        for like in self._some(cell, until):
            yield Crowd(like.release, NOBODY, UNSEEN), Crowd(like.release, like.said, UNSEEN)

    def _out_of(self, cell: Cell, until: int) -> Iterator[Change]:
        """Give the ways to have one less in a count: a voice says something else, or was never there."""
        for crowd in self._some(cell, until):
            if crowd.shown == UNSEEN:
                yield crowd, crowd._replace(said=NOBODY)
            for place, value in _places(cell):
                if crowd.shown[place] != value:
                    for other in self._values[SAID[place]]:
                        if other != value and self._fits(crowd, place, other):
                            yield crowd, _saying(crowd, ((place, other),))

    def _some(self, cell: Cell, until: int) -> Iterator[Crowd]:
        """Give some voices of a count as of a release: the last to come first, for they are in the fewest numbers."""
        each = max(_FEW, _LOOKED_AT // until)
        for release in range(until, 0, -1):
            yield from list(islice(self._in[cell, release], each))

    def _fits(self, crowd: Crowd, place: int, value: str) -> bool:
        """Say whether readers could take a voice for one that says a value: it was counted by then, and fits."""
        shown, about = crowd.shown[place], SAID[place]
        if self._first.get((about, value), crowd.release + 1) > crowd.release:
            return False
        return shown is None or (shown != value and shown != crowd.said[place] and shown in path(about, value))

    def _breaks(self, moved: Mapping[Cell, int], release: int) -> int:
        return sum(self._full.get((cell, by), 0) >= release for cell, by in moved.items())

    def _apply(self, before: Crowd, after: Crowd) -> None:
        self._count(before, -1)
        self._count(after, 1)
        for cell, by in moves(before.said, after.said).items():
            for limit in self._limits.get(cell, ()):
                if limit.release >= before.release:
                    limit.now += by
                    self._look(cell, limit)
            self._measure(cell)

    def _measure(self, cell: Cell) -> None:
        """Remember the last release as of which a count can't be one more, or one less."""
        limits = self._limits.get(cell, ())
        self._full[cell, 1] = max((limit.release for limit in limits if limit.now >= limit.high), default=0)
        self._full[cell, -1] = max((limit.release for limit in limits if limit.now <= limit.low), default=0)

    def _look(self, cell: Cell, limit: Limit) -> None:
        if limit.low <= limit.now <= limit.high:
            self._wrong.pop(id(limit), None)
        else:
            self._wrong[id(limit)] = (cell, limit, 1 if limit.now < limit.low else -1)

    def _take(self, change: Change) -> None:
        """Stay in this world, in which all that was told is true, and remember what counts are in it."""
        self._done.append(change)
        for cell in moves(change[0].said, change[1].said):
            for limit in self._limits.get(cell, ()):
                limit.least, limit.most = min(limit.least, limit.now), max(limit.most, limit.now)

    def _count(self, crowd: Crowd, by: int) -> None:
        if crowd.said == NOBODY:
            return
        self._people[crowd] += by
        for cell in cells_of(crowd.said):
            if self._people[crowd] > 0:
                self._in[cell, crowd.release].setdefault(crowd)
            else:
                self._in[cell, crowd.release].pop(crowd, None)


@lru_cache(maxsize=65_536)
def cells_of(said: tuple[str, ...]) -> frozenset[Cell]:
    """Return all counts in which voices are that say this."""
    if said == NOBODY:
        return frozenset()
    known = {EVERYTHING: EVERYTHING, **dict(zip(SAID, said, strict=True))}
    return frozenset(Cell(one, known[one], *((two, known[two]) if two else ())) for one, two in TABLES)


@lru_cache(maxsize=65_536)
def moves(before: tuple[str, ...], after: tuple[str, ...]) -> dict[Cell, int]:
    """Return by how much counts change when a voice says something else."""
    gone, new = cells_of(before), cells_of(after)
    return {**dict.fromkeys(sorted(gone - new), -1), **dict.fromkeys(sorted(new - gone), 1)}


@lru_cache(maxsize=65_536)
def _places(cell: Cell) -> tuple[tuple[int, str], ...]:
    return tuple((SAID.index(about), value) for about, value in (cell[:2], cell[2:]) if about in SAID)


def _saying(crowd: Crowd, details: Iterable[tuple[int, str]]) -> Crowd:
    said = list(crowd.said)
    for place, value in details:
        said[place] = value
    return Crowd(crowd.release, tuple(said), crowd.shown)
