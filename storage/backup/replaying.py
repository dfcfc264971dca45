"""Removes from an older copy of intake.db, in memory, what the list of removed things knows was removed since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.backup.removed import LINE, buried, removed_in
from storage.consent import answer_later
from storage.decisions import Action, mask, record, remember_hiding
from storage.errors import Refused
from storage.leaving import stay_again
from storage.model import Consent, State
from storage.opening import immediate
from storage.permission import DAYS, ask_again, summarise_again
from storage.questions import hide_whole_answer
from storage.submissions import ERASED, Submission, read

if TYPE_CHECKING:
    import re
    import sqlite3
    from collections.abc import Iterable

RESTORE = "restore"  # who decisions made by a restore are from
_BEGINNING = 1_000  # versions: more than one voice ever gets between two restores


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many voices a restore buried, hid words of, erased the words of, and put back for people to read again."""

    gone: int = 0
    hidden: int = 0
    erased: int = 0
    withheld: int = 0


def settle_minutes(intake: sqlite3.Connection, lines: Iterable[str]) -> set[str]:
    """Decide on every voice that left, by its last minute: one that came back stays, any other was taken back.

    Returns the lines of those that were, also where an Undo is in no list: in doubt nobody's words come back.
    """
    last: dict[int, tuple[int, bool]] = {}
    for found in filter(None, map(LINE.fullmatch, {*lines, *removed_in(intake)})):
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
    for found in filter(None, map(LINE.fullmatch, lines)):
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
