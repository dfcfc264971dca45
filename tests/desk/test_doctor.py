"""`care-voice doctor` as a whole: what it shows, to people and to monitoring, and what it ends with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desk.doctor import checks, examine, show
from desk.doctor.findings import Check, Finding, Host, Seen, Verdict, ok
from intake.wording import load_wording
from tests.desk.at_desk import copy_of
from tests.desk.examined import change, found, own_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

EVERY = [check.name for group in checks.CHECKS.values() for check in group]


def test_a_new_deployment_is_told_what_to_do(desk: Desk) -> None:
    """Groups in their order, a mark and a word before each finding, what to do below, a summary at the end."""
    own_ports(desk)
    said = desk.run("doctor").output
    titles = re.findall(r"^(\w.*)\n  [✓!✗-] ", said, re.MULTILINE)
    assert titles == ["Settings", "People", "Files", "Service", "Copies", "This machine"]
    lines = [line for line in said.splitlines() if line.startswith("  ") and line[2] != " "]
    assert all(re.match(r"  (✓ ok     |- skipped|! warning|✗ wrong  )  \S", line) for line in lines)
    assert re.search(r"\n\d+ ok · \d+ warnings? · 1 wrong · \d+ skipped\nPlease put right what is wrong", said)


def test_every_check_is_told(desk: Desk) -> None:
    """None is left out, and each has a name in words."""
    findings = json.loads(desk.run("doctor", "--json").output)["findings"]
    assert list(dict.fromkeys(one["check"] for one in findings)) == EVERY
    assert len(EVERY) == len(set(EVERY))
    say = load_wording()
    assert all(say(f"doctor-check-{name}") for name in EVERY)


def test_monitoring_reads_the_same_as_the_status_says(desk: Desk) -> None:
    """JSON and exit status agree; no path of this machine is in it."""
    said = desk.run("doctor", "--json")
    told = json.loads(said.output)
    assert (said.exit_code, told["verdict"], told["status"]) == (2, "wrong", 2)
    assert max(("ok", "skipped", "warning", "wrong").index(one["verdict"]) for one in told["findings"]) == 3
    assert str(desk.files.data) not in said.output


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [
        ((Verdict.OK,), 0),
        ((Verdict.OK, Verdict.SKIPPED), 0),
        ((Verdict.SKIPPED, Verdict.WARNING, Verdict.OK), 1),
        ((Verdict.WARNING, Verdict.WRONG, Verdict.SKIPPED), 2),
    ],
)
def test_the_status_is_the_worst(verdicts: tuple[Verdict, ...], status: int) -> None:
    """0 all is well, 1 a warning, 2 something wrong; what was skipped doesn't count."""
    seen = [Seen("files", "modes", Finding(verdict, "something")) for verdict in verdicts]
    assert show.status(seen) == status
    assert json.loads(show.as_json(seen))["verdict"] == ("ok", "warning", "wrong")[status]


def test_a_demonstration_is_well(demo: Desk, tmp_path: Path) -> None:
    """What only real people's words need is skipped, and it says so; nothing is wrong with it as it was made."""
    copied = copy_of(demo, tmp_path)
    own_ports(copied)
    said = copied.run("doctor")
    assert said.exit_code == 0, said.output
    assert said.output.startswith("This is a demonstration.")
    assert "The copies: not needed in a demonstration." in said.output
    assert "intake.db is whole" in said.output


def test_a_demonstration_with_broken_settings_is_still_one(demo: Desk, tmp_path: Path) -> None:
    """Its databases are not taken for a stranger's."""
    copied = copy_of(demo, tmp_path)
    change(copied, ("port = 8025", 'port = "high"'))
    assert found(copied, "intake-db")[0][0] == "ok"


def test_a_check_that_breaks_stops_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as wrong, by the kind of error alone; what it found before counts."""

    def breaks(host: Host) -> Iterator[Finding]:
        yield ok(host.say("doctor-modes-ok"))
        raise ValueError("Zephyrine Quillfeather")

    files = tuple(Check("modes", breaks) if check.name == "modes" else check for check in checks.CHECKS["files"])
    monkeypatch.setitem(checks.CHECKS, "files", files)
    said = desk.run("doctor", "--json").output
    assert found(desk, "modes") == [
        ("ok", "No file is open to more people than it has to be."),
        ("wrong", "Who may open the files: this could not be looked at (ValueError)."),
    ]
    assert found(desk, "owners")[0][0] == "ok"
    assert "Zephyrine" not in said


def test_what_this_user_may_not_see_says_who_may(desk: Desk) -> None:
    """Run as somebody else it doesn't guess."""

    def shut(_: Host) -> Iterator[Finding]:
        raise PermissionError(13, "Permission denied")
        yield

    look = examine._Look(examine.host_of(desk.files.data), "files", Check("keys", shut))
    look.thread.start()
    look.thread.join()
    ((finding),) = (one.finding for one in look.seen())
    assert finding.verdict == "wrong"
    assert "as the user that the service runs under" in finding.todo


def test_no_colour_is_written_where_nobody_looks_on(desk: Desk) -> None:
    """Marks and words say everything: a pipe gets no escape codes."""
    status, said = desk.start("doctor")
    assert status == 2
    assert "\x1b" not in said
    assert "✗ wrong" in said


def test_the_doctors_page_names_every_check() -> None:
    """docs/doctor.md is generated from the checks; run `cog -r docs/doctor.md` after a change."""
    page = Path(__file__).parents[2] / "docs" / "doctor.md"
    subprocess.run([sys.executable, "-m", "cogapp", "--check", page], check=True, capture_output=True)
    assert [name for name in EVERY if f"| `{name}` |" not in page.read_text()] == []
