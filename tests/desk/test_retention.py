"""How long everything is kept, as people are told: in the terminal, on the desk, by the doctor; and after a restore."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from desk.doctor.examine import examine, host_of
from desk.restoring import STAGING
from desk.settings import FILE
from tests.desk.at_copies import at, make_vault
from tests.desk.reading import serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk

TODAY = date.today()
OLD = TODAY - timedelta(days=400)


def announced(desk: Desk, days: int = 31) -> None:
    """Let all limits have been announced for so many days, up to now."""
    assert desk.run("retention", "--run").exit_code == 0
    with desk.opened() as intake:
        intake.execute("UPDATE limits SET since = ?", ((TODAY - timedelta(days=days)).isoformat(),))


def test_it_says_what_would_go_and_changes_nothing(desk: Desk) -> None:
    """Without --run: how long each thing is kept, and what goes when."""
    code = desk.receive("Zanzibar.", OLD)
    desk.receive("Timbuktu.", TODAY - timedelta(days=350))
    before = desk.files.intake_db.read_bytes()
    said = desk.run("retention", "--days", "60").output
    soon = TODAY + timedelta(days=30)
    assert "Voices that nobody decided on are kept for 365 days." in said
    assert f"2 voices that nobody has decided on go on {soon:%-d %B %Y}." in said
    assert "Nothing was changed." in said
    assert desk.files.intake_db.read_bytes() == before
    assert desk.voice(code).words is not None


def test_it_erases_what_was_announced(desk: Desk) -> None:
    """With --run, from every byte of every file; run again, there is nothing to do; what went is told by month."""
    desk.receive("Zanzibar.", OLD)
    assert "Nothing is over its time." in desk.run("retention", "--run").output
    announced(desk)
    assert "1 voice that nobody had decided on is gone." in desk.run("retention", "--run").output
    held = [path for path in desk.files.data.rglob("*") if path.is_file() and b"Zanzibar" in path.read_bytes()]
    assert held == []
    assert "Nothing is over its time." in desk.run("retention", "--run").output
    assert f"{TODAY:%Y-%m}: 1 voice that nobody had decided on is gone." in desk.run("retention").output


def test_one_thing_at_a_time(desk: Desk) -> None:
    """Looking ahead and erasing are not mixed."""
    refused = desk.run("retention", "--run", "--days", "3")
    assert (refused.exit_code, "not both" in refused.output) == (2, True)


def test_the_desk_and_the_doctor_warn(desk: Desk) -> None:
    """Both say how many go on which day, once the daily run has seen it; a voice that is decided on is no warning."""
    desk.receive("Zanzibar.", TODAY - timedelta(days=350))
    announced(desk)
    desk.run("retention", "--run")
    line = f"1 voice that nobody has decided on goes on {TODAY + timedelta(days=16):%-d %B %Y}."
    seen = [one.finding for one in examine(host_of(desk.files.data)) if one.check == "retention"]
    assert [(one.verdict.value, one.what) for one in seen] == [("warning", line)]
    with serving(desk) as site, site.moderator() as reader:
        assert line in reader.text("/")


def test_limits_are_not_too_short(desk: Desk) -> None:
    """Nobody erases everything with a slip of the keyboard."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace("waiting_days = 365", "waiting_days = 3"))
    refused = desk.run("retention")
    assert (refused.exit_code, "waiting_days" in refused.output) == (1, True)


def test_an_older_copy_brings_nothing_back(desk: Desk, tmp_path: Path) -> None:
    """What went since the copy is not in any byte of what is restored, in a new place too, and is counted once."""
    vault = make_vault(desk, tmp_path)
    desk.receive("Zanzibar.", OLD)
    desk.receive("Stays.")
    announced(desk)
    copy = vault.copy()
    assert "1 voice" in desk.run("retention", "--run").output
    new = tmp_path / "new"
    restored = vault.restore(copy, new)
    assert restored.exit_code == 0, restored.output
    assert "1 voice in the copy had been taken back" in restored.output
    assert not (new / STAGING).exists()
    held = [path for path in new.rglob("*") if path.is_file() and b"Zanzibar" in path.read_bytes()]
    assert held == []
    at(new).run("retention", "--run")
    assert at(new).files.expired.totals() == {(f"{datetime.now(UTC):%Y-%m}", "waiting"): 1}
