"""The desk's sections, claims and choices, in storage: what each does, that each can be undone, and what it costs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage import claims, moves
from storage.accounts import add_account
from storage.asides import come_back, is_coming_back, last_aside
from storage.deadlines import Deadlines
from storage.decisions import Reason, approve, decline, history, sort
from storage.errors import Refused
from storage.model import OTHER, AgeBand, ContentNote, Flag, Kind, Outcome, Section, State
from storage.moves import BackReason, HoldReason, LeadReason, OpinionReason, undo_last
from storage.queue import Asking, Listing, Place, count, next_free, queue
from storage.roles import Role
from storage.together import count_spam
from storage.viewer import Viewer, viewer
from tests.storage.deployment import TODAY, voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.storage.deployment import Deployment

NOW = 1_800_000_000.0
ASH, BO = Viewer("ash"), Viewer("bo")
TOMORROW = TODAY + timedelta(days=1)

MOVES: dict[str, Callable[[Deployment, str], None]] = {
    "hold": lambda all_, code: moves.hold(
        all_.intake, all_.voice(code), "ash", HoldReason.TIME, TOMORROW, today=TODAY, note="Ask on Monday."
    ),
    "second": lambda all_, code: moves.ask_second(all_.intake, all_.voice(code), "ash", OpinionReason.UNSURE),
    "lead": lambda all_, code: moves.escalate(all_.intake, all_.voice(code), "ash", LeadReason.SELF),
}
CHOICES: dict[str, Callable[[Deployment, str], None]] = {
    "theme": lambda all_, code: sort(all_.intake, all_.voice(code), "ash", theme="money"),
    "kind": lambda all_, code: sort(all_.intake, all_.voice(code), "ash", kind=Kind.IDEA),
    "outcomes": lambda all_, code: moves.set_outcomes(all_.intake, all_.voice(code), "ash", list(Outcome)),
    "notes": lambda all_, code: moves.set_content_notes(all_.intake, all_.voice(code), "ash", [ContentNote.LOSS]),
}


def listed(deployment: Deployment, listing: Listing, who: Viewer = ASH) -> list[int]:
    """Return the ids in a list."""
    return [each.place.id for each in queue(deployment.intake, asking=asking(listing, who))]


def asking(listing: Listing = Listing.ALL, who: Viewer = ASH) -> Asking:
    """Ask for a list as it is today."""
    return Asking(who, listing, TODAY)


@pytest.mark.parametrize("section", MOVES)
def test_a_voice_moves_into_its_section_and_back(deployment: Deployment, section: str) -> None:
    """It stands in that list alone or too; undoing it leaves it as it was, and both are written down for ever."""
    code = deployment.arrived()
    before = deployment.voice(code)
    MOVES[section](deployment, code)
    assert listed(deployment, Listing(section)) == [before.id]
    assert count(deployment.intake, asking(Listing(section), BO)) == 1
    undo_last(deployment.intake, deployment.voice(code), "ash")
    after = deployment.voice(code)
    assert (after.section, after.set_by, listed(deployment, Listing(section))) == (Section.NONE, "", [])
    assert [action for _, action, _, _ in history(deployment.intake, before.id)][1:] == ["undo-choice"]


@pytest.mark.parametrize("what", CHOICES)
def test_a_choice_can_be_undone(deployment: Deployment, what: str) -> None:
    """Theme, kind, outcomes and content notes come back as they were."""
    code = deployment.arrived()
    before = deployment.voice(code)
    CHOICES[what](deployment, code)
    changed = deployment.voice(code)
    undo_last(deployment.intake, changed, "ash")
    after = deployment.voice(code)
    kept = [(each.theme, each.kind, each.outcomes, each.content_notes) for each in (before, changed, after)]
    assert kept[0] == kept[2] != kept[1]


def test_what_was_chosen_with_one_press_is_undone_with_one(deployment: Deployment) -> None:
    """Choices that carry one time go together; an approval before them stands."""
    code = deployment.arrived(voice(age_band=AgeBand.UNDER_16))
    approve(deployment.intake, deployment.voice(code), "ash")
    sort(deployment.intake, deployment.voice(code), "bo", theme="money", at="2026-11-21T10:00:00+00:00")
    moves.set_outcomes(
        deployment.intake, deployment.voice(code), "bo", [Outcome.OVER_21], at="2026-11-21T10:00:00+00:00"
    )
    undo_last(deployment.intake, deployment.voice(code), "bo")
    assert (deployment.voice(code).theme, deployment.voice(code).outcomes) == ("home", ())
    assert approve(deployment.intake, deployment.voice(code), "bo")


def test_only_one_s_own_last_decision_is_undone(deployment: Deployment) -> None:
    """Nobody takes back what somebody else did meanwhile."""
    code = deployment.arrived()
    MOVES["hold"](deployment, code)
    with pytest.raises(Refused, match="nothing of yours"):
        undo_last(deployment.intake, deployment.voice(code), "bo")


def test_a_second_opinion_is_somebody_else_s(deployment: Deployment) -> None:
    """Who asked for it doesn't decide and isn't given it again; anybody else is."""
    code = deployment.arrived()
    MOVES["second"](deployment, code)
    found = deployment.voice(code)
    assert next_free(deployment.intake, asking(), NOW) is None
    assert next_free(deployment.intake, asking(who=BO), NOW) == found.id
    assert [count(deployment.intake, asking(Listing.SECOND, who)) for who in (ASH, BO)] == [0, 1]
    for decides in (
        lambda: approve(deployment.intake, found, "ash"),
        lambda: decline(deployment.intake, found, "ash", Reason.SPAM),
    ):
        with pytest.raises(Refused, match="second opinion"):
            decides()
    assert approve(deployment.intake, found, "bo")


def test_four_eyes_can_be_asked_for_all(deployment: Deployment) -> None:
    """Then everybody's voice needs two people, and waits for the second among those for a second opinion."""
    code = deployment.arrived()
    assert not approve(deployment.intake, deployment.voice(code), "ash", four_eyes=True)
    assert listed(deployment, Listing.SECOND) == [deployment.voice(code).id]
    assert next_free(deployment.intake, asking(), NOW) is None
    assert approve(deployment.intake, deployment.voice(code), "bo", four_eyes=True)
    assert deployment.voice(code).state is State.APPROVED


def test_the_lead_decides_on_what_they_were_given(deployment: Deployment) -> None:
    """Where there is a lead, nobody else decides on it or sends it back; where there is none, anybody does."""
    code = deployment.arrived()
    MOVES["lead"](deployment, code)
    add_account(deployment.intake, "lee", "hash", [Role.LEAD])
    with pytest.raises(Refused, match="safeguarding lead"):
        decline(deployment.intake, deployment.voice(code), "bo", Reason.SPAM)
    with pytest.raises(Refused, match="Only the safeguarding lead"):
        moves.send_back(deployment.intake, deployment.voice(code), "bo", BackReason.LOOKED)
    moves.send_back(deployment.intake, deployment.voice(code), "lee", BackReason.LOOKED)
    assert listed(deployment, Listing.RETURNED) == listed(deployment, Listing.ALL) == [deployment.voice(code).id]
    deployment.intake.execute("DELETE FROM accounts")
    MOVES["lead"](deployment, code)
    decline(deployment.intake, deployment.voice(code), "bo", Reason.SPAM)


def test_a_held_voice_comes_back_on_its_day(deployment: Deployment) -> None:
    """Until then it is in no other list; from then on it is among those that were returned."""
    code = deployment.arrived()
    MOVES["hold"](deployment, code)
    assert not listed(deployment, Listing.ALL)
    assert (is_coming_back(deployment.intake, TODAY), come_back(deployment.intake, TODAY)) == (False, 0)
    assert (is_coming_back(deployment.intake, TOMORROW), come_back(deployment.intake, TOMORROW)) == (True, 1)
    assert listed(deployment, Listing.ALL) == listed(deployment, Listing.RETURNED)


@pytest.mark.parametrize("days", [0, -3, moves.LONGEST_HOLD + 1])
def test_nothing_is_held_for_ever(deployment: Deployment, days: int) -> None:
    """The day lies ahead, and not too far."""
    code = deployment.arrived()
    until = TODAY + timedelta(days=days)
    with pytest.raises(Refused, match="Choose a day"):
        moves.hold(deployment.intake, deployment.voice(code), "ash", HoldReason.TIME, until, today=TODAY)


@pytest.mark.parametrize("note", ["They say: the BUS   pass!", "x" * 301])
def test_a_note_says_nothing_that_was_said(deployment: Deployment, note: str) -> None:
    """Three words in a row that stand in the voice too are refused, however they are written; so is a long one."""
    code = deployment.arrived()
    with pytest.raises(Refused, match=r"repeats|shorter"):
        moves.ask_second(deployment.intake, deployment.voice(code), "ash", OpinionReason.UNSURE, note)
    assert deployment.voice(code).section is Section.NONE


@pytest.mark.parametrize("goes", ["DELETE FROM submissions", "UPDATE submissions SET words = NULL"])
def test_notes_and_claims_go_with_the_words(deployment: Deployment, goes: str) -> None:
    """Nothing that moderators wrote about a voice outlives its words; the decision itself stays."""
    code = deployment.arrived()
    MOVES["hold"](deployment, code)
    claims.claim(deployment.intake, deployment.voice(code).id, "ash", NOW)
    deployment.intake.execute(goes)
    for table, left in (("asides", 0), ("claims", 0), ("decisions", 1)):
        assert deployment.intake.execute(f"SELECT count(*) FROM {table}").fetchone() == (left,)  # noqa: S608 - ours


def test_two_people_never_get_the_same_voice(deployment: Deployment) -> None:
    """What somebody reads is passed over for others, until the time is up or they take it over."""
    first, second = (deployment.voice(deployment.arrived()).id for _ in range(2))
    number = next_free(deployment.intake, asking(), NOW)
    assert number is not None
    other = ({first, second} - {number}).pop()
    claims.claim(deployment.intake, number, "ash", NOW)
    assert next_free(deployment.intake, asking(), NOW) == number
    assert next_free(deployment.intake, asking(who=BO), NOW) == other
    assert claims.claim(deployment.intake, number, "bo", NOW).account == "ash"
    with pytest.raises(Refused, match="ash is reading"):
        claims.work_on(deployment.intake, number, "bo", NOW)
    late = NOW + claims.MINUTES * 60
    assert next_free(deployment.intake, asking(who=BO), late) == number
    assert claims.claim(deployment.intake, number, "bo", late).account == "bo"
    assert claims.take_over(deployment.intake, number, "ash", late).account == "ash"


def test_working_on_a_voice_keeps_it(deployment: Deployment) -> None:
    """Each thing that is done with it begins the time anew; leaving it gives it to others at once."""
    number = deployment.voice(deployment.arrived()).id
    claims.claim(deployment.intake, number, "ash", NOW)
    claims.work_on(deployment.intake, number, "ash", NOW + 1700)
    assert claims.claimed(deployment.intake, number, NOW + 3400) is not None
    assert claims.mine(deployment.intake, "ash", NOW + 3400) == [number]
    claims.leave_it(deployment.intake, number, "bo")
    assert claims.claimed(deployment.intake, number, NOW + 3400) is not None
    claims.leave_all(deployment.intake, "ash")
    assert claims.claimed(deployment.intake, number, NOW + 3400) is None


def test_overdue_counts_working_days_for_urgent_ones(deployment: Deployment) -> None:
    """One that is urgent and came on a Friday is overdue on Tuesday; any other a week later."""
    friday = date(2026, 11, 20)
    deployment.receive(voice("At once.", urgent=True), friday)
    deployment.receive(voice("Some day."), friday)
    overdue = {
        day: len(queue(deployment.intake, asking=Asking(ASH, Listing.OVERDUE, friday + timedelta(days=day))))
        for day in (1, 3, 4, 7, 8)
    }
    assert overdue == {1: 0, 3: 0, 4: 1, 7: 1, 8: 2}
    assert Deadlines().due(friday, urgent=True) == friday + timedelta(days=3)


def test_nobody_is_shown_their_own_council_s_voices(deployment: Deployment) -> None:
    """They are in no list, no count and not the next one, unless the settings say so; the lead sees their own."""
    code = deployment.arrived(voice(flags=(Flag.SPAM,), language=OTHER, urgent=True))
    deployment.receive(voice(council=None))
    add_account(deployment.intake, "ash", "hash", [Role.MODERATOR], "wigan")
    who = viewer(deployment.intake, "ash", own_council=False)
    for listing in (Listing.URGENT, Listing.LANGUAGE):
        assert (listed(deployment, listing, who), count(deployment.intake, asking(listing, who))) == ([], 0)
    assert len(listed(deployment, Listing.ALL, who)) == count(deployment.intake, asking(who=who)) == 1
    deployment.intake.execute("UPDATE submissions SET urgent = 0")
    assert (count_spam(deployment.intake), count_spam(deployment.intake, who.hidden)) == (1, 0)
    assert len(listed(deployment, Listing.ALL, viewer(deployment.intake, "ash", own_council=True))) == 2
    MOVES["lead"](deployment, code)
    lead = Viewer("ash", "wigan", leads=True)
    assert [len(listed(deployment, Listing.LEAD, each)) for each in (who, lead)] == [0, 1]
    assert [each.may_see(deployment.voice(code)) for each in (who, lead)] == [False, True]


@pytest.mark.parametrize("listing", Listing)
def test_no_list_reads_through_all_voices(deployment: Deployment, listing: Listing) -> None:
    """Each list, count and next voice walks along an index of its own, in order."""
    asked: list[str] = []
    deployment.intake.set_trace_callback(asked.append)
    who = Viewer("ash", "wigan")
    queue(deployment.intake, Place(urgent=True, day=TODAY, id=5), asking=asking(listing, who))
    next_free(deployment.intake, asking(listing, who), NOW)
    count(deployment.intake, asking(listing, who))
    count_spam(deployment.intake, "wigan")
    deployment.intake.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in deployment.intake.execute(f"EXPLAIN QUERY PLAN {sql}")]
    own = [plan for plan in plans if "claims" not in plan and "subquery" not in plan.lower()]
    names = ("to_read", "set_aside", "not_english", "taken_for_spam")
    assert len(own) >= 4
    assert all(any(f"INDEX {name}" in plan for name in names) for plan in own), own
    assert last_aside(deployment.intake, 1) is None
