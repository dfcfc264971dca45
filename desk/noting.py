"""Notes beside the copies what was removed, as soon as it is: an older copy would bring it back otherwise."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from storage.backup.removed import RemovedList, noted, removed_in
from storage.errors import StorageError
from storage.expired import EXPIRED, Counts
from storage.intake_db import read_intake

if TYPE_CHECKING:
    from desk.deployment import Files


def note_removed(files: Files, folder: Path) -> None:
    """Write down beside the copies what was removed and isn't written there yet."""
    with closing(read_intake(files.intake_db, demo=files.demo)) as intake:
        lines = removed_in(intake) | noted(files.tombstones)
        Counts(folder / EXPIRED).note(intake)
    RemovedList(folder).add(lines)


def is_noted(files: Files, copies: str) -> bool:
    """Do it in the folder for copies that is set, if one is; returns False if that failed: what is removed stays so."""
    if not copies:
        return True
    try:
        if not Path(copies).is_absolute():
            return False
        note_removed(files, Path(copies))
    except (OSError, StorageError, sqlite3.Error):
        return False
    return True
