"""What became of what people said: of all published concerns, how many led to a change. An honest denominator.

Worked out whenever published.db is brought in line, from what was let out by then, and kept in both databases as it may
be shown: counts too small are hidden, and a second one beside a single hidden one, for the rest would give it away.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from storage.counting import SUPPRESSED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from storage.release import Thresholds

EVERYTHING, NONE = "everything", "no-answer"
LOW = "k"  # the symbol for what rounds to nothing in official statistics
# Kinds of answers: what a voice counts as that has several is the first of these. Thanks alone change nothing.
_BEST = ("changed", "planned", "cannot-change")
ORDER = (EVERYTHING, *_BEST, NONE)
TABLE = "outcomes (outcome TEXT PRIMARY KEY, voices INTEGER, share INTEGER, symbol TEXT) STRICT"
_CONCERN = "kind = 'feedback' AND released_in IS NOT NULL AND state IN ('approved', 'counted')"


@dataclass(frozen=True, slots=True)
class Became:
    """Of so many published concerns this became: rounded `voices` and `share` (a percentage), or a symbol for them."""

    outcome: str
    voices: int | None
    share: int | None
    symbol: str | None


def outcomes(intake: sqlite3.Connection, thresholds: Thresholds) -> tuple[Became, ...]:
    """Return what may be shown of what became of all published concerns; nothing while those are too few."""
    (total,) = intake.execute(f"SELECT count(*) FROM submissions WHERE {_CONCERN}").fetchone()  # noqa: S608 - ours
    if thresholds.rounded(total) is None:
        return ()
    counts = _answered(intake)
    counts[NONE] = total - sum(counts.values())
    hidden = _hidden(counts, thresholds)
    shown = {name: None if name in hidden else _rounded(count, thresholds) for name, count in counts.items()}
    whole = _rounded(total, thresholds)
    return tuple(_outcome(name, {EVERYTHING: whole, **shown}[name], whole) for name in ORDER)


def keep(conn: sqlite3.Connection, shown: tuple[Became, ...]) -> None:
    """Keep just these in a database. Runs inside a transaction of its caller's."""
    conn.execute(f"CREATE TABLE IF NOT EXISTS {TABLE}")
    if outcomes_kept(conn) != shown:
        conn.execute("DELETE FROM outcomes")
        conn.executemany("INSERT INTO outcomes VALUES (?, ?, ?, ?)", map(astuple, shown))


def outcomes_kept(conn: sqlite3.Connection) -> tuple[Became, ...]:
    """Return what a database keeps."""
    rows = {row[0]: Became(*row) for row in conn.execute("SELECT * FROM outcomes")}
    return tuple(rows[name] for name in ORDER if name in rows)


def _answered(intake: sqlite3.Connection) -> dict[str, int]:
    ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for rank, kind in enumerate(_BEST))
    rows = intake.execute(
        f"SELECT best, count(*) FROM (SELECT min(CASE responses.kind {ranks} END) AS best "  # noqa: S608 - ours
        "FROM answered JOIN responses ON responses.id = response "
        f"WHERE approver IS NOT NULL AND submission IN (SELECT id FROM submissions WHERE {_CONCERN}) "
        "GROUP BY submission) "
        "WHERE best IS NOT NULL GROUP BY best"
    )
    found = {_BEST[best]: count for best, count in rows}
    return {kind: found.get(kind, 0) for kind in _BEST}


def _hidden(counts: Mapping[str, int], thresholds: Thresholds) -> set[str]:
    """Return which counts are too small to show, with the next smallest beside one that stands alone."""
    small = {name for name, count in counts.items() if 0 < count < thresholds.count}
    others = sorted((count, name) for name, count in counts.items() if count and name not in small)
    return small | {others[0][1]} if len(small) == 1 and others else small


def _rounded(count: int, thresholds: Thresholds) -> int:
    return (count + thresholds.round_to // 2) // thresholds.round_to * thresholds.round_to


def _outcome(name: str, voices: int | None, whole: int) -> Became:
    if voices is None:
        return Became(name, None, None, SUPPRESSED)
    share = round(100 * voices / whole) if whole else 0
    return Became(name, voices, None if voices and not share else share, LOW if voices and not share else None)
