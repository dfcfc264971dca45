"""What was removed, and must not come back with an older copy: random ids, versions and places; never a word.

Later answers about consent are among it: an older copy would quote again what may not be quoted any more.

A plain list of lines that lies beside the copies and only grows. Without intake.db its ids mean nothing to anybody.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.consent import answer_later
from storage.decisions import Action, mask, record, remember_hiding
from storage.errors import Refused
from storage.leaving import stay_again
from storage.model import Consent, State
from storage.opening import immediate, sync_folder
from storage.permission import DAYS, ask_again, summarise_again
from storage.questions import hide_whole_answer
from storage.submissions import ERASED, Submission, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from storage.withdrawal import Tombstones

LIST = "care-voice-removed.txt"
RESTORE = "restore"  # who decisions made by a restore are from
_BEGINNING = 1_000  # versions: more than one voice ever gets between two restores
_HEADER = "# Keep this beside the copies: it keeps what was taken back from coming back with them."
_LINE = re.compile(  # the semicolon tells a whole line from one cut short by a power cut
    r"(?P<what>gone|lost|leaving|stayed|erased|declined|hidden|answer|quote|read|count|asked|summary) "
    r"(?P<id>[0-9a-f]{16})"
    r"(?: (?P<version>\d{1,9})(?: (?P<length>\d{1,9}) (?P<spans>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*))?)?;"
)


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many voices a restore buried, hid words of, erased the words of, and put back for people to read again."""

    gone: int = 0
    hidden: int = 0
    erased: int = 0
    withheld: int = 0


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
    return {line for line in content.decode("ascii", "replace").splitlines() if _LINE.fullmatch(line)}


def buried(ids: Iterable[int]) -> set[str]:
    """Return the lines of voices that were taken back."""
    return {f"gone {submission:016x};" for submission in ids}


def noted(tombstones: Tombstones) -> set[str]:
    """Return the lines of what a deployment's tombstones know: who was taken back, and when the list was lost."""
    return buried(tombstones.ids()) | {f"lost {moment:016x};" for moment in tombstones.lost()}


def lost_at(lines: Iterable[str]) -> list[int]:
    """Return when the list was lost (seconds since 1970): of what was removed before, it doesn't know everything."""
    return [int(found["id"], 16) for found in map(_LINE.fullmatch, lines) if found and found["what"] == "lost"]


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
    return [int(found["id"], 16) for found in map(_LINE.fullmatch, lines) if found and found["what"] == "gone"]


def settle_minutes(intake: sqlite3.Connection, lines: Iterable[str]) -> set[str]:
    """Decide on every voice that left, by its last minute: one that came back stays, any other was taken back.

    Returns the lines of those that were, also where an Undo is in no list: in doubt nobody's words come back.
    """
    last: dict[int, tuple[int, bool]] = {}
    for found in filter(None, map(_LINE.fullmatch, {*lines, *removed_in(intake)})):
        if found["what"] in {"leaving", "stayed"} and found["version"]:
            known = int(found["id"], 16)
            last[known] = max(last.get(known, (0, False)), (int(found["version"]), found["what"] == "stayed"))
    with immediate(intake):
        for submission, (version, came_back) in last.items():
            if came_back:
                stay_again(intake, submission, version)
    return buried(submission for submission, (_, came_back) in last.items() if not came_back)


def replay(intake: sqlite3.Connection, lines: Iterable[str]) -> Replayed:
    """Remove again what was removed after this intake.db was copied. What was taken back is left to `bury`.

    Words are hidden just where they were. Where that can't be done for certain they are erased.
    """
    about: dict[int, _About] = defaultdict(_About)
    answers: list[tuple[int, int]] = []
    for found in filter(None, map(_LINE.fullmatch, lines)):
        if found["what"] == "answer":
            answers.append((int(found["id"], 16), int(found["version"] or 1)))
        else:
            about[int(found["id"], 16)].add(found)
    counts = [0, 0, 0, 0]
    with immediate(intake):
        for submission, removed in about.items():
            there = "SELECT 1 FROM submissions WHERE id = ? AND (? OR state != ?)"  # who is leaving is to be buried
            if intake.execute(there, (submission, removed.gone, State.LEAVING)).fetchone():
                counts = [sum(pair) for pair in zip(counts, _replay(intake, submission, removed), strict=True)]
        for question, version in answers:
            hide_whole_answer(intake, question, version)
        # What people decide from here on is newer than anything that the list or any copy made until now knows.
        intake.execute("UPDATE submissions SET version = version + ?", (_BEGINNING,))
    return Replayed(*counts)


@dataclass(slots=True)
class _About:
    """What the list says about one voice."""

    gone: bool = False
    erased: bool = False
    declined: int = 0  # the last version that was declined
    hidden: list[tuple[int, int, str]] = field(default_factory=list)  # version, length, spans
    asked: int = 0  # the last version that its person was asked about
    summary: int = 0  # the version in which a summary took the place of the words
    answered: tuple[int, Consent] = (0, Consent.COUNT)  # the last answer about consent that came later

    def add(self, found: re.Match[str]) -> None:
        """Take in a line."""
        if found["what"] == "hidden" and found["spans"]:
            self.hidden.append((int(found["version"]), int(found["length"]), found["spans"]))
        self.gone |= found["what"] == "gone"
        self.erased |= found["what"] == "erased"
        if found["what"] == "declined" and found["version"]:
            self.declined = max(self.declined, int(found["version"]))
        if found["what"] == "asked" and found["version"]:
            self.asked = max(self.asked, int(found["version"]))
        if found["what"] == "summary" and found["version"]:
            self.summary = max(self.summary, int(found["version"]))
        if found["what"] in set(Consent) and found["version"]:
            self.answered = max(self.answered, (int(found["version"]), Consent(found["what"])))


def _replay(intake: sqlite3.Connection, submission: int, removed: _About) -> tuple[bool, bool, bool, bool]:
    """Do it for one voice; tells whether it was taken back, hidden, erased, or put back among those that wait."""
    if removed.gone:
        return True, False, False, False
    copied = read(intake, submission)
    late = sorted(one for one in removed.hidden if one[0] >= copied.version)
    version, consent = removed.answered
    if version > copied.version:
        answer_later(intake, copied, consent)
    if removed.summary > copied.version and not summarise_again(intake, read(intake, submission)):
        answer_later(intake, read(intake, submission), Consent.COUNT)
        removed.erased = True
    if copied.words is not None and (removed.erased or not _hide(intake, copied, late)):
        _erase(intake, read(intake, submission))
        late, erased = [], True
    else:
        erased = False
    withheld = removed.declined > copied.version and _withhold(intake, read(intake, submission))
    if removed.asked > copied.version:
        ask_again(intake, read(intake, submission), removed.asked, date.today() + timedelta(days=DAYS))
    return False, bool(late) and copied.words is not None, erased, withheld and not erased


def _hide(intake: sqlite3.Connection, copied: Submission, hidings: list[tuple[int, int, str]]) -> bool:
    """Hide again, in turn, what was hidden; returns False if these are not the words that it was hidden in."""
    for version, length, spans in hidings:
        voice = read(intake, copied.id)
        if voice.words is None or len(voice.words.text) != length:
            return False
        try:
            mask(intake, voice, RESTORE, [_span(one) for one in spans.split(",")])
        except Refused:
            return False
        remember_hiding(intake, voice.id, version, length, spans)
    return True


def _span(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    return int(start), int(end)


def _erase(intake: sqlite3.Connection, voice: Submission) -> None:
    """Erase the words; what was only to be counted waits to be counted, anything else counts as declined."""
    counts = voice.consent is Consent.COUNT and voice.theme is not None and voice.kind is not None
    intake.execute(
        f"UPDATE submissions SET {ERASED}, state = ? WHERE id = ?",  # noqa: S608 - ours
        (State.APPROVED if counts else State.DECLINED, voice.id),
    )
    intake.execute("UPDATE submissions SET released_in = NULL WHERE id = ? AND state = ?", (voice.id, State.DECLINED))


def _withhold(intake: sqlite3.Connection, voice: Submission) -> bool:
    """Put a voice that was declined later back among those that wait: what people thought of it then is lost.

    Approvals from before don't count any more, nor does the first of two.
    """
    if voice.state not in {State.APPROVED, State.WAITING}:
        return False
    intake.execute(
        "UPDATE submissions SET state = ?, released_in = NULL, version = version + 1 WHERE id = ?",
        (State.WAITING, voice.id),
    )
    record(intake, voice.id, RESTORE, Action.UNDO)
    return voice.state is State.APPROVED
