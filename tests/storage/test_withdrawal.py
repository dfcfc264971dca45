"""A voice that is taken back is gone everywhere, and stays gone."""

from __future__ import annotations

import stat
import threading
import time
from typing import TYPE_CHECKING

import pytest

from storage.opening import immediate
from storage.release import Thresholds
from storage.submissions import find
from storage.withdrawal import Tombstones, withdraw
from tests.storage.deployment import Deployment, opened, voice

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = 0x0123456789ABCDEF, 0x7EDCBA9876543210


@pytest.fixture
def tombstones(tmp_path: Path) -> Tombstones:
    """Give a file of tombstones that isn't there yet."""
    return Tombstones(tmp_path / "tombstones")


def test_an_unknown_code_takes_nothing_back(deployment: Deployment) -> None:
    """A wrong code changes nothing and says so."""
    deployment.approved("Stays.")
    deployment.publish()
    assert not deployment.withdraw("velvet-otter-plank-sunny-drift")
    assert deployment.shown() == ["Stays."]
    assert deployment.tombstones.ids() == []


def test_a_withdrawal_is_done_once(deployment: Deployment) -> None:
    """The code works once; its neighbours stay."""
    code, other = deployment.approved("Taken back."), deployment.approved("Stays.")
    deployment.publish()
    assert deployment.withdraw(code)
    assert not deployment.withdraw(code)
    assert deployment.shown() == ["Stays."]
    assert deployment.voice(other).words is not None


def test_every_code_of_a_voice_ends_with_it(deployment: Deployment) -> None:
    """A voice whose mail came twice has two codes: either takes it back, and both are dead then."""
    first = str(deployment.receive(voice(delivery=b"mark")).code)
    second = str(deployment.receive(voice(delivery=b"mark")).code)
    assert deployment.withdraw(second)
    assert find(deployment.intake, deployment.keys, first) is None
    assert deployment.intake.execute("SELECT count(*) FROM receipts").fetchone() == (0,)


def test_a_count_stands_until_it_could_be_too_small(deployment: Deployment) -> None:
    """One who leaves moves no count that tells of enough; who could be one too many hides it at once."""
    few = Thresholds(k=2, count=2, round_to=1, batch=1, days=0)
    codes = [deployment.approved(consent=consent) for consent in ("count", "quote", "quote")]
    deployment.publish(few)
    query = "SELECT voices, symbol FROM counts WHERE about = 'everything'"
    for code, shown in zip(codes, [(3, None), (None, "c")], strict=False):
        assert withdraw(
            deployment.intake,
            deployment.published,
            deployment.keys,
            code,
            thresholds=few,
            tombstones=deployment.tombstones,
        )
        assert deployment.published.execute(query).fetchall() == [shown]


def test_a_publisher_that_waited_brings_nothing_back(deployment: Deployment) -> None:
    """A release that began before a withdrawal, and goes on after it, doesn't hold what was withdrawn."""
    code = deployment.approved("Taken back.")
    deployment.approved("Stays.")
    deployment.publish()
    with opened(deployment.folder) as other, immediate(other.published):
        publisher = threading.Thread(target=_sync, args=(deployment.folder,))
        publisher.start()
        time.sleep(0.2)  # it has begun, and waits for published.db
        deployment.intake.execute("DELETE FROM submissions WHERE id = ?", (deployment.voice(code).id,))
    publisher.join()
    assert deployment.shown() == ["Stays."]


def _sync(folder: Path) -> None:
    with opened(folder) as files:
        files.sync()


def test_a_restored_copy_is_purged(deployment: Deployment) -> None:
    """An older intake.db knows the voice again; the tombstones take it out again, and its code."""
    code = deployment.approved("Taken back.")
    deployment.publish()
    backup = deployment.intake.serialize()
    deployment.withdraw(code)
    deployment.intake.close()
    (deployment.folder / "intake" / "intake.db").write_bytes(backup)
    with opened(deployment.folder) as restored:
        assert find(restored.intake, restored.keys, code) is not None
        restored.recover()
        assert find(restored.intake, restored.keys, code) is None
        assert restored.shown() == []
        assert restored.find_bytes("Taken back") == []


@pytest.mark.usefixtures("no_umask")
def test_tombstones_are_private(tombstones: Tombstones, tmp_path: Path) -> None:
    """The file is 0600, whatever the umask, and holds random ids only."""
    assert tombstones.ids() == []
    tombstones.add(ONE)
    tombstones.add(TWO)
    assert tombstones.ids() == [ONE, TWO]
    assert stat.S_IMODE((tmp_path / "tombstones").stat().st_mode) == 0o600


@pytest.mark.parametrize("cut", ["", "01234", f"{ONE:016x}", "01234\0\0\0", "\0" * 17])
def test_a_power_cut_costs_no_tombstone(tombstones: Tombstones, tmp_path: Path, cut: str) -> None:
    """After a line cut short the next one is still read."""
    tombstones.add(TWO)
    with (tmp_path / "tombstones").open("a") as handle:
        handle.write(cut)
    tombstones.add(ONE)
    assert {ONE, TWO} == set(tombstones.ids())
