"""`care-voice backup`: keys, copies, and looking into them."""

from __future__ import annotations

import io
import stat
import tarfile
from typing import TYPE_CHECKING

import pyrage  # type: ignore[import-untyped]
import pytest
from structlog.testing import capture_logs

from desk.publishing import deeds, thresholds
from desk.settings import load_settings
from storage.backup.folder import copies
from storage.backup.removed import LIST, RemovedList
from storage.submissions import find
from tests.desk.at_copies import Vault, at, make_vault, set_backup, tree
from tests.desk.at_desk import Desk, copy_of, make_desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def vault(desk: Desk, tmp_path: Path) -> Vault:
    """Give a deployment that copies can be made of."""
    return make_vault(desk, tmp_path)


def members(vault: Vault, copy: Path) -> dict[str, bytes]:
    """Open a copy as anybody with the secret key can, without care-voice."""
    secret = next(line for line in vault.identity.read_text().splitlines() if not line.startswith("#"))
    packed = pyrage.decrypt(copy.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]


# Keys


def test_a_new_key_is_written_for_its_owner_alone(desk: Desk, tmp_path: Path) -> None:
    """The secret key goes into a file of 0600 and is never shown; the public one is."""
    said = desk.run("backup", "--new-key", str(tmp_path / "key")).output
    text = (tmp_path / "key").read_text()
    secret = text.splitlines()[-1]
    assert secret.startswith("AGE-SECRET-KEY-1")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert secret not in said
    assert text.splitlines()[1].removeprefix("# public key: ") in said


def test_a_key_needs_no_deployment(tmp_path: Path) -> None:
    """It can be made anywhere, so that the secret key is never on the machine that makes copies."""
    assert at(tmp_path / "nothing").run("backup", "--new-key", str(tmp_path / "key")).exit_code == 0
    assert not (tmp_path / "nothing").exists()


def test_a_key_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    """The old key may be the only one that opens some copy."""
    (tmp_path / "key").write_text("precious")
    result = desk.run("backup", "--new-key", str(tmp_path / "key"))
    assert (result.exit_code, (tmp_path / "key").read_text()) == (1, "precious")
    assert "can't be brought back" in result.output


def test_a_key_never_lies_beside_what_it_opens(desk: Desk) -> None:
    """Not in the data folder."""
    result = desk.run("backup", "--new-key", str(desk.files.data / "key"))
    assert "outside the data folder" in result.output
    assert not (desk.files.data / "key").exists()


def test_the_file_of_keys_is_kept_apart(vault: Vault) -> None:
    """Not among the copies; encrypted, with secrets.toml, and none of it in a copy."""
    (vault.desk.files.data / "secrets.toml").write_text('[telegram]\ntoken = "123:swordfish"\n')
    (vault.desk.files.data / "secrets.toml").chmod(0o600)
    (vault.folder / "below").mkdir()
    for place in (vault.folder, vault.folder / "below"):
        assert "apart from the copies" in vault.desk.run("backup", "--keys", str(place / "keys.age")).output
    keys = vault.keys.with_name("again.age")
    assert vault.desk.run("backup", "--keys", str(keys)).exit_code == 0
    assert set(members(vault, keys)) == {"about.json", "keys/secret.key", "secrets.toml"}
    secret = (vault.desk.files.data / "keys" / "secret.key").read_bytes()
    copied = members(vault, vault.copy())
    assert not any(secret in content or b"swordfish" in content for content in copied.values())


# Copies


def test_a_copy_holds_what_is_needed_and_no_more(vault: Vault) -> None:
    """The private database, settings, wording and sign-ins; no key, no secret, nothing that is made anew."""
    (vault.desk.files.wording / "en").mkdir(parents=True)
    (vault.desk.files.wording / "en" / "doors.ftl").write_text("no-such-message = A mistake stops no copy.\n")
    (vault.desk.files.data / "redaction").mkdir()
    (vault.desk.files.data / "redaction" / "hide.txt").write_text("Oakfield House\n")
    held = members(vault, vault.copy())
    names = {"about.json", "seal", "intake.db", "releases.json", "removed.txt"}
    assert set(held) == {*names, "care-voice.toml", "lab/sign-ins.json", "wording/en/doors.ftl", "redaction/hide.txt"}


def test_a_copy_leaves_no_clear_byte(vault: Vault, tmp_path: Path) -> None:
    """Words are in intake.db and its `-wal` alone, before and after."""
    vault.desk.receive("Zanzibar.")
    vault.copy()
    holding = [path.name for path in tmp_path.rglob("*") if path.is_file() and b"Zanzibar" in path.read_bytes()]
    assert {name.removesuffix("-wal") for name in holding} == {"intake.db"}


def test_the_newest_copies_are_kept(vault: Vault) -> None:
    """As many as are set; the list of what was removed stays with them."""
    for day in (1, 2, 3):
        (vault.folder / f"care-voice-202501{day:02}T000000Z.age").touch()
    set_backup(vault.desk, "keep = 2")
    made = vault.copy()
    assert [path.name for path in copies(vault.folder)] == ["care-voice-20250103T000000Z.age", made.name]
    assert (vault.folder / LIST).exists()


def test_it_says_how_to_try_the_copy(vault: Vault) -> None:
    """The command that it gives works as it stands."""
    vault.desk.receive("Zanzibar.")
    said = vault.check(vault.copy()).output
    assert "The copy is whole" in said
    assert "1 voice, 1 of them waiting" in said
    assert "receipt codes will work" in said
    assert "Zanzibar" not in said


def test_checking_needs_no_deployment(vault: Vault, tmp_path: Path) -> None:
    """Where the deployment's keys are not, it says that it can't tell whose the copy is."""
    copy = vault.copy()
    said = at(tmp_path / "none").run("backup", "--check", str(copy), "--identity", str(vault.identity)).output
    assert "The copy is whole" in said
    assert "only told where" in said


def test_the_secret_key_can_be_pasted(vault: Vault) -> None:
    """So that it need not be a file on this machine at all."""
    copy = vault.copy()
    result = vault.desk.run("backup", "--check", str(copy), "--identity", "-", typed=vault.identity.read_text())
    assert "The copy is whole" in result.output


def test_the_file_of_keys_can_be_checked(vault: Vault, tmp_path: Path) -> None:
    """It is told whether these are the keys of this deployment."""
    assert "It holds the key of this deployment" in vault.check(vault.keys).output
    (tmp_path / "other").mkdir()
    other = make_vault(make_desk(tmp_path / "other" / "data"), tmp_path / "other")
    foreign = other.desk.run("backup", "--check", str(vault.keys), "--identity", str(vault.identity))
    assert "not the keys of this deployment" in foreign.output


def test_somebody_elses_copy_is_refused(vault: Vault) -> None:
    """Anybody can encrypt for a public key; only the deployment can seal."""
    copy = vault.copy()
    held = members(vault, copy)
    held["care-voice.toml"] += b"\n# changed"
    public = vault.identity.read_text().splitlines()[1].removeprefix("# public key: ")
    forged = vault.folder / "care-voice-20270101T000000Z.age"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in held.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    forged.write_bytes(pyrage.encrypt(packed.getvalue(), [pyrage.x25519.Recipient.from_str(public)]))
    assert vault.check(forged).exit_code == 1
    assert "somebody changed it" in vault.check(forged).output


# What is not in order


def test_nothing_set_says_what_to_do(desk: Desk) -> None:
    """Whoever calls it for the first time learns where to begin."""
    result = desk.run("backup")
    assert (result.exit_code, "backup --new-key" in result.output) == (1, True)


@pytest.mark.parametrize(
    ("folder", "said"),
    [("/nowhere/at/all", "Is its disk connected?"), ("copies", "begins with /"), ("{data}/copies", "inside the data")],
)
def test_a_folder_that_can_not_be_is_told(vault: Vault, folder: str, said: str) -> None:
    """A disk that isn't there, a path that depends on where one stands, the data folder itself: nothing is written."""
    (vault.desk.files.data / "copies").mkdir()
    set_backup(vault.desk, f'folder = "{folder.format(data=vault.desk.files.data)}"')
    before = tree(vault.desk.files.data)
    result = vault.desk.run("backup")
    assert (result.exit_code, said in result.output) == (1, True)
    assert tree(vault.desk.files.data) == before
    assert copies(vault.folder) == []


@pytest.mark.parametrize(
    "options", [("--check", "x"), ("--identity", "README.md"), ("--keys", "a", "--new-key", "b")], ids=str
)
def test_options_that_do_not_fit_are_told(desk: Desk, options: tuple[str, ...]) -> None:
    """It ends as every command that was typed wrongly, and does nothing."""
    assert desk.run("backup", *options).exit_code == 2


def test_a_demonstration_can_be_copied(tmp_path: Path, demo: Desk) -> None:
    """So that somebody can learn it there."""
    copied = copy_of(demo, tmp_path)
    vault = make_vault(copied, tmp_path)
    assert "The copy is whole" in vault.check(vault.copy()).output


# The list of what was removed


def test_what_was_removed_is_noted_beside_the_copies(vault: Vault) -> None:
    """With each copy."""
    code = vault.desk.receive()
    vault.copy()
    assert "gone" not in (vault.folder / LIST).read_text()
    submission = vault.desk.voice(code).id
    assert vault.desk.run("withdraw", code).exit_code == 0
    (vault.folder / LIST).unlink()
    vault.copy()
    assert f"gone {submission:016x};" in (vault.folder / LIST).read_text()


def test_what_is_removed_is_noted_at_once(vault: Vault) -> None:
    """The disk may die before anything else runs: a withdrawal and a hiding in the terminal, and one by the bot."""
    codes = [vault.desk.receive(f"Hear zanzibar, number {number}.") for number in range(3)]
    ids = [vault.desk.voice(code).id for code in codes]
    assert vault.desk.run("withdraw", codes[0]).exit_code == 0
    assert f"gone {ids[0]:016x};" in RemovedList(vault.folder).lines()
    settings = load_settings(vault.desk.files.data, {})
    assert deeds(vault.desk.files, thresholds(settings), settings.backup.folder).withdraw(codes[1])
    assert f"gone {ids[1]:016x};" in RemovedList(vault.folder).lines()
    assert "[hidden]" in vault.desk.moderate("h", "zanzibar", "y", "q")
    assert any(line.startswith(f"hidden {ids[2]:016x} ") for line in RemovedList(vault.folder).lines())


def test_what_could_not_be_noted_is_told(vault: Vault) -> None:
    """The disk of the copies is not connected: the voice is gone all the same, and whoever took it back tells on."""
    code = vault.desk.receive()
    vault.folder.rmdir()
    result = vault.desk.run("withdraw", code)
    assert result.exit_code == 0
    assert "It is gone from everywhere" in result.output
    assert "could not be noted beside the copies" in result.output
    with vault.desk.opened() as intake:
        assert find(intake, vault.desk.files.load_keys(), code) is None
    settings, again = load_settings(vault.desk.files.data, {}), vault.desk.receive()
    with capture_logs() as logs:
        assert deeds(vault.desk.files, thresholds(settings), settings.backup.folder).withdraw(again)
    assert [(entry["event"], entry["outcome"]) for entry in logs] == [("backup-list", "failed")]
