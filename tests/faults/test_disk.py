"""A disk that fills up, fails, or a process that dies at any write: nothing acknowledged is lost.

Faults are injected into the system calls of a real process by strace; the bounded tests run with the others, the long
ones with `make faults`.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from storage.model import RedactedWords
from tests.storage.deployment import make, opened, voice
from tests.storage.receiver import UNMEASURED, command

if TYPE_CHECKING:
    from pathlib import Path

# Enough of it that the `-wal` file is copied back into the database on the way (every 1,000 pages).
VOICES, CHARACTERS = 120, 40_000
KILL, FULL, FAILING = "signal=KILL", "error=ENOSPC", "error=EIO"
WRITES = "pwrite64,fdatasync,fsync"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a new deployment."""
    make(tmp_path / "data")
    return tmp_path / "data"


def receive(folder: Path, fault: str, when: str, calls: str = WRITES) -> list[str]:
    """Store voices in a process that meets a fault; return what it acknowledged, a line "code words" each."""
    inject = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={calls}:{fault}:when={when}",
    ]
    receiver = command(folder, VOICES, CHARACTERS)
    ended = subprocess.run(
        [*inject, *receiver], stdout=subprocess.PIPE, text=True, check=False, env=UNMEASURED, timeout=120
    )
    return [line for line in ended.stdout.splitlines(keepends=True) if line.endswith("\n")]


def check(folder: Path, acknowledged: list[str]) -> None:
    """Every receipt stands for its voice, the file is whole, and the next voice is stored."""
    with opened(folder) as files:
        assert files.intake.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for line in acknowledged:
            code, words = line.split()
            assert files.voice(code).words == RedactedWords(words)
        assert files.voice(files.arrived(voice("After."))).words == RedactedWords("After.")


def test_the_receiver_stores_all_without_a_fault(folder: Path) -> None:
    """The process under test acknowledges every voice, and its writes reach beyond every point of the tests below."""
    acknowledged = receive(folder, KILL, "60000")
    assert len(acknowledged) == VOICES
    check(folder, acknowledged)


@pytest.mark.parametrize("when", [1, 30, 600, 2000])
def test_killed_at_a_write(folder: Path, when: int) -> None:
    """A process that dies at a write, a flush or a checkpoint loses nothing acknowledged."""
    acknowledged = receive(folder, KILL, str(when))
    assert len(acknowledged) < VOICES
    check(folder, acknowledged)


@pytest.mark.parametrize(("fault", "when", "calls"), [(FULL, "40", "pwrite64"), (FAILING, "3", "fdatasync,fsync")])
def test_a_fault_that_passes_is_survived(folder: Path, fault: str, when: str, calls: str) -> None:
    """Whoever met the fault is not told that their voice was stored; those after it are, by the same process."""
    acknowledged = receive(folder, fault, when, calls)
    assert 0 < len(acknowledged) < VOICES
    check(folder, acknowledged)


def test_a_disk_that_stays_full(folder: Path) -> None:
    """From the moment that the disk is full nothing is acknowledged any more, and what was is kept."""
    acknowledged = receive(folder, FULL, "600+", "pwrite64")
    assert 0 < len(acknowledged) < VOICES
    check(folder, acknowledged)


@pytest.mark.faults
@pytest.mark.parametrize("when", range(1, 3600, 60))
def test_killed_at_any_write(folder: Path, when: int) -> None:
    """The same as above, all along the way."""
    check(folder, receive(folder, KILL, str(when)))


@pytest.mark.faults
@pytest.mark.parametrize("fault", [FULL, FAILING])
@pytest.mark.parametrize("when", [*range(1, 3600, 120), *(f"{first}+" for first in range(1, 3600, 240))])
def test_any_write_fails(folder: Path, fault: str, when: object) -> None:
    """Once or from then on, at any write or flush: the same again."""
    check(folder, receive(folder, fault, str(when)))
