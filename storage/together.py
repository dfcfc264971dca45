"""One decision about many voices that a filter took for spam, and taking it back. Urgent ones are never among them.

Every function takes an open connection to intake.db; what changes something runs inside a transaction of its caller's.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from storage.claims import claimed
from storage.decisions import Action, Reason, decline, undo
from storage.errors import Refused
from storage.model import State
from storage.queue import OPENING
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

MOST = 500  # voices in one decision
_LATEST = 4 * MOST  # decisions: more than anybody takes in the minute in which they can be undone
_WAITING = (  # neither state nor flag is a parameter, so that SQLite sees which index this is
    "FROM submissions INDEXED BY taken_for_spam "
    "WHERE state = 'waiting' AND section NOT IN ('hold', 'lead') AND urgent = 0 "
    "AND instr(' ' || flags || ' ', ' spam ') AND (:hidden IS NULL OR coalesce(council, '') != :hidden)"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A voice that waits and was taken for spam, as it was when it was looked at; `opening` is how it begins."""

    id: int
    version: int
    day: date
    opening: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Together:
    """Many voices that one account declined at once, at a time in UTC, and none of which was decided on again."""

    at: str
    voices: tuple[int, ...]


def count_spam(conn: sqlite3.Connection, hidden: str | None = None) -> int:
    """Return how many voices that aren't urgent wait and were taken for spam, but for a council's that are `hidden`."""
    return int(conn.execute(f"SELECT count(*) {_WAITING}", {"hidden": hidden}).fetchone()[0])


def spam(conn: sqlite3.Connection, hidden: str | None = None) -> list[Taken]:
    """Return the oldest of them, as many as one decision may be about."""
    rows = conn.execute(
        f"SELECT id, version, day_received, substr(words, 1, :opening) {_WAITING} "
        "ORDER BY day_received, id LIMIT :most",
        {"opening": OPENING, "hidden": hidden, "most": MOST},
    )
    return [Taken(number, version, date.fromisoformat(day), words or "") for number, version, day, words in rows]


def decline_spam(
    conn: sqlite3.Connection, seen: Iterable[tuple[int, int]], account: str, hidden: str | None = None
) -> Together:
    """Decline those of the voices (id, version) that still are as they were seen, if any; returns which.

    What came in, was changed or opened by somebody meanwhile stays where it is.
    """
    still = {(one.id, one.version) for one in spam(conn, hidden)}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    voices = [read(conn, number) for number, version in dict.fromkeys(seen) if (number, version) in still]
    voices = [voice for voice in voices if not _is_read_by_another(conn, voice.id, account)]
    for voice in voices:
        decline(conn, voice, account, Reason.SPAM, together_at=at)
    return Together(at, tuple(voice.id for voice in voices))


def _is_read_by_another(conn: sqlite3.Connection, submission: int, account: str) -> bool:
    held = claimed(conn, submission, time.time())
    return held is not None and held.account != account


def declined_together(conn: sqlite3.Connection, account: str, since: datetime) -> list[Together]:
    """Return what an account declined at once since then and can be undone, the last first."""
    rows = conn.execute(
        f"SELECT one.at, one.submission FROM (SELECT * FROM decisions ORDER BY id DESC LIMIT {_LATEST:d}) AS one "  # noqa: S608 - a number
        "JOIN submissions ON submissions.id = one.submission WHERE account = ? AND action = ? AND at >= ? "
        "AND state = ? AND words IS NOT NULL "
        "AND one.id = (SELECT max(id) FROM decisions WHERE submission = one.submission) ORDER BY one.id DESC",
        (account, Action.TOGETHER, since.isoformat(timespec="seconds"), State.DECLINED),
    )
    found: dict[str, list[int]] = {}
    for at, submission in rows:
        found.setdefault(at, []).append(submission)
    return [Together(at, tuple(voices)) for at, voices in found.items()]


def undo_together(conn: sqlite3.Connection, account: str, at: str, since: datetime) -> int:
    """Put voices that were declined at once back among those that wait; returns how many.

    Raises:
        Refused: there is none (any more) that this account declined at that time.
    """
    together = next((each for each in declined_together(conn, account, since) if each.at == at), None)
    if together is None:
        raise Refused("There is nothing left to undo.")
    for number in together.voices:
        undo(conn, read(conn, number), account)
    return len(together.voices)
