"""Why words could point to somebody is kept with the words, goes with them, and is for moderators alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, approve, decline, hide
from storage.model import Consent, Jigsaw, RedactedWords
from storage.queue import queue
from storage.retention import expire
from storage.submissions import read
from tests.storage.deployment import Deployment, brought_up_to_date, voice

if TYPE_CHECKING:
    from storage.arriving import NewSubmission
    from storage.submissions import Submission

REASONS = (Jigsaw.ONLY, Jigsaw.EVENT)


def telling(consent: Consent = Consent.QUOTE) -> NewSubmission:
    """Make a voice that somebody might recognise."""
    return voice("The only one, it was in the paper.", jigsaw=REASONS, consent=consent)


def kept(deployment: Deployment, voice: Submission) -> str:
    """Return what the row of a voice says of it."""
    row = deployment.intake.execute("SELECT jigsaw FROM submissions WHERE id = ?", (voice.id,)).fetchone()
    return str(row[0])


def test_reasons_stay_when_more_is_hidden(deployment: Deployment) -> None:
    """Whoever hides one thing that tells may have left another: the next moderator is warned too."""
    code = deployment.arrived(telling())
    hide(deployment.intake, deployment.voice(code), "ash", [(0, 12)])
    words = deployment.voice(code).words
    assert words is not None
    assert words.jigsaw == REASONS


@pytest.mark.parametrize("way", ["declined", "counted"])
def test_reasons_go_with_the_words(deployment: Deployment, way: str) -> None:
    """Nothing of what somebody said is left once the words are erased."""
    code = deployment.arrived(telling(Consent.COUNT if way == "counted" else Consent.QUOTE))
    if way == "declined":
        decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
        expire(deployment.intake, date(2099, 1, 1), declined_days=30)
    else:
        approve(deployment.intake, deployment.voice(code), "ash")
        deployment.publish()
    assert deployment.voice(code).words is None
    assert kept(deployment, deployment.voice(code)) == ""


def test_the_queue_marks_such_voices(deployment: Deployment) -> None:
    """A moderator sees at once which ones need a second look."""
    deployment.arrived(telling())
    deployment.arrived(voice())
    assert sorted(each.jigsaw for each in queue(deployment.intake)) == [False, True]


def test_the_lab_never_learns_of_them(deployment: Deployment) -> None:
    """A mark "somebody might be known by this" would tell where to look: no table of published.db has it."""
    deployment.arrived(telling())
    tables = deployment.published.execute("SELECT sql FROM sqlite_master").fetchall()
    assert tables
    assert "jigsaw" not in str(tables)


def test_voices_from_before_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older care-voice is brought up to date, and nobody invents reasons for what is in it."""
    conn = brought_up_to_date(monkeypatch, "jigsaws")
    assert read(conn, 1).words == RedactedWords("Hello.")
    conn.close()
