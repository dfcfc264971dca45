"""Promise 1: nothing acknowledged is lost. Storage's share: a receipt exists only after COMMIT at FULL."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from storage.model import RedactedWords
from tests.storage.deployment import make, opened
from tests.storage.receiver import UNMEASURED, command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a new deployment."""
    make(tmp_path / "data")
    return tmp_path / "data"


def test_kill_9_under_load_loses_nothing_acknowledged(folder: Path) -> None:
    """Five times killed amid its work: every receipt that was printed stands for its voice, and the file is whole."""
    printed: list[str] = []
    receiver = command(folder, voices=100_000, characters=200)
    for wanted in (1, 50, 150, 300, 500):
        with subprocess.Popen(receiver, stdout=subprocess.PIPE, text=True, env=UNMEASURED) as process:
            assert process.stdout is not None
            printed += [next(process.stdout) for _ in range(wanted)]
            process.kill()
            printed += [line for line in process.stdout if line.endswith("\n")]
    with opened(folder) as files:
        for line in printed:
            code, words = line.split()
            assert files.voice(code).words == RedactedWords(words)
        assert files.intake.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert len(printed) >= 1001


def test_a_receipt_comes_after_the_disk(folder: Path, tmp_path: Path) -> None:
    """Between the last byte written to the `-wal` file and the receipt, the file was flushed to the disk."""
    trace = tmp_path / "trace"
    watch = ["strace", "-f", "-y", "-o", str(trace), "-e", "trace=write,pwrite64,fdatasync,fsync"]
    receiver = command(folder, voices=1, characters=200)
    subprocess.run([*watch, *receiver], check=True, stdout=subprocess.PIPE, env=UNMEASURED, timeout=60)
    calls = trace.read_text().splitlines()
    receipt = next(place for place, call in enumerate(calls) if "write(1<" in call and "-" in call)
    written = max(
        place for place, call in enumerate(calls[:receipt]) if "pwrite64(" in call and "intake.db-wal" in call
    )
    flushed = [call for call in calls[written:receipt] if "sync(" in call and "intake.db-wal" in call]
    assert flushed
    assert "= 0" in flushed[-1]
