"""Promise 4: nothing is published that a person did not approve, and the file has no room for more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Action, Reason, approve, decline, hide, history, undo
from storage.errors import Refused
from storage.model import AgeBand, Channel, Consent
from tests.storage.deployment import Deployment, make, opened, voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TABLES = {
    "voices": "id words theme kind council age_band speaker quarter may_quote content_notes",
    "counts": "about value beside value_beside voices symbol release",
    "outcomes": "outcome voices share symbol",
    "releases": "number released_on voices held_back note digest told",
    "voices_fts": "words",
}
FTS_OWN = {"voices_fts_data", "voices_fts_idx", "voices_fts_docsize", "voices_fts_config"}
RECEIVED = date(2026, 10, 7)


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """Give an empty deployment, with its files open."""
    make(tmp_path / "data")
    with opened(tmp_path / "data") as files:
        yield files


def in_the_lab(deployment: Deployment, text: str) -> bool:
    """Tell whether any file that the lab can read holds `text`."""
    return any(text.encode() in path.read_bytes() for path in (deployment.folder / "lab").iterdir())


def test_published_db_has_just_these_tables(deployment: Deployment) -> None:
    """Voices, counts, outcomes, releases and their full-text index: no other table, view or column."""
    names = deployment.published.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    assert {name for (name,) in names} == TABLES.keys() | FTS_OWN
    for table, columns in TABLES.items():
        assert " ".join(row[1] for row in deployment.published.execute(f"PRAGMA table_info({table})")) == columns


def _waits(_deployment: Deployment, _code: str) -> None:
    pass


def _declined(deployment: Deployment, code: str) -> None:
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)


def _undone(deployment: Deployment, code: str) -> None:
    approve(deployment.intake, deployment.voice(code), "ash")
    approve(deployment.intake, deployment.voice(code), "bo")
    undo(deployment.intake, deployment.voice(code), "bo")


def _half_approved(deployment: Deployment, code: str) -> None:
    approve(deployment.intake, deployment.voice(code), "ash")


def _changed_after_half(deployment: Deployment, code: str) -> None:
    approve(deployment.intake, deployment.voice(code), "ash")
    hide(deployment.intake, deployment.voice(code), "cy", [(0, 1)])
    approve(deployment.intake, deployment.voice(code), "bo")


@pytest.mark.parametrize("fate", [_waits, _declined, _undone, _half_approved, _changed_after_half])
def test_what_nobody_approved_is_in_no_file_of_the_lab(
    deployment: Deployment, fate: Callable[[Deployment, str], None]
) -> None:
    """A voice of an under-16 that is not approved by two people stays out, whatever else is published."""
    fate(deployment, deployment.arrived(voice("Hear zanzibar.", age_band=AgeBand.UNDER_16)))
    deployment.approved("Shown.")
    deployment.publish()
    deployment.sync()
    assert deployment.shown() == ["Shown."]
    assert not in_the_lab(deployment, "zanzibar")


def test_words_that_are_only_counted_never_reach_the_lab(deployment: Deployment) -> None:
    """Approved or not, "only count it" words are in no byte of its files."""
    deployment.approved("zanzibar", consent=Consent.COUNT)
    deployment.publish()
    assert deployment.published.execute("SELECT count(*) FROM voices").fetchone() == (0,)
    assert not in_the_lab(deployment, "zanzibar")


def test_every_published_voice_has_its_approval(deployment: Deployment) -> None:
    """For each row of the lab's file somebody's approval is on record."""
    codes = [deployment.approved(f"Voice {number}.") for number in range(5)]
    deployment.publish()
    shown = {row[0] for row in deployment.published.execute("SELECT id FROM voices")}
    approved = {
        deployment.voice(code).public_id: [row[1] for row in history(deployment.intake, deployment.voice(code).id)]
        for code in codes
    }
    assert approved.keys() == shown
    assert all(actions == [Action.APPROVE] for actions in approved.values())


def test_nothing_is_published_without_being_asked_for(deployment: Deployment) -> None:
    """An approval alone shows nothing: neither `sync` nor a refused publication lets it out."""
    deployment.approved("zanzibar")
    deployment.sync()
    assert not in_the_lab(deployment, "zanzibar")


def test_what_says_where_a_voice_came_from_stays_behind(deployment: Deployment) -> None:
    """Channel, language, relay, workshop, day, consent, ids, hashes, moderators: in no byte of the lab's files."""
    new = voice(channel=Channel.WORKSHOP, language="cy-canary", relay="relay-canary", workshop="w-canary")
    code = deployment.receive(new, RECEIVED).code or ""
    approve(deployment.intake, deployment.voice(code), "moderator-canary", understood=True)
    deployment.publish()
    private = ("workshop", "cy-canary", "relay-canary", "w-canary", "2026-10-07", '"quote"', "moderator-canary")
    assert len(deployment.shown()) == 1
    assert not [text for text in (*private, str(deployment.voice(code).id)) if in_the_lab(deployment, text)]


def test_an_empty_queue_publishes_nothing(deployment: Deployment) -> None:
    """Force does not publish what was not approved."""
    deployment.arrived(voice("zanzibar"))
    with pytest.raises(Refused):
        deployment.publish(forced="now")
    assert not in_the_lab(deployment, "zanzibar")
