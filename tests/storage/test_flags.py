"""What a door noticed about a voice is kept with it, goes with its words, and is for moderators alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, approve, decline, hide
from storage.model import Consent, Flag
from storage.queue import queue
from storage.retention import expire
from storage.submissions import read
from tests.storage.deployment import brought_up_to_date, voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

FLAGS = (Flag.UNSURE,)


def test_flags_are_kept_and_stay_when_more_is_hidden(deployment: Deployment) -> None:
    """Whoever hides a line that somebody else wrote may have left another."""
    code = deployment.arrived(voice("She wrote this. I wrote that.", flags=FLAGS))
    assert deployment.voice(code).flags == FLAGS
    hide(deployment.intake, deployment.voice(code), "ash", [(0, 15)])
    assert deployment.voice(code).flags == FLAGS


@pytest.mark.parametrize("way", ["declined", "counted"])
def test_flags_go_with_the_words(deployment: Deployment, way: str) -> None:
    """Nothing that says how a message was made is left once its words are erased."""
    consent = Consent.COUNT if way == "counted" else Consent.QUOTE
    code = deployment.arrived(voice("I wrote that.", flags=FLAGS, consent=consent))
    if way == "declined":
        decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
        expire(deployment.intake, date(2099, 1, 1), declined_days=30)
    else:
        approve(deployment.intake, deployment.voice(code), "ash")
        deployment.publish()
    assert (deployment.voice(code).words, deployment.voice(code).flags) == (None, ())


def test_the_queue_shows_them(deployment: Deployment) -> None:
    """A moderator sees at once which ones need a second look."""
    deployment.arrived(voice(flags=FLAGS))
    deployment.arrived(voice())
    assert sorted(each.flags for each in queue(deployment.intake)) == [(), FLAGS]


def test_the_lab_never_learns_of_them(deployment: Deployment) -> None:
    """How a mail looked is nobody's business but the moderators': no table of published.db has it."""
    deployment.arrived(voice(flags=FLAGS))
    tables = deployment.published.execute("SELECT sql FROM sqlite_master").fetchall()
    assert tables
    assert "flags" not in str(tables)


def test_voices_from_before_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older care-voice is brought up to date."""
    conn = brought_up_to_date(monkeypatch, "flags")
    assert read(conn, 1).flags == ()
    conn.close()
