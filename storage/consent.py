"""What somebody with the code answers later about the use of their words. A tighter answer holds at once, everywhere.

A looser one about a voice that the lab shows already waits for the next release: else it would tell the day it came.
No time is kept, so that nothing can be laid beside a mail server's log. Functions take an open connection to
intake.db, inside a transaction of their caller's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from storage.due import Due, mark
from storage.model import Consent, State
from storage.submissions import find, read
from storage.young import may_be_young

if TYPE_CHECKING:
    import sqlite3

    from storage.keys import Keys
    from storage.submissions import Submission

_OPENNESS = {Consent.COUNT: 0, Consent.READ: 1, Consent.QUOTE: 2}


class Changed(StrEnum):
    """What became of a later answer."""

    DONE = "done"
    LATER = "later"  # it holds from the next release on
    WIPED = "wiped"  # the words are erased: there is nothing left to use
    NEVER = "never"  # under-16s are not quoted, whatever is answered


def change_consent(conn: sqlite3.Connection, keys: Keys, code: str, consent: Consent) -> Changed | None:
    """Take a later answer in; None if no voice belongs to the code (any more).

    Whoever calls has to do what becomes due (see `storage.due`) before they say that it is done.
    """
    submission = find(conn, keys, code)
    voice = None if submission is None else read(conn, submission, leaving=True)
    return None if voice is None or voice.state is State.LEAVING else answer_later(conn, voice, consent)


def answer_later(conn: sqlite3.Connection, voice: Submission, consent: Consent) -> Changed:
    """Do it for a voice that was just read."""
    if voice.words is None:
        return Changed.WIPED
    if consent is Consent.QUOTE and may_be_young(voice.age_band, voice.flags):
        return Changed.NEVER
    loosens = _OPENNESS[consent] > _OPENNESS[voice.consent]
    if loosens and voice.released_in is not None:
        _remember(conn, voice, consent)
        return Changed.LATER
    _remember(conn, voice, consent)
    conn.execute("UPDATE submissions SET consent = ? WHERE id = ?", (consent, voice.id))
    if loosens and voice.consent is Consent.COUNT:
        _let_people_read_again(conn, voice)
    if voice.released_in is not None:
        mark(conn, Due.SYNC)
    return Changed.DONE


def last_answer(conn: sqlite3.Connection, submission: int) -> Consent | None:
    """Return the last answer that came later; None if there was none."""
    row = conn.execute("SELECT consent FROM consents WHERE submission = ?", (submission,)).fetchone()
    return None if row is None else Consent(row[0])


def _remember(conn: sqlite3.Connection, voice: Submission, consent: Consent) -> None:
    conn.execute("UPDATE submissions SET version = version + 1 WHERE id = ?", (voice.id,))
    conn.execute(
        "INSERT INTO consents VALUES (?, ?, ?, 0) ON CONFLICT (submission) DO UPDATE "
        "SET version = excluded.version, consent = excluded.consent",
        (voice.id, voice.version + 1, consent),
    )


def _let_people_read_again(conn: sqlite3.Connection, voice: Submission) -> None:
    """Let people decide anew: they approved that it is counted, and perhaps not that others read it."""
    conn.execute(
        "UPDATE submissions SET state = ? WHERE id = ? AND state = ?", (State.WAITING, voice.id, State.APPROVED)
    )
    conn.execute(
        "UPDATE consents SET after = (SELECT coalesce(max(id), 0) FROM decisions WHERE submission = ?) "
        "WHERE submission = ?",
        (voice.id, voice.id),
    )
