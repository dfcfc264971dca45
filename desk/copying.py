"""Looks after the copies while the service runs: one every so many days, and the list of what was removed beside them.

A copy is made by a process of its own, which gives its memory back and keeps nobody waiting.
"""

from __future__ import annotations

import subprocess
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from desk.backup import copies_folder
from desk.copied import now
from desk.noting import note_removed
from desk.supervise import OURSELVES
from storage.backup.folder import newest

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.settings import Settings

_log = structlog.get_logger("desk")
_MINUTE = 60.0
_HOUR = 60 * _MINUTE


class Copying:
    """Does it, whenever it is called; does nothing where no folder for copies is set."""

    def __init__(self, settings: Settings, files: Files) -> None:
        self._settings = settings
        self._files = files
        self._running: subprocess.Popen[bytes] | None = None
        self._next_look = self._next_try = time.monotonic()

    def __call__(self) -> None:
        """Do what is due, without waiting for anything."""
        if not self._settings.backup.folder:
            return
        if self._running is not None and self._running.poll() is not None:
            self._ended(self._running.returncode)
        if time.monotonic() >= self._next_look:
            self._next_look = time.monotonic() + _MINUTE
            self._look()

    def note(self) -> None:
        """Note beside the copies what was removed until now."""
        if not self._settings.backup.folder:
            return
        try:
            note_removed(self._files, copies_folder(self._settings, self._files))
        except Exception as error:  # noqa: BLE001 - the doors have to stay open whatever is wrong here
            _log.error("backup-list", room="desk", outcome="failed", error=type(error).__name__)

    def _look(self) -> None:
        self.note()
        if self._running is None and time.monotonic() >= self._next_try and is_due(self._settings):
            self._next_try = time.monotonic() + _HOUR
            argv = [*OURSELVES, "--data", str(self._files.data), "backup"]
            self._running = subprocess.Popen(argv, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves

    def _ended(self, status: int) -> None:
        self._running = None
        if status:
            _log.error("backup", room="desk", outcome="failed")
        else:
            _log.info("backup", room="desk", outcome="made")


def is_due(settings: Settings) -> bool:
    """Tell whether the newest copy is as old as [backup] days allows, or there is none."""
    made = newest(Path(settings.backup.folder))
    return made is None or now() - made >= timedelta(days=settings.backup.days)
