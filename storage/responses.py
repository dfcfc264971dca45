"""What councils did with what people said: written at the desk, shown to whoever has the receipt code.

Every function takes an open connection to intake.db.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.consent import last_answer
from storage.decisions import Reason
from storage.due import Due, mark
from storage.errors import Refused
from storage.model import Consent, State
from storage.permission import asked_by_code
from storage.questions import asked, was_answered
from storage.submissions import find, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from storage.keys import Keys
    from storage.permission import AskedWhether
    from storage.questions import Asked

LONGEST = 2_000  # characters
COLUMNS = "id, kind, text, day, everyone, theme"
# What a second person let out, more than a minute ago: until then it can be called back.
OUT = "approver IS NOT NULL AND goes_at <= CAST(strftime('%s', 'now') AS INTEGER)"


class ResponseKind(StrEnum):
    """What became of it."""

    CHANGED = "changed"
    PLANNED = "planned"
    CANNOT = "cannot-change"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to one voice or to several. `text` is a council's own words, never a person's.

    `everyone`: anybody may read it, once a voice that it answers is in the collection (see `storage.news`); `theme`:
    the one it is about, if it answers all who spoke of it.
    """

    id: int
    kind: ResponseKind
    text: str
    day: date
    everyone: bool = False
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class NewResponse:
    """An answer that somebody wrote, to those who asked or to `everyone`. Only fiction has its `approver` at once."""

    kind: ResponseKind
    text: str
    account: str
    day: date
    everyone: bool = False
    theme: str | None = None
    approver: str | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What someone with the code is told. It never holds the words.

    `published` says that a release holds the voice, or counts it; `reason` why it was declined; `later` that the
    answer about consent holds from the next release on; `begun` that somebody has begun to read it; `question` waits
    for their answer, and `answered` says that they gave the last one; `whether` it may go out is asked, or was.
    """

    state: State
    published: bool
    consent: Consent
    reason: Reason | None
    responses: tuple[Response, ...]
    later: bool = False
    begun: bool = False
    question: Asked | None = None
    answered: bool = False
    whether: AskedWhether | None = None


def draft(conn: sqlite3.Connection, new: NewResponse, submissions: Sequence[int]) -> int:
    """Keep an answer to voices until a second person lets it out; returns its id.

    Runs inside a transaction of its caller's.

    Raises:
        Refused: there is no text, it is too long, or there is no such voice.
    """
    text = checked(new.text)
    if not submissions:
        raise Refused("Choose at least one voice to answer.")
    response = secrets.randbits(63)
    row = (response, new.kind, text, new.account, new.day.isoformat(), new.everyone, new.theme, new.approver)
    conn.execute("INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", row)
    for submission in dict.fromkeys(submissions):
        read(conn, submission)  # says so if it is gone
        conn.execute("INSERT INTO answered VALUES (?, ?)", (submission, response))
    return response


def checked(text: str) -> str:
    """Return the text of an answer as it is kept. Raises `Refused` if there is none, or too much."""
    text = text.strip()
    if not text:
        raise Refused("Write what changed, what is planned, or why it can't change.")
    if len(text) > LONGEST:
        raise Refused(f"Make it shorter: {LONGEST} characters are the most.")
    return text


def take_back(conn: sqlite3.Connection, response: int) -> None:
    """Remove a response for everyone. Runs inside a transaction of its caller's. Raises `Refused` if it is gone."""
    if not conn.execute("DELETE FROM responses WHERE id = ?", (response,)).rowcount:
        raise Refused("This answer is gone already.")
    conn.execute("DELETE FROM answered WHERE response = ?", (response,))
    mark(conn, Due.SYNC)  # the figures of what became of it change


def responses_to(conn: sqlite3.Connection, submission: int) -> tuple[Response, ...]:
    """Return the answers to a voice that were let out, by the day they were given."""
    rows = conn.execute(
        f"SELECT {COLUMNS} FROM responses JOIN answered ON response = id "  # noqa: S608 - ours
        f"WHERE submission = ? AND {OUT} ORDER BY day, id",
        (submission,),
    )
    return tuple(from_row(row) for row in rows)


def status(conn: sqlite3.Connection, keys: Keys, code: str) -> Status | None:
    """Say where the voice is that a receipt code stands for; None if there is none (any more)."""
    submission = find(conn, keys, code)
    if submission is None:
        return None
    voice = read(conn, submission, leaving=True)
    if voice.state is State.LEAVING:
        return Status(voice.state, published=False, consent=voice.consent, reason=None, responses=())
    consent = last_answer(conn, submission) or voice.consent
    return Status(
        state=voice.state,
        published=voice.released_in is not None,
        consent=consent,
        reason=_reason(conn, submission) if voice.state is State.DECLINED else None,
        responses=responses_to(conn, submission),
        later=consent is not voice.consent,
        question=asked(conn, submission),
        answered=was_answered(conn, submission),
        whether=asked_by_code(conn, submission),
        begun=conn.execute("SELECT 1 FROM decisions WHERE submission = ?", (submission,)).fetchone() is not None,
    )


def _reason(conn: sqlite3.Connection, submission: int) -> Reason | None:
    row = conn.execute(
        "SELECT reason FROM decisions WHERE submission = ? AND action IN ('decline', 'decline-together') "
        "ORDER BY id DESC LIMIT 1",
        (submission,),
    ).fetchone()
    return Reason(row[0]) if row and row[0] else None


def from_row(row: tuple[int, str, str, str, int, str | None]) -> Response:
    """Return a response out of its `COLUMNS`."""
    number, kind, text, day, everyone, theme = row
    return Response(number, ResponseKind(kind), text, date.fromisoformat(day), bool(everyone), theme)
