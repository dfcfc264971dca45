"""An attack: solves for hidden counts with integer programs, given all that was ever published. Knows no product code.

What a reader has: every release's counts with the release that each was counted at, the settings, and every row that
could ever be read, with the release that it came in with and the one that it was gone by. To be harder on the product
the reader is also told, by somebody who knows, which hidden counts are small.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
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
        return all(self._fits(about, value) for about, value in (key[:2], key[2:]) if about in DETAILS)

    def sure(self, key: Key) -> bool:
        """Say whether it shows that it is one of them."""
        pairs = [(about, value) for about, value in (key[:2], key[2:]) if about in DETAILS]
        return all(self.shown[DETAILS.index(about)] == value for about, value in pairs)

    def _fits(self, about: str, value: str) -> bool:
        shown = self.shown[DETAILS.index(about)]
        return shown is None or shown == value or value in WIDER.get(shown, ())


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

    def ranges(self, wanted: Sequence[Name], enough: float) -> dict[Name, tuple[int, int]]:
        """Return the least and the most that each unknown can be; wider ones than `enough` not to the end."""
        solver, places = Solver(self), [self.names[name] for name in wanted]
        draw, worlds = np.random.default_rng(len(places)), list[np.ndarray]()
        for _ in range(_AT_ONCE):  # many are shown to be wide by one world and its opposite
            narrow = [place for place in places if _spread(worlds, place) < enough]
            signs = draw.choice([-1.0, 1.0], len(narrow))
            worlds += [solver.least(dict(zip(narrow, signs * side, strict=True))) for side in (1, -1)]
        for place in places:
            for sign in (1.0, -1.0):
                if _spread(worlds, place) < enough:
                    worlds.append(solver.least({place: sign}))
        return {name: _ends(worlds, place) for name, place in zip(wanted, places, strict=True)}


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


def _spread(worlds: Sequence[np.ndarray], place: int) -> float:
    least, most = _ends(worlds, place)
    return most - least


def _ends(worlds: Sequence[np.ndarray], place: int) -> tuple[int, int]:
    found = [int(world[place]) for world in worlds]
    return min(found, default=0), max(found, default=0)


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
    for number, counts in enumerate(published.releases, 1):
        rows = [row for row in published.rows if row.there(number)]
        for key in counts:
            made.unknown((key, number), sum(row.sure(key) for row in rows))
            # Whoever is in it is a row that could be, or is only counted: no row.
            could = sum(row.could(key) for row in rows)
            if key != EVERYTHING:
                made.add([((key, number), 1), ((EVERYTHING, number), -1)], -FAR, could - len(rows))
    for before, after in pairwise(range(1, len(published.releases) + 1)):
        _compare(made, published, before, after)


def _compare(made: Program, published: Published, before: int, after: int) -> None:
    came = [row for row in published.rows if row.entered == after]
    left = [row for row in published.rows if row.there(before) and not row.there(after)]
    both = published.releases[before - 1].keys() & published.releases[after - 1].keys()
    for key in both:
        change = [((key, after), 1), ((key, before), -1)]
        least = sum(row.sure(key) for row in came) - sum(row.could(key) for row in left)
        made.add(change, least, FAR)
        # How many came who are only counted, nobody sees: as many as everything grew by beyond the rows.
        most = sum(row.could(key) for row in came) - sum(row.sure(key) for row in left) - len(came) + len(left)
        if key != EVERYTHING:
            made.add([*change, ((EVERYTHING, after), -1), ((EVERYTHING, before), 1)], -FAR, most)


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
