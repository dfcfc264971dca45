"""What a change left to be done after its commit, remembered in intake.db itself until it is done.

Rewriting a file takes long, so whoever changed something is answered before; a crash in between forgets nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from storage.opening import immediate, wipe
from storage.syncing import sync

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from storage.release import Thresholds


class Due(StrEnum):
    """What is left to be done."""

    WIPE = "wipe"  # words were hidden: the file may still hold them somewhere
    SYNC = "sync"  # a published voice changed: published.db still shows it as it was
    TELL = "tell"  # a release went out: what it held back is not told yet (`storage.release_note.put` does)


def mark(conn: sqlite3.Connection, due: Due) -> None:
    """Remember that this is due. Runs inside the transaction of the change that makes it so."""
    conn.execute("INSERT INTO due VALUES (?, 1) ON CONFLICT (what) DO UPDATE SET times = times + 1", (due,))


def what_is_due(conn: sqlite3.Connection) -> dict[Due, int]:
    """Return what is due, and how often it became so."""
    return {Due(what): times for what, times in conn.execute("SELECT what, times FROM due")}


def finish(intake: sqlite3.Connection, published: sqlite3.Connection, thresholds: Thresholds) -> None:
    """Do what is due and needs no words; what becomes due meanwhile stays so.

    Raises:
        StorageError: a `-wal` file may still hold what was removed; all of it stays due.
    """
    seen = what_is_due(intake)
    if Due.SYNC in seen:
        sync(intake, published, thresholds)
    if Due.WIPE in seen:
        wipe(intake)
    forget(intake, {what: times for what, times in seen.items() if what is not Due.TELL})


def forget(intake: sqlite3.Connection, done: Mapping[Due, int]) -> None:
    """Take off what was done, unless it became due again meanwhile."""
    with immediate(intake):
        intake.executemany("DELETE FROM due WHERE what = ? AND times = ?", list(done.items()))
