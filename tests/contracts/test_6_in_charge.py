"""Promise 6: people stay in charge of their words. Storage's share: a withdrawal leaves no byte behind."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING

import pytest

from storage.intake_db import read_intake
from storage.model import Consent, RedactedWords
from storage.opening import immediate
from storage.questions import Came, NewAnswer, answer, ask
from storage.submissions import find
from tests.storage.deployment import TODAY, Deployment, make, opened
from tests.storage.states import approved, declined, published, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONG = "zanzibar " + "a long story " * 2_000  # overflows onto pages of its own


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """Give a deployment with a published voice, while the doors, a moderator and the lab hold its files open."""
    make(tmp_path / "data")
    with opened(tmp_path / "data") as files, opened(tmp_path / "data") as others:
        files.approved("Stays.")
        files.publish()
        assert others.shown() == ["Stays."]
        assert others.voice(files.arrived()).words is not None
        yield files


def _only_counted(files: Deployment, words: str) -> str:
    code = files.approved(words, consent=Consent.COUNT)
    files.publish()
    return code


def _asked(files: Deployment, words: str) -> str:
    code = files.arrived()
    _ask(files, code, f"Was it {words}?"[:500])
    return code


def _answered(files: Deployment, words: str) -> str:
    code = files.arrived()
    number = _ask(files, code, "Which office was it?")
    with immediate(files.intake):
        came = answer(files.intake, files.keys, code, NewAnswer(number, 1, RedactedWords(words)))
    assert came is Came.KEPT
    return code


def _ask(files: Deployment, code: str, text: str) -> int:
    with immediate(files.intake):
        return ask(files.intake, files.voice(code), text, "ash", TODAY)


@pytest.mark.parametrize("words", ["zanzibar", LONG], ids=["short", "long"])
@pytest.mark.parametrize("state", [waiting, declined, approved, published, _only_counted, _asked, _answered])
def test_a_withdrawn_voice_is_in_no_byte(
    deployment: Deployment, state: Callable[[Deployment, str], str], words: str
) -> None:
    """In whatever state it is, with what was asked and answered: gone from databases, index and every `-wal`."""
    code = state(deployment, words)
    deployment.withdraw(code)
    assert deployment.find_bytes("zanzibar") == []
    assert find(deployment.intake, deployment.keys, code) is None
    assert deployment.shown() == ["Stays."]


def test_a_withdrawal_leaves_no_number_behind(deployment: Deployment) -> None:
    """The lab can't tell that the voice was ever there: neither row nor index knows its number."""
    code = published(deployment, "zanzibar")
    number = deployment.voice(code).public_id
    deployment.withdraw(code)
    for table in ("voices WHERE id", "voices_fts_docsize WHERE id"):
        assert deployment.published.execute(f"SELECT * FROM {table} = ?", (number,)).fetchall() == []  # noqa: S608 - our names


def test_searching_finds_it_no_more(deployment: Deployment) -> None:
    """Full-text search forgets a withdrawn voice and goes on finding the others."""
    deployment.withdraw(published(deployment, "zanzibar"))
    query = "SELECT count(*) FROM voices_fts WHERE voices_fts MATCH ?"
    found = [deployment.published.execute(query, (word,)).fetchone()[0] for word in ("zanzibar", "stay")]
    assert found == [0, 1]


def test_of_many_voices_just_the_withdrawn_ones_go(deployment: Deployment) -> None:
    """Among hundreds, in pages that were split and merged, no withdrawn voice leaves a word and no other loses one."""
    draw = random.Random(6)  # noqa: S311 - the same voices in every run
    said = {}
    for number in range(300):
        words = f"mark{draw.randbytes(8).hex()} " + draw.randbytes(draw.randrange(600)).hex()
        said[deployment.voice(deployment.approved(words)).id] = words
        if number % 100 == 99:
            deployment.publish()
    taken = draw.sample(list(said), 150)
    for submission in taken:
        deployment.tombstones.add(submission)
    deployment.recover()
    kept = b"".join(path.read_bytes() for path in deployment.folder.rglob("*") if path.is_file())
    assert not [one for one in taken if said[one][:20].encode() in kept]
    assert set(deployment.shown()) == {said[one] for one in said.keys() - set(taken)} | {"Stays."}


def test_busy_readers_do_not_keep_it(deployment: Deployment) -> None:
    """While a lab reads without a pause and a moderator looks at the queue, a withdrawal still empties the `-wal`."""
    code = published(deployment, "zanzibar")
    stop = threading.Event()
    readers = [threading.Thread(target=_read, args=(deployment.folder, stop)) for _ in range(3)]
    for reader in readers:
        reader.start()
    time.sleep(0.1)
    deployment.withdraw(code)
    left = deployment.find_bytes("zanzibar")
    stop.set()
    for reader in readers:
        reader.join()
    assert left == []


def _read(folder: Path, stop: threading.Event) -> None:
    with opened(folder) as files:
        queue = read_intake(folder / "intake" / "intake.db", demo=False)
        while not stop.is_set():
            assert "Stays." in files.shown()
            queue.execute("SELECT words FROM submissions").fetchall()
        queue.close()


def test_a_restore_does_not_bring_it_back(deployment: Deployment) -> None:
    """Old copies of both databases are put back: after the tombstones are replayed nothing of it is left."""
    code = published(deployment, "zanzibar")
    copies = {
        deployment.folder / "intake" / "intake.db": deployment.intake.serialize(),
        deployment.folder / "lab" / "published.db": deployment.published.serialize(),
    }
    deployment.withdraw(code)
    restored = deployment.folder.with_name("restored")
    make(restored)
    for source, content in copies.items():
        (restored / source.relative_to(deployment.folder)).write_bytes(content)
    for name in ("tombstones", "keys/secret.key"):
        (restored / name).write_bytes((deployment.folder / name).read_bytes())
    with opened(restored) as files:
        assert files.find_bytes("zanzibar") != []
        files.recover()
        assert files.find_bytes("zanzibar") == []
        assert files.shown() == ["Stays."]
