"""Whoever has the code hears where their voice is and what was done with it, and is never shown the words."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.decisions import Reason, decline, undo
from storage.errors import Refused
from storage.model import Consent, State
from storage.opening import immediate
from storage.responses import (
    LONGEST,
    NewResponse,
    Response,
    ResponseKind,
    Status,
    draft,
    responses_to,
    status,
    take_back,
)
from tests.storage.deployment import TODAY, Deployment, voice

if TYPE_CHECKING:
    from datetime import date

ANSWER = "Bus passes now last until you are 25."


def answer(deployment: Deployment, *codes: str, text: str = ANSWER, day: date = TODAY) -> int:
    """Answer the voices that these codes stand for."""
    with immediate(deployment.intake):
        numbers = [deployment.voice(code).id for code in codes]
        return draft(deployment.intake, NewResponse(ResponseKind.CHANGED, text, "ash", day, approver="ash"), numbers)


def asked(deployment: Deployment, code: str) -> Status:
    """Ask for the status by code, as somebody does who knows that there is one."""
    told = status(deployment.intake, deployment.keys, code)
    assert told is not None
    return told


def rows(deployment: Deployment) -> tuple[int, int]:
    """Return how many answers there are, and how many voices they answer."""
    counts = "SELECT (SELECT count(*) FROM responses), (SELECT count(*) FROM answered)"
    answers, answered = deployment.intake.execute(counts).fetchone()
    return answers, answered


def test_an_answer_reaches_every_voice_it_is_for(deployment: Deployment) -> None:
    """One answer to two voices is read by both codes, and by no third."""
    one, two, three = (deployment.arrived() for _ in range(3))
    number = answer(deployment, one, two, text=f"  {ANSWER}\n")
    told = (Response(number, ResponseKind.CHANGED, ANSWER, TODAY),)
    assert [asked(deployment, code).responses for code in (one, two, three)] == [told, told, ()]


def test_answers_come_in_the_order_of_their_days(deployment: Deployment) -> None:
    """What was planned is read before what became of it, whichever was written down first."""
    code = deployment.arrived()
    for days in (2, 0, 1):
        answer(deployment, code, text=f"Day {days}.", day=TODAY + timedelta(days))
    told = responses_to(deployment.intake, deployment.voice(code).id)
    assert [each.text for each in told] == ["Day 0.", "Day 1.", "Day 2."]


@pytest.mark.parametrize(
    ("text", "why"), [("", "Write what changed"), (" \n\t", "Write what changed"), ("x" * (LONGEST + 1), "shorter")]
)
def test_an_answer_says_something_and_is_short(deployment: Deployment, text: str, why: str) -> None:
    """Nothing and too much are refused with what to do, and nothing is kept."""
    code = deployment.arrived()
    with pytest.raises(Refused, match=why):
        answer(deployment, code, text=text)
    assert rows(deployment) == (0, 0)


def test_the_longest_answer_is_kept_whole(deployment: Deployment) -> None:
    """What may be written is read back to its last letter."""
    code = deployment.arrived()
    answer(deployment, code, text="é" * LONGEST)
    assert asked(deployment, code).responses[0].text == "é" * LONGEST


def test_an_answer_needs_a_voice(deployment: Deployment) -> None:
    """An answer to nobody would be read by nobody."""
    with pytest.raises(Refused, match="at least one voice"):
        answer(deployment)


def test_a_voice_chosen_twice_is_answered_once(deployment: Deployment) -> None:
    """Ticking a voice twice is no mistake."""
    code = deployment.arrived()
    answer(deployment, code, code)
    assert len(asked(deployment, code).responses) == 1


def test_an_answer_to_a_withdrawn_voice_is_refused_whole(deployment: Deployment) -> None:
    """Who wrote it hears that one voice is gone, and the others don't get half of what was meant."""
    kept, gone = deployment.arrived(), deployment.arrived()
    both = [deployment.voice(code).id for code in (kept, gone)]
    deployment.withdraw(gone)
    with pytest.raises(Refused, match="withdrawn"), immediate(deployment.intake):
        draft(deployment.intake, NewResponse(ResponseKind.PLANNED, ANSWER, "ash", TODAY, approver="ash"), both)
    assert rows(deployment) == (0, 0)


def test_an_answer_can_be_taken_back(deployment: Deployment) -> None:
    """Taken back it is gone for everyone; a second time that is said; others stay."""
    one, two = deployment.arrived(), deployment.arrived()
    wrong, right = answer(deployment, one, two), answer(deployment, two, text="Right.")
    with immediate(deployment.intake):
        take_back(deployment.intake, wrong)
    assert [[each.id for each in asked(deployment, code).responses] for code in (one, two)] == [[], [right]]
    with pytest.raises(Refused, match="gone already"), immediate(deployment.intake):
        take_back(deployment.intake, wrong)


def test_an_answer_leaves_with_the_last_voice_it_was_for(deployment: Deployment) -> None:
    """It may repeat what somebody said, and nobody is left who could read it."""
    one, two = deployment.arrived(), deployment.arrived()
    answer(deployment, one, two, text="You said that Zanzibarr was kind.")
    deployment.withdraw(one)
    assert len(asked(deployment, two).responses) == 1
    deployment.withdraw(two)
    assert rows(deployment) == (0, 0)
    assert deployment.find_bytes("Zanzibarr") == []


def test_a_code_that_stands_for_nothing_has_no_status(deployment: Deployment) -> None:
    """A wrong code and a code that was withdrawn are told the same: nothing."""
    code = deployment.arrived()
    deployment.withdraw(code)
    assert status(deployment.intake, deployment.keys, code) is None
    assert status(deployment.intake, deployment.keys, "velvet-otter-plank-sunny-drift") is None


def test_the_status_follows_a_voice(deployment: Deployment) -> None:
    """It waits, is approved, and is published with the next release."""
    waits, code = deployment.arrived(), deployment.approved()
    assert (asked(deployment, waits).state, asked(deployment, code).state) == (State.WAITING, State.APPROVED)
    assert not asked(deployment, code).published
    deployment.publish()
    assert asked(deployment, code).published
    assert not asked(deployment, waits).published


def test_a_voice_that_was_only_to_be_counted_is_counted(deployment: Deployment) -> None:
    """Its words are gone by then, and its answers can still be read."""
    code = deployment.approved(consent=Consent.COUNT)
    deployment.publish()
    answer(deployment, code)
    told = asked(deployment, code)
    assert (told.state, told.published, told.consent, len(told.responses)) == (State.COUNTED, True, Consent.COUNT, 1)


def test_a_refusal_says_why(deployment: Deployment) -> None:
    """The last reason counts, and none is told once it was undone."""
    code = deployment.arrived()
    for reason in (Reason.SPAM, Reason.UNSAFE):
        decline(deployment.intake, deployment.voice(code), "ash", reason)
        assert (asked(deployment, code).state, asked(deployment, code).reason) == (State.DECLINED, reason)
        undo(deployment.intake, deployment.voice(code), "ash")
    assert (asked(deployment, code).state, asked(deployment, code).reason) == (State.WAITING, None)


def test_a_published_voice_that_is_declined_is_published_no_more(deployment: Deployment) -> None:
    """Whoever asks hears that it left."""
    code = deployment.approved()
    deployment.publish()
    decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
    assert not asked(deployment, code).published


def test_the_status_never_holds_the_words(deployment: Deployment) -> None:
    """Who finds a code learns where the voice is, and not what it says or who decided."""
    code = deployment.arrived(voice("My friend Zanzibarr helped."))
    answer(deployment, code)
    told = str(asdict(asked(deployment, code)))
    assert "changed" in told
    assert "Zanzibarr" not in told
    assert "ash" not in told
