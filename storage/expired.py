"""How many went because their time was over, by what they were and month: a file that a restored backup leaves alone.

It holds numbers and nothing else; a run's random mark tells one line from another that says the same.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from storage.opening import sync_folder

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

EXPIRED = "care-voice-expired.txt"  # the same file, beside copies
_LINE = re.compile(r"(?P<month>\d{4}-\d\d) (?P<what>[a-z]+) (?P<number>\d{1,9}) (?P<run>[0-9a-f]{16});")


class Counts:
    """The file (0600)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, intake: sqlite3.Connection) -> None:
        """Write down what intake.db counted and isn't here yet; it is on the disk when this returns."""
        rows = intake.execute("SELECT month, what, number, run FROM expired ORDER BY month, what, run")
        lines = [f"{month} {what} {number} {run};" for month, what, number, run in rows]
        there = set(self.lines())
        new = [line for line in lines if line not in there]
        if new:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "a", encoding="ascii") as handle:
                handle.write("\n".join(["", *new, ""]))  # begins a line, even after one that was cut short
                handle.flush()
                os.fsync(descriptor)
            sync_folder(self._path.parent)

    def replay(self, intake: sqlite3.Connection) -> None:
        """Let an older copy of intake.db know what it doesn't count yet."""
        found = [match for match in map(_LINE.fullmatch, self.lines()) if match]
        rows = [(one["run"], one["what"], one["month"], int(one["number"])) for one in found]
        intake.executemany("INSERT OR IGNORE INTO expired VALUES (?, ?, ?, ?)", rows)

    def lines(self) -> list[str]:
        """Return every whole line."""
        if not self._path.exists():
            return []
        return [line for line in self._path.read_text("ascii").splitlines() if _LINE.fullmatch(line)]

    def totals(self) -> dict[tuple[str, str], int]:
        """Return how many went, by month and what they were."""
        totals: Counter[tuple[str, str]] = Counter()
        for found in filter(None, map(_LINE.fullmatch, set(self.lines()))):
            totals[found["month"], found["what"]] += int(found["number"])
        return dict(sorted(totals.items()))
