"""What a look over the wording finds: where it stands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.fluent_files import Entry
    from intake.wording import Wording


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to change; or, as a `note`, only to know. `key` is the message, or empty for a whole file."""

    file: str
    line: int
    key: str
    wrong: str
    note: bool = False

    def shown(self, say: Wording) -> str:
        """Return it as one line."""
        where = say("wording-where", file=self.file, line=self.line) if self.line else self.file
        return f"{where}: {self.key}: {self.wrong}" if self.key else f"{where}: {self.wrong}"


@dataclass(frozen=True, slots=True)
class Said:
    """A message of one language with its parts filled in by examples, as a person may read it."""

    language: str
    entry: Entry
    text: str
    ours: bool  # it comes with care-voice

    def finding(self, wrong: str) -> Finding:
        """Return that something is wrong with it."""
        return Finding(self.entry.file, self.entry.line, self.entry.key, wrong)
