"""What people found when they tried to tell who a voice is from: the verdicts of the motivated-intruder drill.

The standard is the ICO's ("How do we ensure anonymisation is effective?"). Verdicts are written down for ever, by
account and day, and hold no words. Functions take an open connection to intake.db.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.consent import answer_later
from storage.decisions import Action, Reason, decline, record, withhold
from storage.errors import Refused
from storage.model import Consent, State
from storage.permission import asking
from storage.ready import READY, parameters
from storage.submissions import load_words, read

if TYPE_CHECKING:
    from datetime import datetime

    from storage.model import RedactedWords
    from storage.submissions import Submission

MOST = 5_000  # voices that are looked through at once: some seconds


class Verdict(StrEnum):
    """Who could tell whose voice it is."""

    NOBODY = "nobody"
    KNOWS = "who-knows-them"
    ANYONE = "anyone"


class Follows(StrEnum):
    """What follows from a verdict."""

    NOTHING = "nothing"
    HIDE = "hide"
    ASK = "ask"
    DECLINE = "decline"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A voice that is about to be published, or is already (`published` is its number then).

    `cleared` says that somebody looked at it as it stands and that nothing had to follow.
    """

    id: int
    version: int
    words: RedactedWords
    details: tuple[str | None, ...]  # council, age band and speaker
    theme: str | None
    published: int | None
    cleared: bool
    distressing: bool = False  # it may be hard to read, so no list shows how it begins


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict, as it was written down."""

    verdict: Verdict
    follows: Follows
    account: str
    on: date


def candidates(conn: sqlite3.Connection, until: datetime | None = None) -> list[Candidate]:
    """Return the voices whose words the next release would show, or the lab shows already; at most `MOST`."""
    ready = f"({READY})"
    shown = "(state = 'approved' AND released_in IS NOT NULL)"
    rows = conn.execute(
        f"SELECT *, {ready} AS enters, {_CLEARED} AS cleared FROM submissions "  # noqa: S608 - ours
        f"WHERE ({ready} OR {shown}) AND words IS NOT NULL AND consent != :count "
        "ORDER BY enters DESC, id LIMIT :most",
        {**parameters(until), "count": Consent.COUNT, "most": MOST},
    )
    rows.row_factory = sqlite3.Row
    return [_candidate(row) for row in rows]


# The last verdict said that nothing has to follow, and no word was hidden since.
_CLEARED = (
    "coalesce((SELECT follows = 'nothing' AND NOT EXISTS (SELECT 1 FROM decisions WHERE "
    "submission = drills.submission AND action = 'hide' AND id > drills.after) "
    "FROM drills WHERE submission = submissions.id ORDER BY drills.id DESC LIMIT 1), 0)"
)


def judge(
    conn: sqlite3.Connection, voice: Submission, account: str, verdict: Verdict, follows: Follows, today: date
) -> None:
    """Write a verdict down and do what follows from it. Runs inside a transaction of its caller's.

    What has to be hidden or asked waits to be read again, and leaves the lab meanwhile.

    Raises:
        Refused: the voice changed since it was read, is not about to be published, or the two don't go together.
    """
    if voice.state is not State.APPROVED or voice.words is None:
        raise Refused("This voice is not about to be published any more. Look at the list again.")
    if read(conn, voice.id).version != voice.version:
        raise Refused("Somebody else changed this voice meanwhile. Read it again before you decide.")
    _must_go_together(conn, voice, verdict, follows)
    (after,) = conn.execute("SELECT coalesce(max(id), 0) FROM decisions WHERE submission = ?", (voice.id,)).fetchone()
    conn.execute(
        "INSERT INTO drills (submission, after, verdict, follows, account, day) VALUES (?, ?, ?, ?, ?, ?)",
        (voice.id, after, verdict, follows, account, today.isoformat()),
    )
    if follows in (Follows.HIDE, Follows.ASK):
        withhold(conn, voice, account)
    elif follows is Follows.DECLINE:
        decline(conn, voice, account, Reason.IDENTIFIES)
    elif follows is Follows.COUNT:
        answer_later(conn, voice, Consent.COUNT)
        record(conn, voice.id, account, Action.COUNT)


def found(conn: sqlite3.Connection, submission: int) -> list[Found]:
    """Return every verdict on a voice, last one first."""
    rows = conn.execute(
        "SELECT verdict, follows, account, day FROM drills WHERE submission = ? ORDER BY id DESC", (submission,)
    )
    return [Found(Verdict(said), Follows(then), account, date.fromisoformat(day)) for said, then, account, day in rows]


def _must_go_together(conn: sqlite3.Connection, voice: Submission, verdict: Verdict, follows: Follows) -> None:
    if follows is not Follows.NOTHING:
        return
    if verdict is Verdict.ANYONE:
        raise Refused("If anyone could tell who it is, it can't go out as it stands. Choose what follows.")
    asked = asking(conn, voice.id)
    if verdict is Verdict.KNOWS and (asked is None or asked.answer is None):
        raise Refused(
            "Someone who knows them could tell who it is: hide more, or ask the person first. It can go out as it "
            "stands once they have said that it may."
        )


def _candidate(row: sqlite3.Row) -> Candidate:
    words = load_words(row["words"], row["hidden"], row["suggestions"], row["jigsaw"])
    assert words is not None  # noqa: S101 - the query asked for those that have words
    return Candidate(
        id=row["id"],
        version=row["version"],
        words=words,
        details=(row["council"], row["age_band"], row["speaker"]),
        theme=row["theme"],
        published=None if row["enters"] else row["public_id"],
        cleared=bool(row["cleared"]),
        distressing=bool(row["urgent"] or row["warnings"] or row["content_notes"]),
    )
