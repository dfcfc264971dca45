"""Publishing and taking back, as commands do it: what they say, and what the lab can read afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desk.settings import FILE
from storage.decisions import undo
from storage.model import State
from storage.opening import immediate

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

BATCH = 10
REASON = "the lab meets on Monday"
GONE = "It is gone from everywhere"
UNKNOWN = "We have no voice with that code."


def approve(desk: Desk, number: int = BATCH) -> list[str]:
    """Store and approve some voices that differ in their words alone; return their codes."""
    return [desk.approved(f"Voice number {each} was heard.") for each in range(number)]


def notes(desk: Desk) -> list[tuple[int, str]]:
    """Return the number and the note of each release, as the lab reads them."""
    published = desk.files.open_published()
    try:
        return published.execute("SELECT number, note FROM releases").fetchall()
    finally:
        published.close()


def test_a_batch_goes_out(desk: Desk) -> None:
    """Ten approved voices make a release, and the lab can read them."""
    approve(desk)
    said = desk.publish()
    assert said.exit_code == 0
    assert "Release 1 is out, with 10 new voices. The lab can now read 10 in all." in said.output
    assert len(desk.shown()) == BATCH


def test_too_few_wait_and_are_told_what_for(desk: Desk) -> None:
    """What is approved, what a release needs, and how to go on; nothing goes out."""
    approve(desk, 2)
    said = desk.publish()
    assert said.exit_code == 0
    assert "2 new voices are approved, and a release needs 10." in said.output
    assert '--as reader --force "…"' in said.output
    assert (desk.shown(), notes(desk)) == ([], [])


def test_a_second_release_waits_for_its_day(desk: Desk) -> None:
    """Releases stand four weeks apart, so that a new voice can't be told by its day."""
    approve(desk)
    desk.publish()
    approve(desk)
    first_day = date.today() + timedelta(days=28)
    assert f"The next release can go out on {first_day:%-d %B %Y}." in desk.publish().output
    assert len(desk.shown()) == BATCH


def test_what_is_held_back_is_said(desk: Desk) -> None:
    """Fewer than ten that share their details are shown with fewer."""
    approve(desk, 3)
    assert "3 voices are shown without every detail" in desk.publish("--force", REASON).output


def test_a_forced_release_says_why(desk: Desk) -> None:
    """The reason stands in the release's note for all to read."""
    approve(desk, 1)
    assert "Release 1 is out, with 1 new voice." in desk.publish("--force", REASON).output
    assert notes(desk) == [(1, REASON)]


@pytest.mark.parametrize("reason", ["", "  "])
def test_forcing_takes_a_reason(desk: Desk, reason: str) -> None:
    """An empty one is none."""
    approve(desk, 1)
    said = desk.publish("--force", reason)
    assert said.exit_code == 2
    assert "say why: everyone will be able to read it." in said.output
    assert notes(desk) == []


def test_nothing_new_is_said(desk: Desk) -> None:
    """Not even by force does an empty release go out."""
    said = desk.publish("--force", REASON)
    assert said.exit_code == 1
    assert said.output.endswith(
        "Error: There is nothing new to publish: approve some voices first, with care-voice moderate.\n"
    )


def test_what_can_be_undone_waits_for_the_next_release(desk: Desk) -> None:
    """A release leaves out what was approved within the last minute, and says so."""
    approve(desk)
    desk.let_a_minute_pass()
    desk.approved("Just approved.")
    said = desk.publish_at_once()
    assert "Release 1 is out, with 10 new voices." in said.output
    assert "1 voice was approved less than a minute ago. That can still be undone, so it waits" in said.output
    assert len(desk.shown()) == BATCH
    assert "Just approved." not in desk.shown()
    assert "with 1 new voice." in desk.publish("--force", REASON).output


def test_what_can_be_undone_is_no_part_of_a_batch(desk: Desk) -> None:
    """Nine and a fresh one wait, until the fresh one can't be undone any more."""
    approve(desk, BATCH - 1)
    desk.let_a_minute_pass()
    desk.approved("Just approved.")
    said = desk.publish_at_once()
    assert said.exit_code == 0
    assert "9 new voices are approved, and a release needs 10." in said.output
    assert "so it is left out for now. Run this again in a minute." in said.output
    assert desk.shown() == []
    assert "Release 1 is out, with 10 new voices." in desk.publish().output


def test_what_can_be_undone_is_not_forced_out(desk: Desk) -> None:
    """Not even a reason publishes it: it is said that it has to wait a minute, and undoing it works still."""
    codes = approve(desk, 2)
    said = desk.publish_at_once("--force", REASON)
    assert said.exit_code == 1
    assert said.output.endswith("so they are left out for now. Run this again in a minute.\n")
    assert "Error: 2 voices were approved less than a minute ago." in said.output
    assert (desk.shown(), notes(desk)) == ([], [])
    with desk.opened() as intake, immediate(intake):
        undo(intake, desk.voice(codes[0]), "reader")
    assert desk.voice(codes[0]).state is State.WAITING


def test_a_stranger_publishes_nothing(desk: Desk) -> None:
    """Publishing takes a moderator's password."""
    approve(desk)
    desk.let_a_minute_pass()
    assert desk.run("publish", "--as", "reader", typed="guess\n" * 3).exit_code == 1
    assert desk.shown() == []


def test_a_voice_is_taken_back_however_its_code_is_typed(desk: Desk) -> None:
    """Spaces, capitals and hyphens are no part of a code; published or not, the voice is gone at once."""
    hyphens, spaces, asked, kept = approve(desk, 4)
    desk.publish("--force", REASON)
    never_published = desk.receive("Never published.")
    assert GONE in desk.run("withdraw", hyphens).output
    assert GONE in desk.run("withdraw", *spaces.upper().split("-")).output
    assert GONE in desk.run("withdraw", typed=f"  {asked.replace('-', '  ').title()} \n").output
    assert GONE in desk.run("withdraw", never_published).output
    assert desk.shown() == ["Voice number 3 was heard."]
    with desk.opened() as intake:
        assert intake.execute("SELECT count(*) FROM submissions").fetchone() == (1,)
    assert kept


def test_an_unknown_code_is_said(desk: Desk) -> None:
    """Also one that was used already; the exit status tells a script."""
    (code,) = approve(desk, 1)
    desk.run("withdraw", code)
    for typed in (code, "five words that are none", "1234"):
        said = desk.run("withdraw", typed)
        assert (said.exit_code, UNKNOWN in said.output) == (1, True)


def test_withdrawing_again_finishes_what_was_cut_short(desk: Desk) -> None:
    """If an earlier try died after it forgot the code, the voice leaves the lab all the same."""
    (code,) = approve(desk, 1)
    desk.publish("--force", REASON)
    voice = desk.voice(code).id
    desk.files.tombstones.add(voice)
    with desk.opened() as intake:
        intake.execute("DELETE FROM submissions WHERE id = ?", (voice,))
        intake.execute("DELETE FROM receipts WHERE submission = ?", (voice,))
    assert len(desk.shown()) == 1
    desk.run("withdraw", code)
    assert desk.shown() == []


def test_a_month_is_shown_where_it_is_set(desk: Desk) -> None:
    """What the deployment set is what a release obeys."""
    path = desk.files.data / FILE
    path.write_text(path.read_text().replace('period = "quarter"', 'period = "month"'))
    approve(desk, 10)
    desk.publish()
    published = desk.files.open_published()
    quarters = {row[0] for row in published.execute("SELECT quarter FROM voices")}
    published.close()
    assert quarters == {f"{date.today():%Y-%m}"}
