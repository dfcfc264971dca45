"""What a change leaves to be done is remembered until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import due
from storage.decisions import hide
from storage.due import Due, mark, what_is_due
from storage.opening import immediate
from tests.storage.deployment import OPEN, Deployment, voice

if TYPE_CHECKING:
    import pytest


def hidden(deployment: Deployment, *what: Due) -> None:
    """Hide a word of a published voice and mark what is due."""
    code = deployment.approved("Hear zanzibar.")
    deployment.publish()
    with immediate(deployment.intake):
        hide(deployment.intake, deployment.voice(code), "ash", [(5, 13)])
        for each in what:
            mark(deployment.intake, each)


def test_a_sync_that_is_due_takes_words_out_of_every_file(deployment: Deployment) -> None:
    """What was hidden in a published voice leaves the lab and every byte of both files."""
    hidden(deployment, Due.WIPE, Due.SYNC)
    assert deployment.shown() == ["Hear zanzibar."]
    due.finish(deployment.intake, deployment.published, OPEN)
    assert deployment.shown() == ["Hear [hidden]."]
    assert deployment.find_bytes("zanzibar") == []
    assert what_is_due(deployment.intake) == {}


def test_a_wipe_that_is_due_leaves_no_byte(deployment: Deployment) -> None:
    """Hidden words of a voice that nobody published are in no file afterwards."""
    code = deployment.arrived(voice("Hear zanzibar."))
    with immediate(deployment.intake):
        hide(deployment.intake, deployment.voice(code), "ash", [(5, 13)])
        mark(deployment.intake, Due.WIPE)
    due.finish(deployment.intake, deployment.published, OPEN)
    assert deployment.find_bytes("zanzibar") == []
    assert what_is_due(deployment.intake) == {}


def test_what_becomes_due_meanwhile_stays_due(deployment: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second hiding while the first is wiped away is not forgotten."""

    def wiped_while_another_hides(conn: object) -> None:
        assert conn is deployment.intake
        mark(deployment.intake, Due.WIPE)

    mark(deployment.intake, Due.WIPE)
    monkeypatch.setattr(due, "wipe", wiped_while_another_hides)
    due.finish(deployment.intake, deployment.published, OPEN)
    assert what_is_due(deployment.intake) == {Due.WIPE: 2}


def test_a_change_that_is_undone_leaves_nothing_due(deployment: Deployment) -> None:
    """The mark is made in the transaction of the change."""
    deployment.intake.execute("BEGIN IMMEDIATE")
    mark(deployment.intake, Due.WIPE)
    deployment.intake.execute("ROLLBACK")
    assert what_is_due(deployment.intake) == {}
