"""A deployment's files in a folder of their own, and short ways to move a voice along in them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from storage import intake_tables
from storage.arriving import Known, NewSubmission, Receipt, add
from storage.decisions import approve
from storage.intake_db import create_intake, migrate, open_intake
from storage.keys import Keys, load_keys, make_keys
from storage.model import AgeBand, Channel, Consent, Jigsaw, Kind, RedactedWords, Speaker
from storage.opening import connect, created, immediate
from storage.published_db import create_published, open_published
from storage.publishing import Released, Waits, publish
from storage.rehearsal import open_rehearsal
from storage.release import Thresholds
from storage.submissions import Submission, find, read
from storage.syncing import sync
from storage.withdrawal import Tombstones, bury, withdraw

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

TODAY = date(2026, 11, 21)
OPEN = Thresholds(k=1, count=1, round_to=1, batch=1, days=0)  # shows everything at once


def voice(text: str = "The bus pass helped.", *, jigsaw: tuple[Jigsaw, ...] = (), **changes: Any) -> NewSubmission:
    """Make a new voice that says `text`, of somebody who answered every question."""
    known: dict[str, Any] = {
        "kind": Kind.FEEDBACK,
        "theme": "home",
        "council": "wigan",
        "age_band": AgeBand.FROM_18,
        "speaker": Speaker.ME,
    }
    words = RedactedWords(text, jigsaw=jigsaw)
    whole = {"channel": Channel.MAIL, "consent": Consent.QUOTE, **known, **changes}
    besides = {field.name: whole.pop(field.name) for field in fields(Known) if field.name in whole}
    return NewSubmission(words, Known(**besides), **whole)


@dataclass(frozen=True, slots=True)
class Deployment:
    """The open files of a deployment in `folder`."""

    folder: Path
    keys: Keys
    intake: sqlite3.Connection
    published: sqlite3.Connection
    tombstones: Tombstones

    def receive(self, new: NewSubmission | None = None, today: date = TODAY) -> Receipt:
        """Store a voice as the doors do."""
        with immediate(self.intake):
            return add(self.intake, self.keys, new or voice(), today)

    def arrived(self, new: NewSubmission | None = None) -> str:
        """Store a voice and return its receipt code."""
        code = self.receive(new).code
        assert code is not None
        return code

    def approved(self, text: str = "The bus pass helped.", **changes: Any) -> str:
        """Store a voice, approve it, and return its receipt code."""
        code = self.arrived(voice(text, **changes))
        with immediate(self.intake):
            approve(self.intake, self.voice(code), "ash")
        return code

    def voice(self, code: str) -> Submission:
        """Read the voice that a code stands for."""
        found = find(self.intake, self.keys, code)
        assert found is not None
        return read(self.intake, found)

    def publish(
        self, thresholds: Thresholds = OPEN, today: date = TODAY, forced: str | None = None
    ) -> Released | Waits:
        """Publish as a moderator does."""
        return publish(self.intake, self.published, thresholds, account="ash", today=today, forced=forced)

    def sync(self, thresholds: Thresholds = OPEN) -> None:
        """Bring published.db in line."""
        sync(self.intake, self.published, thresholds)

    def withdraw(self, code: str) -> bool:
        """Take a voice back with its code."""
        return withdraw(self.intake, self.published, self.keys, code, thresholds=OPEN, tombstones=self.tombstones)

    def recover(self) -> None:
        """Finish what a crash left undone, as the next start does."""
        bury(self.intake, self.published, self.tombstones.ids(), OPEN)

    def shown(self) -> list[str]:
        """Return the words that the lab can read, sorted."""
        return sorted(row[0] for row in self.published.execute("SELECT words FROM voices"))

    def find_bytes(self, text: str) -> list[str]:
        """Return the names of all files that hold `text`, the `-wal` and `-shm` files among them."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return [path.name for path in files if text.encode() in path.read_bytes()]


def make(folder: Path) -> None:
    """Make the files of a new deployment."""
    make_keys(folder / "keys")
    create_intake(folder / "intake" / "intake.db", demo=False)
    create_published(folder / "lab" / "published.db", demo=False)


@contextmanager
def opened(folder: Path) -> Iterator[Deployment]:
    """Open a deployment; close it afterwards."""
    deployment = Deployment(
        folder,
        load_keys(folder / "keys"),
        open_intake(folder / "intake" / "intake.db", demo=False),
        open_published(folder / "lab" / "published.db", demo=False),
        Tombstones(folder / "tombstones"),
    )
    try:
        yield deployment
    finally:
        deployment.intake.close()
        deployment.published.close()


def create(path: Path, *, stamp: int, mode: int = 0o600) -> sqlite3.Connection:
    """Make an empty file of ours and open it."""
    with created(path, stamp=stamp, mode=mode):
        pass
    return connect(path, stamp=stamp, mode=mode)


def let_a_minute_pass(intake: sqlite3.Connection) -> None:
    """Make every decision a minute older, so that none of them can be undone any more."""
    with immediate(intake):
        (kept,) = intake.execute("SELECT sql FROM sqlite_master WHERE name = 'decisions_no_update'").fetchone()
        intake.execute("DROP TRIGGER decisions_no_update")
        intake.execute("UPDATE decisions SET at = strftime('%Y-%m-%dT%H:%M:%S+00:00', at, '-61 seconds')")
        intake.execute(kept)


def brought_up_to_date(monkeypatch: pytest.MonkeyPatch, migration: str) -> sqlite3.Connection:
    """Return an intake.db with voice 1 in it, made before a migration and brought up to date since."""
    known = intake_tables.migrations.known
    before = dict(islice(known.items(), list(known).index(migration)))
    monkeypatch.setattr(intake_tables.migrations, "known", before)
    conn = open_rehearsal()
    conn.execute(
        "INSERT INTO submissions (id, words, hidden, suggestions, channel, consent, language, day_received, state, "
        "urgent, version) VALUES (1, 'Hello.', '{}', '[]', 'mail', 'read', 'en', '2026-01-01', 'waiting', 0, 1)"
    )
    monkeypatch.undo()
    migrate(conn)
    return conn
