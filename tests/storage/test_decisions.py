"""People decide; who, what and why is written down, and nobody overwrites another's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.decisions import (
    MARK,
    Action,
    Reason,
    approve,
    decline,
    first_approvals,
    hide,
    history,
    joined,
    masked_words,
    sort,
    undo,
)
from storage.errors import Refused
from storage.model import OTHER, AgeBand, Flag, Kind, Label, RedactedWords, Span, State
from storage.opening import wipe
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def actions(deployment: Deployment, code: str) -> list[tuple[str, str, str | None]]:
    """Return (account, action, reason) of every decision about a voice."""
    return [row[:3] for row in history(deployment.intake, deployment.voice(code).id)]


def test_an_approval_is_written_down(deployment: Deployment) -> None:
    """Approving changes the state and keeps who did it and when, in UTC."""
    code = deployment.arrived()
    assert approve(deployment.intake, deployment.voice(code), "ash")
    assert deployment.voice(code).state is State.APPROVED
    ((account, action, reason, at),) = history(deployment.intake, deployment.voice(code).id)
    assert (account, action, reason) == ("ash", Action.APPROVE, None)
    assert at.endswith("+00:00")


def test_a_voice_that_is_not_english_has_to_be_understood(deployment: Deployment) -> None:
    """Nobody approves what they can't read by mistake."""
    code = deployment.arrived(voice(language=OTHER))
    with pytest.raises(Refused, match="reads its language"):
        approve(deployment.intake, deployment.voice(code), "ash")
    assert actions(deployment, code) == []
    assert approve(deployment.intake, deployment.voice(code), "ash", understood=True)


@pytest.mark.parametrize("missing", ["theme", "kind"])
def test_a_voice_needs_a_theme_and_a_kind(deployment: Deployment, missing: str) -> None:
    """Without them it can't be approved; set by a moderator it can."""
    nothing: dict[str, Any] = {missing: None}
    code = deployment.arrived(voice(**nothing))
    with pytest.raises(Refused, match="theme and a kind"):
        approve(deployment.intake, deployment.voice(code), "ash")
    sort(deployment.intake, deployment.voice(code), "ash", theme="money", kind=Kind.IDEA)
    assert approve(deployment.intake, deployment.voice(code), "ash")
    assert (deployment.voice(code).theme, deployment.voice(code).kind) == ("money", Kind.IDEA)


@pytest.mark.parametrize("young", [{"age_band": AgeBand.UNDER_16}, {"flags": (Flag.YOUNG,)}])
def test_under_16s_need_two_moderators(deployment: Deployment, young: dict[str, Any]) -> None:
    """One person's approval, given twice, is one; a second person's publishes; also where the words alone tell it."""
    code = deployment.arrived(voice(**young))
    assert not approve(deployment.intake, deployment.voice(code), "ash")
    assert not approve(deployment.intake, deployment.voice(code), "ash")
    assert deployment.voice(code).state is State.WAITING
    assert approve(deployment.intake, deployment.voice(code), "bo")
    assert [action for _, action, _ in actions(deployment, code)] == [Action.SECOND, Action.SECOND, Action.APPROVE]


@pytest.mark.parametrize("between", [Action.HIDE, Action.UNDO, Action.DECLINE])
def test_a_first_approval_falls_when_the_voice_changes(deployment: Deployment, between: Action) -> None:
    """What was hidden, undone or declined since has to be read by two people again."""
    code = deployment.arrived(voice(age_band=AgeBand.UNDER_16))
    approve(deployment.intake, deployment.voice(code), "ash")
    if between is Action.HIDE:
        hide(deployment.intake, deployment.voice(code), "cy", [(0, 3)])
    else:
        decline(deployment.intake, deployment.voice(code), "cy", Reason.SPAM)
        undo(deployment.intake, deployment.voice(code), "cy")
    assert not approve(deployment.intake, deployment.voice(code), "bo")


def test_a_decline_keeps_its_reason(deployment: Deployment) -> None:
    """Declining changes the state and keeps who and why."""
    code = deployment.arrived()
    decline(deployment.intake, deployment.voice(code), "ash", Reason.OFF_TOPIC)
    assert deployment.voice(code).state is State.DECLINED
    assert actions(deployment, code) == [("ash", Action.DECLINE, Reason.OFF_TOPIC)]


def test_a_decision_about_an_older_version_is_refused(deployment: Deployment) -> None:
    """Of two who read the same voice, the slower one has to read it again, whatever they decide."""
    code = deployment.arrived()
    seen = deployment.voice(code)
    hide(deployment.intake, seen, "ash", [(0, 3)])
    with pytest.raises(Refused, match="Somebody else"):
        approve(deployment.intake, seen, "bo")
    with pytest.raises(Refused, match="Somebody else"):
        hide(deployment.intake, seen, "bo", [(0, 3)])
    assert actions(deployment, code) == [("ash", Action.HIDE, None)]


def test_a_decision_about_a_withdrawn_voice_is_refused(deployment: Deployment) -> None:
    """Who had it open hears that it is gone, and nothing is written down."""
    code = deployment.arrived()
    seen = deployment.voice(code)
    deployment.withdraw(code)
    with pytest.raises(Refused, match="withdrawn"):
        approve(deployment.intake, seen, "ash")
    assert history(deployment.intake, seen.id) == []


def test_what_is_decided_is_not_decided_again(deployment: Deployment) -> None:
    """An approved voice can't be approved again, nor a declined one declined."""
    code = deployment.approved()
    with pytest.raises(Refused, match="approved already"):
        approve(deployment.intake, deployment.voice(code), "bo")
    decline(deployment.intake, deployment.voice(code), "bo", Reason.SPAM)
    with pytest.raises(Refused, match="declined already"):
        decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)


def test_an_approval_can_be_undone(deployment: Deployment) -> None:
    """Until it is published, an approved voice can go back to those that wait."""
    code = deployment.approved()
    undo(deployment.intake, deployment.voice(code), "bo")
    assert deployment.voice(code).state is State.WAITING
    assert actions(deployment, code)[-1] == ("bo", Action.UNDO, None)


def test_a_first_approval_can_be_undone_by_who_gave_it(deployment: Deployment) -> None:
    """It is as if it had never been given: two others are needed again. Nobody else can take it back."""
    code = deployment.arrived(voice(age_band=AgeBand.UNDER_16))
    assert not approve(deployment.intake, deployment.voice(code), "ash")
    with pytest.raises(Refused, match="waiting already"):
        undo(deployment.intake, deployment.voice(code), "bo")
    undo(deployment.intake, deployment.voice(code), "ash")
    assert first_approvals(deployment.intake, deployment.voice(code).id) == frozenset()
    assert not approve(deployment.intake, deployment.voice(code), "bo")


def test_a_publication_can_only_be_declined(deployment: Deployment) -> None:
    """A published voice can't be undone; declined, it leaves and may come back under its old number."""
    code = deployment.approved()
    deployment.publish()
    number = deployment.voice(code).public_id
    with pytest.raises(Refused, match="published already"):
        undo(deployment.intake, deployment.voice(code), "ash")
    decline(deployment.intake, deployment.voice(code), "ash", Reason.IDENTIFIES)
    undo(deployment.intake, deployment.voice(code), "ash")
    approve(deployment.intake, deployment.voice(code), "ash")
    deployment.publish()
    assert (deployment.voice(code).public_id, len(deployment.shown())) == (number, 1)


def test_an_erased_voice_is_not_taken_up_again(deployment: Deployment) -> None:
    """Once its words were erased there is nothing that a moderator could read."""
    code = deployment.arrived()
    decline(deployment.intake, deployment.voice(code), "ash", Reason.SPAM)
    deployment.intake.execute("UPDATE submissions SET words = NULL")
    with pytest.raises(Refused, match="erased"):
        undo(deployment.intake, deployment.voice(code), "ash")
    with pytest.raises(Refused, match="nothing to hide"):
        hide(deployment.intake, deployment.voice(code), "ash", [(0, 1)])


def test_hidden_words_are_gone_for_good(deployment: Deployment) -> None:
    """What a moderator hides is in no file after the wipe, and the decision doesn't hold it either."""
    code = deployment.arrived(voice("Ask Zephyrine about it."))
    hide(deployment.intake, deployment.voice(code), "ash", [(4, 13)])
    wipe(deployment.intake)
    assert deployment.voice(code).words == RedactedWords(f"Ask {MARK} about it.", ((Label.HIDDEN, 1),))
    assert deployment.find_bytes("Zephyrine") == []


def test_suggestions_move_with_the_words() -> None:
    """A suggestion behind what was hidden still points at its word; one that was hidden is gone."""
    words = RedactedWords("Al and Bo and Cy", (), tuple(Span(n, n + 2, Label.NAME, 0.5) for n in (0, 7, 14)))
    masked = masked_words(words, [(7, 9)])
    assert [masked.text[span.start : span.end] for span in masked.suggestions] == ["Al", "Cy"]


@pytest.mark.parametrize("spans", [[], [(0, 0)], [(-1, 2)], [(3, 1)], [(0, 99)], [(0, 1), (50, 60)]])
def test_only_parts_of_the_words_can_be_hidden(deployment: Deployment, spans: list[tuple[int, int]]) -> None:
    """A span that is empty, the wrong way round or outside the words changes nothing."""
    code = deployment.arrived()
    before = deployment.voice(code)
    with pytest.raises(Refused):
        hide(deployment.intake, before, "ash", spans)
    assert deployment.voice(code) == before


def test_spans_that_touch_or_overlap_are_one() -> None:
    """In whatever order they are given; those apart stay apart."""
    assert joined([(5, 6), (10, 11), (2, 3), (4, 9), (0, 2)]) == [(0, 3), (4, 9), (10, 11)]


@given(st.data())
def test_hiding_takes_just_what_was_marked(data: st.DataObject) -> None:
    """Whatever spans are marked: the letters in them are gone, all others stay, suggestions keep their words."""
    size = data.draw(st.integers(1, 30))
    text = "".join(chr(0x4E00 + place) for place in range(size))  # every letter differs
    span = st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(lambda pair: pair[0] < pair[1])
    spans, suggested = data.draw(st.lists(span, min_size=1, max_size=5)), data.draw(st.lists(span, max_size=4))
    masked = masked_words(RedactedWords(text, (), tuple(Span(a, b, Label.NAME) for a, b in suggested)), spans)
    covered = {place for a, b in spans for place in range(a, b)}
    assert masked.text.replace(MARK, "") == "".join(text[place] for place in range(size) if place not in covered)
    left = [(a, b) for a, b in suggested if not covered & set(range(a, b))]
    assert [masked.text[s.start : s.end] for s in masked.suggestions] == [text[a:b] for a, b in left]
    assert masked.hidden == ((Label.HIDDEN, masked.text.count(MARK)),)
