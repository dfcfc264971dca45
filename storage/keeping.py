"""How long everything is kept, what goes when, and its going: whole voices as a withdrawal takes them, without a code.

What is over its time is only let go of after it was announced for long enough, so that a shorter limit, or a new
version of this program, takes nothing at once. Decisions stay for ever, and so does how many went in which month.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.leaving import erase_left
from storage.opening import immediate, wipe
from storage.retention import expire_now
from storage.withdrawal import bury

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from storage.expired import Counts
    from storage.release import Thresholds
    from storage.withdrawal import Tombstones


class Kept(StrEnum):
    """What is kept for a time."""

    WAITING = "waiting"  # nobody decided on it
    HELD = "held"  # it was put aside
    DECLINED = "declined"  # its words
    PUBLISHED = "published"  # or approved, and never published
    COUNTED = "counted"  # voices whose words are gone: only counted, or declined
    QUESTIONS = "questions"  # what was asked, and answered: it is not counted


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many days each thing goes, and for how many days that is announced before."""

    waiting: int = 365
    held: int = 180
    declined: int = 90
    published: int = 1825
    counted: int = 1825
    questions: int = 180
    warning: int = 30

    def of(self, kept: Kept) -> int:
        """Return after how many days this goes."""
        return int(getattr(self, kept))


@dataclass(frozen=True, slots=True)
class Going:
    """How many of something go on a day."""

    kept: Kept
    day: date
    number: int


_DECIDED = "(SELECT max(substr(at, 1, 10)) FROM decisions WHERE submission = submissions.id)"
_RELEASED = "(SELECT released_on FROM releases WHERE number = submissions.released_in)"
# Which rows each is about, and the day from which on its days are counted.
_VOICES = {
    Kept.WAITING: ("state = 'waiting' AND section NOT IN ('hold', 'lead')", "day_received"),
    Kept.HELD: ("state = 'waiting' AND section IN ('hold', 'lead')", f"coalesce({_DECIDED}, day_received)"),
    Kept.DECLINED: ("state = 'declined' AND words IS NOT NULL", _DECIDED),
    Kept.PUBLISHED: ("state = 'approved'", f"coalesce({_RELEASED}, {_DECIDED}, day_received)"),
    Kept.COUNTED: (
        "(state = 'counted' OR state = 'declined' AND words IS NULL)",
        f"coalesce({_RELEASED}, {_DECIDED}, day_received)",
    ),
}
_WHOLE = (Kept.WAITING, Kept.HELD, Kept.PUBLISHED, Kept.COUNTED)
_QUESTIONS = "unread = 0"  # an answer that nobody has read yet is not lost


def going(intake: sqlite3.Connection, limits: Limits, today: date, days: int) -> list[Going]:
    """Return what goes on which day until so many days from now; what is over its time already goes today."""
    totals: Counter[tuple[date, Kept]] = Counter()
    for kept in Kept:
        for day, number in _going(intake, limits, today, kept):
            totals[day, kept] += number
    last = today + timedelta(days=days)
    return [Going(kept, day, number) for (day, kept), number in sorted(totals.items()) if day <= last]


def announced(intake: sqlite3.Connection) -> list[Going]:
    """Return what the last run said would go soon. Reads a small table alone."""
    rows = intake.execute("SELECT what, day, number FROM going ORDER BY day, what")
    return [Going(Kept(what), date.fromisoformat(day), number) for what, day, number in rows]


def run(
    intake: sqlite3.Connection,
    published: sqlite3.Connection,
    thresholds: Thresholds,
    tombstones: Tombstones,
    counts: Counts,
    limits: Limits,
    today: date,
) -> dict[Kept, int]:
    """Let go of everything that is over its time, from every file; returns how many of each went.

    Safe to run at any time; what a run that died left behind, the next one finishes, and counts nothing twice.

    Raises:
        StorageError: a `-wal` file may still hold it; run it again.
    """
    bury(intake, published, tombstones.ids(), thresholds)
    due = over(intake, limits, today)  # looking through all voices takes long, and the doors must be able to write
    with immediate(intake):
        gone = let_go(intake, limits, today, due)
    erase_left(intake, published, thresholds, tombstones, time.time())
    wipe(intake)  # even if nothing went now: an earlier run may have died just before this
    counts.note(intake)
    _announce(intake, limits, today)
    return gone


def over(intake: sqlite3.Connection, limits: Limits, today: date) -> dict[Kept, list[int]]:
    """Return the voices that are over their time, and were announced for long enough."""
    return {kept: _over(intake, limits, today, kept) for kept in _WHOLE}


def let_go(
    intake: sqlite3.Connection, limits: Limits, today: date, due: Mapping[Kept, Iterable[int]]
) -> dict[Kept, int]:
    """Let go of what is `over`, in intake.db alone: inside a transaction of a caller's, who erases what is leaving."""
    _note_limits(intake, limits, today)
    gone = {kept: _leave(intake, limits, today, kept, due[kept]) for kept in _WHOLE}
    gone[Kept.DECLINED] = expire_now(intake, today, declined_days=limits.declined)
    gone[Kept.QUESTIONS] = _forget_questions(intake, limits, today)
    _count(intake, gone, today)
    return {kept: number for kept, number in gone.items() if number}


def _going(intake: sqlite3.Connection, limits: Limits, today: date, kept: Kept) -> Iterator[tuple[date, int]]:
    earliest = max(today, _not_before(intake, limits, today, kept))
    for began, number in _by_day(intake, kept):
        day = date.fromisoformat(began) + timedelta(days=limits.of(kept) + 1)
        yield max(day, earliest), number


def _by_day(intake: sqlite3.Connection, kept: Kept) -> Iterator[tuple[str, int]]:
    """Give from which days on how many are counted."""
    if kept is Kept.QUESTIONS:
        rows = intake.execute(f"SELECT day, count(*) FROM questions WHERE {_QUESTIONS} GROUP BY day")  # noqa: S608 - ours
    else:
        which, began = _VOICES[kept]
        rows = intake.execute(f"SELECT {began} AS began, count(*) FROM submissions WHERE {which} GROUP BY began")  # noqa: S608 - ours
    yield from ((began, number) for began, number in rows if began is not None)


def _over(intake: sqlite3.Connection, limits: Limits, today: date, kept: Kept) -> list[int]:
    if _not_before(intake, limits, today, kept) > today:
        return []
    which, began = _VOICES[kept]
    rows = intake.execute(f"SELECT id FROM submissions WHERE {which} AND {began} < ?", (_before(limits, today, kept),))  # noqa: S608 - ours
    return [row[0] for row in rows]


def _leave(intake: sqlite3.Connection, limits: Limits, today: date, kept: Kept, due: Iterable[int]) -> int:
    """Let whole voices leave as if they were taken back, with no minute to undo it; returns how many.

    One that somebody decided on meanwhile is over its time no more, and stays.
    """
    which, began = _VOICES[kept]
    still = f"id = ? AND {which} AND {began} < ?"
    rows = [(submission, _before(limits, today, kept)) for submission in due]
    gone = intake.executemany(f"INSERT INTO leaving SELECT id, state, 0 FROM submissions WHERE {still}", rows).rowcount  # noqa: S608 - ours
    leaves = f"UPDATE submissions SET state = 'leaving', version = version + 1 WHERE {still}"  # noqa: S608 - ours
    intake.executemany(leaves, rows)
    return max(gone, 0)


def _before(limits: Limits, today: date, kept: Kept) -> str:
    return (today - timedelta(days=limits.of(kept))).isoformat()


def _forget_questions(intake: sqlite3.Connection, limits: Limits, today: date) -> int:
    if _not_before(intake, limits, today, Kept.QUESTIONS) > today:
        return 0
    before = _before(limits, today, Kept.QUESTIONS)
    return intake.execute(f"DELETE FROM questions WHERE {_QUESTIONS} AND day < ?", (before,)).rowcount  # noqa: S608 - ours


def _note_limits(intake: sqlite3.Connection, limits: Limits, today: date) -> None:
    """Remember since when each limit is announced, and that it was today."""
    rows = [(kept, limits.of(kept), _since(intake, limits, today, kept), today.isoformat()) for kept in Kept]
    intake.executemany("INSERT OR REPLACE INTO limits VALUES (?, ?, ?, ?)", rows)


def _since(intake: sqlite3.Connection, limits: Limits, today: date, kept: Kept) -> str:
    """Return the day on which a limit was first announced.

    It begins anew when the limit gets shorter, when nothing was announced for a while, and when a clock was wrong.
    """
    row = intake.execute("SELECT days, since, seen FROM limits WHERE what = ?", (kept,)).fetchone()
    if row is None or limits.of(kept) < row[0]:
        return today.isoformat()
    silent = today - date.fromisoformat(row[2])
    return str(row[1]) if timedelta() <= silent <= timedelta(days=limits.warning) else today.isoformat()


def _not_before(intake: sqlite3.Connection, limits: Limits, today: date, kept: Kept) -> date:
    """Return the first day on which something of this may go: when its limit was announced for long enough."""
    if kept is Kept.DECLINED:  # whoever declined it has seen that the words go
        return today
    return date.fromisoformat(_since(intake, limits, today, kept)) + timedelta(days=limits.warning)


def _count(intake: sqlite3.Connection, gone: dict[Kept, int], today: date) -> None:
    """Write down how many went, in the transaction in which they go: so none is counted twice, nor forgotten."""
    run_of = secrets.token_hex(8)
    rows = [(run_of, kept, f"{today:%Y-%m}", gone[kept]) for kept in _VOICES if gone[kept]]
    intake.executemany("INSERT INTO expired VALUES (?, ?, ?, ?)", rows)


def _announce(intake: sqlite3.Connection, limits: Limits, today: date) -> None:
    soon = going(intake, limits, today, limits.warning)
    rows = [(one.kept, one.day.isoformat(), one.number) for one in soon]
    with immediate(intake):
        intake.execute("DELETE FROM going")
        intake.executemany("INSERT INTO going VALUES (?, ?, ?)", rows)
