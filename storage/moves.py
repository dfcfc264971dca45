"""What moderators do with a voice that waits besides approving and declining it; and undoing each of it.

Each is written down for ever by a code; what somebody adds in words of their own goes with the words of the voice, and
never repeats them. Functions run inside a transaction of their caller's, and refuse a voice that changed since it was
read.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.accounts import names_with
from storage.decisions import Action, _change, may_decide, put, put_back, record, undo
from storage.errors import Refused
from storage.model import Section, State
from storage.repeating import repeats
from storage.roles import Role

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from storage.model import ContentNote, Outcome
    from storage.submissions import Submission

LONGEST_NOTE, LONGEST_HOLD = 300, 90  # characters, days
_IN_A_ROW = 3  # so many words of a note that stand in the voice too repeat it
_PUT = frozenset({Action.HOLD, Action.OPINION, Action.ESCALATE, Action.BACK})
CHOSEN = frozenset({Action.SORT, Action.OUTCOME, Action.CONTENT})
_COLUMNS = frozenset({"theme", "kind", "outcomes", "content_notes"})
UNDOABLE = frozenset({Action.APPROVE, Action.SECOND, Action.DECLINE}) | _PUT | CHOSEN


class HoldReason(StrEnum):
    """Why a voice waits until a day."""

    ANSWER = "wait-for-answer"
    ADVICE = "need-advice"
    TIME = "need-time"


class OpinionReason(StrEnum):
    """Why somebody else should look at a voice."""

    IDENTIFIES = "may-identify"
    LANGUAGE = "other-language"
    UPSETTING = "too-upsetting"
    UNSURE = "not-sure"


class LeadReason(StrEnum):
    """Why the safeguarding lead should look at a voice."""

    SELF = "risk-to-self"
    OTHERS = "risk-from-others"
    TO_OTHERS = "risk-to-others"
    WORRIED = "worried"


class BackReason(StrEnum):
    """Why a voice goes back among those to read."""

    LOOKED = "looked-at"
    DONE = "acted-on"
    NOT_NEEDED = "not-needed"


def hold(
    conn: sqlite3.Connection,
    voice: Submission,
    account: str,
    reason: HoldReason,
    until: date,
    *,
    today: date,
    note: str = "",
) -> None:
    """Let a voice wait until a day, on which it comes back.

    Raises:
        Refused: the day is past or too far, the note is no note, it doesn't wait, or it changed since it was read.
    """
    if not today < until <= today + timedelta(days=LONGEST_HOLD):
        raise Refused(f"Choose a day from tomorrow on, within {LONGEST_HOLD} days.")
    may_decide(conn, voice, account)
    kept = checked_note(note, voice)
    put(conn, voice, account, Action.HOLD, Section.HOLD, reason, until=until, note=kept)


def ask_second(
    conn: sqlite3.Connection, voice: Submission, account: str, reason: OpinionReason, note: str = ""
) -> None:
    """Ask any other moderator to decide on a voice. Raises `Refused` as `hold` does."""
    may_decide(conn, voice, account)
    put(conn, voice, account, Action.OPINION, Section.SECOND, reason, note=checked_note(note, voice))


def escalate(conn: sqlite3.Connection, voice: Submission, account: str, reason: LeadReason, note: str = "") -> None:
    """Give a voice to the safeguarding lead. Raises `Refused` as `hold` does, or if they have it."""
    if voice.section is Section.LEAD:
        raise Refused("The safeguarding lead has this voice already.")
    put(conn, voice, account, Action.ESCALATE, Section.LEAD, reason, note=checked_note(note, voice))


def send_back(conn: sqlite3.Connection, voice: Submission, account: str, reason: BackReason, note: str = "") -> None:
    """Put a voice that was set aside back among those to read. Raises `Refused` as `hold` does, or if it is there."""
    if voice.section in {Section.NONE, Section.RETURNED}:
        raise Refused("This voice is among those to read already.")
    leads = names_with(conn, Role.LEAD) if voice.section is Section.LEAD else []
    if leads and account not in leads:
        raise Refused("Only the safeguarding lead can send this voice back.")
    put(conn, voice, account, Action.BACK, Section.RETURNED, reason, note=checked_note(note, voice))


def set_outcomes(
    conn: sqlite3.Connection, voice: Submission, account: str, outcomes: Sequence[Outcome], at: str | None = None
) -> None:
    """Say what a voice is evidence for. Raises `Refused` if it changed since it was read."""
    _choose(conn, voice, account, Action.OUTCOME, ("outcomes", " ".join(outcomes), " ".join(voice.outcomes)), at)


def set_content_notes(
    conn: sqlite3.Connection, voice: Submission, account: str, notes: Sequence[ContentNote], at: str | None = None
) -> None:
    """Say what somebody should know before they read a voice. Raises `Refused` if it changed since it was read."""
    new = ("content_notes", " ".join(notes), " ".join(voice.content_notes))
    _choose(conn, voice, account, Action.CONTENT, new, at)


def undo_last(conn: sqlite3.Connection, voice: Submission, account: str) -> None:
    """Take back what somebody did with a voice last, whatever it was.

    Raises:
        Refused: it was somebody else's decision or none, it can't be undone, or the voice changed since it was read.
    """
    rows = _last_decisions(conn, voice.id)
    if not rows or rows[0][0] != account or rows[0][1] not in UNDOABLE:
        raise Refused("There is nothing of yours to undo here: somebody has done something else since, or it is gone.")
    if rows[0][1] in CHOSEN:
        _undo_choices(conn, voice, account, rows)
    elif rows[0][1] in _PUT:
        _must_wait(voice)
        put_back(conn, voice)
        record(conn, voice.id, account, Action.UNDO_CHOICE)
    else:
        undo(conn, voice, account)


def checked_note(note: str, voice: Submission) -> str:
    """Return a note on one line. Raises `Refused` if it is too long or repeats the words of the voice."""
    note = " ".join(note.split())
    if len(note) > LONGEST_NOTE:
        raise Refused(f"Make your note shorter: {LONGEST_NOTE} characters are the most.")
    if voice.words is not None and repeats(note, voice.words.text, _IN_A_ROW):
        raise Refused("Your note repeats what was said. Say what you want to know in words of your own.")
    return note


def _choose(
    conn: sqlite3.Connection,
    voice: Submission,
    account: str,
    action: Action,
    choice: tuple[str, str, str],
    at: str | None,
) -> None:
    column, new, old = choice
    _change(conn, voice, {column: new})
    record(conn, voice.id, account, action, new or None, was=f"{column}={old}", at=at)


def _undo_choices(
    conn: sqlite3.Connection, voice: Submission, account: str, rows: list[tuple[str, str, str, str | None]]
) -> None:
    """Take back all that was chosen with one press: at one time, by one account."""
    values: dict[str, object] = {}
    for who, action, at, was in rows:
        if (who, at) != (account, rows[0][2]) or action not in CHOSEN or was is None:
            break
        values |= _replaced(was)
    _change(conn, voice, values)
    record(conn, voice.id, account, Action.UNDO_CHOICE)


def _replaced(was: str) -> dict[str, object]:
    """Return what a choice replaced, by column."""
    pairs = (each.partition("=")[::2] for each in was.split(";"))
    nothing = {"theme": None, "kind": None}
    return {column: old or nothing.get(column, "") for column, old in pairs if column in _COLUMNS}


def _last_decisions(conn: sqlite3.Connection, submission: int) -> list[tuple[str, str, str, str | None]]:
    """Return (account, action, time, what it replaced) of the last decisions about a voice, last one first."""
    return conn.execute(
        "SELECT account, action, at, was FROM decisions WHERE submission = ? ORDER BY id DESC LIMIT 10", (submission,)
    ).fetchall()


def _must_wait(voice: Submission) -> None:
    if voice.state is not State.WAITING:
        raise Refused(f"This voice is {voice.state} already.")
