"""The doctor looks at the files: databases, modes, owners, keys, what was taken back. And it changes none."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desk.doctor import apart
from storage.due import Due, mark
from storage.opening import immediate
from tests.desk.examined import found, verdict

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

CHECKS = ("intake-db", "published-db", "taken-back", "modes", "owners", "keys", "days")
FILES = {"intake-db": "intake/intake.db", "published-db": "lab/published.db"}


def everything(data: Path) -> dict[str, tuple[int, int, int]]:
    """Return what stands in a folder: modes, sizes and when each was written."""
    paths = [data, *data.rglob("*")]
    return {str(path): (path.stat().st_mode, path.stat().st_size, path.stat().st_mtime_ns) for path in paths}


def test_good_files_are_ok(desk: Desk) -> None:
    """As `init` makes them, and with voices in them."""
    desk.approved()
    for check in CHECKS:
        assert verdict(desk, check) == "ok", check


def test_nothing_is_changed(desk: Desk) -> None:
    """No file is made, written or removed, not even beside a database."""
    desk.receive()
    before = everything(desk.files.data)
    assert verdict(desk, "intake-db") == "ok"
    desk.run("doctor")
    assert everything(desk.files.data) == before


def test_nothing_is_changed_while_others_write(desk: Desk) -> None:
    """Beside an open writer, in the middle of its transaction too."""
    with desk.opened() as intake:
        intake.execute("BEGIN IMMEDIATE")
        intake.execute("DELETE FROM accounts")
        before = everything(desk.files.data)
        assert verdict(desk, "intake-db") == "ok"
        assert everything(desk.files.data) == before
        intake.execute("ROLLBACK")


@pytest.mark.parametrize("check", FILES)
def test_a_missing_database_is_wrong(desk: Desk, check: str) -> None:
    """It says to restore a copy."""
    (desk.files.data / FILES[check]).unlink()
    assert verdict(desk, check) == "wrong"
    assert "Restore it from a copy" in desk.run("doctor").output


@pytest.mark.parametrize("check", FILES)
@pytest.mark.parametrize("start", [0, 4096, 3 * 4096])
def test_a_damaged_database_is_wrong(desk: Desk, check: str, start: int) -> None:
    """Wherever the disk failed: in the header or in a page of a table."""
    with (desk.files.data / FILES[check]).open("r+b") as handle:
        handle.seek(start)
        handle.write(b"\xee" * 4096)
    assert (found(desk, check)[-1]) == ("wrong", f"{FILES[check].split('/')[1]} is damaged.")


@pytest.mark.parametrize("check", FILES)
def test_a_rollback_journal_is_wrong(desk: Desk, check: str) -> None:
    """A file that another program switched back is not what commits and readers rely on."""
    with closing(sqlite3.connect(desk.files.data / FILES[check])) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")
    ((one, what),) = found(desk, check)
    assert one == "wrong"
    assert "journal_mode" in what


@pytest.mark.parametrize("check", FILES)
def test_a_demonstrations_database_is_wrong(desk: Desk, demo: Desk, check: str) -> None:
    """Nothing fictional among what is real."""
    shutil.copy(demo.files.data / FILES[check], desk.files.data / FILES[check])
    ((one, what),) = found(desk, check)
    assert one == "wrong"
    assert "belongs to something else" in what


@pytest.mark.parametrize(
    ("change", "cure"),
    [
        ("DELETE FROM _sqlite_migrations WHERE name = 'updates_and_responses'", "Start care-voice run once"),
        ("UPDATE _sqlite_migrations SET name = 'of-next-year' WHERE name LIKE 'u%'", "Install that version again"),
    ],
)
def test_another_versions_database_is_wrong(desk: Desk, change: str, cure: str) -> None:
    """Older and newer, each with its cure."""
    with closing(sqlite3.connect(desk.files.intake_db)) as conn, conn:
        conn.execute(change)
    assert verdict(desk, "intake-db") == "wrong"
    assert cure in " ".join(desk.run("doctor").output.split())


def test_a_published_database_of_another_version_is_wrong(desk: Desk) -> None:
    """It says which care-voice to install."""
    with closing(sqlite3.connect(desk.files.published_db)) as conn:
        conn.execute("PRAGMA user_version = 99")
    assert found(desk, "published-db") == [("wrong", "published.db is of another version of care-voice.")]


def test_a_huge_side_file_is_a_warning(desk: Desk) -> None:
    """Something keeps SQLite from emptying it."""
    with desk.opened() as intake:
        intake.execute("PRAGMA wal_autocheckpoint = 0")
        intake.execute("CREATE TABLE big AS SELECT zeroblob(65000000) AS b")
        ((one, what),) = found(desk, "intake-db")
    assert one == "warning"
    assert what.startswith("intake.db-wal is big (65 MB)")


def test_a_withdrawal_cut_short_is_wrong(desk: Desk) -> None:
    """The tombstone stands, and the voice is still there."""
    desk.files.tombstones.add(desk.voice(desk.receive()).id)
    assert verdict(desk, "taken-back") == "wrong"


def test_words_that_are_still_to_be_wiped_are_a_warning(desk: Desk) -> None:
    """Hidden by a moderator whose page was stopped before the file was rewritten."""
    with desk.opened() as intake, immediate(intake):
        mark(intake, Due.WIPE)
    assert verdict(desk, "taken-back") == "warning"


def test_a_list_of_what_was_taken_back_that_cannot_be_read_is_wrong(desk: Desk) -> None:
    """Without it a restored copy could bring back what was withdrawn."""
    (desk.files.data / "tombstones").mkdir(mode=0o600)
    ((one, what),) = found(desk, "taken-back")
    assert one == "wrong"
    assert what == "What was taken back: this could not be looked at (IsADirectoryError)."


def test_a_voice_of_tomorrow_is_a_warning(desk: Desk) -> None:
    """The clock was wrong, or is."""
    desk.receive(day=date.today() + timedelta(days=2))
    assert verdict(desk, "days") == "warning"


@pytest.mark.parametrize(
    ("name", "mode", "expected"),
    [
        (".", 0o755, "wrong"),
        ("care-voice.toml", 0o644, "wrong"),
        ("intake", 0o750, "wrong"),
        ("intake/intake.db", 0o640, "wrong"),
        ("keys", 0o711, "wrong"),
        ("keys/secret.key", 0o604, "wrong"),
        ("lab", 0o755, "wrong"),
        ("lab/published.db", 0o660, "wrong"),
        ("lab/sign-ins.json", 0o644, "wrong"),
    ],
)
def test_a_file_that_is_too_open_is_told(desk: Desk, name: str, mode: int, expected: str) -> None:
    """With its mode, and with a command that puts it right."""
    path = desk.files.data / name
    path.chmod(mode)
    ((one, what),) = found(desk, "modes")
    assert one == expected
    assert f"(mode {mode:o})" in what
    said = desk.run("doctor").output
    (command,) = (line.split("Run: ")[1] for line in said.splitlines() if "Run: chmod" in line)
    os.system(f"{command} {path}" if str(path) not in command else command)  # noqa: S605 - as the administrator would
    assert verdict(desk, "modes") == "ok"


@pytest.mark.parametrize(("name", "expected"), [("intake/copy.db", "wrong"), ("copy.db", "warning")])
def test_a_file_that_somebody_put_there_is_told(desk: Desk, name: str, expected: str) -> None:
    """A copy made by hand is as private as what it is a copy of."""
    path = desk.files.data / name
    path.touch()
    path.chmod(0o644)
    ((one, what),) = found(desk, "modes")
    assert one == expected
    assert what.startswith(f"{name} is open")


def test_a_files_name_never_moves_the_terminal(desk: Desk) -> None:
    """Whoever may put a file there may not write on the administrator's screen."""
    path = desk.files.data / "a\x1b[2Jb c"
    path.touch()
    path.chmod(0o666)
    said = desk.run("doctor").output
    assert "\x1b[2J" not in said
    assert "a␛[2Jb c is open" in said


def test_own_wording_may_be_read_but_not_changed_by_others(desk: Desk) -> None:
    """It is shown to everyone anyway."""
    folder = desk.files.wording / "en"
    folder.mkdir(parents=True)
    path = folder / "doors.ftl"
    path.touch()
    path.chmod(0o644)
    assert verdict(desk, "modes") == "ok"
    path.chmod(0o666)
    assert verdict(desk, "modes") == "warning"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_is_wrong(desk: Desk) -> None:
    """As after a command run with sudo."""
    os.chown(desk.files.intake_db, 12345, -1)
    assert found(desk, "owners") == [
        ("wrong", "intake/intake.db belongs to another user than the data folder: the service may fail to use it.")
    ]


def test_a_missing_key_is_wrong(desk: Desk) -> None:
    """Without it no receipt code works."""
    (desk.files.keys / "secret.key").unlink()
    assert verdict(desk, "keys") == "wrong"
    assert "Bring it back from its own backup" in desk.run("doctor").output


@pytest.mark.parametrize("name", ["intake/secret.key", "lab/mykey", "lab/old.db", "copy of the key", "wording/en/key"])
@pytest.mark.parametrize("how", ["copied", "linked"])
def test_a_copy_of_the_key_among_the_data_is_wrong(desk: Desk, name: str, how: str) -> None:
    """By what is in it, whatever it is called; the key itself is not shown."""
    key, path = desk.files.keys / "secret.key", desk.files.data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    os.link(key, path) if how == "linked" else path.write_bytes(key.read_bytes() + b"\n")
    assert found(desk, "keys") == [
        ("wrong", f"{name} holds a copy of the secret key: whoever gets at the data would have its key too.")
    ]
    assert key.read_bytes() not in desk.run("doctor").output_bytes


def test_what_is_no_copy_of_the_key_is_ok(desk: Desk) -> None:
    """As big, or beside the key in its own folder, or a link to nothing, or something that can't be read to its end."""
    (desk.files.data / "as-big").write_bytes(b"\0" * 32)
    shutil.copy(desk.files.keys / "secret.key", desk.files.keys / "secret.key.bak")
    (desk.files.data / "nowhere").symlink_to("nothing")
    os.mkfifo(desk.files.data / "pipe", 0o600)
    assert verdict(desk, "keys") == "ok"


@pytest.mark.parametrize("bound", ["_MOST", "_SECONDS"])
def test_more_files_than_can_be_looked_through_are_a_warning(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    """Nothing is called well that wasn't looked at."""
    monkeypatch.setattr(apart, bound, -1)
    expected = ("warning", "There are too many files in the data folder to look through them all for keys.")
    assert found(desk, "keys") == found(desk, "copies-keys") == [expected]


def test_looking_for_copies_of_the_key_ends_no_lock(desk: Desk) -> None:
    """A database that is open in this process is passed over, under any name: closing it would end SQLite's locks."""
    (desk.files.data / "lab" / "also").hardlink_to(desk.files.intake_db)
    with desk.opened() as intake:
        intake.execute("BEGIN IMMEDIATE")
        looked = {path.name for path, _ in apart.files_in(desk.files.data, desk.files)}
        intake.execute("ROLLBACK")
    assert {"secret.key", "secret"} <= looked
    assert not looked & {"also", "intake.db", "intake.db-wal", "intake.db-shm", "published.db"}


def test_a_damaged_key_is_wrong(desk: Desk) -> None:
    """One that was cut short."""
    (desk.files.keys / "secret.key").write_bytes(b"short")
    assert verdict(desk, "keys") == "wrong"
