"""`care-voice mail`: what would be kept, and nothing else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

from desk.readmail import read_files
from tests.fakes.files import docx, paragraph

EXAMPLES = Path(__file__).parents[2] / "examples"


def shown(*paths: Path) -> tuple[int, list[dict[str, str | bool | None]]]:
    """Return the exit status and the lines, parsed."""
    sink = io.StringIO()
    status = read_files(paths, sink)
    return status, [json.loads(line) for line in sink.getvalue().splitlines()]


def test_a_line_says_what_would_be_kept() -> None:
    """A line has the file, the kind, the words, the note, the reason and a doubt; absent ones are null."""
    status, (line,) = shown(EXAMPLES / "gmail-forward.eml")
    assert status == 0
    keys = ["file", "kind", "words", "note", "reason", "unsure", "automatic", "command", "files"]
    assert list(line) == keys
    assert (line["kind"], line["reason"], line["unsure"]) == ("forward", None, False)
    assert str(line["words"]).startswith("I read my pathway plan")


def test_lines_are_ascii() -> None:
    """Emoji and curly quotes are escaped, so that any terminal and any pipe can carry them."""
    sink = io.StringIO()
    read_files([EXAMPLES / "iphone.eml"], sink)
    assert sink.getvalue().isascii()
    assert json.loads(sink.getvalue())["words"].count("\U0001f614") == 1


def test_a_file_that_is_not_there_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A missing file has a line of its own, the others are read, and the status says that one failed."""
    status, (missing, read) = shown(tmp_path / "none.eml", EXAMPLES / "direct.eml")
    assert status == 1
    assert (missing["kind"], missing["words"]) == ("refused", None)
    assert read["kind"] == "direct"


def test_a_refused_mail_is_no_failure_of_the_command(tmp_path: Path) -> None:
    """An empty mail is read, and refused: the command did what it should."""
    (tmp_path / "empty.eml").write_bytes(b"Subject: x\r\n\r\n")
    status, (line,) = shown(tmp_path / "empty.eml")
    assert (status, line["kind"], line["reason"]) == (0, "refused", "empty")


def test_files_are_read_when_asked_and_counted_when_not(tmp_path: Path) -> None:
    """A deployment's `read_files`, or the option, decides whether the words of a document stand below the mail's."""
    made = EmailMessage()
    made.set_content("See attached.")
    made.add_attachment(docx(paragraph("I want a door.")), maintype="application", subtype="x", filename="l.docx")
    path = tmp_path / "with-file.eml"
    path.write_bytes(made.as_bytes())
    argv = [sys.executable, "-m", "desk", "--data", str(tmp_path), "mail", str(path)]
    counted, read = (
        json.loads(subprocess.run([*argv, *option], capture_output=True, check=True).stdout)
        for option in ([], ["--read-files"])
    )
    assert (counted["words"], counted["files"]) == ("See attached.", {"read": 0, "unread": 0, "file": 1})
    assert (read["words"], read["files"]) == ("See attached.\n\n* * *\n\nI want a door.", {"read": 1, "unread": 0})
    (tmp_path / "care-voice.toml").write_text("[mail]\nread_files = true\nfile_kinds = ['docx']\n")
    assert json.loads(subprocess.run(argv, capture_output=True, check=True).stdout) == read


def test_every_example_is_read() -> None:
    """The examples of the README are mails that the door takes."""
    status, lines = shown(*sorted(EXAMPLES.glob("*.eml")))
    kinds = {Path(str(line["file"])).stem: line["kind"] for line in lines}
    assert status == 0
    assert kinds == {
        "apple-mail-forward": "forward",
        "council-outlook-forward": "forward",
        "direct": "direct",
        "gmail-forward": "forward",
        "iphone": "direct",
        "reply": "reply",
    }


def test_reading_mails_loads_little() -> None:
    """The command starts fast: no database, no web framework, no HTML reader before a mail needs one."""
    code = "import sys, desk.readmail; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlite_utils", "datasette", "aiosmtpd", "selectolax", "telegram", "pydantic"} & set(loaded)
