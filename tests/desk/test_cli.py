"""The command line: help with examples, mistakes in plain words, nothing fictional in a real deployment."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from desk.cli import main
from desk.deployment import Files
from desk.settings import FILE, SettingsWrong, load_settings
from desk.setup import make_demonstration
from intake.wording import load_wording
from storage import intake_tables
from storage.errors import Refused
from tests.desk.at_desk import Desk, copy_of, make_desk, passwords

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

TOP = Path(__file__).parents[2]
HEAVY = {"pydantic", "datasette", "telegram", "structlog", "fluent", "sqlite3", "asyncio", "rich"}
LOOKING_INSIDE = [["redact"], ["redact", "--jsonl"], ["mail", str(TOP / "examples" / "iphone.eml")]]
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
LINE = '{"id": 1, "text": "my worker Karolina is on 07700 900123"}\n'
MODES = {
    "care-voice.toml": 0o640,
    "intake": 0o700,
    "intake/intake.db": 0o600,
    "keys": 0o700,
    "keys/secret.key": 0o600,
    "lab": 0o750,
    "lab/published.db": 0o640,
    "lab/secret": 0o640,
    "lab/sign-ins.json": 0o640,
}


def every_command(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Walk all commands that help shows."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        if not below.hidden:
            yield from every_command(below, (*path, name))


@pytest.mark.parametrize("path", list(every_command()), ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    """Whoever asks what a command does sees it used."""
    said = CliRunner().invoke(main, [*path, "--help"], prog_name="care-voice")
    assert said.exit_code == 0
    assert re.search(r"^  (Examples?|A first look): +.*care-voice ", said.output, re.MULTILINE)
    assert "\\b" not in said.output


def test_mistakes_in_settings_are_said_in_plain_words(desk: Desk) -> None:
    """All of them at once, with their lines, and no traceback."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace("port = 8025", 'port = "high"').replace("batch = 10", "bach = 10"))
    said = desk.run("user", "list")
    assert said.exit_code == 1
    assert said.output.startswith(f"Error: {path}, line ")
    assert "mail.port: this must be a whole number." in said.output
    assert "Did you mean batch?" in said.output


@pytest.mark.parametrize("command", ["run", "doors", "lab"])
def test_a_process_says_mistakes_in_plain_words_too(tmp_path: Path, command: str) -> None:
    """What a service's journal shows is the mistake, not a traceback."""
    said = Desk(Files(tmp_path, demo=False), "").start(command)
    assert said[0] == 1
    assert said[1].startswith(f"Error: {tmp_path / FILE}: there is no such file.\n    Say with --data which folder")
    assert "care-voice run --demo" in said[1]


def test_a_file_that_cannot_be_read_is_said_in_plain_words(desk: Desk) -> None:
    """A damaged database, as after a failing disk, is named without a traceback."""
    desk.files.intake_db.write_bytes(b"not a database" * 100)
    said = desk.run("user", "list")
    assert (said.exit_code, said.output) == (1, "Error: A database can't be used: file is not a database.\n")


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(tmp_path: Path) -> None:
    """The path and what is wrong with it."""
    (tmp_path / "file").touch()
    said = CliRunner().invoke(main, ["--data", str(tmp_path / "file" / "data"), "init"])
    assert said.exit_code == 1
    assert said.output == f"Error: {tmp_path / 'file' / 'data'}: Not a directory.\n"


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_init_makes_files_with_their_modes(tmp_path: Path, umask: int) -> None:
    """Nobody else reads intake.db or the key; the lab's group reads the lab's folder; whatever the umask."""
    before = os.umask(umask)
    try:
        data = make_desk(tmp_path / "data").files.data
    finally:
        os.umask(before)
    made = {str(path.relative_to(data)): stat.S_IMODE(path.stat().st_mode) for path in data.rglob("*")}
    assert made == MODES


def test_init_shows_each_sign_in_once(desk: Desk) -> None:
    """Two passwords are said and kept nowhere; a second `init` changes and says nothing but where to go on."""
    words = passwords(desk.said)
    before = {path: path.read_bytes() for path in desk.files.data.rglob("*") if path.is_file()}
    again = desk.run("init")
    assert len(words) == 2
    assert not [path for path, content in before.items() for word in words if word.encode() in content]
    assert again.exit_code == 1
    assert again.output.startswith("Error: There is a deployment in ")
    assert {path: path.read_bytes() for path in before} == before


def test_a_real_deployment_is_never_filled_with_fiction(desk: Desk) -> None:
    """Neither by `run --demo` nor by the command that fills a demonstration."""
    for command in (["run", "--demo"], ["fictions"]):
        status, said = desk.start(*command)
        assert status == 1
        assert "Traceback" not in said
    with desk.opened() as intake:
        assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (0,)


def test_a_demonstration_is_never_made_real(demo: Desk, tmp_path: Path) -> None:
    """Neither by `init` nor by taking `demo = true` out of its settings."""
    copied = copy_of(demo, tmp_path)
    assert copied.run("init").exit_code == 1
    settings = copied.files.data / FILE
    settings.write_text(settings.read_text().replace("demo = true", "demo = false"))
    status, said = copied.start("run")
    assert status == 1
    assert "a demonstration and a real deployment never share files" in said


@pytest.mark.parametrize(
    ("name", "commands"),
    [("intake/intake.db", ("withdraw", "doors", "run")), ("lab/published.db", ("withdraw", "lab", "run"))],
)
def test_a_file_of_a_demonstration_is_refused_by_a_real_deployment(
    desk: Desk, demo: Desk, name: str, commands: tuple[str, ...]
) -> None:
    """Even if somebody copies it there, no process shows it or adds to it."""
    settings = desk.files.data / FILE
    settings.write_text(settings.read_text().replace("acknowledge = true", "acknowledge = false"))
    shutil.copy(demo.files.data / name, desk.files.data / name)
    for command in commands:
        status, said = desk.start(command, *(["a-code-of-five-words"] if command == "withdraw" else []))
        assert status == 1
        assert "a demonstration and a real deployment never share files" in said


def test_a_demonstration_that_was_cut_short_says_so(demo: Desk, tmp_path: Path) -> None:
    """Nobody is left with half the voices and no sign-in."""
    copied = copy_of(demo, tmp_path)
    for name, role in (("reader", "moderator"), ("lab", "lab")):
        copied.run("user", "remove", name, "--role", role)
    with pytest.raises(Refused, match="never finished"):
        make_demonstration(copied.files.data, print)


def test_a_demonstration_is_made_once(demo: Desk) -> None:
    """A second start says nothing and changes nothing."""
    said: list[str] = []
    make_demonstration(demo.files.data, said.append)
    assert said == []


def test_a_demonstration_of_before_is_brought_up_to_date(
    demo: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tried an older care-voice goes on with a newer one."""
    copied = copy_of(demo, tmp_path)
    later = {
        **intake_tables.migrations.known,
        "later": lambda db: db.execute("CREATE TABLE later (one INTEGER) STRICT"),
    }
    monkeypatch.setattr(intake_tables.migrations, "known", later)
    make_demonstration(copied.files.data, print)
    with copied.opened() as intake:
        assert intake.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_the_first_steps_name_a_mail_that_is_there() -> None:
    """What a newcomer pastes into a terminal works."""
    arguments = dict.fromkeys(("mail", "address", "desk", "lab", "command"), "x")
    said = load_wording()("running-demo", **arguments)
    (name,) = [word for word in said.split() if word.endswith(".eml")]
    assert (TOP / name).exists()


@pytest.mark.parametrize("arguments", LOOKING_INSIDE, ids=" ".join)
def test_looking_inside_imports_little(arguments: list[str]) -> None:
    """`redact` and `mail` start at once: none of the heavy libraries is loaded."""
    code = (
        "import sys\nfrom desk.cli import main\ntry:\n  main(sys.argv[1:])\n"
        "except SystemExit:\n  sys.stderr.write(' '.join(sys.modules))"
    )
    argv = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(argv, env=UNMEASURED, input=LINE, capture_output=True, text=True, check=True)
    assert ran.stdout
    assert HEAVY & set(ran.stderr.split()) == set()


def test_redact_says_why_somebody_might_be_recognised(tmp_path: Path) -> None:
    """Beside the words and not in them, and also where there is no deployment yet."""
    ran = CliRunner().invoke(
        main, ["--data", str(tmp_path), "redact"], input="I was head girl.", prog_name="care-voice"
    )
    assert (ran.exit_code, ran.stdout) == (0, "I was head girl.")
    assert load_wording()("jigsaw-role-moderator") in ran.stderr


@pytest.mark.parametrize("arguments", LOOKING_INSIDE, ids=" ".join)
def test_looking_inside_writes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    """Every file that `redact` and `mail` open, they open for reading; they make, rename and remove none."""
    calls = "trace=openat,open,creat,mkdir,mkdirat,rename,renameat2,unlink,unlinkat,link,symlink,truncate"
    strace = ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", calls]
    (tmp_path / "empty").mkdir()
    ran = subprocess.run(
        [*strace, sys.executable, "-B", "-m", "desk", *arguments],
        cwd=tmp_path / "empty",
        env={**UNMEASURED, "PYTHONPATH": str(TOP)},
        input=LINE.encode(),
        capture_output=True,
        check=True,
    )
    traced = (tmp_path / "trace").read_text().splitlines()
    assert ran.stdout
    assert len(traced) > 100
    assert [call for call in traced if "O_RDONLY" not in call and "/dev/null" not in call and " = -1" not in call] == []
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_demonstration_says_that_it_is_one(demo: Desk) -> None:
    """Its settings carry the mark that no other folder may."""
    assert load_settings(demo.files.data, {}).demo
    with pytest.raises(SettingsWrong):
        load_settings(demo.files.lab, {})


def test_the_commands_page_is_what_the_program_says() -> None:
    """docs/commands.md is generated from the help; run `cog -r docs/commands.md` after a change."""
    page = TOP / "docs" / "commands.md"
    subprocess.run([sys.executable, "-m", "cogapp", "--check", page], check=True, capture_output=True)
    assert all(f"\n## `{' '.join(('care-voice', *path))}`\n" in page.read_text() for path in every_command())
