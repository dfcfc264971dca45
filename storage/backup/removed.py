"""What was removed, and must not come back with an older copy: random ids, versions and places; never a word.

Later answers about consent are among it: an older copy would quote again what may not be quoted any more.

A plain list of lines that lies beside the copies and only grows. Without intake.db its ids mean nothing to anybody.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from storage.decisions import Action
from storage.model import State
from storage.opening import sync_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from storage.withdrawal import Tombstones

LIST = "care-voice-removed.txt"
_HEADER = "# Keep this beside the copies: it keeps what was taken back from coming back with them."
LINE = re.compile(  # the semicolon tells a whole line from one cut short by a power cut
    r"(?P<what>gone|lost|leaving|stayed|erased|declined|hidden|answer|quote|read|count|asked|summary) "
    r"(?P<id>[0-9a-f]{16})"
    r"(?: (?P<version>\d{1,9})(?: (?P<length>\d{1,9}) (?P<spans>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*))?)?;"
)


class RemovedList:
    """The list in a folder of copies."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LIST

    def lines(self) -> set[str]:
        """Return every whole line; one cut short by a power cut is left out, for it is written again."""
        return whole_lines(self.path.read_bytes()) if self.path.exists() else set()

    def add(self, lines: Iterable[str]) -> None:
        """Write down what isn't there yet; it is on the disk when this returns."""
        new = sorted(set(lines) - self.lines())
        if new or not self.path.exists():
            header = () if self.path.exists() else (_HEADER,)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "a", encoding="ascii") as handle:
                handle.write("\n".join(["", *header, *new, ""]))  # begins a line, even after one that was cut short
                handle.flush()
                os.fsync(descriptor)
            sync_folder(self.path.parent)


def whole_lines(content: bytes) -> set[str]:
    """Return the lines of a list that can be read."""
    return {line for line in content.decode("ascii", "replace").splitlines() if LINE.fullmatch(line)}


def buried(ids: Iterable[int]) -> set[str]:
    """Return the lines of voices that were taken back."""
    return {f"gone {submission:016x};" for submission in ids}


def noted(tombstones: Tombstones) -> set[str]:
    """Return the lines of what a deployment's tombstones know: who was taken back, and when the list was lost."""
    return buried(tombstones.ids()) | {f"lost {moment:016x};" for moment in tombstones.lost()}


def lost_at(lines: Iterable[str]) -> list[int]:
    """Return when the list was lost (seconds since 1970): of what was removed before, it doesn't know everything."""
    return [int(found["id"], 16) for found in map(LINE.fullmatch, lines) if found and found["what"] == "lost"]


def removed_in(intake: sqlite3.Connection) -> set[str]:
    """Return the lines of what intake.db itself knows: hidden and erased words, declined voices, later answers."""
    lines = {f"erased {row[0]:016x};" for row in intake.execute("SELECT id FROM submissions WHERE words IS NULL")}
    declined = intake.execute("SELECT id, version FROM submissions WHERE state = ?", (State.DECLINED,))
    lines |= {f"declined {submission:016x} {version};" for submission, version in declined}
    withheld = intake.execute(  # what a drill put back among those that wait: an older copy would show it
        "SELECT id, version FROM submissions WHERE state = ? "
        "AND id IN (SELECT submission FROM decisions WHERE action = ?)",
        (State.WAITING, Action.WITHHOLD),
    )
    lines |= {f"declined {submission:016x} {version};" for submission, version in withheld}
    later = intake.execute("SELECT consent, submission, version FROM consents")
    lines |= {f"{consent} {submission:016x} {version};" for consent, submission, version in later}
    minutes = intake.execute(  # who left, and who came back within the minute
        "SELECT 'leaving', submission, version FROM leaving JOIN submissions ON submissions.id = submission "
        "UNION ALL SELECT 'stayed', submission, version FROM stayed"
    )
    lines |= {f"{what} {submission:016x} {version};" for what, submission, version in minutes}
    answers = intake.execute("SELECT id, version FROM questions WHERE version > 1")
    lines |= {f"answer {question:016x} {version};" for question, version in answers}
    asked = intake.execute("SELECT answer, submission, version FROM permissions WHERE answer IS NOT 'as-it-is'")
    lines |= {
        f"{'summary' if answer else 'asked'} {submission:016x} {version};" for answer, submission, version in asked
    }
    hidings = intake.execute("SELECT submission, version, length, spans FROM hidings")
    return lines | {f"hidden {row[0]:016x} {row[1]} {row[2]} {row[3]};" for row in hidings}


def buried_ids(lines: Iterable[str]) -> list[int]:
    """Return the ids of voices that were taken back."""
    return [int(found["id"], 16) for found in map(LINE.fullmatch, lines) if found and found["what"] == "gone"]
