"""`intake.db` is made whole, for one kind of deployment and one version, or not at all."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from storage import intake_tables
from storage.errors import NotOurs
from storage.intake_db import create_intake, migrate_intake, open_intake, read_intake

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import sqlite_utils

TABLES = {
    "_sqlite_migrations": "id migration_set name applied_at",
    "accounts": "name role password_hash council made",
    "decisions": "id submission account action reason at was",
    "asides": "decision submission section account reason until note",
    "claims": "submission account until",
    "answered": "submission response",
    "deliveries": "hash submission day",
    "hidings": "submission version length spans",
    "drills": "id submission after verdict follows account day",
    "expired": "run what month number",
    "going": "what day number",
    "limits": "what days since seen",
    "due": "what times",
    "next_update": "one id",
    "opened": "submission",
    "watched": "submission since told_at",
    "alerting": "one read_at sent_at failed_at",
    "second_factors": "account salt step",
    "recovery_codes": "account hash",
    "locks": "account until open_until",
    "leaving": "submission state until",
    "stayed": "submission version",
    "questions": "id submission number text account day standing answer hidden suggestions jigsaw language unread "
    "version",
    "answers_brought": "id",
    "preferences": "account at_once",
    "permissions": "submission version last_day summary answer",
    "receipts": "hash submission",
    "relays": "code name revoked",
    "consents": "submission version consent after",
    "responses": "id kind text account day everyone theme approver goes_at",
    "outcomes": "outcome voices share symbol",
    "updates": "id submission",
    "releases": "number released_on account forced digest drilled told",
    "submissions": "id words hidden suggestions kind theme council age_band speaker happened channel relay "
    "consent language day_received state urgent version public_id released_in jigsaw flags workshop "
    "section set_by outcomes content_notes warnings shown hushed came_in",
    "gate": "one decided k by_month voices held_back total digest unwiped out",
    "to_show": "id voice release shown was became",
    "crowds": "release alike voices",
    "tallied": "release about beside side what voices",
    "told_counts": "about value beside value_beside voices release could looked hidden earlier",
    "told_outcomes": "outcome voices symbol true release could ever",
    "workshops": "code name closed",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a new intake.db of a real deployment."""
    create_intake(tmp_path / "intake" / "intake.db", demo=False)
    return tmp_path / "intake" / "intake.db"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a way to become a newer care-voice, whose last migration runs a script."""
    monkeypatch.setattr(intake_tables.migrations, "known", dict(intake_tables.migrations.known))

    def add(script: str) -> None:
        def change(db: sqlite_utils.Database) -> None:
            for statement in script.split(";"):
                db.execute(statement)

        intake_tables.migrations(name="next")(change)

    return add


def columns(path: Path) -> dict[str, str]:
    """Return the columns of every table of a file."""
    conn = sqlite3.connect(path)
    names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    tables = {name: " ".join(row[1] for row in conn.execute(f"PRAGMA table_info({name})")) for name in names}
    conn.close()
    return tables


def test_no_column_can_hold_who_somebody_is(path: Path) -> None:
    """The tables are these and no others: nothing for a sender, an address, a subject or raw words."""
    assert columns(path) == TABLES


@pytest.mark.usefixtures("no_umask")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    """The file is 0600 in a folder of 0700, whatever the umask."""
    create_intake(tmp_path / "new" / "intake.db", demo=False)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / "intake.db").stat().st_mode) == 0o600


def test_an_existing_file_is_not_made_again(path: Path) -> None:
    """Making it twice fails and leaves the first one alone."""
    with pytest.raises(FileExistsError):
        create_intake(path, demo=False)
    assert columns(path) == TABLES


@pytest.mark.parametrize("open_it", [open_intake, read_intake, migrate_intake])
def test_a_demonstration_is_never_mixed_with_the_real_thing(path: Path, open_it: Callable[..., object]) -> None:
    """A file of the one kind is refused by the other."""
    with pytest.raises(NotOurs, match="demonstration"):
        open_it(path, demo=True)


def test_migrating_twice_changes_nothing(path: Path) -> None:
    """What was applied is not applied again."""
    before = path.read_bytes()
    migrate_intake(path, demo=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize("open_it", [open_intake, read_intake])
def test_an_older_file_is_refused_until_it_is_migrated(
    path: Path, newer: Callable[[str], None], open_it: Callable[..., sqlite3.Connection]
) -> None:
    """Only a migration changes tables: opening never does, and what was stored is still there afterwards."""
    _add_account(path)
    newer("ALTER TABLE accounts ADD COLUMN pronouns TEXT")
    with pytest.raises(NotOurs, match="older"):
        open_it(path, demo=False)
    migrate_intake(path, demo=False)
    conn = open_it(path, demo=False)
    assert conn.execute("SELECT name, pronouns FROM accounts").fetchall() == [("ash", None)]
    conn.close()


def test_a_migration_that_fails_changes_nothing(path: Path, newer: Callable[[str], None]) -> None:
    """Half a migration is none: the tables and what is in them stay as they were."""
    _add_account(path)
    newer("DELETE FROM accounts; ALTER TABLE accounts ADD COLUMN pronouns TEXT; INSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate_intake(path, demo=False)
    assert columns(path) == TABLES
    assert sqlite3.connect(path).execute("SELECT name FROM accounts").fetchall() == [("ash",)]


@pytest.mark.parametrize("open_it", [open_intake, read_intake, migrate_intake])
def test_a_file_of_a_newer_version_is_refused(
    path: Path, newer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, open_it: Callable[..., object]
) -> None:
    """An old care-voice doesn't touch what a newer one made."""
    newer("ALTER TABLE accounts ADD COLUMN pronouns TEXT")
    migrate_intake(path, demo=False)
    monkeypatch.undo()
    with pytest.raises(NotOurs, match="newer"):
        open_it(path, demo=False)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET account = 'bo'",
        "DELETE FROM decisions",
        "REPLACE INTO decisions VALUES (1, 7, 'bo', 'approve', NULL, 'now', NULL)",
        "INSERT INTO decisions VALUES (1, 7, 'b', 'approve', NULL, 'now', NULL) ON CONFLICT DO UPDATE SET at = 'b'",
    ],
)
def test_decisions_are_kept_for_ever(path: Path, change: str) -> None:
    """The file itself refuses to change or delete a decision, whoever asks."""
    conn = open_intake(path, demo=False)
    conn.execute("INSERT INTO decisions VALUES (1, 7, 'ash', 'approve', NULL, 'now', NULL)")
    with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
        conn.execute(change)
    assert conn.execute("SELECT account FROM decisions").fetchall() == [("ash",)]
    conn.close()


def _add_account(path: Path) -> None:
    conn = open_intake(path, demo=False)
    conn.execute("INSERT INTO accounts VALUES ('ash', 'moderator', 'hash', NULL, 1)")
    conn.close()
