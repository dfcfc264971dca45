"""What the desk asks whoever has the code of a voice, and what they answer: redacted as a voice is, never published.

There is one open question for each voice. A question and its answer are erased with the words of their voice, by the
tables themselves: whatever erases those can't forget them. No time of an answer is kept. Functions take an open
connection to intake.db, and run inside a transaction of their caller's if they change anything.
"""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.decisions import MARK, Action, masked_words, record
from storage.due import Due, mark
from storage.errors import Refused
from storage.model import ENGLISH, State
from storage.submissions import dump_hidden, dump_suggestions, find, load_words, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.keys import Keys
    from storage.model import RedactedWords
    from storage.submissions import Submission

LONGEST = 500  # characters of a question: it is read on a phone


class Standing(StrEnum):
    """What became of a question."""

    OPEN = "open"
    ANSWERED = "answered"
    RATHER_NOT = "rather-not"


class Came(StrEnum):
    """What became of an answer on its way in."""

    KEPT = "kept"
    AGAIN = "again"  # this very update brought it before
    GONE = "gone"  # the question isn't open any more, or its voice is gone


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the desk's own words. `answer` is redacted; `unread`: nobody at the desk has seen it yet."""

    id: int
    submission: int
    text: str
    account: str
    day: date
    standing: Standing
    answer: RedactedWords | None
    language: str
    unread: bool
    version: int


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question, as whoever has the code is shown it."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer on its way in to an open question; without `words` they would rather not. `update` may come again."""

    question: int
    update: int
    words: RedactedWords | None = None
    urgent: bool = False
    language: str = ENGLISH


def ask(conn: sqlite3.Connection, voice: Submission, text: str, account: str, day: date) -> int:
    """Ask whoever has the code of a voice; returns the question's id.

    Raises:
        Refused: there is no text, it is too long, another question is open, or there are no words to ask about.
    """
    text = text.strip()
    if not text:
        raise Refused("Write your question first.")
    if len(text) > LONGEST:
        raise Refused(f"Make it shorter: {LONGEST} characters are the most.")
    kept = read(conn, voice.id)
    if kept.state is State.ASKED:
        raise Refused("They are asked already whether it may go out. One question at a time is enough.")
    if kept.words is None:
        raise Refused("The words of this voice were erased: there is nothing left to ask about.")
    if open_question(conn, voice.id) is not None:
        raise Refused("You asked something already. Wait for the answer, or take that question back first.")
    question = secrets.randbits(63)
    conn.execute(
        "INSERT INTO questions (id, submission, number, text, account, day, standing) VALUES (?, ?, "
        "(SELECT count(*) FROM questions WHERE submission = ?), ?, ?, ?, ?)",
        (question, voice.id, voice.id, text, account, day.isoformat(), Standing.OPEN),
    )
    record(conn, voice.id, account, Action.ASK)
    return question


def take_question_back(conn: sqlite3.Connection, question: int) -> None:
    """Remove an open question. Raises `Refused` if it was answered meanwhile, or is gone."""
    gone = conn.execute("DELETE FROM questions WHERE id = ? AND standing = ?", (question, Standing.OPEN)).rowcount
    if not gone:
        raise Refused("This question is open no more: it was answered, or taken back. Read the page again.")


def questions_to(conn: sqlite3.Connection, submission: int) -> tuple[Question, ...]:
    """Return what was asked about a voice, first one first."""
    return _select(conn, "submission = ?", submission)


def open_question(conn: sqlite3.Connection, submission: int) -> Question | None:
    """Return the question that waits for an answer."""
    return next((one for one in questions_to(conn, submission) if one.standing is Standing.OPEN), None)


def asked(conn: sqlite3.Connection, submission: int) -> Asked | None:
    """Return the open question for whoever has the code."""
    one = open_question(conn, submission)
    return None if one is None else Asked(one.id, one.text)


def was_answered(conn: sqlite3.Connection, submission: int) -> bool:
    """Say whether the last question about a voice was answered."""
    return any(one.standing is Standing.ANSWERED for one in questions_to(conn, submission)[-1:])


def answer(conn: sqlite3.Connection, keys: Keys, code: str, new: NewAnswer) -> Came:
    """Keep the answer of somebody who has the code, once. One that suggests a risk makes its voice urgent."""
    if brought_answer(conn, new.update):
        return Came.AGAIN
    submission = find(conn, keys, code)
    row = conn.execute("SELECT state FROM submissions WHERE id = ?", (submission,)).fetchone()
    if row is None or row[0] == State.LEAVING or not _keep(conn, submission, new):
        return Came.GONE
    conn.execute("INSERT INTO answers_brought VALUES (?)", (new.update,))
    if new.urgent:
        conn.execute("UPDATE submissions SET urgent = 1 WHERE id = ?", (submission,))
    return Came.KEPT


def brought_answer(conn: sqlite3.Connection, update: int) -> bool:
    """Say whether this Telegram update, which isn't done with, brought an answer that was kept."""
    return conn.execute("SELECT 1 FROM answers_brought WHERE id = ?", (update,)).fetchone() is not None


def hide_in_answer(
    conn: sqlite3.Connection, question: int, version: int, account: str, spans: Sequence[tuple[int, int]]
) -> None:
    """Hide more of an answer, for good: `spans` are offsets into it, in code points. The file is then due to be wiped.

    Raises:
        Refused: there is no such answer, nothing to hide, or it changed since it was read.
    """
    one = next(iter(_select(conn, "id = ? AND version = ?", question, version)), None)
    if one is None or one.answer is None or not spans:
        raise Refused("This answer is gone, or somebody else changed it meanwhile. Read the page again.")
    words = masked_words(one.answer, spans)
    conn.execute(
        "UPDATE questions SET answer = ?, hidden = ?, suggestions = ?, version = version + 1 WHERE id = ?",
        (words.text, dump_hidden(words.hidden), dump_suggestions(words.suggestions), question),
    )
    record(conn, one.submission, account, Action.HIDE)
    mark(conn, Due.WIPE)


def hide_whole_answer(conn: sqlite3.Connection, question: int, version: int) -> None:
    """Hide all of an answer in which more was hidden later: in an older copy nobody can tell what it was."""
    conn.execute(
        "UPDATE questions SET answer = ?, hidden = '{}', suggestions = '[]', jigsaw = '', version = ? "
        "WHERE id = ? AND version < ? AND answer IS NOT NULL",
        (MARK, version, question, version),
    )


def mark_read(conn: sqlite3.Connection, submission: int) -> None:
    """Remember that somebody at the desk has read the answers about a voice."""
    conn.execute("UPDATE questions SET unread = 0 WHERE submission = ?", (submission,))


def unread_answers(conn: sqlite3.Connection, limit: int = 50) -> list[tuple[int, date, bool]]:
    """Return (voice, day it came in, whether it is urgent) of the voices with answers to read, urgent ones first."""
    rows = conn.execute(
        "SELECT DISTINCT submissions.id, day_received, urgent FROM questions JOIN submissions "
        "ON submissions.id = submission WHERE unread = 1 AND state != 'leaving' "
        "ORDER BY urgent DESC, day_received, submissions.id LIMIT ?",
        (limit,),
    )
    return [(number, date.fromisoformat(day), bool(urgent)) for number, day, urgent in rows]


def _keep(conn: sqlite3.Connection, submission: int | None, new: NewAnswer) -> bool:
    """Close the question with its answer; False if it isn't open."""
    standing = Standing.RATHER_NOT if new.words is None else Standing.ANSWERED
    closed = conn.execute(
        "UPDATE questions SET standing = ?, unread = 1 WHERE id = ? AND submission = ? AND standing = ?",
        (standing, new.question, submission, Standing.OPEN),
    ).rowcount
    if closed and new.words is not None:
        words = (new.words.text, dump_hidden(new.words.hidden), dump_suggestions(new.words.suggestions))
        conn.execute(
            "UPDATE questions SET answer = ?, hidden = ?, suggestions = ?, jigsaw = ?, language = ? WHERE id = ?",
            (*words, " ".join(new.words.jigsaw), new.language, new.question),
        )
    return bool(closed)


def _from_row(row: sqlite3.Row) -> Question:
    return Question(
        id=row["id"],
        submission=row["submission"],
        text=row["text"],
        account=row["account"],
        day=date.fromisoformat(row["day"]),
        standing=Standing(row["standing"]),
        answer=load_words(row["answer"], row["hidden"], row["suggestions"], row["jigsaw"]),
        language=row["language"],
        unread=bool(row["unread"]),
        version=row["version"],
    )


def _select(conn: sqlite3.Connection, where: str, *values: int) -> tuple[Question, ...]:
    cursor = conn.execute(f"SELECT * FROM questions WHERE {where} ORDER BY number, id", values)  # noqa: S608 - ours
    cursor.row_factory = sqlite3.Row
    return tuple(map(_from_row, cursor))
