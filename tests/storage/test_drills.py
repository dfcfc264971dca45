"""What people find when they try to tell whose voice it is: written down for ever, and acted on at once."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from storage.backup.removed import removed_in
from storage.backup.replaying import replay
from storage.backup.snapshot import open_in_memory
from storage.decisions import approve, hide
from storage.drills import Follows, Verdict, candidates, found, judge
from storage.errors import Refused
from storage.model import Consent, Section, State
from storage.opening import immediate
from storage.permission import Permission, ask_permission, permit
from storage.submissions import read
from tests.storage.deployment import TODAY, Deployment

if TYPE_CHECKING:
    from collections.abc import Callable

OF_ITS_OWN = "Zanzibar is where I am from."


def find_that(files: Deployment, code: str, verdict: Verdict, follows: Follows) -> None:
    """Write down what ash found, and do what is due."""
    with immediate(files.intake):
        judge(files.intake, files.voice(code), "ash", verdict, follows, TODAY)
    files.sync()


def cleared(files: Deployment, code: str) -> bool:
    """Tell whether a voice counts as looked at."""
    return next(one.cleared for one in candidates(files.intake) if one.id == files.voice(code).id)


def test_a_verdict_clears_the_words_it_was_about(deployment: Deployment) -> None:
    """Who can't tell says so, by account and day; once words are hidden, others have to be looked at."""
    code = deployment.approved(OF_ITS_OWN)
    assert not cleared(deployment, code)
    find_that(deployment, code, Verdict.NOBODY, Follows.NOTHING)
    assert cleared(deployment, code)
    (one,) = found(deployment.intake, deployment.voice(code).id)
    assert (one.verdict, one.follows, one.account, one.on) == (Verdict.NOBODY, Follows.NOTHING, "ash", TODAY)
    with immediate(deployment.intake):
        hide(deployment.intake, deployment.voice(code), "ash", [(0, 8)])
    assert not cleared(deployment, code)


def test_a_release_does_not_make_a_verdict_old(deployment: Deployment) -> None:
    """The words are the same before and after."""
    code = deployment.approved(OF_ITS_OWN)
    find_that(deployment, code, Verdict.NOBODY, Follows.NOTHING)
    deployment.publish()
    assert cleared(deployment, code)


@pytest.mark.parametrize("follows", [Follows.HIDE, Follows.ASK])
@pytest.mark.parametrize("was", [Deployment.sync, Deployment.publish], ids=["new", "published"])
def test_what_has_to_be_done_first_is_not_shown_meanwhile(
    deployment: Deployment, follows: Follows, was: Callable[[Deployment], object]
) -> None:
    """It waits to be read again, published or not, and leaves the lab and every byte of its file at once."""
    code = deployment.approved(OF_ITS_OWN)
    was(deployment)
    find_that(deployment, code, Verdict.ANYONE, follows)
    assert (deployment.voice(code).state, deployment.shown()) == (State.WAITING, [])
    assert deployment.voice(code).section is Section.RETURNED
    assert deployment.find_bytes("Zanzibar") == ["intake.db"]
    with immediate(deployment.intake):
        approve(deployment.intake, deployment.voice(code), "ash")
    assert not cleared(deployment, code), "somebody has to look again"


def test_what_is_declined_or_only_counted_leaves_too(deployment: Deployment) -> None:
    """Declined voices are gone from the lab; of those only counted the words are gone from everywhere."""
    declined, counted = deployment.approved("Timbuktu."), deployment.approved(OF_ITS_OWN)
    deployment.publish()
    find_that(deployment, declined, Verdict.ANYONE, Follows.DECLINE)
    find_that(deployment, counted, Verdict.KNOWS, Follows.COUNT)
    assert deployment.shown() == []
    assert deployment.voice(declined).state is State.DECLINED
    assert (deployment.voice(counted).state, deployment.voice(counted).words) == (State.COUNTED, None)
    assert deployment.find_bytes("Zanzibar") == []


def test_a_voice_anyone_could_recognise_never_goes_out_as_it_stands(deployment: Deployment) -> None:
    """Something has to follow; nothing is written down until it does."""
    code = deployment.approved(OF_ITS_OWN)
    with pytest.raises(Refused, match="can't go out as it stands"):
        find_that(deployment, code, Verdict.ANYONE, Follows.NOTHING)
    assert found(deployment.intake, deployment.voice(code).id) == []


def test_who_knows_them_could_tell_needs_their_leave(deployment: Deployment) -> None:
    """Without asking it stays back; once they said that it may, it may go out as it stands."""
    code = deployment.approved(OF_ITS_OWN)
    with pytest.raises(Refused, match="ask the person first"):
        find_that(deployment, code, Verdict.KNOWS, Follows.NOTHING)
    find_that(deployment, code, Verdict.KNOWS, Follows.ASK)
    with immediate(deployment.intake):
        ask_permission(deployment.intake, deployment.voice(code), "ash", "", TODAY)
        permit(deployment.intake, deployment.keys, code, Permission.AS_IT_IS, TODAY)
        if deployment.voice(code).state is State.WAITING:
            approve(deployment.intake, deployment.voice(code), "ash")
    find_that(deployment, code, Verdict.KNOWS, Follows.NOTHING)
    assert cleared(deployment, code)


def test_only_words_that_will_be_shown_are_looked_at(deployment: Deployment) -> None:
    """Not those that wait, and not those that are only counted."""
    deployment.arrived()
    deployment.approved(consent=Consent.COUNT)
    code = deployment.approved(OF_ITS_OWN)
    assert [one.id for one in candidates(deployment.intake)] == [deployment.voice(code).id]


@pytest.mark.parametrize(
    "change", ["UPDATE drills SET verdict = 'nobody'", "DELETE FROM drills", "REPLACE INTO drills SELECT * FROM drills"]
)
def test_verdicts_are_kept_for_ever(deployment: Deployment, change: str) -> None:
    """No statement changes or removes one, and none holds a word."""
    code = deployment.approved(OF_ITS_OWN)
    find_that(deployment, code, Verdict.NOBODY, Follows.NOTHING)
    with pytest.raises(sqlite3.IntegrityError, match="for ever"):
        deployment.intake.execute(change)
    deployment.withdraw(code)
    assert deployment.find_bytes("Zanzibar") == []
    assert deployment.intake.execute("SELECT count(*) FROM drills").fetchone() == (1,)


def test_an_older_copy_does_not_show_what_was_put_back(deployment: Deployment) -> None:
    """What a drill took out of the lab waits to be read in a restored copy as well."""
    code = deployment.approved(OF_ITS_OWN)
    deployment.publish()
    copied = deployment.intake.serialize()
    find_that(deployment, code, Verdict.ANYONE, Follows.HIDE)
    intake = open_in_memory(copied, demo=False)
    replay(intake, removed_in(deployment.intake))
    voice = read(intake, deployment.voice(code).id)
    assert (voice.state, voice.released_in) == (State.WAITING, None)
    intake.close()
