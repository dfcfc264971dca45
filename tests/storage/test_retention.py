"""What has been kept for long enough is erased, from every byte."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.decisions import Reason, decline
from storage.retention import expire
from tests.storage.deployment import TODAY, Deployment, voice

if TYPE_CHECKING:
    from datetime import date


def declined(deployment: Deployment, text: str = "Zanzibar.") -> str:
    """Store a voice and decline it today."""
    code = deployment.arrived(voice(text))
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    return code


def after(days: int) -> date:
    """Return the day that many days from now, as decisions count it."""
    return datetime.now(UTC).date() + timedelta(days)


def test_declined_words_are_erased_after_their_time(deployment: Deployment) -> None:
    """The words go, the decision and its reason stay."""
    code = declined(deployment)
    assert expire(deployment.intake, after(30), declined_days=30) == 0
    assert expire(deployment.intake, after(31), declined_days=30) == 1
    assert deployment.voice(code).words is None
    assert deployment.find_bytes("Zanzibar") == []
    assert deployment.intake.execute("SELECT reason FROM decisions").fetchall() == [(Reason.SPAM,)]


def test_nothing_else_is_erased(deployment: Deployment) -> None:
    """Voices that wait or were approved are kept, however old."""
    codes = [deployment.arrived(), deployment.approved()]
    assert expire(deployment.intake, after(1000), declined_days=30) == 0
    assert all(deployment.voice(code).words for code in codes)


def test_erasing_is_finished_by_the_next_run(deployment: Deployment) -> None:
    """A run that died after its commit, before the wipe, left the words in `-wal`: the next one takes them out."""
    declined(deployment)
    deployment.intake.execute("UPDATE submissions SET words = NULL")
    assert deployment.find_bytes("Zanzibar") == ["intake.db-wal"]
    assert expire(deployment.intake, after(31), declined_days=30) == 0
    assert deployment.find_bytes("Zanzibar") == []


def test_marks_of_mails_are_kept_for_a_week(deployment: Deployment) -> None:
    """A mark is there as long as a re-delivery is folded, and no longer."""
    deployment.receive(voice(delivery=b"mark"))
    for days, kept in ((7, 1), (8, 0)):
        expire(deployment.intake, TODAY + timedelta(days), declined_days=30)
        assert deployment.intake.execute("SELECT count(*) FROM deliveries").fetchone() == (kept,)
