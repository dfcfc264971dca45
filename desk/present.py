"""What a deployment in place knows that no restore over it may lose: what was removed, and who may moderate."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from storage.accounts import AccountRows, account_rows
from storage.backup.removed import removed_in
from storage.backup.snapshot import deserialized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk.deployment import Files


@dataclass(frozen=True, slots=True)
class Present:
    """Lines of what its intake.db knows was removed, how many voices are in it, and its accounts, if readable."""

    removed: frozenset[str]
    voices: int
    accounts: AccountRows | None


def look(files: Files) -> Present | None:
    """Read the intake.db in place; None if it is missing, or damaged beyond reading. Empties a -wal that a crash left.

    Raises:
        StorageError: it could be read, were it not for what the message says.
    """
    if not files.intake_db.exists() or not files.intake_db.stat().st_size:
        return None
    try:
        with closing(files.open_intake()) as intake:
            return _present(intake)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        return None


def look_again(files: Files, held: Iterable[BinaryIO]) -> Present | None:
    """Do what `look` does through the files that `alone_with` gave: opening the database would end its locks."""
    wal = files.intake_db.with_name(f"{files.intake_db.name}-wal")
    if wal.exists() and wal.stat().st_size:
        return None  # `look` had emptied it, unless there was nothing to be read
    for handle in held:
        if Path(handle.name) == files.intake_db:
            with suppress(sqlite3.DatabaseError), closing(deserialized(handle.read())) as intake:
                return _present(intake)
    return None


def _present(intake: sqlite3.Connection) -> Present:
    removed = frozenset(removed_in(intake))
    (voices,) = intake.execute("SELECT count(*) FROM submissions").fetchone()
    try:
        return Present(removed, voices, account_rows(intake))
    except sqlite3.DatabaseError:  # what was removed counts for more
        return Present(removed, voices, None)
