"""Erases what has been kept for long enough, and the words of those who were asked and did not answer in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.arriving import FOLDING_DAYS
from storage.model import State
from storage.opening import immediate, wipe
from storage.permission import settle_overdue
from storage.submissions import ERASED

if TYPE_CHECKING:
    import sqlite3
    from datetime import date


def expire(intake: sqlite3.Connection, today: date, *, declined_days: int) -> int:
    """Erase the words of voices declined more than `declined_days` ago, and old marks of mails; returns how many words.

    Raises:
        StorageError: a `-wal` file may still hold them; run it again.
    """
    with immediate(intake):
        erased = expire_now(intake, today, declined_days=declined_days)
    wipe(intake)  # even if nothing was erased now: an earlier run may have died just before this
    return erased


def expire_now(intake: sqlite3.Connection, today: date, *, declined_days: int) -> int:
    """Do it inside a transaction of a caller's, who then wipes the file."""
    before = (today - timedelta(days=declined_days)).isoformat()
    erased = intake.execute(
        f"UPDATE submissions SET {ERASED}, version = version + 1 "  # noqa: S608 - ours
        "WHERE state = ? AND words IS NOT NULL "
        "AND ? > (SELECT max(at) FROM decisions WHERE submission = submissions.id)",
        (State.DECLINED, before),
    ).rowcount
    settle_overdue(intake, today)
    intake.execute("DELETE FROM deliveries WHERE day < ?", ((today - timedelta(days=FOLDING_DAYS)).isoformat(),))
    return erased
