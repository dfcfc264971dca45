"""What a release held back, for whoever reads it: numbers that point to nobody, and the words made of them, kept.

They are of the moment at which the release went out and stand: what leaves later changes no note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.due import Due
from storage.opening import immediate
from storage.settling import IN_THE_LAB, time
from storage.widening import DETAILS

if TYPE_CHECKING:
    import sqlite3

    from storage.release import Thresholds


# Two looks, each by an index of just these.
_ONLY_COUNTED = (
    "SELECT (SELECT count(*) FROM submissions WHERE released_in = :release AND state = 'counted') "
    "+ (SELECT count(*) FROM submissions WHERE released_in = :release AND released_in IS NOT NULL "
    "AND state = 'approved' AND consent = 'count')"
)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Of a release: how many voices entered, how many show less of each detail than was said, and what is only counted.

    Numbers are rounded as counts are; None stands for any that is too small to show, none at all included.
    """

    new: int | None
    less: tuple[tuple[str, int | None], ...]
    counted: int | None
    suppressed: int | None


def held_back(
    intake: sqlite3.Connection, published: sqlite3.Connection, thresholds: Thresholds, release: int
) -> HeldBack:
    """Return what a release that has just gone out held back."""
    said = ("council", "age_band", "speaker", time(thresholds))
    less = ", ".join(
        f"coalesce(sum({value} IS NOT NULL AND {value} IS NOT shown ->> {place}), 0)"
        for place, value in enumerate(said)
    )
    row = intake.execute(
        f"SELECT count(*), {less} FROM submissions "  # noqa: S608 - ours
        f"WHERE id IN (SELECT id FROM submissions WHERE released_in = ? AND {IN_THE_LAB})",
        (release,),
    ).fetchone()
    (counted,) = intake.execute(_ONLY_COUNTED, {"release": release}).fetchone()
    (suppressed,) = published.execute("SELECT count(*) FROM counts WHERE voices IS NULL").fetchone()
    rounded = thresholds.rounded
    details = tuple(zip(DETAILS, map(rounded, row[1:]), strict=True))
    return HeldBack(rounded(row[0]), details, rounded(counted), rounded(suppressed))


def put(intake: sqlite3.Connection, published: sqlite3.Connection, release: int, told: str) -> None:
    """Keep what is told of a release, where readers see it too; what is told already stands."""
    with immediate(intake):  # first: what published.db lacks, the next sync brings
        intake.execute("UPDATE releases SET told = ? WHERE number = ? AND told = ''", (told, release))
        intake.execute("DELETE FROM due WHERE what = ?", (Due.TELL,))
        (told,) = intake.execute("SELECT told FROM releases WHERE number = ?", (release,)).fetchone()
    with immediate(published):
        published.execute("UPDATE releases SET told = ? WHERE number = ?", (told, release))
