"""A later answer about the use of words: tighter ones hold at once, looser ones when nobody can tell who gave them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from storage.backup.removed import removed_in
from storage.backup.replaying import replay
from storage.consent import Changed, change_consent
from storage.decisions import Reason, approve, decline
from storage.due import Due, finish, what_is_due
from storage.errors import Refused
from storage.intake_db import open_intake
from storage.model import AgeBand, Consent, Flag, State
from storage.opening import immediate
from storage.responses import status
from tests.storage.deployment import OPEN, Deployment, opened, voice

if TYPE_CHECKING:
    import sqlite3


def answer(deployment: Deployment, code: str, consent: Consent) -> Changed | None:
    """Answer later, and do at once what that makes due, as the doors do."""
    with immediate(deployment.intake):
        changed = change_consent(deployment.intake, deployment.keys, code, consent)
    finish(deployment.intake, deployment.published, OPEN)
    return changed


def quotable(deployment: Deployment) -> dict[str, int]:
    """Return what the lab can read, and whether it may be quoted."""
    return dict(deployment.published.execute("SELECT words, may_quote FROM voices").fetchall())


def test_an_unknown_code_changes_nothing(deployment: Deployment) -> None:
    """Nor does that of a voice that was taken back."""
    code = deployment.arrived()
    assert answer(deployment, "velvet-otter-plank-sunny-drift", Consent.COUNT) is None
    deployment.withdraw(code)
    assert answer(deployment, code, Consent.COUNT) is None


@pytest.mark.parametrize(("before", "after"), list(product(Consent, Consent)))
def test_before_publication_every_answer_holds_at_once(deployment: Deployment, before: Consent, after: Consent) -> None:
    """It is what the status says, and what a release goes by."""
    code = deployment.arrived(voice(consent=before))
    assert answer(deployment, code, after) is Changed.DONE
    said = status(deployment.intake, deployment.keys, code)
    assert said is not None
    assert (said.consent, said.later) == (after, False)
    assert deployment.voice(code).consent is after


@pytest.mark.parametrize("after", [Consent.READ, Consent.COUNT])
def test_a_tighter_answer_leaves_the_lab_at_once(deployment: Deployment, after: Consent) -> None:
    """Nothing may be quoted any more; what is only counted is in no file, and its words are erased."""
    code = deployment.approved("zanzibar")
    deployment.publish()
    assert quotable(deployment) == {"zanzibar": 1}
    assert answer(deployment, code, after) is Changed.DONE
    assert quotable(deployment) == ({"zanzibar": 0} if after is Consent.READ else {})
    assert bool(deployment.find_bytes("zanzibar")) is (after is Consent.READ)
    assert deployment.voice(code).state is (State.APPROVED if after is Consent.READ else State.COUNTED)


def test_a_looser_answer_waits_for_the_next_release(deployment: Deployment) -> None:
    """Alone it would tell the day on which somebody answered; a withdrawal or a restart doesn't let it out either."""
    code, other = deployment.approved("zanzibar", consent=Consent.READ), deployment.approved("Goes.")
    deployment.publish()
    assert answer(deployment, code, Consent.QUOTE) is Changed.LATER
    deployment.withdraw(other)
    deployment.recover()
    assert quotable(deployment) == {"zanzibar": 0}
    said = status(deployment.intake, deployment.keys, code)
    assert said is not None
    assert (said.consent, said.later) == (Consent.QUOTE, True)
    deployment.approved("New.")
    deployment.publish()
    assert quotable(deployment) == {"zanzibar": 1, "New.": 1}


def test_a_looser_answer_can_be_taken_back_before_it_holds(deployment: Deployment) -> None:
    """The last answer counts."""
    code = deployment.approved("zanzibar", consent=Consent.READ)
    deployment.publish()
    answer(deployment, code, Consent.QUOTE)
    assert answer(deployment, code, Consent.READ) is Changed.DONE
    deployment.approved("New.", consent=Consent.READ)
    deployment.publish()
    assert quotable(deployment) == {"zanzibar": 0, "New.": 0}


def test_a_quote_taken_back_can_be_given_again(deployment: Deployment) -> None:
    """It leaves at once, and comes back with a release."""
    code = deployment.approved("zanzibar")
    deployment.publish()
    answer(deployment, code, Consent.READ)
    assert answer(deployment, code, Consent.QUOTE) is Changed.LATER
    assert quotable(deployment) == {"zanzibar": 0}


def test_words_that_were_counted_are_gone(deployment: Deployment) -> None:
    """Nothing brings them back."""
    code = deployment.approved("zanzibar", consent=Consent.COUNT)
    deployment.publish()
    for consent in Consent:
        assert answer(deployment, code, consent) is Changed.WIPED


def test_what_was_approved_to_be_counted_is_read_again(deployment: Deployment) -> None:
    """Whoever approved it thought that nobody else would read it (promise 4)."""
    code = deployment.approved("zanzibar", consent=Consent.COUNT)
    assert answer(deployment, code, Consent.READ) is Changed.DONE
    assert deployment.voice(code).state is State.WAITING
    deployment.approved("New.")
    deployment.publish()
    assert deployment.shown() == ["New."]


def test_a_first_approval_for_counting_does_not_stand(deployment: Deployment) -> None:
    """Two people have to read an under-16's words as they will be used."""
    code = deployment.arrived(voice(age_band=AgeBand.UNDER_16, consent=Consent.COUNT))
    assert not approve(deployment.intake, deployment.voice(code), "ash")
    answer(deployment, code, Consent.READ)
    assert not approve(deployment.intake, deployment.voice(code), "bo")
    assert approve(deployment.intake, deployment.voice(code), "ash")


def test_under_16s_are_never_quoted(deployment: Deployment) -> None:
    """Whatever is answered; the answer from before stays."""
    code = deployment.arrived(voice(age_band=AgeBand.UNDER_16, consent=Consent.READ))
    assert answer(deployment, code, Consent.QUOTE) is Changed.NEVER
    assert deployment.voice(code).consent is Consent.READ


def test_who_may_be_under_16_is_never_quoted(deployment: Deployment) -> None:
    """Not by a later answer, and not where the first one was to quote them."""
    code = deployment.arrived(voice("We are [age under 16].", flags=(Flag.YOUNG,), consent=Consent.QUOTE))
    assert answer(deployment, code, Consent.QUOTE) is Changed.NEVER
    for account in ("ash", "bo"):
        approve(deployment.intake, deployment.voice(code), account)
    deployment.publish()
    assert deployment.published.execute("SELECT may_quote FROM voices").fetchall() == [(0,)]


def test_a_declined_voice_stays_declined(deployment: Deployment) -> None:
    """Consent is not what it was declined for."""
    code = deployment.arrived(voice(consent=Consent.COUNT))
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    assert answer(deployment, code, Consent.QUOTE) is Changed.DONE
    assert deployment.voice(code).state is State.DECLINED


def test_nobody_approves_what_was_answered_since(deployment: Deployment) -> None:
    """A moderator's page that shows the earlier answer is out of date."""
    code = deployment.arrived(voice(consent=Consent.COUNT))
    seen = deployment.voice(code)
    answer(deployment, code, Consent.QUOTE)
    with pytest.raises(Refused, match="meanwhile"):
        approve(deployment.intake, seen, "ash")


def test_a_crash_before_the_lab_is_told_is_made_good(deployment: Deployment) -> None:
    """What is due is remembered in the same transaction, and done within a minute by whoever runs."""
    code = deployment.approved("zanzibar")
    deployment.publish()
    with immediate(deployment.intake):
        change_consent(deployment.intake, deployment.keys, code, Consent.READ)
    assert Due.SYNC in what_is_due(deployment.intake)
    with opened(deployment.folder) as restarted:
        finish(restarted.intake, restarted.published, OPEN)
        assert quotable(restarted) == {"zanzibar": 0}


def test_nothing_tells_when_somebody_answered(deployment: Deployment) -> None:
    """No decision with a time is written: a mail server's log could be laid beside it."""
    code = deployment.arrived()
    answer(deployment, code, Consent.COUNT)
    assert deployment.intake.execute("SELECT count(*) FROM decisions").fetchone() == (0,)


def test_the_answer_goes_with_the_voice(deployment: Deployment) -> None:
    """A withdrawal leaves nothing of it."""
    code = deployment.arrived()
    answer(deployment, code, Consent.COUNT)
    deployment.withdraw(code)
    assert deployment.intake.execute("SELECT count(*) FROM consents").fetchone() == (0,)


def copied(deployment: Deployment) -> sqlite3.Connection:
    """Copy intake.db as it is now, and open the copy."""
    path = deployment.folder / "copy.db"
    path.write_bytes(deployment.intake.serialize())
    path.chmod(0o600)
    return open_intake(path, demo=False)


def test_an_older_copy_does_not_quote_again(deployment: Deployment) -> None:
    """The last answer is among what a restore does again; one that the copy knows already is left alone."""
    code, other = deployment.approved("zanzibar"), deployment.approved("Other.", consent=Consent.READ)
    deployment.publish()
    answer(deployment, other, Consent.QUOTE)
    copy = copied(deployment)
    answer(deployment, code, Consent.COUNT)
    answer(deployment, code, Consent.READ)
    replay(copy, removed_in(deployment.intake))
    kept = dict(copy.execute("SELECT id, consent FROM submissions").fetchall())
    copy.close()
    assert kept[deployment.voice(code).id] == Consent.COUNT
    assert kept[deployment.voice(other).id] == Consent.READ
