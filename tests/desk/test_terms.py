"""A deployment's own terms: kept readable or always hidden, in its settings and in files beside them."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desk.deployment import Files
from desk.redact import Added, redact_text
from desk.settings import SettingsWrong, load_settings, write_template
from desk.terms import LARGEST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of a deployment with the settings as they are shipped."""
    write_template(tmp_path / "care-voice.toml")
    (tmp_path / "redaction").mkdir()
    return tmp_path


def mistakes(data: Path) -> list[str]:
    """Return what is said of the settings."""
    with pytest.raises(SettingsWrong) as error:
        load_settings(data)
    return [str(mistake).replace(f"{data}/", "") for mistake in error.value.mistakes]


def set_terms(data: Path, setting: str, terms: str) -> None:
    """Write a list of terms into the settings."""
    path = data / "care-voice.toml"
    path.write_text(path.read_text("utf-8").replace(f"\n{setting} = []", f"\n{setting} = {terms}"), "utf-8")


def redacted(data: Path, text: str) -> str:
    """Return `text` as the deployment keeps it."""
    its, sink = load_settings(data).redaction, io.StringIO()
    assert redact_text(io.StringIO(text), sink, Added(its.keep, its.hide)) == 0
    return sink.getvalue()


def test_files_add_to_the_settings(data: Path) -> None:
    """A term a line, remarks and blank lines left out, however the file was saved."""
    set_terms(data, "hide", '["Old Mill"]')
    (data / "redaction" / "hide.txt").write_text(
        "# schools\nOakfield House\r\n\n  Zed Club  # on Fridays\n", "utf-8-sig"
    )
    (data / "redaction" / "keep.txt").write_text("Lifelong Links\n", "utf-8")
    its = load_settings(data).redaction
    assert (its.keep, its.hide) == (("Lifelong Links",), ("Old Mill", "Oakfield House", "Zed Club"))


def test_thousands_of_terms_are_found_in_any_form(data: Path) -> None:
    """In any case, owned, many, with & or and, and with an apostrophe of either kind."""
    (data / "redaction" / "hide.txt").write_text(
        "".join(f"Zed{n} Yard\n" for n in range(2000)) + "Tar & Sons\n", "utf-8"
    )
    (data / "redaction" / "keep.txt").write_text("St Bede\u2019s Hub\n", "utf-8")
    text = "ZED7 YARD, zed1999 yards, the zed12 yard's gate, tar and sons and ST BEDE'S HUB"
    assert redacted(data, text) == "[hidden], [hidden], the [hidden]'s gate, [hidden] and ST BEDE'S HUB"


def test_what_is_kept_never_uncovers_what_reaches_people(data: Path) -> None:
    """Phones, addresses, postcodes and numbers stay hidden, whatever stands in the list of what is kept."""
    (data / "redaction" / "keep.txt").write_text("12 Mill Lane\nMill Lane\nSN1 4AB\nab 12 cd\ntime 19 May\n", "utf-8")
    text = "i live at 12 Mill Lane SN1 4AB, NI number AB123456C, ring 07700 900123"
    assert redacted(data, text) == "i live at [address], NI number [number], ring [phone]"


@pytest.mark.parametrize("number", ["07700 900123", "01793 900123", "943 476 5919"])
def test_numbers_that_could_be_somebodys_are_refused(data: Path, number: str) -> None:
    """A deployment can keep its free line readable, and nobody's own number."""
    set_terms(data, "keep", f'["{number}"]')
    (said,) = mistakes(data)
    assert "a number that could be somebody's can't be kept readable" in said
    assert "0800" in said
    assert number not in said


def test_a_free_line_can_be_kept(data: Path) -> None:
    """Numbers of offices and helplines are nobody's."""
    set_terms(data, "keep", '["0800 555 0123"]')
    assert redacted(data, "i rang 0800 555 0123") == "i rang 0800 555 0123"


@pytest.mark.parametrize("setting", ["keep", "hide"])
@pytest.mark.parametrize("term", ["", "a", "--", " J. "])
def test_short_and_empty_terms_are_refused_in_the_settings(data: Path, setting: str, term: str) -> None:
    """A letter would be found in every message."""
    set_terms(data, setting, f'["{term}"]')
    (said,) = mistakes(data)
    assert said.startswith("care-voice.toml, line ")
    assert f"redaction.{setting}" in said


def test_short_terms_are_refused_in_files_by_their_line(data: Path) -> None:
    """Each is told with its line and what to do, and none is repeated."""
    (data / "redaction" / "hide.txt").write_text("Oakfield\nQx\n#\nPJ\n", "utf-8")
    said = mistakes(data)
    assert [line.split(":")[0] for line in said] == ["redaction/hide.txt, line 2", "redaction/hide.txt, line 4"]
    assert all("Write the whole name" in line for line in said)
    assert "Qx" not in "".join(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfeO\x00", "not text in UTF-8"), (b"Oak House\n" * (LARGEST // 9), "larger than a megabyte")],
)
def test_files_that_are_no_lists_are_refused(data: Path, content: bytes, said: str) -> None:
    """A file that can't be read keeps the doors shut: what it would hide would be stored."""
    (data / "redaction" / "hide.txt").write_bytes(content)
    (mistake,) = mistakes(data)
    assert said in mistake


def test_the_lab_never_reads_them(data: Path) -> None:
    """What is always hidden may name people: the lab's process has no business with it."""
    (data / "redaction" / "hide.txt").write_text("Oakfield House\n", "utf-8")
    assert load_settings(data, secrets=False).redaction.hide == ()


def test_redact_uses_the_lists_of_the_deployment_and_says_so(data: Path) -> None:
    """`care-voice --data … redact` hides what the doors would; without a deployment it uses none."""
    (data / "redaction" / "hide.txt").write_text("purple gate\n", "utf-8")
    command = (sys.executable, "-m", "desk", "--data", str(data), "redact")
    run = subprocess.run(command, input="by the purple gate", capture_output=True, text=True, check=True)
    assert run.stdout == "by the [hidden]"
    assert "0 stay readable, 1 are always hidden" in run.stderr
    assert "purple" not in run.stderr
    (data / "care-voice.toml").unlink()
    run = subprocess.run(command, input="by the purple gate", capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("by the purple gate", "")


def test_where_they_lie(data: Path) -> None:
    """Copies take them along."""
    assert [path.name for path in Files(data, demo=False).terms] == ["keep.txt", "hide.txt"]
