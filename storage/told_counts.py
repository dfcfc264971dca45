"""Remembers in intake.db what readers were told of every count."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import tallied
from storage.counting import Standing, counted
from storage.proving import Told
from storage.tallies import Cell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from storage.release import Thresholds

_COLUMNS = "about, value, beside, value_beside, voices, release, could, looked, hidden, earlier"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is to be told of every count as of the release `out`, and what it was `made_of`."""

    out: int
    standing: Mapping[Cell, Standing]
    made_of: tallied.Alike


def count(intake: sqlite3.Connection, thresholds: Thresholds, *, anew: bool) -> Counted:
    """Return what is to be told of every count now; `anew` everything is added up again. Changes nothing."""
    (now,) = intake.execute("SELECT coalesce(max(number), 0) FROM releases").fetchone()
    alike = tallied.look(intake, anew=anew)
    crowds, sums = tallied.Crowds(intake, alike, thresholds), tallied.in_time(alike.sums, thresholds)
    return Counted(now, counted(crowds, thresholds, _told(intake), now, sums), alike)


def remember(intake: sqlite3.Connection, found: Counted) -> None:
    """Write down what readers are told; of a value that nobody names any more nothing stays."""
    tallied.keep(intake, found.made_of)
    intake.execute("UPDATE gate SET out = ?", (found.out,))
    standing = found.standing
    there = _told(intake)
    gone = [cell for cell in there if cell not in standing]
    intake.executemany(
        "DELETE FROM told_counts WHERE (about, value, beside, value_beside) = (?, ?, ?, ?)", [tuple(c) for c in gone]
    )
    intake.executemany(
        f"INSERT OR REPLACE INTO told_counts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
        [
            (*cell, told.voices, told.release, told.could, told.looked, told.hidden, json.dumps(told.earlier))
            for cell, told in standing.items()
            if there.get(cell) != told
        ],
    )


def _told(intake: sqlite3.Connection) -> dict[Cell, Standing]:
    rows = intake.execute(f"SELECT {_COLUMNS} FROM told_counts")  # noqa: S608 - ours
    return {
        Cell(about, value, beside, other): Standing(voices, release, could, looked, bool(hidden), _numbers(earlier))
        for about, value, beside, other, voices, release, could, looked, hidden, earlier in rows
    }


def _numbers(earlier: str) -> tuple[Told, ...]:
    return tuple(Told(*one) for one in json.loads(earlier))
