"""A process that dies, or a disk that is full, in the middle of a copy or a restore: nothing is lost or left half.

Faults are injected into the system calls of the real command by strace.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage.backup.folder import copies
from storage.decisions import hide
from storage.opening import immediate
from tests.desk.at_copies import Vault, at, make_vault, tree
from tests.desk.at_desk import make_desk
from tests.storage.receiver import UNMEASURED

if TYPE_CHECKING:
    from pathlib import Path

KILL, FULL = "signal=KILL", "error=ENOSPC"
WITHDRAWN, HIDDEN, STAYS = "Zanzibar is mine.", "Ask Timbuktu.", "Stays."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make a deployment with a copy and removals since, once, to be copied; gives the code of a voice that stays."""
    place = tmp_path_factory.mktemp("made")
    vault = make_vault(make_desk(place / "data"), place)
    codes = {words: vault.desk.approved(words) for words in (WITHDRAWN, HIDDEN, STAYS)}
    assert vault.desk.publish("--force", "now").exit_code == 0
    vault.copy()
    with vault.desk.opened() as intake, immediate(intake):
        hide(intake, vault.desk.voice(codes[HIDDEN]), "reader", [(4, 12)])
    assert vault.desk.run("withdraw", codes[WITHDRAWN]).exit_code == 0
    vault.copy().unlink()  # made for the list of what was removed
    return place, codes[STAYS]


@pytest.fixture
def vault(made: tuple[Path, str], tmp_path: Path) -> Vault:
    """Give a copy of it, to spoil."""
    shutil.copytree(made[0], tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "data" / "care-voice.toml"
    settings.write_text(settings.read_text().replace(str(made[0]), str(tmp_path)))
    return Vault(at(tmp_path / "data"), tmp_path / "copies", tmp_path / "secret.txt", tmp_path / "keys.age")


def meets(calls: str, fault: str, when: str, *command: str) -> int:
    """Run a command that meets a fault at that call of its kind; returns its exit status, negative for a signal."""
    inject = [
        "strace",
        "-f",
        "-qq",
        "-o",
        os.devnull,
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={calls}:{fault}:when={when}",
    ]
    base = [sys.executable, "-B", "-P", "-m", "desk"]
    ran = subprocess.run([*inject, *base, *command], capture_output=True, check=False, env=UNMEASURED, timeout=60)
    assert b"Traceback" not in ran.stderr
    return ran.returncode


def backup_meets(vault: Vault, calls: str, fault: str, when: str) -> int:
    """Make a copy that meets a fault."""
    return meets(calls, fault, when, "--data", str(vault.desk.files.data), "backup")


def restore_meets(vault: Vault, data: Path, calls: str, fault: str, when: str, *options: str) -> int:
    """Restore into a folder, meeting a fault on the way."""
    given = ("--identity", str(vault.identity), "--keys", str(vault.keys))
    return meets(calls, fault, when, "--data", str(data), "restore", str(copies(vault.folder)[0]), *given, *options)


def check_copies(vault: Vault) -> None:
    """Every copy that has a copy's name is whole, and the next one can be made and leaves nothing half."""
    assert [vault.check(copy).exit_code for copy in copies(vault.folder)] == [0] * len(copies(vault.folder))
    vault.copy()
    assert [path.name for path in vault.folder.iterdir() if path.name.endswith(".part")] == []


def check_restored(vault: Vault, data: Path, code: str, *options: str) -> None:
    """What is there is whole, nothing removed is in it, and the same restore, run again, finishes."""
    if at(data).files.intake_db.exists():
        with at(data).opened() as intake:
            assert intake.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (2,)
    again = vault.restore(copies(vault.folder)[0], data, *options)
    assert again.exit_code == 0, again.output
    assert at(data).voice(code).words is not None
    assert at(data).shown() == ["Ask [hidden].", STAYS]
    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert [words for words in (b"Zanzibar", b"Timbuktu") if words in kept] == []
    assert not (data / "restoring").exists()


@pytest.mark.parametrize(("call", "when"), [("write", 2), ("fsync", 1), ("rename", 1), ("fsync", 2)])
def test_a_backup_killed_on_the_way(vault: Vault, call: str, when: int) -> None:
    """It leaves no copy, or a whole one."""
    assert backup_meets(vault, call, KILL, str(when)) != 0
    check_copies(vault)


@pytest.mark.parametrize(("call", "when"), [("write", "1"), ("write", "2+"), ("fsync", "1")])
def test_a_disk_that_is_full(vault: Vault, call: str, when: str) -> None:
    """The copy fails in plain words, leaves nothing, and the copies that were there stay."""
    before = set(copies(vault.folder))
    assert backup_meets(vault, call, FULL, when) != 0
    assert set(copies(vault.folder)) == before
    assert [path.name for path in vault.folder.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize(("call", "when"), [("fsync", 5), ("rename", 1), ("rename", 3), ("rename", 7)])
def test_a_restore_killed_on_the_way(
    vault: Vault, made: tuple[Path, str], tmp_path: Path, call: str, when: int
) -> None:
    """Into a new folder: run again, it finishes."""
    assert restore_meets(vault, tmp_path / "new", call, KILL, str(when)) != 0
    check_restored(vault, tmp_path / "new", made[1], *_replace_if_done(tmp_path / "new"))


@pytest.mark.parametrize(("call", "when"), [("fsync", 5), ("rename", 3), ("rename", 4), ("rename", 5), ("rmdir", 1)])
def test_a_restore_in_place_killed_on_the_way(vault: Vault, made: tuple[Path, str], call: str, when: int) -> None:
    """Over a deployment: the old one or the new one is there, and run again, it finishes."""
    assert restore_meets(vault, vault.desk.files.data, call, KILL, str(when), "--replace") != 0
    check_restored(vault, vault.desk.files.data, made[1], "--replace")


@pytest.mark.parametrize("when", ["1+", "3+", "5+"])
def test_a_restore_onto_a_full_disk(vault: Vault, when: str) -> None:
    """It fails and the deployment is as it was."""
    with closing(at(vault.desk.files.data).files.open_intake()):
        pass
    before = lasting(vault.desk.files.data)
    assert restore_meets(vault, vault.desk.files.data, "write,pwrite64", FULL, when, "--replace") != 0
    assert lasting(vault.desk.files.data) == before


def lasting(data: Path) -> dict[str, tuple[int, bytes | None]]:
    """Return every file of a deployment but SQLite's side files, which come and go with connections."""
    return {name: kept for name, kept in tree(data).items() if not name.endswith(("-wal", "-shm"))}


STEPS = [
    (call, when)
    for call, last in {
        "write": 9,
        "fsync": 22,
        "rename": 9,
        "unlink": 12,
        "mkdir": 9,
        "rmdir": 1,
        "ftruncate": 12,
    }.items()
    for when in range(1, last + 1)
]


@pytest.mark.faults
@pytest.mark.parametrize(("call", "when"), STEPS)
def test_a_backup_killed_anywhere(vault: Vault, call: str, when: int) -> None:
    """The same as above, at every step."""
    backup_meets(vault, call, KILL, str(when))
    check_copies(vault)


@pytest.mark.faults
@pytest.mark.parametrize(("call", "when"), STEPS)
def test_a_restore_killed_anywhere(vault: Vault, made: tuple[Path, str], tmp_path: Path, call: str, when: int) -> None:
    """The same as above, at every step, into a new folder and in place."""
    restore_meets(vault, tmp_path / "new", call, KILL, str(when))
    check_restored(vault, tmp_path / "new", made[1], *_replace_if_done(tmp_path / "new"))
    restore_meets(vault, vault.desk.files.data, call, KILL, str(when), "--replace")
    check_restored(vault, vault.desk.files.data, made[1], "--replace")


def test_what_was_removed_is_not_even_written_on_the_way(vault: Vault, tmp_path: Path) -> None:
    """No write of a restore holds words that were taken back or hidden since: only those that stay are written."""
    writes, calls = tmp_path / "writes", "write,pwrite64,pwritev,writev"
    given = ["--identity", str(vault.identity), "--keys", str(vault.keys)]
    command = [sys.executable, "-B", "-P", "-m", "desk", "--data", str(tmp_path / "new"), "restore"]
    traced = ["strace", "-f", "-qq", "-s", "9000000", "-e", f"trace={calls}", "-o", str(writes), *command]
    subprocess.run([*traced, str(copies(vault.folder)[0]), *given], check=True, capture_output=True, env=UNMEASURED)
    written = writes.read_text("ascii", "replace")
    assert STAYS in written
    assert [words for words in ("Zanzibar", "Timbuktu") if words in written] == []


def _replace_if_done(data: Path) -> tuple[str, ...]:
    return ("--replace",) if at(data).files.intake_db.exists() else ()
