"""A release goes out when enough voices wait for it, holds just what was approved, and can be asked for twice."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, decline, sort
from storage.errors import Refused
from storage.model import AgeBand, Consent, ContentNote, Kind, Outcome, State
from storage.moves import set_content_notes, set_outcomes
from storage.opening import immediate
from storage.publishing import Preview, Released, Told, Waits, look, preview, publish
from storage.ready import Seen, digest, versions
from storage.release import Thresholds
from tests.storage.deployment import OPEN, TODAY, Deployment, let_a_minute_pass, opened, voice

if TYPE_CHECKING:
    from pathlib import Path

REAL = Thresholds()


def test_a_release_shows_what_was_approved(deployment: Deployment) -> None:
    """Approved voices are shown with all that may be; those that wait or were declined are not."""
    deployment.approved("Approved.", consent=Consent.READ)
    deployment.arrived(voice("Waits."))
    declined = deployment.arrived(voice("Declined."))
    decline(deployment.intake, deployment.voice(declined), "ash", Reason.SPAM)
    assert deployment.publish() == Released(number=1, new=1, shown=1, held_back=0)
    rows = deployment.published.execute(
        "SELECT words, theme, kind, council, age_band, speaker, quarter, may_quote FROM voices"
    ).fetchall()
    assert rows == [("Approved.", "home", "feedback", "wigan", "18-20", "me", "2026 Q4", 0)]


@pytest.mark.parametrize("some", [2, 10_000])
def test_much_at_once_is_as_little_by_little(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch, some: int
) -> None:
    """Where very much is new, indexes are left for the end; each is there afterwards, and everything is shown."""
    monkeypatch.setattr("storage.publishing._SOME", some)
    monkeypatch.setattr("storage.published_db._MANY", some)
    for number in range(7):
        deployment.approved(f"Word{number}.", consent=Consent.READ if number else Consent.COUNT)
    databases = (deployment.intake, deployment.published)
    names = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    before = [conn.execute(names).fetchall() for conn in databases]
    assert deployment.publish() == Released(number=1, new=7, shown=6, held_back=0)
    assert [conn.execute(names).fetchall() for conn in databases] == before
    found = deployment.published.execute("SELECT rowid FROM voices_fts WHERE voices_fts MATCH 'word3'").fetchall()
    assert found == deployment.published.execute("SELECT id FROM voices WHERE words = 'Word3.'").fetchall()
    assert deployment.intake.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_small_batch_waits(deployment: Deployment) -> None:
    """Fewer than ten new voices go nowhere, and the answer says how many are ready."""
    for _ in range(9):
        deployment.approved()
    assert deployment.publish(REAL) == Waits(ready=9, batch=10, not_before=None)
    assert deployment.shown() == []
    deployment.approved()
    assert deployment.publish(REAL) == Released(number=1, new=10, shown=10, held_back=0)


def test_an_early_release_waits_for_its_day(deployment: Deployment) -> None:
    """Releases are at least 28 days apart, counted from the last one."""
    for when in (TODAY, TODAY + timedelta(27), TODAY + timedelta(28)):
        for _ in range(10):
            deployment.approved()
        answer = deployment.publish(REAL, when)
        if when == TODAY + timedelta(27):
            assert answer == Waits(ready=10, batch=10, not_before=TODAY + timedelta(28))
    assert answer == Released(number=2, new=20, shown=30, held_back=0)


def test_a_forced_release_says_why(deployment: Deployment) -> None:
    """A release before its time carries its reason for all to read."""
    deployment.approved()
    deployment.publish(REAL, forced="For the workshop on Friday.")
    assert deployment.published.execute("SELECT note FROM releases").fetchall() == [("For the workshop on Friday.",)]


@pytest.mark.parametrize("forced", [None, "Because."])
def test_nothing_new_is_no_release(deployment: Deployment, forced: str | None) -> None:
    """Without a new voice there is nothing to publish, not even by force, and no release is counted."""
    deployment.arrived()
    with pytest.raises(Refused, match="nothing new"):
        deployment.publish(forced=forced)
    assert deployment.intake.execute("SELECT count(*) FROM releases").fetchone() == (0,)


def test_looking_changes_nothing(deployment: Deployment) -> None:
    """Asking what the next release waits for publishes nothing."""
    deployment.approved()
    assert look(deployment.intake, OPEN, TODAY) == Waits(ready=1, batch=1, not_before=None)
    assert deployment.shown() == []


def test_a_preview_says_what_a_release_would_show(deployment: Deployment) -> None:
    """How many voices, how many with less detail, and it changes nothing; the release then shows just that."""
    deployment.approved("Shown before.")
    deployment.publish()
    for number in range(3):
        deployment.approved(f"{number}", council=("swindon" if number else "wigan"))
    deployment.approved("Counted.", consent=Consent.COUNT)
    seen = preview(deployment.intake, Thresholds(k=3))
    details = (Told("council", 0, 0), Told("age_band", 3, 0), Told("speaker", 3, 0), Told("quarter", 3, 0))
    assert seen == Preview(shown=4, new=3, counted=1, held_back=3, details=details)
    assert preview(deployment.intake, Thresholds(k=1)).held_back == 0
    assert deployment.shown() == ["Shown before."]
    released = deployment.publish(Thresholds(k=3, batch=1, days=0))
    assert isinstance(released, Released)
    assert (released.shown, released.held_back) == (4, 4)


def test_only_what_was_seen_goes_out(deployment: Deployment) -> None:
    """What was approved after that stays out; if anything that was seen has changed since, nothing goes out."""
    codes = [deployment.approved(f"{number}") for number in range(2)]
    let_a_minute_pass(deployment.intake)
    until = datetime.now(UTC) - timedelta(seconds=30)
    deployment.approved("Too late.")
    seen = Seen(until, digest(versions(deployment.intake, until)))
    with immediate(deployment.intake):
        sort(deployment.intake, deployment.voice(codes[0]), "ash", kind=Kind.IDEA)
    assert publish_seen(deployment, seen) == Waits(ready=2, batch=1, not_before=None)
    assert deployment.shown() == []
    seen = Seen(until, digest(versions(deployment.intake, until)))
    assert isinstance(publish_seen(deployment, seen), Released)
    assert deployment.shown() == ["0", "1"]


def publish_seen(deployment: Deployment, seen: Seen) -> Released | Waits:
    """Publish what somebody saw."""
    return publish(deployment.intake, deployment.published, OPEN, account="ash", today=TODAY, seen=seen)


def test_numbers_are_random_and_permanent(deployment: Deployment) -> None:
    """A voice is cited by ten random digits that later releases don't change, and no two share."""
    codes = [deployment.approved() for _ in range(30)]
    deployment.publish()
    before = [deployment.voice(code).public_id or 0 for code in codes]
    deployment.approved()
    deployment.publish()
    assert [deployment.voice(code).public_id for code in codes] == before
    assert len(set(before)) == 30
    assert all(10**9 <= number < 10**10 for number in before)
    assert before != sorted(before)


def test_voices_that_are_only_counted_lose_their_words(deployment: Deployment) -> None:
    """Once counted, their words are in no file at all; the counts keep them through later releases."""
    code = deployment.approved("Zanzibar.", consent=Consent.COUNT)
    deployment.approved("Shown.")
    deployment.publish()
    assert deployment.voice(code).state is State.COUNTED
    assert deployment.find_bytes("Zanzibar") == []
    deployment.approved("Shown too.")
    deployment.publish()
    assert deployment.shown() == ["Shown too.", "Shown."]
    counts = dict(deployment.published.execute("SELECT value, voices FROM counts WHERE about = 'everything'"))
    assert counts == {"everything": 3}


def test_content_notes_go_out_with_the_words(deployment: Deployment) -> None:
    """The lab is told what to know before reading; a note that changes later follows, and no outcome ever goes out."""
    code = deployment.approved("Words.")
    for notes in ([ContentNote.LOSS, ContentNote.ABUSE], []):
        with immediate(deployment.intake):
            set_content_notes(deployment.intake, deployment.voice(code), "ash", notes)
            set_outcomes(deployment.intake, deployment.voice(code), "ash", list(Outcome))
        deployment.publish() if notes else deployment.sync(OPEN)
        assert deployment.published.execute("SELECT content_notes FROM voices").fetchall() == [(" ".join(notes),)]
    assert "outcomes" not in {row[1] for row in deployment.published.execute("PRAGMA table_info(voices)")}


def test_a_late_decline_leaves_with_the_next_sync(deployment: Deployment) -> None:
    """What people decline after its publication is shown no longer, nor found, nor left in any byte."""
    code = deployment.approved("Zanzibar.")
    deployment.approved("Stays.")
    deployment.publish()
    decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
    deployment.sync()
    assert deployment.shown() == ["Stays."]
    assert deployment.find_bytes("Zanzibar") == ["intake.db"]


def test_what_a_crash_left_undone_is_done_next_time(deployment: Deployment) -> None:
    """A release that was marked but not shown appears with the next command, under its own number."""
    deployment.approved("Marked.")
    deployment.intake.execute("INSERT INTO releases (number, released_on, account) VALUES (1, '2026-11-21', 'ash')")
    deployment.intake.execute("UPDATE submissions SET released_in = 1, public_id = 1234567890")
    with pytest.raises(Refused, match="nothing new"):
        deployment.publish()
    assert deployment.shown() == ["Marked."]
    shown = deployment.published.execute("SELECT number, digest FROM releases").fetchall()
    assert shown == deployment.intake.execute("SELECT number, digest FROM releases").fetchall()


def test_a_lost_publication_can_be_made_again(deployment: Deployment) -> None:
    """From intake.db alone a rebuild shows the same rows with the same digest."""
    for number in range(12):
        deployment.approved(f"Voice {number}.", age_band=AgeBand.FROM_21)
    deployment.publish(REAL)
    before = [deployment.published.execute(f"SELECT * FROM {t}").fetchall() for t in ("voices", "releases")]  # noqa: S608 - our names
    deployment.published.executescript("DELETE FROM voices; DELETE FROM releases; DELETE FROM counts")
    deployment.sync(REAL)
    after = [deployment.published.execute(f"SELECT * FROM {t}").fetchall() for t in ("voices", "releases")]  # noqa: S608 - our names
    assert before == after
    assert len(after[0]) == 12


def test_two_who_publish_at_once_make_one_release(deployment: Deployment) -> None:
    """Whoever comes second hears that there is nothing new: no release is ever empty."""
    for _ in range(10):
        deployment.approved()
    answers: list[object] = []
    threads = [threading.Thread(target=_publish, args=(deployment.folder, answers)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == sorted(["nothing", "nothing", str(Released(1, 10, 10, 0))])
    assert deployment.intake.execute("SELECT count(*) FROM releases").fetchone() == (1,)


def _publish(folder: Path, answers: list[object]) -> None:
    with opened(folder) as files:
        try:
            answers.append(files.publish(REAL))
        except Refused:
            answers.append("nothing")


def test_people_decide_while_the_doors_write(deployment: Deployment) -> None:
    """Moderators and a busy door share the file: every voice is stored, every decision counts."""
    codes = [deployment.arrived() for _ in range(20)]
    door = threading.Thread(target=_receive, args=(deployment.folder, 100))
    door.start()
    for code in codes:
        with immediate(deployment.intake):
            decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    door.join()
    states = dict(deployment.intake.execute("SELECT state, count(*) FROM submissions GROUP BY state"))
    assert states == {State.DECLINED: 20, State.WAITING: 100}


def _receive(folder: Path, number: int) -> None:
    with opened(folder) as files:
        for _ in range(number):
            files.receive()
