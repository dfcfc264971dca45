"""What is said in a rehearsal is kept as any voice is, for as long as it lasts, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.arriving import add
from storage.intake_db import migrate
from storage.model import State
from storage.opening import immediate
from storage.rehearsal import draw_keys, open_rehearsal, take_back
from storage.responses import status
from storage.submissions import count_waiting
from tests.storage.deployment import TODAY, Deployment, voice

if TYPE_CHECKING:
    import pytest


def test_a_rehearsal_keeps_voices_until_it_ends() -> None:
    """A voice gets a code, is found by it, is taken back by it, and then is not found."""
    conn, keys = open_rehearsal(), draw_keys()
    with immediate(conn):
        codes = [str(add(conn, keys, voice(), TODAY).code) for _ in range(2)]
    told = status(conn, keys, codes[0])
    assert told is not None
    assert told.state is State.WAITING
    assert [take_back(conn, keys, codes[0]) for _ in range(2)] == [True, False]
    assert status(conn, keys, codes[0]) is None
    assert status(conn, keys, codes[1]) is not None
    assert count_waiting(conn) == (1, 0)


def test_a_rehearsal_has_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No name of a file leads to it, and it makes none where it runs or for what is temporary."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    conn, keys = open_rehearsal(), draw_keys()
    with immediate(conn):
        for number in range(2_000):
            add(conn, keys, voice("word " * 500 + str(number)), TODAY)
    assert conn.execute("SELECT count(DISTINCT words) FROM submissions").fetchone() == (2_000,)
    held = {link.resolve() for link in Path("/proc/self/fd").iterdir() if link.resolve().is_file()}
    assert not any("etilqs" in path.name for path in held)  # SQLite's temporary files, opened and unlinked
    assert conn.execute("PRAGMA database_list").fetchall() == [(0, "main", "")]
    assert list(tmp_path.iterdir()) == []


def test_two_rehearsals_know_nothing_of_each_other() -> None:
    """Each has its own voices and its own keys: a code of one is no code of the other."""
    (one, its_keys), (other, other_keys) = [(open_rehearsal(), draw_keys()) for _ in range(2)]
    with immediate(one):
        code = str(add(one, its_keys, voice(), TODAY).code)
    assert status(other, other_keys, code) is None
    assert status(one, other_keys, code) is None
    assert count_waiting(other) == (0, 0)


def test_a_rehearsal_has_the_tables_of_a_deployment(deployment: Deployment) -> None:
    """What works in a rehearsal works in a deployment: they are made by the same migrations."""
    tables = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert open_rehearsal().execute(tables).fetchall() == deployment.intake.execute(tables).fetchall()


def test_tables_are_made_once() -> None:
    """Making them again leaves what is in them."""
    conn, keys = open_rehearsal(), draw_keys()
    with immediate(conn):
        add(conn, keys, voice(), TODAY)
    migrate(conn)
    assert count_waiting(conn) == (1, 0)
