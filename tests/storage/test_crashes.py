"""Killed before any SQL statement that writes, a publication or a withdrawal does no harm and is finished later."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, decline
from storage.errors import Refused
from storage.submissions import find
from tests.storage.deployment import Deployment, make, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_KILLED, _FINISHED = 9, 0
_READS = ("SELECT", "PRAGMA busy_timeout", "PRAGMA 'main'", "--")  # nothing is different after these
_KIND = 5  # words that say what a statement does: of many in a row that put rows into one table, the first counts


def killed_at_every_step(folder: Path, action: Callable[[Deployment], object]) -> Iterator[Deployment]:
    """Run `action` on a copy of `folder` again and again, killed one statement later each time; give what is left."""
    for step in count(1):
        copy = folder.with_name(f"{folder.name}-{step}")
        shutil.copytree(folder, copy)
        ended = _run_and_die(copy, action, step)
        assert ended in (_KILLED, _FINISHED)
        with opened(copy) as left:
            yield left
        shutil.rmtree(copy)
        if ended == _FINISHED:
            assert step > 10
            return


def _run_and_die(folder: Path, action: Callable[[Deployment], object], step: int) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    statements, last = count(1), ""

    def tick(statement: str) -> None:
        nonlocal last
        before, last = last, " ".join(statement.split()[:_KIND])
        if not statement.startswith(_READS) and last != before and next(statements) == step:
            os._exit(_KILLED)

    try:
        with opened(folder) as files:
            files.intake.set_trace_callback(tick)
            files.published.set_trace_callback(tick)
            action(files)
        os._exit(_FINISHED)
    finally:
        os._exit(1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a new deployment, with nothing open."""
    make(tmp_path / "data")
    return tmp_path / "data"


def test_a_killed_publication_is_whole_or_not_at_all(folder: Path) -> None:
    """What shows was released, what was marked shows after recovery, the rest after another try; none shows twice."""
    with opened(folder) as files:
        late = files.approved("Late decline.")
        files.approved("Old.")
        files.publish()
        new, counted = files.approved("New."), files.approved("Zanzibar.", consent="count")
        decline(files.intake, files.voice(late), "ash", Reason.SPAM)
    for left in killed_at_every_step(folder, Deployment.publish):
        marked = left.voice(new).released_in == 2
        assert set(left.shown()) <= {"Old.", "Late decline."} | ({"New."} if marked else set())
        assert "published.db" not in "".join(left.find_bytes("Zanzibar"))
        left.recover()
        assert left.shown() == (["New.", "Old."] if marked else ["Old."])
        assert (left.find_bytes("Zanzibar") == []) == marked == (left.voice(counted).words is None)
        with suppress(Refused):  # if it had got far enough before it was killed
            left.publish()
        assert left.shown() == ["New.", "Old."]
        assert [row[0] for row in left.published.execute("SELECT number FROM releases")] == [1, 2]


def test_a_killed_withdrawal_is_finished(folder: Path) -> None:
    """Once the tombstone stands, recovery leaves no byte of the voice; before that, its code still works."""
    with opened(folder) as files:
        code = files.approved("Zanzibar.")
        files.approved("Stays.")
        files.publish()
    for left in killed_at_every_step(folder, lambda files: files.withdraw(code)):
        begun = bool(left.tombstones.ids())
        left.recover()
        assert (find(left.intake, left.keys, code) is None) == begun
        assert left.withdraw(code) != begun
        assert left.find_bytes("Zanzibar") == []
        assert left.shown() == ["Stays."]
