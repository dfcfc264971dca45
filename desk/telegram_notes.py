"""Leaves notes in the data folder of what the running service alone knows of Telegram, for `care-voice doctor` to read.

They are empty files: that one is there, and since when, is all that it says. One that can't be left stops nothing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TelegramNotes:
    """The notes in folder `data`."""

    data: Path

    def forget(self) -> None:
        """Take both away, as a service does that starts: what it meets it notes again."""
        self.shut()
        with suppress(OSError):
            self._others.unlink(missing_ok=True)

    def opened(self) -> None:
        """Note that the door is open: there is a token."""
        _leave(self._open)

    def shut(self) -> None:
        """Take that away."""
        with suppress(OSError):
            self._open.unlink(missing_ok=True)

    def met_others(self) -> None:
        """Note that somebody else takes the bot's messages, now."""
        _leave(self._others)

    def is_open(self) -> bool:
        """Tell whether a service opened the door, and hasn't shut it."""
        return self._open.exists()

    def last_met_others(self) -> datetime | None:
        """Return when (UTC) somebody else was last noted; None if never since the service was started."""
        with suppress(FileNotFoundError):
            return datetime.fromtimestamp(self._others.stat().st_mtime, UTC)
        return None

    @property
    def _open(self) -> Path:
        return self.data / "telegram-open"

    @property
    def _others(self) -> Path:
        return self.data / "telegram-others"


def _leave(path: Path) -> None:
    with suppress(OSError):
        path.touch(mode=0o600)
