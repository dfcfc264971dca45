"""Remembers in intake.db what readers were told of every count, and adds up the voices that it is about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storage.counting import Standing, counted
from storage.proving import Told
from storage.settling import IN_THE_LAB, time
from storage.tallies import NOT_SAID, UNSEEN, Cell, Crowd

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from storage.release import Thresholds

_COLUMNS = "about, value, beside, value_beside, voices, release, could, looked, hidden, earlier"


def count(intake: sqlite3.Connection, thresholds: Thresholds) -> dict[Cell, Standing]:
    """Return what is to be told of every count now. Changes nothing."""
    (now,) = intake.execute("SELECT coalesce(max(number), 0) FROM releases").fetchone()
    return counted(_crowds(intake, thresholds), thresholds, _told(intake), now)


def remember(intake: sqlite3.Connection, standing: Mapping[Cell, Standing]) -> None:
    """Write down what readers are told; of a value that nobody names any more nothing stays."""
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


def _crowds(intake: sqlite3.Connection, thresholds: Thresholds) -> dict[Crowd, int]:
    """Add up the voices that are counted, so that those that are alike are one row."""
    details = ", ".join(f"coalesce({detail}, '{NOT_SAID}')" for detail in ("council", "age_band", "speaker"))
    rows = intake.execute(
        f"SELECT released_in, theme, kind, {details}, {time(thresholds)}, "  # noqa: S608 - ours
        f"CASE WHEN {IN_THE_LAB} THEN coalesce(shown, '[null, null, null, null]') END, count(*) FROM submissions "
        "WHERE released_in IS NOT NULL AND state IN ('approved', 'counted') GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
    )
    return {Crowd(row[0], row[1:7], _shown(row[1:3], row[7])): row[8] for row in rows}


def _shown(said: tuple[str, ...], shown: str | None) -> tuple[str | None, ...]:
    return UNSEEN if shown is None else (*said, *json.loads(shown))
