"""Hides more counts until no hidden one can be worked out from those that are shown: secondary suppression.

Plays a reader who knows every count and what it was rounded to, which hidden ones are small, and how many voices came
in since; widths are those that such a reader is left with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from storage.tallies import Cell

NO_END = 10**9
SPARE = 3  # a reader who solves all lines at once knows this much better than from line after line
_ROUNDS = 30  # in most tables nothing is new after four


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a count before adding anything up.

    `told`: the least and the most that it can be for who has the counts of one release alone; `low` and `high`: for
    who has them all, and the rows, of which `seen` are in it; `true`: what it is. `small`: whether it is hidden for
    being so.
    """

    told: tuple[int, int]
    low: int
    high: int
    seen: int
    true: int
    shown: bool
    small: bool


Line = tuple["Cell", list["Cell"]]
View = tuple["Mapping[Cell, Known]", "Mapping[Cell, Known]"]


def to_hide(views: Sequence[View], lines: list[Line], width: int) -> set[Cell]:
    """Return which shown counts have to be hidden.

    A view says what is known of every count at a release, and what would be if it were hidden now. Afterwards every
    small count could be anything over a stretch of `width`, or as little as those that can be read.
    """
    around: dict[Cell, set[Cell]] = {}
    for total, parts in lines:
        for cell in (total, *parts):
            around.setdefault(cell, set()).update((total, *parts))
    gone: set[Cell] = set()
    for known, hidden in views:
        now = {**known, **{cell: hidden[cell] for cell in gone}}
        helpless = _known_well({**known, **hidden}, lines, width)  # what can't be helped any more
        while more := _next(now, around, _known_well(now, lines, width) - helpless):
            now |= {cell: hidden[cell] for cell in more}
            gone |= more
    return gone


def _known_well(known: Mapping[Cell, Known], lines: list[Line], width: int) -> set[tuple[Cell, bool]]:
    """Return the small counts that could be too little else: from the counts alone (False), or with the rows (True)."""
    found: set[tuple[Cell, bool]] = set()
    for reads in (False, True):
        low, high = bounds(known, lines, reads=reads)
        for cell, fact in known.items():
            least = fact.seen if reads else 0
            # That it may be nobody, or just those who can be read, tells of nobody.
            narrow = fact.small and fact.true > least and high[cell] - low[cell] < width
            if narrow and _least(cell, lines, low, high) > least - SPARE:
                found.add((cell, reads))
    return found


def _least(cell: Cell, lines: list[Line], low: Mapping[Cell, int], high: Mapping[Cell, int]) -> int:
    """Return the least that a cell can be for what it is a part of, were none of its voices read."""
    mine = [(total, parts) for total, parts in lines if cell in parts]
    rests = (low[total] - sum(high[part] for part in parts if part != cell) for total, parts in mine)
    return max(rests, default=-NO_END)


def _next(known: Mapping[Cell, Known], around: Mapping[Cell, set[Cell]], narrow: set[tuple[Cell, bool]]) -> set[Cell]:
    """Return one more count to hide near each of these, but for those that have one already."""
    more: set[Cell] = set()
    for cell, _ in sorted(narrow):
        if not more & around[cell]:
            more |= {cell} if known[cell].shown else _cheapest(known, around[cell])
    return more


def bounds(known: Mapping[Cell, Known], lines: list[Line], *, reads: bool) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """Return the least and the most that each count can be, for who adds up every line until nothing is new."""
    low = {cell: max(fact.low, fact.seen) if reads else fact.told[0] for cell, fact in known.items()}
    high = {cell: fact.high if reads else fact.told[1] for cell, fact in known.items()}
    for _ in range(_ROUNDS):
        news = [_add_up(line, low, high) for line in lines]
        if not any(news):
            break
    return low, high


def _add_up(line: Line, low: dict[Cell, int], high: dict[Cell, int]) -> bool:
    total, parts = line
    least, most = sum(low[part] for part in parts), sum(high[part] for part in parts)
    news = _narrow(total, least, most, low, high)
    for part in parts:
        news |= _narrow(part, low[total] - (most - high[part]), high[total] - (least - low[part]), low, high)
    return news


def _narrow(cell: Cell, least: int, most: int, low: dict[Cell, int], high: dict[Cell, int]) -> bool:
    news = least > low[cell] or most < high[cell]
    low[cell], high[cell] = max(low[cell], least), min(high[cell], most)
    return news


def _cheapest(known: Mapping[Cell, Known], near: Iterable[Cell]) -> set[Cell]:
    """Return the count that readers miss least: the smallest of a table of two, else of one."""
    shown = [cell for cell in near if known[cell].shown]
    return {min(shown, key=lambda cell: (not cell.beside, known[cell].high, cell))} if shown else set()
