"""Keeps in intake.db what counts are made of, added up, so that a change takes no time in the voices that stay.

What `to_show` says of a change is added to it; releases that are not in it yet are added up whole. It is put right by
adding everything up anew whenever published.db isn't as it was left. Times are kept as months.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from storage.gate_tables import crowd_of
from storage.settling import IN_THE_LAB
from storage.tallies import SAID, TABLES, UNSEEN, Crowd, Sums, add_up
from storage.widening import wider

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from storage.release import Thresholds

_SAID, _SHOWN = "said", "shown"
_PLACES = {table: place for place, table in enumerate(TABLES)}
_TIME = "quarter"
_COLUMNS = "release, about, beside, side, what, voices"
# In the order of their rows, whichever index finds them: else the file would be read back and forth.
_ENTERED = (
    f"id IN (SELECT id FROM submissions WHERE released_in > :out AND {IN_THE_LAB} "  # noqa: S608 - ours
    "UNION ALL SELECT id FROM submissions WHERE released_in > :out AND state = 'counted' "
    "UNION ALL SELECT id FROM submissions WHERE released_in IS NOT NULL AND state = 'approved' AND consent = 'count' "
    "AND released_in > :out)"
)
_Row = tuple[int, str, str, str, str, int]
_Numbers = Counter[tuple[int, str]]  # of voices that are alike: by their release, and what they say and show, as JSON


@dataclass(frozen=True, slots=True)
class Alike:
    """What the voices that are released now add up to (`sums`), and how many are alike: as kept, and these more.

    `anew`: nothing of what is kept is true.
    """

    sums: Sums
    more: _Numbers
    anew: bool


class Crowds(Mapping[Crowd, int]):
    """The voices that are alike, read only if somebody looks."""

    def __init__(self, intake: sqlite3.Connection, alike: Alike, thresholds: Thresholds) -> None:
        self._intake, self._alike, self._thresholds = intake, alike, thresholds

    def __getitem__(self, crowd: Crowd) -> int:
        """Return how many voices are like this."""
        return self._all[crowd]

    def __iter__(self) -> Iterator[Crowd]:
        """Give every crowd."""
        return iter(self._all)

    def __len__(self) -> int:
        """Return how many crowds there are."""
        return len(self._all)

    @cached_property
    def _all(self) -> dict[Crowd, int]:
        numbers = self._alike.more.copy()
        if not self._alike.anew:
            for release, text, voices in self._intake.execute("SELECT release, alike, voices FROM crowds"):
                numbers[release, text] += voices
        found: Counter[Crowd] = Counter()
        for (release, text), voices in numbers.items():
            crowd = _crowd(release, text)
            said = map(partial(_in_time, self._thresholds), SAID, crowd.said)
            found[crowd._replace(said=tuple(said))] += voices
        return {crowd: voices for crowd, voices in found.items() if voices}


def look(intake: sqlite3.Connection, *, anew: bool) -> Alike:
    """Return what the voices that are released now add up to; `anew` of what is kept nothing is taken for true."""
    (out,) = (-1,) if anew else intake.execute("SELECT out FROM gate").fetchone()
    more = _entered(intake, out)
    if anew:
        return Alike(_add_up(more), more, anew)
    more.update(_changed(intake, out))
    return Alike(_kept(intake).plus(_add_up(more)), more, anew)


def in_time(sums: Sums, thresholds: Thresholds) -> Sums:
    """Return sums over months as sums over quarters, where months are not to be told."""
    said: Counter[tuple[int, int, str, str]] = Counter()
    for (release, place, value, beside), number in sums.said.items():
        said[release, place, _in_time(thresholds, TABLES[place][0], value), beside] += number
    return Sums(said, sums.shown)


def keep(intake: sqlite3.Connection, alike: Alike) -> None:
    """Write down what was found."""
    if alike.anew:
        intake.execute("DELETE FROM crowds")
    intake.executemany(
        "INSERT INTO crowds VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET voices = voices + excluded.voices",
        [(*what, voices) for what, voices in alike.more.items()],
    )
    intake.executemany("DELETE FROM crowds WHERE (release, alike, voices) = (?, ?, 0)", list(alike.more))
    there, rows = set(_rows(intake)), set(_as_rows(alike.sums))
    intake.executemany(
        "DELETE FROM tallied WHERE (release, about, beside, side, what) = (?, ?, ?, ?, ?)",
        [row[:-1] for row in there - rows],
    )
    intake.executemany(f"INSERT INTO tallied ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows - there)  # noqa: S608 - ours


def _entered(intake: sqlite3.Connection, out: int) -> _Numbers:
    """Count the voices of every release after `out`."""
    return Counter(
        intake.execute(
            f"SELECT released_in, {crowd_of('submissions')} FROM submissions WHERE {_ENTERED}",  # noqa: S608 - ours
            {"out": out},
        )
    )


def _changed(intake: sqlite3.Connection, out: int) -> _Numbers:
    """Count what changed of the voices that are added up already: what each was counts as one less."""
    news: _Numbers = Counter()
    for release, was, became in intake.execute("SELECT release, was, became FROM to_show WHERE release <= ?", (out,)):
        for text, sign in ((was, -1), (became, 1)):
            if text is not None and was != became:
                news[release, text] += sign
    return news


def _add_up(numbers: _Numbers) -> Sums:
    found: Counter[Crowd] = Counter()
    for (release, text), voices in numbers.items():
        found[_crowd(release, text)] += voices
    return add_up(found)


def _crowd(release: int, text: str) -> Crowd:
    *said, shown = json.loads(text)
    return Crowd(release, tuple(said), UNSEEN if shown is None else (*said[:2], *json.loads(shown)))


def _in_time(thresholds: Thresholds, about: str, value: str) -> str:
    return value if about != _TIME or thresholds.by_month else wider(_TIME, value) or value


def _kept(intake: sqlite3.Connection) -> Sums:
    sums = Sums()
    for release, about, beside, side, what, voices in _rows(intake):
        place, told = _PLACES[about, beside], json.loads(what)
        if side == _SAID:
            sums.said[release, place, told[0], told[1]] = voices
        else:
            sums.shown[release, place, told[0], told[1], told[2]] = voices
    return sums


def _rows(intake: sqlite3.Connection) -> Iterable[_Row]:
    return intake.execute(f"SELECT {_COLUMNS} FROM tallied")  # noqa: S608 - ours


def _as_rows(sums: Sums) -> Iterator[_Row]:
    for (release, place, *said), voices in sums.said.items():
        yield release, *TABLES[place], _SAID, json.dumps(said, ensure_ascii=False), voices
    for (release, place, *shown), voices in sums.shown.items():
        yield release, *TABLES[place], _SHOWN, json.dumps(shown, ensure_ascii=False), voices
