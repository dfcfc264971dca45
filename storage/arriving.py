"""Voices as they come in: stored once, however often they are delivered, and each given a receipt.

Every function takes an open connection to intake.db and runs inside the writer's transaction.
"""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.model import (
    ENGLISH,
    AgeBand,
    Channel,
    Consent,
    Distress,
    Flag,
    Happened,
    Kind,
    RedactedWords,
    Speaker,
    State,
)
from storage.receipts import hash_code, new_code
from storage.submissions import dump_hidden, dump_suggestions

if TYPE_CHECKING:
    from storage.keys import Keys

FOLDING_DAYS = 7


@dataclass(frozen=True, slots=True)
class Known:
    """What a door knows of a voice besides its words; None is what they would rather not say.

    `relay` is the organisation whose address it came by, `workshop` the one whose link it came by. What brought it, if
    it may come again: `delivery` is the keyed mark of a mail, `update` the id of a Telegram update.
    """

    channel: Channel
    consent: Consent
    kind: Kind | None = None
    theme: str | None = None
    council: str | None = None
    age_band: AgeBand | None = None
    speaker: Speaker | None = None
    happened: Happened | None = None
    relay: str | None = None
    workshop: str | None = None
    delivery: bytes | None = None
    update: int | None = None


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """A voice on its way in: its words made safe, and what is known besides them."""

    words: RedactedWords
    known: Known
    urgent: bool = False
    language: str = ENGLISH
    flags: tuple[Flag, ...] = ()
    warnings: tuple[Distress, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender is told.

    `again`: this very mail or update was stored before; `code` is None if the voice was withdrawn since.
    """

    code: str | None
    again: bool = False


def add(conn: sqlite3.Connection, keys: Keys, new: NewSubmission, today: date) -> Receipt:
    """Store a voice and give it a receipt, or fold it if this very delivery was stored within a week.

    Runs inside the writer's transaction: the receipt may be shown only after its commit.
    """
    known = new.known
    submission = secrets.randbits(63)  # what an INTEGER of SQLite holds
    if known.delivery is not None and not _first_delivery(conn, known.delivery, submission, today):
        return _receive_again(conn, keys, known.delivery)
    if known.update is not None and (again := receive_again(conn, keys, known.update)):
        return again
    _insert(conn, submission, new, today)
    if known.update is not None:
        conn.execute("INSERT INTO updates VALUES (?, ?)", (known.update, submission))
    return Receipt(_issue_code(conn, keys, submission))


def receive_again(conn: sqlite3.Connection, keys: Keys, update: int) -> Receipt | None:
    """Give a fresh receipt for the voice that this Telegram update brought before; None if it brought none."""
    row = conn.execute("SELECT submission FROM updates WHERE id = ?", (update,)).fetchone()
    if row is None:
        return None
    kept = conn.execute("SELECT 1 FROM submissions WHERE id = ?", row).fetchone()
    return Receipt(_issue_code(conn, keys, row[0]) if kept else None, again=True)


def _first_delivery(conn: sqlite3.Connection, mark: bytes, submission: int, today: date) -> bool:
    """Remember the mark of a mail for this voice; False if it was remembered within a week already."""
    since = (today - timedelta(days=FOLDING_DAYS)).isoformat()
    return bool(
        conn.execute(
            "INSERT INTO deliveries VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE "
            "SET submission = excluded.submission, day = excluded.day WHERE day < ?",
            (mark, submission, today.isoformat(), since),
        ).rowcount
    )


def _receive_again(conn: sqlite3.Connection, keys: Keys, mark: bytes) -> Receipt:
    row = conn.execute(
        "SELECT id FROM submissions WHERE id = (SELECT submission FROM deliveries WHERE hash = ?)", (mark,)
    ).fetchone()
    return Receipt(_issue_code(conn, keys, row[0]) if row else None, again=True)


def _insert(conn: sqlite3.Connection, submission: int, new: NewSubmission, today: date) -> None:
    values = {
        "id": submission,
        "words": new.words.text,
        "hidden": dump_hidden(new.words.hidden),
        "suggestions": dump_suggestions(new.words.suggestions),
        "jigsaw": " ".join(new.words.jigsaw),
        "flags": " ".join(new.flags),
        "warnings": " ".join(new.warnings),
        "kind": new.known.kind,
        "theme": new.known.theme,
        "council": new.known.council,
        "age_band": new.known.age_band,
        "speaker": new.known.speaker,
        "happened": new.known.happened,
        "channel": new.known.channel,
        "relay": new.known.relay,
        "workshop": new.known.workshop,
        "consent": new.known.consent,
        "language": new.language,
        "day_received": today.isoformat(),
        "state": State.WAITING,
        "urgent": int(new.urgent),
        "version": 1,
    }
    conn.execute(_INSERT, values)


_COLUMNS = (
    *("id", "words", "hidden", "suggestions", "jigsaw", "kind", "theme", "council", "age_band", "speaker", "happened"),
    *(
        "warnings",
        "flags",
        "channel",
        "relay",
        "workshop",
        "consent",
        "language",
        "day_received",
        "state",
        "urgent",
        "version",
    ),
)
_INSERT = f"INSERT INTO submissions ({', '.join(_COLUMNS)}) VALUES (:{', :'.join(_COLUMNS)})"  # noqa: S608 - our column names


def _issue_code(conn: sqlite3.Connection, keys: Keys, submission: int) -> str:
    while True:
        code = new_code()
        try:
            conn.execute("INSERT INTO receipts VALUES (?, ?)", (hash_code(keys.receipts, code), submission))
        except sqlite3.IntegrityError:
            continue  # taken already, once in 2**64: draw another
        return code
