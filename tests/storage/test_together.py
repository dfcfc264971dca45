"""One decision about many voices that a filter took for spam."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Action, Reason, approve, decline, history, sort
from storage.errors import Refused
from storage.model import Flag, State
from storage.responses import status
from storage.together import count_spam, decline_spam, declined_together, spam, undo_together
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

SPAM = (Flag.SPAM,)


def seen(deployment: Deployment) -> list[tuple[int, int]]:
    """Return what a moderator sees of the voices that look like spam."""
    return [(one.id, one.version) for one in spam(deployment.intake)]


def a_minute_ago() -> datetime:
    """Return the time since which a decision can be undone."""
    return datetime.now(UTC) - timedelta(seconds=60)


def test_only_spam_that_waits_and_is_not_urgent_is_declined_together(deployment: Deployment) -> None:
    """Whoever may be at risk is read alone, whatever a filter says, and so is whatever has another mark."""
    taken = [deployment.arrived(voice(flags=flags)) for flags in (SPAM, (Flag.UNAUTHENTIC, Flag.SPAM, Flag.UNSURE))]
    others = [
        deployment.arrived(voice(flags=SPAM, urgent=True)),
        deployment.arrived(voice(flags=(Flag.UNAUTHENTIC,))),
        deployment.arrived(voice()),
    ]
    approved = deployment.arrived(voice(flags=SPAM))
    approve(deployment.intake, deployment.voice(approved), "ash")
    assert count_spam(deployment.intake) == 2
    assert len(decline_spam(deployment.intake, seen(deployment), "ash").voices) == 2
    assert [deployment.voice(code).state for code in taken] == [State.DECLINED] * 2
    assert [deployment.voice(code).state for code in others] == [State.WAITING] * 3
    (told,) = history(deployment.intake, deployment.voice(taken[0]).id)
    assert told[:3] == ("ash", Action.TOGETHER, Reason.SPAM)
    assert count_spam(deployment.intake) == 0


def test_what_nobody_has_looked_at_stays(deployment: Deployment) -> None:
    """What came in meanwhile, or was changed, isn't declined with what was seen; nor what never was spam."""
    changed, new, plain = (deployment.arrived(voice(flags=flags)) for flags in (SPAM, SPAM, ()))
    shown = [(deployment.voice(code).id, deployment.voice(code).version) for code in (changed, plain)]
    sort(deployment.intake, deployment.voice(changed), "kai", theme="money")
    assert not decline_spam(deployment.intake, [*shown, *shown, (12, 1), (2**70, 1)], "ash").voices
    assert {deployment.voice(code).state for code in (changed, new, plain)} == {State.WAITING}


def test_it_is_undone_with_one_decision_too(deployment: Deployment) -> None:
    """By who made it, within a minute, and without those on which somebody decided again."""
    codes = [deployment.arrived(voice(flags=SPAM)) for _ in range(3)]
    declined = decline_spam(deployment.intake, seen(deployment), "ash")
    (together,) = declined_together(deployment.intake, "ash", a_minute_ago())
    assert (together.at, set(together.voices)) == (declined.at, set(declined.voices))
    assert len(together.voices) == 3
    assert declined_together(deployment.intake, "kai", a_minute_ago()) == []
    with pytest.raises(Refused):
        undo_together(deployment.intake, "kai", together.at, a_minute_ago())
    with pytest.raises(Refused):
        undo_together(deployment.intake, "ash", together.at, datetime.now(UTC) + timedelta(seconds=5))
    assert undo_together(deployment.intake, "ash", together.at, a_minute_ago()) == 3
    assert {deployment.voice(code).state for code in codes} == {State.WAITING}
    decline(deployment.intake, deployment.voice(codes[0]), "ash", Reason.SPAM)
    assert declined_together(deployment.intake, "ash", a_minute_ago()) == []


def test_whoever_asks_by_code_hears_the_reason(deployment: Deployment) -> None:
    """A voice that was declined with others is told no less of than any other."""
    alone, many = deployment.arrived(voice()), deployment.arrived(voice(flags=SPAM))
    decline(deployment.intake, deployment.voice(alone), "ash", Reason.SPAM)
    decline_spam(deployment.intake, seen(deployment), "ash")
    assert status(deployment.intake, deployment.keys, many) == status(deployment.intake, deployment.keys, alone)
