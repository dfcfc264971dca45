"""The doctor looks at the copies: there, new enough, on another disk, with no key and nothing readable beside them."""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyrage import encrypt, x25519  # type: ignore[import-untyped]

from tests.desk.examined import change, found, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

IDENTITY = x25519.Identity.generate()
ELSEWHERE = Path("/dev/shm")  # noqa: S108 - a file system of its own on every Linux


@pytest.fixture
def folder(desk: Desk) -> Iterator[Path]:
    """Give a folder for copies on another disk, set in the settings."""
    if not ELSEWHERE.is_dir() or ELSEWHERE.stat().st_dev == desk.files.data.stat().st_dev:
        pytest.skip("there is no second file system here")
    with tempfile.TemporaryDirectory(dir=ELSEWHERE) as made:
        set_backup(desk, Path(made))
        yield Path(made)


def set_backup(desk: Desk, folder: Path) -> None:
    """Write [backup] as an administrator does."""
    recipients = f'recipients = ["{IDENTITY.to_public()}"]'
    change(desk, ('folder = ""', f'folder = "{folder}"'), ("recipients = []", recipients))


def copy(folder: Path, age: timedelta) -> Path:
    """Put an encrypted copy there that was made `age` ago."""
    path = folder / f"care-voice-{datetime.now(UTC) - age:%Y%m%dT%H%M%SZ}.age"
    path.write_bytes(encrypt(b"everything", [IDENTITY.to_public()]))
    return path


def test_a_new_copy_on_another_disk_is_ok(desk: Desk, folder: Path) -> None:
    """The newest counts, whatever older ones are there."""
    copy(folder, timedelta(days=30))
    copy(folder, timedelta(hours=3))
    assert found(desk, "copies") == [("ok", "There are 2 copies, and the newest is new enough.")]
    assert verdict(desk, "copies-keys") == "ok"


@pytest.mark.parametrize(
    ("age", "days", "expected"),
    [
        (timedelta(hours=25), 1, "ok"),
        (timedelta(hours=27), 1, "warning"),
        (timedelta(days=6), 7, "ok"),
        (timedelta(days=8), 7, "warning"),
        (timedelta(days=8), 1, "wrong"),
    ],
)
def test_an_old_copy_is_told(desk: Desk, folder: Path, age: timedelta, days: int, expected: str) -> None:
    """Against the days that the settings allow; far beyond them it is wrong."""
    change(desk, ("days = 1 ", f"days = {days} "))
    copy(folder, age)
    assert verdict(desk, "copies") == expected


def test_no_copies_set_is_a_warning(desk: Desk) -> None:
    """Neither folder nor recipients; or only one of them."""
    assert verdict(desk, "copies") == "warning"
    change(desk, ('folder = ""', 'folder = "/mnt"'))
    assert verdict(desk, "copies") == "warning"


def test_no_copy_yet_is_a_warning(desk: Desk, folder: Path) -> None:
    """It says which command makes one, for this deployment."""
    (folder / "notes.txt").touch()
    assert verdict(desk, "copies") == "warning"
    assert f"care-voice --data {desk.files.data} backup" in " ".join(desk.run("doctor").output.split())


@pytest.mark.parametrize("folder_set", ["/mnt/not-connected/copies", "copies"])
def test_a_folder_that_is_not_there_is_wrong(desk: Desk, folder_set: str) -> None:
    """Its disk isn't connected, or the path isn't whole."""
    set_backup(desk, Path(folder_set))
    assert verdict(desk, "copies") == "wrong"


def test_copies_on_the_same_disk_are_a_warning(desk: Desk, tmp_path: Path) -> None:
    """They would be lost with it."""
    set_backup(desk, tmp_path)
    copy(tmp_path, timedelta())
    assert [one for one, _ in found(desk, "copies")] == ["ok", "warning"]


def test_copies_inside_the_data_are_wrong(desk: Desk) -> None:
    """`care-voice backup` refuses that too."""
    folder = desk.files.data / "copies"
    folder.mkdir(mode=0o700)
    set_backup(desk, folder)
    copy(folder, timedelta())
    assert [one for one, _ in found(desk, "copies")] == ["ok", "wrong"]


def test_a_copy_that_is_no_age_file_is_wrong(desk: Desk, folder: Path) -> None:
    """Cut off at its beginning, or never encrypted."""
    copy(folder, timedelta()).write_bytes(b"")
    assert found(desk, "copies") == [("wrong", "The newest copy is broken.")]


@pytest.mark.parametrize("name", ["secret.key", "secrets.toml", "data/keys/secret.key"])
def test_a_secret_beside_the_copies_is_wrong(desk: Desk, folder: Path, name: str) -> None:
    """Whoever takes the copies would have the keys to them, in the clear."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0" * 32)
    assert found(desk, "copies-keys") == [("wrong", f"{name} lies among the copies, readable without a key.")]


@pytest.mark.parametrize("name", ["mykey", "notes/care-voice-20260101T000000Z.age", "x.db"])
def test_the_key_beside_the_copies_is_wrong_whatever_it_is_called(desk: Desk, folder: Path, name: str) -> None:
    """Keys are kept apart from copies; packed together with other files it is found too."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w") as packed:
        packed.add(desk.files.keys, "keys")
    assert found(desk, "copies-keys") == [("wrong", f"{name} lies among the copies, readable without a key.")]
    shutil.copy(desk.files.keys / "secret.key", path)
    assert found(desk, "copies-keys") == [("wrong", f"{name} lies among the copies, readable without a key.")]
    assert verdict(desk, "keys") == "ok"


def test_a_readable_database_beside_the_copies_is_wrong(desk: Desk, folder: Path) -> None:
    """By what it is, not by what it is called."""
    with closing(sqlite3.connect(folder / "monday.bak")) as conn:
        conn.execute("CREATE TABLE words (words)")
    assert verdict(desk, "copies-keys") == "wrong"


def test_a_copy_from_the_future_is_wrong(desk: Desk, folder: Path) -> None:
    """It hides that no new ones are made, so it doesn't count as one."""
    copy(folder, -timedelta(days=1000))
    assert [one for one, _ in found(desk, "copies")] == ["warning", "wrong"]
    copy(folder, timedelta())
    assert [one for one, _ in found(desk, "copies")] == ["ok", "wrong"]


@pytest.mark.parametrize("name", ["keys.age", "care-voice-keys.age", "keys/keys.age"])
def test_an_encrypted_stranger_beside_the_copies_is_a_warning(desk: Desk, folder: Path, name: str) -> None:
    """It could be the keys' own copy, which is kept apart."""
    (folder / name).parent.mkdir(exist_ok=True)
    shutil.copy(copy(folder, timedelta()), folder / name)
    assert [one for one, _ in found(desk, "copies")] == ["ok", "warning"]


def test_a_list_that_lacks_what_was_taken_back_is_a_warning(desk: Desk, folder: Path) -> None:
    """An older copy could bring it back; `care-voice backup` writes the list."""
    desk.run("withdraw", desk.receive())
    (folder / "care-voice-removed.txt").unlink()
    copy(folder, timedelta())
    assert [one for one, _ in found(desk, "copies")] == ["ok", "warning"]
    assert desk.run("backup").exit_code == 0
    assert verdict(desk, "copies") == "ok"


def test_a_restore_that_was_cut_short_is_a_warning(desk: Desk) -> None:
    """What it left behind holds everything."""
    assert verdict(desk, "restore") == "ok"
    (desk.files.data / "restoring").mkdir(mode=0o700)
    assert verdict(desk, "restore") == "warning"


@pytest.mark.parametrize("where", ["data", "copies"])
def test_the_key_that_opens_copies_on_this_machine_is_wrong(desk: Desk, folder: Path, where: str) -> None:
    """As `age-keygen` writes it; the key itself is not shown."""
    path = (desk.files.data if where == "data" else folder) / "key.txt"
    path.write_text(f"# created today\n{IDENTITY}\n")
    path.chmod(0o600)
    ((one, what),) = found(desk, "copies-keys")
    assert (one, what.partition(" ")[0]) == ("wrong", "key.txt")
    assert str(IDENTITY) not in desk.run("doctor").output
