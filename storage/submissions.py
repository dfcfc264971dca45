"""Voices as they are received, found again and read. Every function takes an open connection to intake.db."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.model import (
    AgeBand,
    Channel,
    Consent,
    ContentNote,
    Distress,
    Flag,
    Happened,
    Jigsaw,
    Kind,
    Label,
    Outcome,
    RedactedWords,
    Section,
    Span,
    Speaker,
    State,
)
from storage.receipts import hash_code

if TYPE_CHECKING:
    from storage.keys import Keys

# What a row is set to when its words go.
HARD = "(urgent OR warnings != '' OR content_notes != '')"  # see `Submission.is_distressing`
ERASED = "words = NULL, suggestions = '[]', jigsaw = '', flags = '', content_notes = '', warnings = ''"


@dataclass(frozen=True, slots=True)
class Submission:
    """A voice as it is kept. `words` is None once they were erased."""

    id: int
    words: RedactedWords | None
    channel: Channel
    consent: Consent
    state: State
    urgent: bool
    day_received: date
    version: int
    kind: Kind | None
    theme: str | None
    council: str | None
    age_band: AgeBand | None
    speaker: Speaker | None
    happened: Happened | None
    language: str
    public_id: int | None
    released_in: int | None
    flags: tuple[Flag, ...] = ()
    relay: str | None = None
    workshop: str | None = None
    section: Section = Section.NONE
    set_by: str = ""  # who put it there
    outcomes: tuple[Outcome, ...] = ()
    content_notes: tuple[ContentNote, ...] = ()
    warnings: tuple[Distress, ...] = ()

    @property
    def is_distressing(self) -> bool:
        """Tell whether it may be hard to read: an answer can have made it urgent, or somebody who read it said so."""
        return self.urgent or bool(self.warnings) or bool(self.content_notes)


def find(conn: sqlite3.Connection, keys: Keys, code: str) -> int | None:
    """Return the id of the voice that a receipt code stands for, or None."""
    row = conn.execute("SELECT submission FROM receipts WHERE hash = ?", (hash_code(keys.receipts, code),)).fetchone()
    return None if row is None else int(row[0])


def read(conn: sqlite3.Connection, submission: int, *, leaving: bool = False) -> Submission:
    """Return one voice; one that is about to be erased only to whoever asks for those that are `leaving` too.

    Raises:
        Refused: it is not there (any more).
    """
    cursor = conn.execute("SELECT * FROM submissions WHERE id = ?", (submission,))
    cursor.row_factory = sqlite3.Row
    row = cursor.fetchone()
    if row is None or (row["state"] == State.LEAVING and not leaving):
        raise Refused("This voice is gone: it was withdrawn.")
    return _from_row(row)


def published_as(conn: sqlite3.Connection, number: int) -> int:
    """Return the id of the voice that the lab knows by this number.

    Raises:
        Refused: there is none.
    """
    row = conn.execute(
        "SELECT id FROM submissions WHERE public_id = ? AND released_in IS NOT NULL", (number,)
    ).fetchone()
    if row is None:
        raise Refused("The lab shows no voice of that number. Please check it: each voice in the lab says its number.")
    return int(row[0])


def waiting(conn: sqlite3.Connection, *, limit: int = 50) -> list[int]:
    """Return the ids of the voices that wait for a decision: urgent first, then oldest."""
    rows = conn.execute(  # the state is not a parameter, so that SQLite sees which index this is
        "SELECT id FROM submissions WHERE state = 'waiting' ORDER BY urgent DESC, day_received, id LIMIT ?", (limit,)
    )
    return [row[0] for row in rows]


def count_waiting(conn: sqlite3.Connection) -> tuple[int, int]:
    """Return how many voices wait for a decision, and how many of them are urgent."""
    row = conn.execute("SELECT count(*), coalesce(sum(urgent), 0) FROM submissions WHERE state = 'waiting'").fetchone()
    return row[0], row[1]


def dump_suggestions(suggestions: tuple[Span, ...]) -> str:
    """Return suggestions as they are kept in a column."""
    if not suggestions:
        return "[]"
    return json.dumps([[span.start, span.end, span.label, span.score] for span in suggestions])


def dump_hidden(hidden: tuple[tuple[Label, int], ...]) -> str:
    """Return the counts of what was hidden as they are kept in a column."""
    if not hidden:
        return "{}"
    return json.dumps(dict(hidden))


def load_words(text: str | None, hidden: str, suggestions: str, jigsaw: str) -> RedactedWords | None:
    """Read words back out of their columns, as the redactor made them; None once they were erased."""
    if text is None:
        return None
    counts = tuple((Label(label), count) for label, count in json.loads(hidden).items())
    spans = tuple(Span(a, b, Label(label), score) for a, b, label, score in json.loads(suggestions))
    return RedactedWords(text, counts, spans, tuple(map(Jigsaw, jigsaw.split())))


def _from_row(row: sqlite3.Row) -> Submission:
    return Submission(
        id=row["id"],
        words=load_words(row["words"], row["hidden"], row["suggestions"], row["jigsaw"]),
        channel=Channel(row["channel"]),
        consent=Consent(row["consent"]),
        state=State(row["state"]),
        urgent=bool(row["urgent"]),
        day_received=date.fromisoformat(row["day_received"]),
        version=row["version"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        theme=row["theme"],
        council=row["council"],
        age_band=AgeBand(row["age_band"]) if row["age_band"] else None,
        speaker=Speaker(row["speaker"]) if row["speaker"] else None,
        happened=Happened(row["happened"]) if row["happened"] else None,
        language=row["language"],
        public_id=row["public_id"],
        released_in=row["released_in"],
        flags=tuple(map(Flag, row["flags"].split())),
        relay=row["relay"],
        workshop=row["workshop"],
        section=Section(row["section"]),
        set_by=row["set_by"],
        outcomes=tuple(map(Outcome, row["outcomes"].split())),
        content_notes=tuple(map(ContentNote, row["content_notes"].split())),
        warnings=tuple(map(Distress, row["warnings"].split())),
    )
