"""A voice that is taken back leaves at once, can come back for a minute as it was, and is then gone for good."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage import rehearsal
from storage.arriving import add
from storage.backup import snapshot
from storage.backup.replaying import replay
from storage.consent import change_consent
from storage.due import finish
from storage.leaving import SECONDS, erase_left, leave, leaving, stay
from storage.model import Consent, State
from storage.opening import immediate
from storage.queue import queue
from storage.responses import status
from storage.submissions import find
from storage.withdrawal import bury, is_unfinished
from tests.storage.deployment import OPEN, TODAY, Deployment, opened, voice
from tests.storage.states import approved, declined, published, waiting

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = 1_800_000_000.0


def leaves(files: Deployment, code: str, now: float = NOW) -> None:
    """Take it back, as the doors do."""
    with immediate(files.intake):
        assert leave(files.intake, files.keys, code, now)
    finish(files.intake, files.published, OPEN)


def comes_back(files: Deployment, code: str, now: float = NOW) -> bool:
    """Undo that, as the doors do."""
    with immediate(files.intake):
        back = stay(files.intake, files.keys, code, now)
    finish(files.intake, files.published, OPEN)
    return back


def erases(files: Deployment, now: float) -> int | None:
    """Erase what is over, as the doors do."""
    return erase_left(files.intake, files.published, OPEN, files.tombstones, now)


@pytest.mark.parametrize("state", [waiting, declined, approved, published])
def test_it_leaves_at_once_and_is_in_no_byte_after_the_minute(
    deployment: Deployment, state: Callable[[Deployment, str], str]
) -> None:
    """Out of the queue, the collection and its search; then out of every file, as by any withdrawal."""
    code = state(deployment, "zanzibar")
    leaves(deployment, code)
    assert deployment.shown() == []
    assert queue(deployment.intake) == []
    assert erases(deployment, NOW + SECONDS - 1) == 1
    assert erases(deployment, NOW + SECONDS) is None
    assert deployment.find_bytes("zanzibar") == []
    assert find(deployment.intake, deployment.keys, code) is None
    assert len(deployment.tombstones.ids()) == 1


@pytest.mark.parametrize("state", [waiting, declined, approved, published])
def test_it_comes_back_as_it_was(deployment: Deployment, state: Callable[[Deployment, str], str]) -> None:
    """State, words, public number and place in the collection; only its version tells that something happened."""
    code = state(deployment, "zanzibar")
    before, shown = deployment.voice(code), deployment.shown()
    leaves(deployment, code)
    assert comes_back(deployment, code, NOW + SECONDS - 1)
    after = deployment.voice(code)
    assert (after.state, after.words, after.public_id, after.released_in) == (
        before.state,
        before.words,
        before.public_id,
        before.released_in,
    )
    assert deployment.shown() == shown
    assert erases(deployment, NOW + 2 * SECONDS) is None
    assert deployment.voice(code) == after


def test_nothing_of_it_is_in_the_lab_s_file_meanwhile(deployment: Deployment) -> None:
    """Not in its search index nor its `-wal`: only intake.db can bring it back."""
    code = published(deployment, "zanzibar")
    leaves(deployment, code)
    assert deployment.find_bytes("zanzibar") in (["intake.db"], ["intake.db-wal"], ["intake.db", "intake.db-wal"])


def test_a_release_in_that_minute_does_not_show_it(deployment: Deployment) -> None:
    """Whatever is published meanwhile; undone, it is back in what was released."""
    code = published(deployment, "zanzibar")
    leaves(deployment, code)
    deployment.approved("Stays.")
    deployment.publish()
    assert deployment.shown() == ["Stays."]
    assert comes_back(deployment, code)
    assert deployment.shown() == ["Stays.", "zanzibar"]


def test_the_minute_is_not_begun_anew(deployment: Deployment) -> None:
    """Who taps twice has no second minute, and the state before is not forgotten."""
    code = waiting(deployment, "zanzibar")
    leaves(deployment, code)
    leaves(deployment, code, NOW + 30)
    assert not comes_back(deployment, code, NOW + SECONDS)
    assert comes_back(deployment, code, NOW + SECONDS - 1)
    assert deployment.voice(code).state is State.WAITING


def test_a_restart_loses_no_withdrawal(deployment: Deployment) -> None:
    """What left before a crash is erased after it, and can be undone before."""
    gone, kept = waiting(deployment, "zanzibar"), waiting(deployment, "Stays.")
    leaves(deployment, gone)
    leaves(deployment, kept)
    with opened(deployment.folder) as restarted:
        assert comes_back(restarted, kept, NOW + 10)
        assert erases(restarted, NOW + SECONDS) is None
        assert restarted.find_bytes("zanzibar") == []
        assert restarted.voice(kept).words is not None


def test_a_crash_before_the_lab_was_told_is_made_good(deployment: Deployment) -> None:
    """What left is due to leave the lab, written down with it: the next start does it."""
    code = published(deployment, "zanzibar")
    with immediate(deployment.intake):
        leave(deployment.intake, deployment.keys, code, NOW)
    assert deployment.shown() == ["zanzibar"]
    with opened(deployment.folder) as restarted:
        finish(restarted.intake, restarted.published, OPEN)
        assert restarted.shown() == []


def test_once_it_is_being_erased_it_does_not_come_back(deployment: Deployment) -> None:
    """A crash amid erasing, and a clock that is put back then, leave it to be erased."""
    code = waiting(deployment, "zanzibar")
    leaves(deployment, code)
    with immediate(deployment.intake):
        deployment.intake.execute("UPDATE leaving SET until = 0")
    assert not comes_back(deployment, code, NOW - 1000)
    assert erases(deployment, NOW - 1000) is None
    assert deployment.find_bytes("zanzibar") == []


def test_a_clock_that_is_put_back_keeps_nothing_for_long(deployment: Deployment) -> None:
    """A minute that lies hours ahead is no minute."""
    leaves(deployment, waiting(deployment, "zanzibar"))
    assert erases(deployment, NOW - 3600) is None
    assert deployment.find_bytes("zanzibar") == []


def test_a_withdrawal_for_good_needs_no_minute(deployment: Deployment) -> None:
    """By mail or in the terminal it is final at once, also of what is leaving."""
    code = waiting(deployment, "zanzibar")
    leaves(deployment, code)
    assert deployment.withdraw(code)
    assert leaving(deployment.intake) == []
    assert deployment.find_bytes("zanzibar") == []


def test_no_choice_about_it_can_be_changed(deployment: Deployment) -> None:
    """It is about to be gone: the code says so, and nothing else."""
    code = waiting(deployment, "zanzibar")
    leaves(deployment, code)
    told = status(deployment.intake, deployment.keys, code)
    assert told is not None
    assert told.state is State.LEAVING
    assert change_consent(deployment.intake, deployment.keys, code, Consent.COUNT) is None


def test_what_nobody_erases_is_noticed(deployment: Deployment) -> None:
    """Doors that are shut for long leave it to the next start of the service, and to the doctor to tell."""
    leaves(deployment, waiting(deployment, "zanzibar"), now=1_000_000.0)
    assert is_unfinished(deployment.intake, deployment.published, deployment.tombstones)


def test_an_unknown_code_takes_nothing_back(deployment: Deployment) -> None:
    """Nor brings anything."""
    assert not leave(deployment.intake, deployment.keys, "velvet-otter-plank-sunny-drift", NOW)
    assert not stay(deployment.intake, deployment.keys, "velvet-otter-plank-sunny-drift", NOW)


def test_a_rehearsal_does_the_same() -> None:
    """In memory alone."""
    conn, keys = rehearsal.open_rehearsal(), rehearsal.draw_keys()
    one, two = (str(add(conn, keys, voice(), TODAY).code) for _ in range(2))
    for code in (one, two):
        assert rehearsal.leave(conn, keys, code, NOW)
    assert rehearsal.stay(conn, keys, one, NOW)
    assert rehearsal.erase_left(conn, NOW + SECONDS) is None
    assert [find(conn, keys, code) is not None for code in (one, two)] == [True, False]
    conn.close()


def test_a_restored_copy_of_that_minute_can_be_made_good(deployment: Deployment) -> None:
    """The list of what was removed stumbles over nothing in it, and who was leaving can be buried."""
    code = waiting(deployment, "zanzibar")
    number = deployment.voice(code).id
    leaves(deployment, code)
    copy = snapshot.take(deployment.folder / "intake" / "intake.db", demo=False)
    with closing(snapshot.open_in_memory(copy, demo=False)) as restored:
        replay(restored, [f"erased {number:016x};", f"declined {number:016x} 9;"])
        assert leaving(restored) == [number]
        bury(restored, deployment.published, leaving(restored), OPEN)
        assert restored.execute("SELECT count(*) FROM submissions").fetchone() == (0,)
        assert leaving(restored) == []
