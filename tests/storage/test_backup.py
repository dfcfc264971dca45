"""Encrypted copies: whole, for one key only, and without anything that was removed since."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.backup import archive
from storage.backup.alone import alone_with
from storage.backup.folder import copies, copy_path, from_the_future, newest, prune
from storage.backup.removed import LIST, RemovedList, buried, buried_ids, removed_in
from storage.backup.replaying import Replayed, replay
from storage.backup.snapshot import open_in_memory, take
from storage.decisions import Reason, approve, decline, hide, history
from storage.errors import NotOurs, Refused
from storage.model import Consent, State
from storage.opening import immediate
from storage.retention import expire
from storage.submissions import find, read
from tests.storage.deployment import Deployment, voice

if TYPE_CHECKING:
    from pathlib import Path

MEMBERS = {"about.json": b"{}", "wording/en/doors.ftl": "grüße".encode(), "intake.db": os.urandom(200_000)}


@pytest.fixture(scope="module")
def key() -> tuple[archive.Identity, str]:
    """Give a secret key and its public one."""
    secret, public = archive.new_identity()
    return archive.load_identity(f"# created by age-keygen\n# public key: {public}\n{secret}\n"), public


@pytest.fixture
def copy(tmp_path: Path, key: tuple[archive.Identity, str]) -> Path:
    """Give an encrypted file."""
    archive.write(tmp_path / "care-voice-20261122T031500Z.age", MEMBERS, [key[1]])
    return tmp_path / "care-voice-20261122T031500Z.age"


# The encrypted file


def test_what_was_closed_opens_again(copy: Path, key: tuple[archive.Identity, str]) -> None:
    """Every member comes back byte by byte, and nothing of it can be read in the file."""
    assert archive.read(copy, key[0]) == MEMBERS
    assert MEMBERS["intake.db"][:32] not in copy.read_bytes()


def test_only_its_owner_can_read_a_copy(copy: Path) -> None:
    """A copy is 0600 and nothing else is left in the folder."""
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert list(copy.parent.iterdir()) == [copy]


def test_any_of_several_keys_opens_it(tmp_path: Path, key: tuple[archive.Identity, str]) -> None:
    """Two people with a key each can both open it."""
    secret, public = archive.new_identity()
    archive.write(tmp_path / "two.age", MEMBERS, [key[1], public])
    assert archive.read(tmp_path / "two.age", archive.load_identity(secret)) == MEMBERS
    assert archive.read(tmp_path / "two.age", key[0]) == MEMBERS


def test_another_key_opens_nothing(copy: Path) -> None:
    """The error says that the key is the wrong one."""
    with pytest.raises(Refused, match="made for another one"):
        archive.read(copy, archive.load_identity(archive.new_identity()[0]))


@pytest.mark.parametrize("length", [0, 10, 100, 300, 70_000, -20, -1])
def test_a_copy_cut_short_is_refused(copy: Path, key: tuple[archive.Identity, str], length: int) -> None:
    """Wherever it was cut, nothing of it is taken for whole."""
    copy.write_bytes(copy.read_bytes()[:length])
    with pytest.raises(Refused, match="damaged"):
        archive.read(copy, key[0])


@pytest.mark.parametrize("at", [5, 150, 1_000, 100_000, -1])
def test_a_damaged_copy_is_refused(copy: Path, key: tuple[archive.Identity, str], at: int) -> None:
    """One changed bit anywhere is noticed."""
    content = bytearray(copy.read_bytes())
    content[at] ^= 1
    copy.write_bytes(content)
    with pytest.raises(Refused):
        archive.read(copy, key[0])


def test_nothing_is_written_over(copy: Path, key: tuple[archive.Identity, str]) -> None:
    """A file of that name stays as it is."""
    before = copy.read_bytes()
    with pytest.raises(Refused, match="there already"):
        archive.write(copy, {}, [key[1]])
    assert copy.read_bytes() == before


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path, key: tuple[archive.Identity, str]) -> None:
    """The error says which folder and why; nothing is left."""
    with pytest.raises(Refused, match="No such file or directory"):
        archive.write(tmp_path / "missing" / "copy.age", MEMBERS, [key[1]])
    assert list(tmp_path.iterdir()) == []


def test_a_public_key_with_a_wrong_letter_is_told(tmp_path: Path, key: tuple[archive.Identity, str]) -> None:
    """It has its length and its letters, but its checksum is wrong: nothing is written for nobody."""
    wrong = key[1][:-1] + ("q" if key[1][-1] != "q" else "p")
    with pytest.raises(Refused, match="a letter is wrong"):
        archive.write(tmp_path / "copy.age", MEMBERS, [key[1], wrong])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("text", "wrong"), [("age1qq", "no secret key"), ("AGE-SECRET-KEY-1QQQQ", "not copied whole")])
def test_a_file_without_a_secret_key_is_told(text: str, wrong: str) -> None:
    """A public key, or half of a secret one, gets a clear answer that doesn't show it."""
    with pytest.raises(Refused, match=wrong) as caught:
        archive.load_identity(text)
    assert text not in str(caught.value)


def test_the_oldest_copies_go(tmp_path: Path) -> None:
    """The newest stay, by their names; foreign files are never touched, what dead writers left is."""
    names = [copy_path(tmp_path, datetime(2026, 11, day, tzinfo=UTC)).name for day in range(1, 6)]
    for name in (*names, "care-voice-keys.age", "notes.age", LIST, f".{names[0]}.part"):
        (tmp_path / name).touch()
    prune(tmp_path, 2)
    assert {path.name for path in tmp_path.iterdir()} == {*names[-2:], "care-voice-keys.age", "notes.age", LIST}
    assert newest(tmp_path) == datetime(2026, 11, 5, tzinfo=UTC)


def test_copies_from_the_future_are_set_aside(tmp_path: Path) -> None:
    """A clock that was once wrong neither has a new copy removed, nor makes it look as if there were one."""
    now = datetime.now(UTC).replace(microsecond=0)
    ahead = [copy_path(tmp_path, now + timedelta(days=days)) for days in (2, 1500)]
    for path in ahead:
        path.touch()
    assert newest(tmp_path) is None
    made = copy_path(tmp_path, now)
    made.touch()
    prune(tmp_path, 1, made)
    assert (newest(tmp_path), from_the_future(tmp_path)) == (now, ahead)
    later = copy_path(tmp_path, now + timedelta(hours=1))
    later.touch()
    prune(tmp_path, 1, made)
    assert copies(tmp_path) == [made, later], "what was just made stays, even if something looks newer"


def test_two_copies_of_one_second_have_two_names(tmp_path: Path) -> None:
    """The later one gets the next second's."""
    first = copy_path(tmp_path, datetime(2026, 11, 1, tzinfo=UTC))
    first.touch()
    assert copy_path(tmp_path, datetime(2026, 11, 1, tzinfo=UTC)).name == "care-voice-20261101T000001Z.age"


# The database


def test_a_snapshot_holds_what_is_only_in_the_wal(deployment: Deployment) -> None:
    """What was just committed is in it, and its code finds it."""
    code = deployment.arrived(voice("Just now."))
    with closing(open_in_memory(_taken(deployment), demo=False)) as intake:
        found = find(intake, deployment.keys, code)
        assert found is not None
        words = read(intake, found).words
    assert words is not None
    assert words.text == "Just now."


def test_a_snapshot_is_one_moment_of_a_busy_file(deployment: Deployment) -> None:
    """While voices come in without a pause, every snapshot is whole and has a receipt for each voice in it."""
    stop, received = threading.Event(), threading.Semaphore(0)

    def receive() -> None:
        with closing(sqlite3.connect(deployment.folder / "intake" / "intake.db", isolation_level=None)) as conn:
            conn.execute("PRAGMA busy_timeout = 5000")
            others = Deployment(deployment.folder, deployment.keys, conn, conn, deployment.tombstones)
            while not stop.is_set():
                others.arrived()
                received.release()

    writer = threading.Thread(target=receive)
    writer.start()
    counts = []
    try:
        for _ in range(20):
            assert received.acquire(timeout=20), "voices have to come in meanwhile"
            with closing(open_in_memory(_taken(deployment), demo=False)) as intake:
                both = "SELECT (SELECT count(*) FROM submissions), (SELECT count(*) FROM receipts)"
                counts.append(intake.execute(both).fetchone())
    finally:
        stop.set()
        writer.join()
    assert all(voices == receipts for voices, receipts in counts)
    assert all(voices > number for number, (voices, _) in enumerate(counts)), "what was committed is in it"


def test_a_snapshot_of_the_other_kind_is_refused(deployment: Deployment) -> None:
    """A demonstration's database never becomes a real deployment's."""
    with pytest.raises(NotOurs, match="another kind"):
        open_in_memory(_taken(deployment), demo=True)
    with pytest.raises(NotOurs):
        take(deployment.folder / "intake" / "intake.db", demo=True)


def test_a_snapshot_of_a_newer_version_is_refused(deployment: Deployment) -> None:
    """An older care-voice doesn't know what it would break."""
    deployment.intake.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('intake', 'next', '')"
    )
    with pytest.raises(NotOurs, match="newer"):
        open_in_memory(_taken(deployment), demo=False)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", os.urandom(8192)])
def test_what_is_no_database_is_refused(content: bytes) -> None:
    """It is told, not opened as an empty one."""
    with pytest.raises(NotOurs):
        open_in_memory(content, demo=False)


def test_a_damaged_database_is_refused(deployment: Deployment) -> None:
    """A page of zeros in the middle is found."""
    content = bytearray(_taken(deployment))
    content[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    with pytest.raises(NotOurs, match="damaged"):
        open_in_memory(bytes(content), demo=False)


def test_nobody_may_have_it_open(deployment: Deployment) -> None:
    """A connection in another process that does nothing at all is enough to be refused; without one, it goes."""
    paths = [deployment.folder / "intake" / "intake.db", deployment.folder / "lab" / "published.db"]
    script = (
        "import pathlib, sys; from storage.backup.alone import *\nwith alone_with([pathlib.Path(sys.argv[1])]): pass"
    )
    for path in paths:
        ran = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
        assert "is running on this data folder" in ran.stderr
    deployment.intake.close()
    deployment.published.close()
    with alone_with(paths) as held:
        assert len(held) == 2
        look = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM sqlite_master')"
        ran = subprocess.run([sys.executable, "-c", look, paths[0]], capture_output=True, text=True, check=False)
        assert "database is locked" in ran.stderr


# What was removed


def test_the_list_only_grows(tmp_path: Path) -> None:
    """Lines are added once, a line cut short by a power cut is left out and written again whole; 0600."""
    removed = RemovedList(tmp_path)
    removed.add([])
    assert removed.path.exists()
    removed.add(["gone 0000000000000001;", "hidden 0000000000000002 3 40 1-2,5-60;"])
    removed.path.write_text(removed.path.read_text().removesuffix("0;\n"))
    assert removed.lines() == {"gone 0000000000000001;"}
    removed.add(["gone 0000000000000001;", "hidden 0000000000000002 3 40 1-2,5-60;"])
    assert removed.lines() == {"gone 0000000000000001;", "hidden 0000000000000002 3 40 1-2,5-60;"}
    assert stat.S_IMODE(removed.path.stat().st_mode) == 0o600


def test_the_list_says_nothing_of_words(deployment: Deployment) -> None:
    """Ids, versions and places: no word, code, theme, council or day."""
    _hidden(deployment, deployment.approved("Ask Zanzibar in Wigan."), "Zanzibar")
    decline(deployment.intake, deployment.voice(deployment.arrived()), "ash", Reason.SPAM)
    lines = removed_in(deployment.intake) | buried([5])
    assert len(lines) == 3
    assert all(set(line.partition(" ")[2]) <= set("0123456789abcdef -,;") for line in lines)


def test_withdrawn_voices_are_told_apart(deployment: Deployment) -> None:
    """The list gives the ids to bury, and replaying counts those that the copy still has."""
    code = deployment.arrived()
    copied = _taken(deployment)
    lines = buried([deployment.voice(code).id, 77])
    assert set(buried_ids(lines)) == {deployment.voice(code).id, 77}
    assert _replayed(copied, lines)[1] == Replayed(gone=1)


def test_words_are_hidden_again_just_as_they_were(deployment: Deployment) -> None:
    """After two hidings with decisions in between, an older copy comes to the very same words, from any version on."""
    code = deployment.arrived(voice("Ask Zanzibar, or Timbuktu, or Zanzibar."))
    taken = [_taken(deployment)]
    for words in ("Timbuktu", "Zanzibar"):
        _hidden(deployment, code, words)
        taken.append(_taken(deployment))
        with immediate(deployment.intake):
            approve(deployment.intake, deployment.voice(code), "ash") if words == "Timbuktu" else None
        taken.append(_taken(deployment))
    lines = removed_in(deployment.intake)
    expected = deployment.voice(code).words
    assert expected is not None
    assert expected.text == "Ask [hidden], or [hidden], or [hidden]."
    for number, copied in enumerate(taken):
        intake, again = _replayed(copied, lines)
        assert read(intake, deployment.voice(code).id).words == expected
        assert again.hidden == (number < 3)
        assert removed_in(intake) == lines, "what is known of it must stay the same"
        intake.close()


def test_hiding_again_is_written_down(deployment: Deployment) -> None:
    """Whoever looks at the voice's history sees that a restore hid it."""
    code = deployment.arrived(voice("Ask Zanzibar."))
    copied = _taken(deployment)
    _hidden(deployment, code, "Zanzibar")
    intake, _ = _replayed(copied, removed_in(deployment.intake))
    assert [row[:2] for row in history(intake, deployment.voice(code).id)] == [("restore", "hide")]
    intake.close()


def test_words_that_can_not_be_hidden_for_certain_are_erased(deployment: Deployment) -> None:
    """The list speaks of words of another length: none of these words is shown to anybody."""
    code = deployment.approved("Ask Zanzibar.")
    deployment.publish()
    line = f"hidden {deployment.voice(code).id:016x} 5 99 4-12;"
    intake, again = _replayed(_taken(deployment), {line})
    restored = read(intake, deployment.voice(code).id)
    assert again == Replayed(erased=1)
    assert (restored.words, restored.state, restored.released_in) == (None, State.DECLINED, None)
    intake.close()


def test_a_voice_declined_since_is_withheld(deployment: Deployment) -> None:
    """The lab showed it when the copy was made: it waits again, and what was decided before the copy stays decided."""
    late, early = deployment.approved("Late."), deployment.approved("Early.")
    decline(deployment.intake, deployment.voice(early), "ash", Reason.SPAM)
    deployment.publish()
    copied = _taken(deployment)
    decline(deployment.intake, deployment.voice(late), "ash", Reason.IDENTIFIES)
    intake, again = _replayed(copied, removed_in(deployment.intake))
    states = [read(intake, deployment.voice(code).id) for code in (late, early)]
    assert [(one.state, one.released_in) for one in states] == [(State.WAITING, None), (State.DECLINED, None)]
    assert again == Replayed(withheld=1)
    intake.close()


def test_words_erased_since_do_not_come_back(deployment: Deployment) -> None:
    """Expired words and those only counted: erased in the copy too, and the count is not lost."""
    expired, counted = deployment.arrived(voice("Zanzibar.")), deployment.approved("Yes.", consent=Consent.COUNT)
    copied = _taken(deployment)
    decline(deployment.intake, deployment.voice(expired), "ash", Reason.SPAM)
    expire(deployment.intake, date(2099, 1, 1), declined_days=30)
    deployment.publish()
    intake, again = _replayed(copied, removed_in(deployment.intake))
    restored = [read(intake, deployment.voice(code).id) for code in (expired, counted)]
    assert [(one.words, one.state) for one in restored] == [(None, State.DECLINED), (None, State.APPROVED)]
    assert again == Replayed(erased=2)
    intake.close()


def test_what_people_decide_after_a_restore_stands(deployment: Deployment) -> None:
    """Approved again after a restore, a voice is not withheld once more by the same list at the next restore."""
    code = deployment.approved("Late.")
    deployment.publish()
    copied = _taken(deployment)
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    lines = removed_in(deployment.intake)
    intake, _ = _replayed(copied, lines)
    approve(intake, read(intake, deployment.voice(code).id), "bo")
    again_copied = intake.serialize()
    intake.close()
    intake, again = _replayed(again_copied, lines)
    assert read(intake, deployment.voice(code).id).state == State.APPROVED
    assert again == Replayed()
    intake.close()


def test_what_is_hidden_after_a_restore_is_hidden_in_every_older_copy(deployment: Deployment) -> None:
    """A copy made before the restore, of a version that had gone further, gets the later hiding too."""
    code = deployment.arrived(voice("Ask Zanzibar."))
    early = _taken(deployment)
    for _ in range(4):
        deployment.intake.execute("UPDATE submissions SET version = version + 1")
    late = _taken(deployment)
    restored, _ = _replayed(early, set())
    hide(restored, read(restored, deployment.voice(code).id), "ash", [(4, 12)])
    lines = removed_in(restored)
    restored.close()
    intake, again = _replayed(late, lines)
    words = read(intake, deployment.voice(code).id).words
    assert words is not None
    assert words.text == "Ask [hidden]."
    assert again == Replayed(hidden=1)
    intake.close()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# comment",
        "gone 1;",
        "gone 000000000000000g;",
        "hidden 0000000000000001 1 1;",
        "declined 0000000000000001;",
    ],
)
def test_lines_that_mean_nothing_change_nothing(deployment: Deployment, line: str) -> None:
    """A list that somebody edited stops no restore."""
    deployment.approved()
    assert _replayed(_taken(deployment), {line})[1] == Replayed()


def _taken(deployment: Deployment) -> bytes:
    return take(deployment.folder / "intake" / "intake.db", demo=False)


def _replayed(copied: bytes, lines: set[str]) -> tuple[sqlite3.Connection, Replayed]:
    intake = open_in_memory(copied, demo=False)
    return intake, replay(intake, lines)


def _hidden(deployment: Deployment, code: str, sought: str) -> None:
    kept = deployment.voice(code)
    assert kept.words is not None
    text, spans, start = kept.words.text, [], -1
    while (start := text.find(sought, start + 1)) >= 0:
        spans.append((start, start + len(sought)))
    with immediate(deployment.intake):
        hide(deployment.intake, kept, "ash", spans)
