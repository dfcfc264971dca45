"""An attack: solves for hidden counts with integer programs, given all that was ever published. Knows no product code.

What a reader has: every release's counts with the release that each was counted at, the settings, and every row that
could ever be read, with the release that it came in with and the one that it was gone by. To be harder on the product
the reader is also told, by somebody who knows, which hidden counts are small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import coo_array  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Key = tuple[str, str, str, str]  # about, value, beside, value beside
Var = tuple[Key, int]  # a cell as it was at a release
Name = TypeVar("Name")
DETAILS = ("theme", "kind", "council", "age_band", "speaker", "quarter")
EVERYTHING: Key = ("everything", "everything", "", "")
FAR = 10_000
_AT_ONCE = 6
_EXACT = 1e-6
# What a wider value stands for.
WIDER = {
    "under-18": {"under-16", "16-17"},
    "21-plus": {"21-24", "25-plus"},
    "18-plus": {"18-20", "21-24", "25-plus"},
}


@cache
def _asked(key: Key) -> tuple[tuple[int, str], ...]:
    """Return which details a count asks for, by their place in DETAILS."""
    return tuple((DETAILS.index(about), value) for about, value in (key[:2], key[2:]) if about in DETAILS)


class Row(NamedTuple):
    """A voice that could be read from release `entered` on, and not any more from `gone` on."""

    entered: int
    gone: int
    shown: tuple[str | None, ...]

    def there(self, release: int) -> bool:
        """Say whether a release shows it."""
        return self.entered <= release < self.gone

    def could(self, key: Key) -> bool:
        """Say whether it could be one of those that a count counts."""
        for place, value in _asked(key):
            shown = self.shown[place]
            if shown is not None and shown != value and value not in WIDER.get(shown, ()):
                return False
        return True

    def sure(self, key: Key) -> bool:
        """Say whether it shows that it is one of them."""
        return all(self.shown[place] == value for place, value in _asked(key))


class Told(NamedTuple):
    """A count as a release told it: a number or None, and the release that it was counted at."""

    voices: int | None
    release: int


@dataclass(frozen=True, slots=True)
class Published:
    """All that a reader has."""

    count: int
    round_to: int
    releases: Sequence[Mapping[Key, Told]]  # the first is release 1
    rows: Sequence[Row]
    small: frozenset[Var] = frozenset()  # hidden counts of which somebody told that they are under the threshold

    def until(self, release: int, *, told: bool) -> Published:
        """Return what there was after a release; without what it `told` anew, as if it had told no number."""
        counts = list(self.releases[:release])
        if not told:
            counts[-1] = {key: Told(None, at) if at == release else Told(n, at) for key, (n, at) in counts[-1].items()}
        rows = [row for row in self.rows if row.entered <= release]
        small = frozenset(one for one in self.small if one[1] <= release)
        return replace(self, releases=counts, rows=rows, small=small)

    def span(self, shown: int) -> tuple[int, int]:
        """Return what a number can have been before it was rounded."""
        low = shown - self.round_to // 2
        return max(self.count, low), low + self.round_to - 1


@dataclass(slots=True)
class Program:
    """Integer unknowns, each between two bounds, and sums of them between two bounds."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    names: dict[object, int] = field(default_factory=dict)
    sums: list[tuple[list[tuple[int, float]], float, float]] = field(default_factory=list)

    def unknown(self, name: object, low: float = 0, high: float = FAR) -> int:
        """Return an unknown; if there is one of the name, it is narrowed."""
        place = self.names.setdefault(name, len(self.low))
        if place == len(self.low):
            self.low.append(low)
            self.high.append(high)
        self.low[place], self.high[place] = max(self.low[place], low), min(self.high[place], high)
        return place

    def add(self, terms: Iterable[tuple[object, float]], low: float, high: float) -> None:
        """Say that a sum of unknowns is between two bounds."""
        self.sums.append(([(self.unknown(name), by) for name, by in terms], low, high))

    def ranges(
        self, wanted: Sequence[Name], enough: float, floors: Mapping[Name, int] | None = None
    ) -> dict[Name, tuple[int, int]]:
        """Return the least and the most that each unknown can be; not to the end where that proves enough.

        Enough is a stretch that wide, or that it can be as little as its floor.
        """
        solver, places = Solver(self), [self.names[name] for name in wanted]
        floor = {self.names[name]: least for name, least in (floors or {}).items()}
        found = Worlds(places, enough, floor)
        draw = np.random.default_rng(len(places))
        for _ in range(_AT_ONCE):  # many are shown to be open by one world and its opposite
            closed = found.closed()
            signs = draw.choice([-1.0, 1.0], len(closed))
            for side in (-1, 1):
                if closed:
                    found.add(solver.least(dict(zip(closed, signs * side, strict=True))))
        if floor and (closed := found.closed()):  # as many as can be are at their floors together
            found.add(solver.least(dict.fromkeys(closed, 1.0)))
        for place in places:
            for sign in (1.0, -1.0):
                if found.is_closed(place):
                    found.add(solver.least({place: sign}))
        return {name: found.ends(place) for name, place in zip(wanted, places, strict=True)}


class Worlds:
    """The least and the most that some unknowns are in the worlds that were found."""

    def __init__(self, places: Sequence[int], enough: float, floor: Mapping[int, int]) -> None:
        self._places, self._enough = places, enough
        self._floor = np.array([floor.get(place, -1) for place in places])
        self._at = {place: at for at, place in enumerate(places)}
        self._least = np.full(len(places), FAR)
        self._most = np.full(len(places), -FAR)

    def add(self, world: np.ndarray) -> None:
        """Take one more world."""
        values = world[list(self._places)].astype(int)
        self._least, self._most = np.minimum(self._least, values), np.maximum(self._most, values)

    def closed(self) -> list[int]:
        """Return the unknowns of which too little is shown yet."""
        return [place for place in self._places if self.is_closed(place)]

    def is_closed(self, place: int) -> bool:
        """Say whether too little is shown of one."""
        at = self._at[place]
        return bool(self._least[at] > self._floor[at] and self._most[at] - self._least[at] < self._enough)

    def ends(self, place: int) -> tuple[int, int]:
        """Return the least and the most of one."""
        at = self._at[place]
        return int(self._least[at]), int(self._most[at])


class Solver:
    """Finds worlds in which all that a program says is true."""

    def __init__(self, made: Program) -> None:
        rows = [(row, place, by) for row, (terms, _, _) in enumerate(made.sums) for place, by in terms]
        at, places, by = zip(*rows, strict=True)
        matrix = coo_array((by, (at, places)), shape=(len(made.sums), len(made.low))).tocsr()
        self._sums = LinearConstraint(matrix, [low for _, low, _ in made.sums], [high for _, _, high in made.sums])
        self._bounds, self._size = Bounds(made.low, made.high), len(made.low)

    def least(self, wanted: Mapping[int, float]) -> np.ndarray:
        """Return a world in which the wanted sum is the least possible."""
        aim = np.zeros(self._size)
        for place, by in wanted.items():
            aim[place] = by
        for whole in (0, 1):  # mostly the quick way gives whole numbers too
            answer = milp(aim, constraints=self._sums, bounds=self._bounds, integrality=np.full(self._size, whole))
            assert answer.success, "what was published contradicts itself, or the attack misreads it"
            world: np.ndarray = np.rint(answer.x)
            if np.abs(world - answer.x).max() < _EXACT:
                break
        return world


def program(published: Published, *, reads: bool) -> Program:
    """Set up all that a reader knows; with `reads`, from the rows too."""
    made = Program()
    for number, counts in enumerate(published.releases, 1):
        for key, told in counts.items():
            _tell(made, published, key, told, number)
        for total, parts in _lines(counts):
            made.add([((total, number), -1), *(((part, number), 1) for part in parts)], 0, 0)
    if reads:
        _read(made, published)
    return made


def _tell(made: Program, published: Published, key: Key, told: Told, number: int) -> None:
    made.unknown((key, number))
    if told.voices is not None:
        made.unknown((key, told.release), *published.span(told.voices))
    elif (key, number) in published.small:
        made.unknown((key, number), 0, published.count - 1)


def _lines(counts: Iterable[Key]) -> list[tuple[Key, list[Key]]]:
    lines: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in counts:
        about, value, beside, other = key
        if beside:
            lines[(about, value, "", ""), beside].append(key)
            lines[(beside, other, "", ""), about].append(key)
        elif key != EVERYTHING:
            lines[EVERYTHING, about].append(key)
    return [(total, parts) for (total, _), parts in lines.items()]


def _read(made: Program, published: Published) -> None:
    """Add what the rows say: how many are in a cell at least and at most, and how many came into it and left it."""
    kinds = list(Counter(published.rows).items())
    for number, counts in enumerate(published.releases, 1):
        here = Rows((row, many) for row, many in kinds if row.there(number))
        for key in counts:
            made.unknown((key, number), here.sure(key))
            # Whoever is in it is a row that could be, or is only counted: no row.
            if key != EVERYTHING:
                made.add([((key, number), 1), ((EVERYTHING, number), -1)], -FAR, here.could(key) - here.all)
    for before, after in pairwise(range(1, len(published.releases) + 1)):
        came = Rows((row, many) for row, many in kinds if row.entered == after)
        left = Rows((row, many) for row, many in kinds if row.there(before) and not row.there(after))
        both = published.releases[before - 1].keys() & published.releases[after - 1].keys()
        for key in sorted(both):
            change = [((key, after), 1), ((key, before), -1)]
            made.add(change, came.sure(key) - left.could(key), FAR)
            # How many came who are only counted, nobody sees: as many as everything grew by beyond the rows.
            most = came.could(key) - left.sure(key) - came.all + left.all
            if key != EVERYTHING:
                made.add([*change, ((EVERYTHING, after), -1), ((EVERYTHING, before), 1)], -FAR, most)


class Rows:
    """Some rows, those that are alike together: how many are in a count for sure, and how many could be."""

    def __init__(self, kinds: Iterable[tuple[Row, int]]) -> None:
        alike: Counter[tuple[str | None, ...]] = Counter()
        for row, many in kinds:
            alike[row.shown] += many
        self._kinds = [(Row(0, 0, shown), many) for shown, many in alike.items()]
        self.all = sum(alike.values())

    def sure(self, key: Key) -> int:
        """Return how many show that they are in a count."""
        return sum(many for row, many in self._kinds if row.sure(key))

    def could(self, key: Key) -> int:
        """Return how many could be in it."""
        return sum(many for row, many in self._kinds if row.could(key))


def determined(published: Published, detail: str) -> list[Row]:
    """Return a row of each kind whose hidden `detail` can only be one thing, for who solves everything."""
    made, place = program(published, reads=True), DETAILS.index(detail)
    kinds: dict[Row, int] = defaultdict(int)
    for row in published.rows:
        kinds[_alike(row, place)] += 1
    values = {key[1] for key in published.releases[-1] if key[0] == detail and not key[2]}
    hidden = {row: number for row, number in kinds.items() if row.shown[place] not in values}
    for row, number in hidden.items():
        made.add([((row, value), 1) for value in values if row.could((detail, value, "", ""))], number, number)
    for step, counts in enumerate(published.releases, 1):
        for key in counts:
            if (key[0], key[2]) == ("theme", detail):
                inside = [((row, key[3]), 1) for row in hidden if row.there(step) and row.could(key)]
                sure = sum(number for row, number in kinds.items() if row.there(step) and row.sure(key))
                made.add([((key, step), -1), *inside, (("only counted", key, step), 1)], -sure, -sure)
    return _forced(made, hidden, values)


def _alike(row: Row, place: int) -> Row:
    """Return a row with nothing but its theme and one detail: all that the tables of the two tell apart."""
    return row._replace(shown=tuple(told if at in {0, place} else None for at, told in enumerate(row.shown)))


def _forced(made: Program, hidden: Mapping[Row, int], values: Iterable[str]) -> list[Row]:
    solver, draw, seen = Solver(made), np.random.default_rng(1), defaultdict(set)
    names = [(row, value) for row in hidden for value in values if (row, value) in made.names]
    for _ in range(_AT_ONCE):
        world = solver.least(
            {made.names[name]: by for name, by in zip(names, draw.normal(size=len(names)), strict=True)}
        )
        for row, value in names:
            if world[made.names[row, value]]:
                seen[row].add(value)
    forced = []
    for row, number in hidden.items():
        (only, *others) = seen[row]
        # That somebody did not say is no detail, and what a row that says nothing may well be.
        if (
            not others
            and only != "not-said"
            and solver.least({made.names[row, only]: 1.0})[made.names[row, only]] == number
        ):
            forced.append(row)
    return forced
