"""What a voice shows is decided once, with those that enter with it, and only ever becomes less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.decisions import Reason, approve, decline, undo
from storage.model import Consent, Flag
from storage.opening import immediate
from storage.release import Thresholds
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

AT_THREE = Thresholds(k=3, batch=1, days=0)


def enter(deployment: Deployment, number: int, **details: object) -> list[str]:
    """Let some voices that are alike enter with a release; return their codes."""
    codes = [deployment.approved(f"{number} {details}", **details) for number in range(number)]
    deployment.publish(AT_THREE)
    return codes


def councils(deployment: Deployment) -> list[str | None]:
    """Return the councils that readers see."""
    return [row[0] for row in deployment.published.execute("SELECT council FROM voices ORDER BY council")]


def leave(deployment: Deployment, code: str) -> None:
    """Decline a voice late."""
    with immediate(deployment.intake):
        decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
    deployment.sync(AT_THREE)


def test_a_later_release_lends_nobody_its_number(deployment: Deployment) -> None:
    """Two who show nothing still show nothing when two more like them come: the four would be told apart by when."""
    enter(deployment, 2)
    enter(deployment, 2)
    assert councils(deployment) == [None] * 4
    enter(deployment, 3)
    assert councils(deployment) == [None] * 4 + ["wigan"] * 3


def test_who_leaves_takes_details_along_for_good(deployment: Deployment) -> None:
    """Too few show nothing any more, and what they showed never comes back; other releases stay as they are."""
    codes = enter(deployment, 3)
    enter(deployment, 3, council="swindon")
    leave(deployment, codes[0])
    assert councils(deployment) == [None] * 2 + ["swindon"] * 3
    enter(deployment, 3)
    assert councils(deployment) == [None] * 2 + ["swindon"] * 3 + ["wigan"] * 3


def test_who_comes_back_shows_no_more_than_before(deployment: Deployment) -> None:
    """A voice that was declined late, and approved again, is with those it came in with, and not with the new ones."""
    code = enter(deployment, 2)[0]
    leave(deployment, code)
    with immediate(deployment.intake):
        undo(deployment.intake, deployment.voice(code), "ash")
        approve(deployment.intake, deployment.voice(code), "ash")
    enter(deployment, 3)
    assert councils(deployment) == [None] * 2 + ["wigan"] * 3
    leave(deployment, code)
    assert councils(deployment) == [None] + ["wigan"] * 3


def test_a_larger_k_takes_hold_of_what_is_shown_already(deployment: Deployment) -> None:
    """Whoever raises the threshold means the voices that are there, too; lowering it brings nothing back."""
    enter(deployment, 3)
    deployment.sync(Thresholds(k=4))
    assert councils(deployment) == [None] * 3
    deployment.sync(AT_THREE)
    assert councils(deployment) == [None] * 3


def test_months_become_quarters_where_that_is_set_later(deployment: Deployment) -> None:
    """A deployment that shows months and thinks better of it shows none any more."""
    deployment.approved("Marked.")
    deployment.publish(Thresholds(k=1, batch=1, days=0, by_month=True))
    assert deployment.published.execute("SELECT quarter FROM voices").fetchall() == [("2026-11",)]
    deployment.sync(Thresholds(k=1))
    assert deployment.published.execute("SELECT quarter FROM voices").fetchall() == [("2026 Q4",)]


def test_nobody_is_known_to_be_a_child_by_what_cannot_be_quoted(deployment: Deployment) -> None:
    """Among those who may be quoted, two more may not, drawn by lot: so at least three could be the child."""
    code = deployment.arrived(voice("A child's.", age_band=None, flags=(Flag.YOUNG,)))
    for reader in ("ash", "bo"):
        with immediate(deployment.intake):
            approve(deployment.intake, deployment.voice(code), reader)
    enter(deployment, 6, age_band=None)
    may = [row[0] for row in deployment.published.execute("SELECT may_quote FROM voices ORDER BY 1")]
    assert may == [0, 0, 0, 1, 1, 1, 1]
    deployment.sync(AT_THREE)
    assert [row[0] for row in deployment.published.execute("SELECT may_quote FROM voices ORDER BY 1")] == may


def test_what_readers_saw_before_is_taken_over(deployment: Deployment) -> None:
    """A deployment from before shows no voice with more than it showed then, and less where too few entered with it."""
    enter(deployment, 3)
    enter(deployment, 2)
    deployment.published.execute("UPDATE voices SET age_band = NULL, quarter = NULL, council = 'wigan'")
    deployment.intake.execute("UPDATE submissions SET shown = NULL")
    deployment.intake.execute("UPDATE gate SET decided = 0, digest = NULL, k = 0")
    deployment.sync(AT_THREE)
    rows = deployment.published.execute("SELECT council, age_band, speaker, quarter FROM voices ORDER BY 1").fetchall()
    assert rows == [(None, None, None, None)] * 2 + [("wigan", None, "me", None)] * 3


def test_without_a_child_all_may_be_quoted_who_want_to(deployment: Deployment) -> None:
    """Nobody's quotation is given up without need."""
    enter(deployment, 3)
    enter(deployment, 1, consent=Consent.READ)
    assert deployment.published.execute("SELECT sum(may_quote) FROM voices").fetchone() == (3,)
