"""A story that someone who knows the person could recognise: whoever has its code is asked whether it may go out.

While they are asked the voice stands in a state of its own, out of which nothing is released and nothing can be
approved: intake.db itself refuses. What is answered is done to what is kept. A summary takes the place of the words; of
what is only counted the words are erased. Who has said nothing until the last day has not said yes: then too the words
are erased, and the summary or the count is all that is left to go out. No time of an answer is kept. Functions take an
open connection to intake.db, and run inside a transaction of their caller's if they change anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.consent import answer_later
from storage.decisions import Action, may_decide, record
from storage.due import Due, mark
from storage.errors import Refused
from storage.model import Consent, Section, State
from storage.questions import Came, brought_answer, open_question
from storage.repeating import repeats
from storage.submissions import ERASED, find, read

if TYPE_CHECKING:
    import sqlite3

    from storage.keys import Keys
    from storage.submissions import Submission

DAYS = 28  # that somebody has to answer, unless settings say otherwise
LONGEST = 600  # characters of a summary
MARKED = "Summary by the people who check messages: "  # how one begins wherever it is read
_A_COPY = 6  # words in a row that a summary and the words share
# Crossed, so that SQLite begins with the few that are asked (sqlite.org/optoverview.html, 8.2).
_ASKED = (
    "FROM permissions CROSS JOIN submissions ON submissions.id = submission WHERE answer IS NULL AND state = 'asked' "
    "AND (:hidden IS NULL OR coalesce(council, '') != :hidden)"
)


class Permission(StrEnum):
    """What somebody said, or didn't."""

    AS_IT_IS = "as-it-is"
    SUMMARY = "summary"
    COUNT = "count"
    NO_ANSWER = "no-answer"


SAYABLE = (Permission.AS_IT_IS, Permission.SUMMARY, Permission.COUNT)


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked about a voice: until when, in place of what, and what was answered. Without `summary`: a count."""

    last_day: date
    summary: str = field(repr=False)
    answer: Permission | None

    @property
    def offered(self) -> tuple[Permission, ...]:
        """Return what can be answered."""
        return tuple(each for each in SAYABLE if self.summary or each is not Permission.SUMMARY)


@dataclass(frozen=True, slots=True)
class AskedWhether:
    """The same for whoever has the code, who may not be who said it: without the summary."""

    last_day: date
    offered: tuple[Permission, ...]
    answer: Permission | None


def ask_permission(
    conn: sqlite3.Connection, voice: Submission, account: str, summary: str, today: date, days: int = DAYS
) -> None:
    """Ask whoever has the code of a voice that waits. `summary` is a moderator's own words, or empty.

    Raises:
        Refused: it doesn't wait, or waits for somebody else; it lacks a theme or a kind, has no words to be recognised
            by, was asked something else, or changed since it was read; or the summary is too long or holds their words.
    """
    summary = " ".join(summary.split())
    may_decide(conn, voice, account)
    _refuse_unready(conn, voice)
    _refuse_summary(voice, summary)
    version = _move(conn, voice, State.ASKED)
    last = today + timedelta(days=days)
    _put(conn, voice.id, version, last, summary)
    record(conn, voice.id, account, Action.PERMISSION)


def stop_asking(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    """Let a voice wait for a decision again, as it did before. Raises `Refused` if it was answered meanwhile."""
    if voice.state is not State.ASKED:
        raise Refused("Nothing is asked about this voice any more. Read the page again.")
    conn.execute("DELETE FROM permissions WHERE submission = ?", (voice.id,))
    _move(conn, voice, State.WAITING)
    record(conn, voice.id, account, Action.UNDO)


def asking(conn: sqlite3.Connection, submission: int) -> Asking | None:
    """Return what was asked about a voice last, and what was answered; None if nothing was."""
    row = conn.execute(
        "SELECT last_day, summary, answer FROM permissions WHERE submission = ?", (submission,)
    ).fetchone()
    if row is None:
        return None
    return Asking(date.fromisoformat(row[0]), row[1], Permission(row[2]) if row[2] else None)


def asked_by_code(conn: sqlite3.Connection, submission: int) -> AskedWhether | None:
    """Return what whoever has the code is told of it; None if nothing was asked. Never the summary, nor the words."""
    asked = asking(conn, submission)
    return None if asked is None else AskedWhether(asked.last_day, asked.offered, asked.answer)


def permit(
    conn: sqlite3.Connection, keys: Keys, code: str, said: Permission, today: date, update: int | None = None
) -> Came:
    """Do what somebody with the code says. `update` is the Telegram update that brought it, and may come again."""
    if update is not None and brought_answer(conn, update):
        return Came.AGAIN
    submission = find(conn, keys, code)
    asked = None if submission is None else asking(conn, submission)
    if submission is None or asked is None or said not in asked.offered or asked.last_day < today:
        return Came.GONE
    voice = read(conn, submission, leaving=True)
    if voice.state is not State.ASKED:
        return Came.GONE
    _settle(conn, voice, asked, said)
    if update is not None:
        conn.execute("INSERT INTO answers_brought VALUES (?)", (update,))
    return Came.KEPT


def settle_overdue(conn: sqlite3.Connection, today: date) -> int:
    """Erase the words of those who have not answered in time; returns of how many."""
    rows = conn.execute(
        "SELECT submission FROM permissions WHERE answer IS NULL AND last_day < ?", (today.isoformat(),)
    )
    voices = [read(conn, row[0], leaving=True) for row in rows.fetchall()]
    overdue = [voice for voice in voices if voice.state is State.ASKED]  # who is leaving is erased, or comes back
    for voice in overdue:
        if asked := asking(conn, voice.id):
            _settle(conn, voice, asked, Permission.NO_ANSWER)
    return len(overdue)


def in_question(conn: sqlite3.Connection, hidden: str | None = None, limit: int = 50) -> list[tuple[int, date, date]]:
    """Return (voice, day it came in, last day to answer) of those who are asked, the first to end first.

    Those about a council that is `hidden` from whoever asks are left out.
    """
    rows = conn.execute(
        f"SELECT submission, day_received, last_day {_ASKED} ORDER BY last_day, submission LIMIT :limit",
        {"hidden": hidden, "limit": limit},
    )
    return [(number, date.fromisoformat(came), date.fromisoformat(last)) for number, came, last in rows]


def count_in_question(conn: sqlite3.Connection, hidden: str | None = None) -> int:
    """Return how many of them there are; of one that is leaving nobody is told."""
    return int(conn.execute(f"SELECT count(*) {_ASKED}", {"hidden": hidden}).fetchone()[0])


def ask_again(conn: sqlite3.Connection, voice: Submission, version: int, last_day: date) -> None:
    """Put a voice out of an older copy back to where it was asked about. What was its summary nobody knows any more."""
    if voice.words is not None and voice.state in {State.WAITING, State.APPROVED}:
        conn.execute("UPDATE submissions SET state = ?, released_in = NULL WHERE id = ?", (State.ASKED, voice.id))
        _put(conn, voice.id, version, last_day, "")


def summarise_again(conn: sqlite3.Connection, voice: Submission) -> bool:
    """Put its summary in the place of the words in an older copy, if that knows it; False if it doesn't."""
    asked = asking(conn, voice.id)
    if voice.state is not State.ASKED or asked is None or not asked.summary:
        return False
    _settle(conn, voice, asked, Permission.NO_ANSWER)
    return True


def _settle(conn: sqlite3.Connection, voice: Submission, asked: Asking, said: Permission) -> None:
    conn.execute("UPDATE permissions SET answer = ? WHERE submission = ?", (said, voice.id))
    if said is Permission.AS_IT_IS:
        _move(conn, voice, State.WAITING)
    elif said is Permission.COUNT or not asked.summary or voice.consent is Consent.COUNT:
        _count(conn, voice)
    else:
        _summarise(conn, voice, asked.summary)


def _count(conn: sqlite3.Connection, voice: Submission) -> None:
    """Erase the words, and let the voice be counted."""
    answer_later(conn, voice, Consent.COUNT)
    conn.execute(
        f"UPDATE submissions SET {ERASED}, state = ?, version = version + 1 WHERE id = ?",  # noqa: S608 - ours
        (State.APPROVED, voice.id),
    )
    mark(conn, Due.WIPE)


def _summarise(conn: sqlite3.Connection, voice: Submission, summary: str) -> None:
    """Put the summary in the place of the words, for people to approve."""
    _move(conn, voice, State.WAITING)
    conn.execute(
        "UPDATE submissions SET words = ?, hidden = '{}', suggestions = '[]', jigsaw = '', warnings = '' WHERE id = ?",
        (MARKED + summary, voice.id),
    )
    conn.execute("UPDATE permissions SET version = ? WHERE submission = ?", (voice.version + 1, voice.id))
    mark(conn, Due.WIPE)


def _refuse_unready(conn: sqlite3.Connection, voice: Submission) -> None:
    if voice.state is not State.WAITING:
        raise Refused(f"This voice is {voice.state} already.")
    if voice.theme is None or voice.kind is None:
        raise Refused("Choose a theme and a kind first: without them it can't even be counted.")
    if voice.words is None or voice.consent is Consent.COUNT:
        raise Refused("This voice is only counted: nobody will read it, so nobody can be recognised. Approve it.")
    if asked := asking(conn, voice.id):
        if asked.answer is not Permission.AS_IT_IS:
            raise Refused("This is a summary already: hide more of it, or decline it.")
        raise Refused("They said already that it may go out as it is.")
    if open_question(conn, voice.id) is not None:
        raise Refused("You asked something else already. Wait for the answer, or take that question back first.")


def _refuse_summary(voice: Submission, summary: str) -> None:
    if len(summary) > LONGEST:
        raise Refused(f"Make the summary shorter: {LONGEST} characters are the most.")
    if voice.words is not None and repeats(summary, voice.words.text, _A_COPY):
        raise Refused(f"Use words of your own in the summary: {_A_COPY} words in a row are the person's.")


def _put(conn: sqlite3.Connection, submission: int, version: int, last_day: date, summary: str) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO permissions (submission, version, last_day, summary) VALUES (?, ?, ?, ?)",
        (submission, version, last_day.isoformat(), summary),
    )


def _move(conn: sqlite3.Connection, voice: Submission, state: State) -> int:
    """Move a voice on that is still as it was read; returns its new version."""
    came_back = state is State.WAITING and voice.section in {Section.NONE, Section.SECOND, Section.RETURNED}
    section, account = (Section.RETURNED, "") if came_back else (voice.section, voice.set_by)
    moved = conn.execute(
        "UPDATE submissions SET state = ?, section = ?, set_by = ?, version = version + 1 WHERE id = ? AND version = ?",
        (state, section, account, voice.id, voice.version),
    ).rowcount
    if not moved:
        read(conn, voice.id)  # says so if it is gone
        raise Refused("Somebody else changed this voice meanwhile. Read it again before you decide.")
    return voice.version + 1
