"""While the service runs, copies are made by themselves, and what was removed is noted beside them."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from desk.copied import now
from desk.copying import Copying, is_due
from desk.settings import load_settings
from storage.backup.folder import copies, copy_path
from storage.backup.removed import LIST
from tests.desk.at_copies import Vault, at, make_vault, set_backup
from tests.product import PATIENCE, Product, make_quiet_product

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path


@pytest.fixture
def product(tmp_path: Path) -> Product:
    """Give a deployment that sends no thanks."""
    return make_quiet_product(tmp_path)


@pytest.fixture
def vault(product: Product, tmp_path: Path) -> Vault:
    """Give it copies."""
    return make_vault(at(product.data), tmp_path)


def until(true: Callable[[], object]) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def copying(vault: Vault) -> Copying:
    """Give what the service calls all the time."""
    return Copying(load_settings(vault.desk.files.data, {}), vault.desk.files)


def events(chore: Copying, logs: list[MutableMapping[str, Any]]) -> set[str]:
    """Let it do what is due, and return what was logged."""
    chore()
    return {entry["event"] for entry in logs}


def test_the_service_makes_a_copy(product: Product, vault: Vault, tmp_path: Path) -> None:
    """Soon after it starts where there is none; it is whole, and the log says so without naming it."""
    with product.running("run", tmp_path / "said"):
        until(lambda: copies(vault.folder))
        until(lambda: "backup" in (tmp_path / "said").read_text())
    assert "The copy is whole" in vault.check(copies(vault.folder)[0]).output
    lines = [json.loads(line) for line in (tmp_path / "said").read_text().splitlines() if line.startswith("{")]
    (line,) = [line for line in lines if line["event"] == "backup"]
    assert line["outcome"] == "made"
    assert "care-voice-" not in json.dumps(line)


def test_what_a_killed_restore_left_is_removed(product: Product) -> None:
    """Databases that nobody will use don't lie about: the next start removes them."""
    (product.data / "restoring" / "intake").mkdir(parents=True)
    (product.data / "restoring" / "intake" / "intake.db").write_text("Zanzibar")
    with product.running("run"):
        assert not (product.data / "restoring").exists()


def test_a_withdrawal_is_noted_beside_the_copies(vault: Vault) -> None:
    """Within the minute: at the next look, whether or not a copy is due."""
    copy_path(vault.folder, now()).touch()
    code = vault.desk.receive()
    submission = vault.desk.voice(code).id
    assert vault.desk.run("withdraw", code).exit_code == 0
    (vault.folder / LIST).unlink()
    copying(vault)()
    assert f"gone {submission:016x};" in (vault.folder / LIST).read_text()
    assert len(copies(vault.folder)) == 1


def test_what_was_removed_last_is_noted_when_the_service_ends(product: Product, vault: Vault) -> None:
    """Nothing looks after the list once it has ended: the disk may die then."""
    copy_path(vault.folder, now()).touch()
    with product.running("run"):
        until((vault.folder / LIST).exists)
        vault.desk.files.tombstones.add(77)
        (vault.folder / LIST).unlink()
    assert "gone 000000000000004d;" in (vault.folder / LIST).read_text()


@pytest.mark.parametrize(("hours", "due"), [(23, False), (25, True)])
def test_a_copy_is_due_by_the_age_of_the_last(vault: Vault, hours: int, *, due: bool) -> None:
    """By its name, so that a service that is started anew every day still makes one, and not one at each start."""
    assert is_due(load_settings(vault.desk.files.data, {}))
    copy_path(vault.folder, now() - timedelta(hours=hours)).touch()
    assert is_due(load_settings(vault.desk.files.data, {})) == due


def test_a_copy_from_the_future_does_not_count(vault: Vault) -> None:
    """A clock that was once wrong doesn't end all copies."""
    copy_path(vault.folder, now() + timedelta(days=1000)).touch()
    assert is_due(load_settings(vault.desk.files.data, {}))


def test_a_copy_of_damaged_files_does_not_count(vault: Vault) -> None:
    """What a restore saved of a damaged database can't be restored."""
    copy_path(vault.folder, now(), "damaged-").touch()
    assert is_due(load_settings(vault.desk.files.data, {}))


def test_a_missing_disk_is_logged_and_tried_again(vault: Vault) -> None:
    """The service goes on; as soon as the folder is back, a copy is made."""
    away = vault.folder.rename(vault.folder.with_name("away"))
    chore = copying(vault)
    with capture_logs() as logs:
        until(lambda: "backup" in events(chore, logs))
    assert {(entry["event"], entry["outcome"]) for entry in logs} == {("backup-list", "failed"), ("backup", "failed")}
    away.rename(vault.folder)
    chore._next_look = chore._next_try = 0.0
    with capture_logs() as logs:
        until(lambda: events(chore, logs))
    assert [(entry["event"], entry["outcome"]) for entry in logs] == [("backup", "made")]
    assert len(copies(vault.folder)) == 1


def test_nothing_happens_where_no_folder_is_set(vault: Vault) -> None:
    """Neither a copy nor a complaint: doctor says that there are none."""
    set_backup(vault.desk, 'folder = ""')
    with capture_logs() as logs:
        chore = copying(vault)
        chore()
    assert logs == []
    assert chore._running is None
    assert list(vault.folder.iterdir()) == []
