"""Takes a voice back from everywhere: intake.db, published.db, the search index, the `-wal` files, later restores."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from storage.model import Consent, State
from storage.opening import immediate, sync_folder
from storage.submissions import find
from storage.syncing import sync

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from storage.keys import Keys
    from storage.release import Thresholds

_LONG_OVER = 5 * 60  # seconds
_ID = re.compile(r"[0-9a-f]{16}")
_LOST = re.compile(r"lost ([0-9a-f]{16})")


class Tombstones:
    """The random ids of voices that were taken back, in a file (0600) that a restored backup doesn't overwrite."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, *submissions: int) -> None:
        """Write ids down; they are on the disk when this returns."""
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="ascii") as handle:
            for submission in submissions:
                handle.write(f"\n{submission:016x}\n")  # on a line of its own, even after one cut short by a power cut
            handle.flush()
            os.fsync(descriptor)
        sync_folder(self._path.parent)

    def ids(self) -> list[int]:
        """Return every id ever written; a line cut short by a power cut was never acted on, and is left out."""
        return [int(line, 16) for line in self._lines() if _ID.fullmatch(line)]

    def began_anew(self, *moments: int) -> None:
        """Remember that the list of what was removed was lost then (seconds since 1970): before, it is not whole."""
        with self._path.open("a", encoding="ascii") as handle:
            handle.writelines(f"\nlost {moment:016x}\n" for moment in moments)

    def lost(self) -> list[int]:
        """Return when the list was lost."""
        return [int(found[1], 16) for found in map(_LOST.fullmatch, self._lines()) if found]

    def _lines(self) -> list[str]:
        return self._path.read_text("ascii").splitlines() if self._path.exists() else []


def withdraw(
    intake: sqlite3.Connection,
    published: sqlite3.Connection,
    keys: Keys,
    code: str,
    *,
    thresholds: Thresholds,
    tombstones: Tombstones,
) -> bool:
    """Erase the voice that `code` stands for, everywhere and at once; returns False if there is none.

    A crash in the middle leaves the tombstone, and the next `bury` finishes.

    Raises:
        StorageError: it is gone from both databases, but a `-wal` file may still hold it; run `bury` again.
    """
    submission = find(intake, keys, code)
    if submission is None:
        return False
    tombstones.add(submission)
    bury(intake, published, [submission], thresholds)
    return True


def is_unfinished(intake: sqlite3.Connection, published: sqlite3.Connection, tombstones: Tombstones) -> bool:
    """Tell whether a withdrawal or a release was cut short.

    A voice is kept although buried, or long after it left; or not as many are shown as were released.
    """
    if intake.execute("SELECT 1 FROM leaving WHERE until < strftime('%s', 'now') - ?", (_LONG_OVER,)).fetchone():
        return True
    for submission in tombstones.ids():
        if intake.execute("SELECT 1 FROM submissions WHERE id = ?", (submission,)).fetchone():
            return True
    (released,) = intake.execute(
        "SELECT count(*) FROM submissions WHERE state = ? AND released_in IS NOT NULL AND consent != ?",
        (State.APPROVED, Consent.COUNT),
    ).fetchone()
    return bool(published.execute("SELECT count(*) FROM voices").fetchone() != (released,))


def bury(
    intake: sqlite3.Connection, published: sqlite3.Connection, submissions: Iterable[int], thresholds: Thresholds
) -> None:
    """Erase these voices if they are (still, or again) there. Safe to run at any time, and after a restore."""
    with immediate(intake):
        for submission in submissions:
            intake.execute("DELETE FROM submissions WHERE id = ?", (submission,))
        for table in ("receipts", "answered", "hidings", "consents", "leaving", "stayed"):
            intake.execute(f"DELETE FROM {table} WHERE submission NOT IN (SELECT id FROM submissions)")  # noqa: S608 - ours
        # An answer may repeat what somebody said, and nobody is left who could read it.
        intake.execute("DELETE FROM responses WHERE id NOT IN (SELECT response FROM answered)")
    sync(intake, published, thresholds)
