"""`care-voice restore`: what comes back, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from desk.noting import note_removed
from desk.publishing import deeds
from desk.restoring import make_ready
from storage import intake_tables
from storage.accounts import account_rows
from storage.backup.archive import new_identity
from storage.backup.folder import copies
from storage.backup.removed import LIST
from storage.decisions import hide
from storage.model import RedactedWords, State
from storage.opening import immediate, wipe
from storage.release import Thresholds
from storage.submissions import find
from tests.desk.at_copies import Vault, at, make_vault, tree
from tests.desk.at_desk import Desk, copy_of, make_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.backup.replaying import Replayed


@pytest.fixture
def vault(desk: Desk, tmp_path: Path) -> Vault:
    """Give a deployment that copies can be made of."""
    return make_vault(desk, tmp_path)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Give a folder that isn't there yet."""
    return tmp_path / "new"


def fail(result: object) -> str:
    """Return what a refused command said, its lines joined."""
    assert getattr(result, "exit_code", None) == 1, getattr(result, "output", "")
    return " ".join(str(getattr(result, "output", "")).split())


def published(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row that the lab can read."""
    with closing(sqlite3.connect(data / "lab" / "published.db")) as conn:
        return {
            table: conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4").fetchall()  # noqa: S608 - our names
            for table in ("voices", "counts", "releases")
        }


# What comes back


def test_everything_comes_back(vault: Vault, new: Path) -> None:
    """Codes, published voices with every release's note, settings, wording and sign-ins; each with its mode."""
    (vault.desk.files.wording / "en").mkdir(parents=True)
    (vault.desk.files.wording / "en" / "desk.ftl").write_text("moderate-empty = All done.\n")
    hidden = vault.desk.files.data / "redaction" / "hide.txt"
    hidden.parent.mkdir(0o700)
    hidden.write_text("Oakfield House\n")
    hidden.chmod(0o600)
    codes = [vault.desk.receive(f"Voice {number}.") for number in range(3)]
    for reason in ("first", "second"):
        vault.desk.approved("Published.")
        assert vault.desk.publish("--force", reason).exit_code == 0
    result = vault.restore(vault.copy(), new)
    assert "5 voices are back" in result.output
    back = at(new)
    assert [back.voice(code).words for code in codes] == [RedactedWords(f"Voice {number}.") for number in range(3)]
    assert published(new) == published(vault.desk.files.data)
    assert [note[4] for note in published(new)["releases"]] == ["first", "second"]
    before, after = tree(vault.desk.files.data), tree(new)
    for name in (
        "care-voice.toml",
        "keys/secret.key",
        "lab/sign-ins.json",
        "wording/en/desk.ftl",
        "redaction/hide.txt",
    ):
        assert after[name][1] == before[name][1]
    expected = {name: oct(mode) for name, (mode, _) in before.items() if not re.search("wording|-wal|-shm", name)}
    found = {name: oct(mode) for name, (mode, _) in after.items() if "wording" not in name}
    assert found == expected | {"tombstones": oct(stat.S_IFREG | 0o600)}


def test_what_was_removed_does_not_come_back(vault: Vault, new: Path) -> None:
    """Withdrawn, hidden or declined after the copy: in no byte of what is restored, and told in numbers."""
    codes = [vault.desk.approved(f"{words}.") for words in ("Zanzibar", "Ask Timbuktu", "Late")]
    assert vault.desk.publish("--force", "now").exit_code == 0
    copy = vault.copy()
    assert vault.desk.run("withdraw", codes[0]).exit_code == 0
    with vault.desk.opened() as intake, immediate(intake):
        hide(intake, vault.desk.voice(codes[1]), "reader", [(4, 12)])
    with vault.desk.opened() as intake:
        wipe(intake)
        intake.execute("UPDATE submissions SET state = 'declined', version = 9 WHERE words = 'Late.'")
    note_removed(vault.desk.files, vault.folder)
    result = vault.restore(copy, new)
    assert "1 voice in the copy had been taken back" in result.output
    assert "In 1 voice words that had been hidden since were hidden again" in " ".join(result.output.split())
    assert "1 voice that had been declined since waits" in result.output
    kept = b"".join(path.read_bytes() for path in new.rglob("*") if path.is_file())
    assert b"Zanzibar" not in kept
    assert b"Timbuktu" not in kept
    assert at(new).shown() == ["Ask [hidden]."]
    assert at(new).voice(codes[2]).state == State.WAITING
    with at(new).opened() as intake:
        assert find(intake, at(new).files.load_keys(), codes[0]) is None
    assert at(new).files.tombstones.ids() == vault.desk.files.tombstones.ids()


def test_a_minute_in_which_words_can_come_back_is_restored_as_it_ended(vault: Vault, new: Path) -> None:
    """Whoever left stays away, although the machine died in that minute; whoever pressed Undo is back, code and all."""
    leaves, back, before = (vault.desk.approved(f"{words}.") for words in ("Zanzibar", "Timbuktu", "Samarkand"))
    assert vault.desk.publish("--force", "now").exit_code == 0
    can = deeds(vault.desk.files, Thresholds(k=1), str(vault.folder))
    older = vault.copy()
    assert can.leave(leaves)
    assert can.leave(back)
    amid = vault.copy()
    assert can.stay(back)
    assert can.leave(before)
    for copy in (older, amid):  # the machine dies here, and the minute of two of them is not over
        result = vault.restore(copy, new, *(("--replace",) if copy is amid else ()))
        assert result.exit_code == 0, result.output
        assert "2 voices in the copy had been taken back" in result.output
        assert at(new).shown() == ["Timbuktu."]
        with at(new).opened() as intake:
            keys = at(new).files.load_keys()
            assert [find(intake, keys, code) is None for code in (leaves, back, before)] == [True, False, True]
        kept = b"".join(path.read_bytes() for path in new.rglob("*") if path.is_file())
        assert (b"Zanzibar" in kept, b"Samarkand" in kept) == (False, False)


def test_in_doubt_a_voice_that_was_leaving_does_not_come_back(vault: Vault, new: Path) -> None:
    """An Undo that no list knows of may as well not have been pressed."""
    code = vault.desk.receive("Zanzibar.")
    assert deeds(vault.desk.files, Thresholds(), "").leave(code)
    assert "1 voice in the copy had been taken back" in vault.restore(vault.copy(), new).output
    with at(new).opened() as intake:
        assert find(intake, at(new).files.load_keys(), code) is None


def test_a_lost_list_has_to_be_owned_up_to(vault: Vault, new: Path) -> None:
    """Without it what was taken back would return, so nothing is restored unless that is said, and then it is told."""
    copy = vault.copy()
    (vault.folder / LIST).unlink()
    assert "is not beside the copy" in fail(vault.restore(copy, new))
    assert not new.exists()
    result = vault.restore(copy, new, "--list-lost")
    assert result.exit_code == 0
    assert "Look at every voice before you open the doors" in result.output


def test_a_list_that_was_begun_anew_does_not_pass_for_a_whole_one(vault: Vault, new: Path) -> None:
    """Of a copy from before it was lost, nobody knows what was taken back since; of a newer one everything."""
    code, copy = vault.desk.receive("Zanzibar."), vault.copy()
    (vault.folder / LIST).unlink()
    assert vault.restore(copy, new, "--list-lost").exit_code == 0
    back = Vault(at(new), vault.folder, vault.identity, vault.keys)
    newer = back.copy()
    assert at(new).run("withdraw", code).exit_code == 0
    assert "was begun anew on" in fail(vault.restore(copy, new, "--replace"))
    again = vault.restore(newer, new, "--replace")
    assert "1 voice in the copy had been taken back" in again.output
    assert "Without the list" not in again.output
    assert "Without the list" in vault.restore(copy, new, "--replace", "--list-lost").output


def test_lost_keys_have_to_be_owned_up_to(vault: Vault, new: Path) -> None:
    """Without them no code works, so nothing is restored unless that is said."""
    code, copy = vault.desk.receive(), vault.copy()
    given = ("restore", str(copy), "--identity", str(vault.identity))
    assert "no receipt code would work" in fail(at(new).run(*given))
    assert not new.exists()
    assert at(new).run(*given, "--keys-lost").exit_code == 0
    with at(new).opened() as intake:
        assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (1,)
        assert find(intake, at(new).files.load_keys(), code) is None


def test_what_is_there_is_kept(vault: Vault) -> None:
    """With --replace: settings, wording, sign-ins and keys stay; both databases are the copy's."""
    code, copy = vault.desk.receive(), vault.copy()
    later = vault.desk.receive("Came in later.")
    assert vault.desk.run("user", "remove", "lab", "--role", "lab").exit_code == 0
    settings = (vault.desk.files.data / "care-voice.toml").read_bytes() + b"# newer\n"
    (vault.desk.files.data / "care-voice.toml").write_bytes(settings)
    result = vault.restore(copy, vault.desk.files.data, "--replace")
    assert result.exit_code == 0, result.output
    assert (vault.desk.files.data / "care-voice.toml").read_bytes() == settings
    assert vault.desk.run("user", "list").output.split() == ["moderator,", "administrator", "reader"]
    assert vault.desk.voice(code).state == State.WAITING
    with vault.desk.opened() as intake:
        assert find(intake, vault.desk.files.load_keys(), later) is None


def test_who_moderates_now_is_kept(vault: Vault) -> None:
    """With --replace: whoever left since the copy stays out, and whoever came stays."""
    assert vault.desk.run("user", "add", "left", "--role", "moderator").exit_code == 0
    copy = vault.copy()
    assert vault.desk.run("user", "remove", "left", "--role", "moderator").exit_code == 0
    assert vault.desk.run("user", "add", "came", "--role", "moderator").exit_code == 0
    with vault.desk.opened() as intake:
        before = account_rows(intake)
    assert vault.restore(copy, vault.desk.files.data, "--replace").exit_code == 0
    with vault.desk.opened() as intake:
        assert account_rows(intake) == before
    assert "left" not in vault.desk.run("user", "list").output


def test_what_is_replaced_can_be_brought_back(vault: Vault) -> None:
    """The voices that came in after the copy are in an encrypted copy of their own, which restores like any other."""
    copy = vault.copy()
    later = vault.desk.receive("Came in later.")
    said = vault.restore(copy, vault.desk.files.data, "--replace").output
    (saved,) = set(copies(vault.folder)) - {copy}
    assert str(saved) in said
    assert b"Came in later." not in b"".join(
        path.read_bytes() for path in vault.desk.files.data.rglob("*") if path.is_file()
    )
    assert vault.restore(saved, vault.desk.files.data, "--replace").exit_code == 0
    assert vault.desk.voice(later).words == RedactedWords("Came in later.")


def test_nothing_of_what_is_replaced_is_left_in_clear(vault: Vault) -> None:
    """Whoever still has the old file open, or opened it in that very moment, finds it empty."""
    copy = vault.copy()
    vault.desk.receive("Came in later.")
    with vault.desk.files.intake_db.open("rb") as old:
        assert vault.restore(copy, vault.desk.files.data, "--replace").exit_code == 0
        assert old.read() == b""


def test_words_over_their_time_do_not_come_back(vault: Vault, new: Path) -> None:
    """A copy may be older than declined words are kept: they are erased before anything is written."""
    code = vault.desk.receive("Zanzibar.")
    with vault.desk.opened() as intake:
        row = (vault.desk.voice(code).id, "2020-01-01T00:00:00+00:00")
        intake.execute("UPDATE submissions SET state = 'declined' WHERE id = ?", row[:1])
        intake.execute("INSERT INTO decisions (submission, account, action, at) VALUES (?, 'ash', 'decline', ?)", row)
    assert vault.restore(vault.copy(), new).exit_code == 0
    assert at(new).voice(code).words is None
    assert b"Zanzibar" not in b"".join(path.read_bytes() for path in new.rglob("*") if path.is_file())


def test_a_damaged_database_is_replaced_and_saved_as_it_is(vault: Vault) -> None:
    """What could still be read out of it is not thrown away, and doesn't lie about in clear."""
    code, copy = vault.desk.receive("Zanzibar."), vault.copy()
    vault.desk.files.intake_db.write_bytes(b"x" * 5_000)
    result = vault.restore(copy, vault.desk.files.data, "--replace")
    assert result.exit_code == 0
    assert "could not be read. Words that were hidden after the copy" in result.output
    assert vault.desk.voice(code).words == RedactedWords("Zanzibar.")
    assert len(list(vault.folder.glob("care-voice-damaged-*.age"))) == 1


@pytest.mark.parametrize("spoilt", [None, b"x" * 5_000])
def test_a_lost_lab_is_made_anew_without_losing_anybody(vault: Vault, spoilt: bytes | None) -> None:
    """Out of intake.db alone: what came in since the last copy stays, and a copy has the earlier releases' notes."""
    for reason in ("first", "second"):
        vault.desk.approved(f"Said for the {reason}.")
        assert vault.desk.publish("--force", reason).exit_code == 0
    before, copy = published(vault.desk.files.data), vault.copy()
    later = vault.desk.receive("Since the copy.")
    lab = vault.desk.files.published_db
    lab.unlink()
    if spoilt is not None:
        lab.write_bytes(spoilt)
        lab.chmod(0o640)
    else:
        assert "make it anew: care-voice restore --lab" in vault.desk.run("retention", "--run").output
    said = vault.desk.run("restore", "--lab")
    assert said.exit_code == 0, said.output
    assert "made anew, with 2 voices in it" in said.output
    assert "A copy from before has it" in said.output
    assert published(vault.desk.files.data)["voices"] == before["voices"]
    assert vault.desk.voice(later).state == State.WAITING
    again = vault.desk.run("restore", str(copy), "--lab", "--identity", str(vault.identity))
    assert "A copy from before" not in again.output
    assert published(vault.desk.files.data) == before


def test_a_lab_whose_voices_are_lost_is_saved_before_it_goes(vault: Vault) -> None:
    """Where intake.db is lost it may show what came in after the copy: nothing replaces it by chance."""
    vault.desk.approved("Zanzibar.")
    copy = vault.copy()
    assert vault.desk.publish("--force", "now").exit_code == 0
    for path in vault.desk.files.intake_db.parent.iterdir():
        path.unlink()
    before = tree(vault.desk.files.data)
    assert "it may show voices that came in after the copy" in fail(vault.restore(copy, vault.desk.files.data))
    assert tree(vault.desk.files.data) == before
    result = vault.restore(copy, vault.desk.files.data, "--replace")
    assert "1 voice is back" in result.output
    assert "could not be read" not in result.output
    assert (vault.desk.shown(), len(list(vault.folder.glob("care-voice-damaged-*.age")))) == ([], 1)


@pytest.mark.parametrize("damaged", [False, True])
def test_a_stale_wal_is_not_laid_over_the_restored_file(vault: Vault, *, damaged: bool) -> None:
    """What a killed service left beside the old file, readable or not, would damage the new one."""
    copy = vault.copy()
    with vault.desk.opened() as intake:
        intake.execute("PRAGMA wal_autocheckpoint = 0")
        for number in range(50):
            with immediate(intake):
                intake.execute("INSERT INTO deliveries VALUES (?, 1, '2026-01-01')", (f"late{number}".encode(),))
        wal = {path: path.read_bytes() for path in vault.desk.files.intake_db.parent.glob("intake.db*")}
    for path, content in wal.items():
        path.write_bytes(content)
    assert len(wal) == 3
    if damaged:
        vault.desk.files.intake_db.write_bytes(b"x" * 5_000)
    assert vault.restore(copy, vault.desk.files.data, "--replace").exit_code == 0
    with vault.desk.opened() as intake:
        assert intake.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert intake.execute("SELECT count(*) FROM deliveries").fetchone() == (0,)


def test_a_restore_can_be_finished_by_the_next(vault: Vault, new: Path) -> None:
    """One that was killed left its folder: the next removes it and does everything."""
    code, copy = vault.desk.receive(), vault.copy()
    (new / "restoring" / "intake").mkdir(parents=True)
    (new / "restoring" / "intake" / "intake.db").write_text("half")
    assert vault.restore(copy, new).exit_code == 0
    assert not (new / "restoring").exists()
    assert at(new).voice(code).state == State.WAITING


# What is refused


def _cut(vault: Vault) -> Path:
    copy = vault.copy()
    copy.write_bytes(copy.read_bytes()[:-100])
    return copy


def _other_key(vault: Vault) -> Path:
    copy = vault.copy()
    vault.identity.write_text(new_identity()[0])
    return copy


def _nothing(vault: Vault) -> Path:
    return vault.folder / "care-voice-20200101T000000Z.age"


def _keys_for_a_copy(vault: Vault) -> Path:
    vault.copy()
    return vault.keys


def _not_a_copy(vault: Vault) -> Path:
    return vault.desk.files.data / "care-voice.toml"


REFUSALS: list[tuple[Callable[[Vault], Path], str]] = [
    (_cut, "damaged or cut short"),
    (_other_key, "made for another one"),
    (_nothing, "No such file"),
    (_keys_for_a_copy, "is the file of keys"),
    (_not_a_copy, "not an encrypted copy"),
]


@pytest.mark.parametrize(("spoil", "said"), REFUSALS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_can_not_be_restored_changes_nothing(
    vault: Vault, new: Path, spoil: Callable[[Vault], Path], said: str
) -> None:
    """Neither in a new folder nor where a deployment is."""
    copy = spoil(vault)
    assert said in fail(vault.restore(copy, new))
    assert not new.exists()
    before = tree(vault.desk.files.data), tree(vault.folder)
    assert said in fail(vault.restore(copy, vault.desk.files.data, "--replace"))
    assert (tree(vault.desk.files.data), tree(vault.folder)) == before


def test_a_deployment_is_not_overwritten_by_chance(vault: Vault) -> None:
    """Only if --replace is said."""
    copy, before = vault.copy(), tree(vault.desk.files.data)
    assert "say --replace" in fail(vault.restore(copy, vault.desk.files.data))
    assert tree(vault.desk.files.data) == before


def test_another_deployment_is_not_replaced(vault: Vault, tmp_path: Path) -> None:
    """Its key doesn't fit, and would be lost."""
    copy = vault.copy()
    other = make_desk(tmp_path / "other")
    before = tree(other.files.data)
    assert "don't belong to this copy" in fail(vault.restore(copy, other.files.data, "--replace"))
    assert tree(other.files.data) == before


@pytest.mark.parametrize("way", ["demonstration into real", "real into demonstration"])
def test_demonstrations_and_real_deployments_never_mix(vault: Vault, demo: Desk, tmp_path: Path, way: str) -> None:
    """A copy of the one is refused where the other is."""
    (tmp_path / "demo").mkdir()
    other = make_vault(copy_of(demo, tmp_path / "demo"), tmp_path / "demo")
    source, target = (other, vault) if way.startswith("demonstration") else (vault, other)
    copy, before = source.copy(), tree(target.desk.files.data)
    assert "they never mix" in fail(source.restore(copy, target.desk.files.data, "--replace"))
    assert tree(target.desk.files.data) == before


def test_a_copy_of_a_newer_care_voice_is_refused(vault: Vault, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says to install that version, and leaves nothing."""
    copy = vault.copy()
    known = intake_tables.migrations.known
    monkeypatch.setattr(intake_tables.migrations, "known", dict(islice(known.items(), len(known) - 1)))
    assert "newer care-voice" in fail(vault.restore(copy, new))
    assert not new.exists()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.chmod(0o640), "chmod 600"),
        (lambda path: _set_stamp(path, 7), "belongs to something else"),
    ],
    ids=["open to others", "another's"],
)
def test_what_only_the_present_file_knows_is_not_passed_over(
    vault: Vault, spoil: Callable[[Path], None], said: str
) -> None:
    """A file that could be read, were it not for its mode or kind, may know what was hidden: nothing is replaced."""
    copy = vault.copy()
    spoil(vault.desk.files.intake_db)
    before = vault.desk.files.intake_db.read_bytes(), tree(vault.folder)
    assert said in fail(vault.restore(copy, vault.desk.files.data, "--replace"))
    assert (vault.desk.files.intake_db.read_bytes(), tree(vault.folder)) == before


def _set_stamp(path: Path, stamp: int) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA application_id = {stamp}")


def _withdraw(vault: Vault, code: str) -> None:
    assert vault.desk.run("withdraw", code).exit_code == 0


def _hide(vault: Vault, code: str) -> None:
    with vault.desk.opened() as intake, immediate(intake):
        hide(intake, vault.desk.voice(code), "reader", [(0, 8)])


def _receive(vault: Vault, code: str) -> None:
    assert vault.desk.receive("Meanwhile.") != code


@pytest.mark.parametrize(
    ("happens", "kept"),
    [(_withdraw, []), (_hide, ["[hidden]."]), (_receive, ["Zanzibar."])],
    ids=["taken back", "hidden", "sent in"],
)
def test_what_happens_while_a_restore_is_made_ready_is_not_lost(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, happens: Callable[[Vault, str], None], kept: list[str]
) -> None:
    """Taken back, hidden or sent in after the present files were read: refused, and run again it is heeded."""
    code = vault.desk.receive("Zanzibar.")
    copy = vault.copy()

    def meanwhile(*given: Any) -> Replayed:
        happens(vault, code)
        return make_ready(*given)

    with monkeypatch.context() as patched:
        patched.setattr("desk.restore.make_ready", meanwhile)
        said = fail(vault.restore(copy, vault.desk.files.data, "--replace"))
    assert "taken back or changed in this folder meanwhile" in said
    assert vault.restore(copy, vault.desk.files.data, "--replace").exit_code == 0
    with vault.desk.opened() as intake:
        assert [row[0] for row in intake.execute("SELECT words FROM submissions")] == kept


def test_a_folder_in_use_is_refused(vault: Vault) -> None:
    """A command of somebody else's that merely has a file open keeps it from being replaced."""
    copy = vault.copy()
    hold = (
        "import sqlite3, sys; conn = sqlite3.connect(sys.argv[1]); conn.execute('PRAGMA application_id').fetchone();"
        "conn.execute('SELECT * FROM sqlite_master').fetchone(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, vault.desk.files.published_db], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        before = tree(vault.folder)
        assert "is running on this data folder" in fail(vault.restore(copy, vault.desk.files.data, "--replace"))
        assert tree(vault.folder) == before
        holder.communicate(b"")
    assert vault.restore(copy, vault.desk.files.data, "--replace").exit_code == 0
