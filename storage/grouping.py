"""Which details a release shows of its voices: those that at least `k` of them share. Knows numbers, and no voice.

All voices of one release begin as one group of which nothing is told. A group is divided by council, age, who speaks
or time, into parts of at least `k` each; whatever is in no part is told less finely, and is at least `k` too, or
nobody. Of the orders in which the four can be taken, each group takes the one that tells most. So a group is decided on
by what people said about themselves and never by their words or numbers: two people of one group could change places,
and nothing that is shown would be another.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial, reduce
from typing import TYPE_CHECKING

from storage.widening import DETAILS, NOTHING, common, path, wider, worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storage.widening import Details

_Part = tuple[str | None, list["Details"]]  # a value, and of whom it is told
_Shown = dict["Details", "Details"]


def decide(known: Mapping[Details, int], k: int) -> _Shown:
    """Return what is shown of each combination of details, given how many voices of one release have it."""
    if sum(known.values()) < k:
        return dict.fromkeys(known, NOTHING)
    everyone = sorted(known, key=_in_order)
    return _Grouping(known, k).divide(everyone, dict.fromkeys(everyone, NOTHING), range(len(DETAILS)))


def mend(shown: Mapping[Details, int], k: int) -> _Shown:
    """Return what is shown from now on in place of what was, where some voices of a release have left.

    A group that is too small now joins the one with which it keeps most; no group ever gains a detail.
    """
    if sum(shown.values()) < k:
        return dict.fromkeys(shown, NOTHING)
    groups, became = dict(shown), {group: group for group in shown}
    while groups[small := min(groups, key=lambda group: (groups[group], _in_order(group)))] < k:
        partner = min(groups.keys() - {small}, key=lambda each: _cost(groups, small, each))
        joined = _meet(small, partner)
        together = groups.pop(small) + groups.pop(partner)
        groups[joined] = groups.get(joined, 0) + together
        became = {old: joined if new in {small, partner} else new for old, new in became.items()}
    return became


class _Grouping:
    """Divides the voices of one release."""

    def __init__(self, known: Mapping[Details, int], k: int) -> None:
        self._known, self._k = known, k

    def divide(self, group: list[Details], shown: _Shown, left: Iterable[int]) -> _Shown:
        """Return what is shown of a group that is still to be divided by the details `left`, in the best order."""
        places = list(left)
        if not places:
            return shown
        if self._count(group) < 2 * self._k:  # it stays whole, and any order tells as much
            return self._divide_by(places[0], group, shown, places[1:])
        tries = (self._divide_by(place, group, shown, places) for place in places)
        return max(tries, key=self._worth)

    def _divide_by(self, place: int, group: list[Details], shown: _Shown, left: Iterable[int]) -> _Shown:
        """Divide a group by one detail first, and each part by the others."""
        rest = [each for each in left if each != place]
        found: _Shown = {}
        for value, part in self._parts(group, place):
            found |= self.divide(part, {each: _told(shown[each], place, value) for each in part}, rest)
        return found

    def _parts(self, group: list[Details], place: int) -> list[_Part]:
        """Divide a group by one detail: as finely as `k` allow, and told alike where that is too few."""
        detail = DETAILS[place]
        loose: dict[str | None, list[Details]] = defaultdict(list)
        for each in group:
            loose[each[place]].append(each)
        parts: list[_Part] = []
        while value := max(loose, key=lambda value: (len(path(detail, value)), value or "")):
            members = loose.pop(value)
            if self._count(members) >= self._k:
                parts.append((value, members))
            else:
                loose[wider(detail, value)] += members
            loose.setdefault(None, [])
        return self._with_rest(detail, place, parts, loose[None])

    def _with_rest(self, detail: str, place: int, parts: list[_Part], rest: list[Details]) -> list[_Part]:
        """Add those of whom this detail can't be told; too few of them take the part along that costs least."""
        few = self._count(rest)
        if not rest or not parts or few >= self._k:
            return [*parts, (None, rest)] if rest else parts
        joined = {value: reduce(partial(common, detail), (each[place] for each in rest), value) for value, _ in parts}

        def cost(part: _Part) -> tuple[int, int, str]:
            value, size = part[0], self._count(part[1])
            left = worth(detail, joined[value])
            return (worth(detail, value) - left) * size - left * few, size, value or ""

        taken, members = min(parts, key=cost)
        others = {value: part for value, part in parts if value != taken}
        return list({**others, joined[taken]: others.get(joined[taken], []) + members + rest}.items())

    def _count(self, group: Iterable[Details]) -> int:
        return sum(map(self._known.__getitem__, group))

    def _worth(self, shown: _Shown) -> int:
        return sum(self._known[each] * _worth(told) for each, told in shown.items())


def _told(shown: Details, place: int, value: str | None) -> Details:
    one, two, three, four = (value if each == place else told for each, told in enumerate(shown))
    return one, two, three, four


def _meet(one: Details, other: Details) -> Details:
    council, age, speaker, time = map(common, DETAILS, one, other)
    return council, age, speaker, time


def _worth(shown: Details) -> int:
    return sum(map(worth, DETAILS, shown))


def _cost(groups: Mapping[Details, int], small: Details, partner: Details) -> tuple[int, tuple[str, ...]]:
    joined = _worth(_meet(small, partner))
    lost = groups[small] * (_worth(small) - joined) + groups[partner] * (_worth(partner) - joined)
    return lost, _in_order(partner)


def _in_order(details: Details) -> tuple[str, ...]:
    return tuple(value or "" for value in details)
