"""Whose turn it is at the terminal, and what can be put aside there, beside others who read on their pages."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.accounts import give_roles
from storage.claims import claim, claimed
from storage.model import ContentNote, Outcome, Section, State
from storage.opening import immediate
from storage.roles import Role

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

YESTERDAY = date.today() - timedelta(days=1)


def test_what_somebody_else_reads_is_passed_over(desk: Desk) -> None:
    """Somebody who reads on the pages has their voice to themselves; here the next one comes."""
    first = desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    with desk.opened() as intake, immediate(intake):
        claim(intake, desk.voice(first).id, "bo", time.time())
    shown = desk.moderate("q")
    assert "Said second." in shown
    assert "Said first." not in shown


def test_leaving_gives_everything_back(desk: Desk) -> None:
    """What was shown when the terminal was closed is for others at once."""
    code = desk.receive()
    desk.moderate("q")
    with desk.opened() as intake:
        assert claimed(intake, desk.voice(code).id, time.time()) is None


@pytest.mark.parametrize(
    ("typed", "section", "said"),
    [
        (("p", "2", "", ""), Section.HOLD, "On hold. It comes back on its day."),
        (("o", "4", "What do you think?"), Section.SECOND, "Somebody else is asked to look at it."),
        (("e", "1", ""), Section.LEAD, "It is with the safeguarding lead now."),
    ],
)
def test_a_voice_is_put_aside_and_that_undone(desk: Desk, typed: tuple[str, ...], section: Section, said: str) -> None:
    """It needs a reason; the next voice is shown, where it can be undone."""
    code = desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    desk.moderate(*typed, "q")
    assert desk.voice(code).section is section
    other = desk.receive("Said even earlier.", YESTERDAY - timedelta(days=1))
    shown = desk.moderate(*typed, "u", "q")
    assert said in shown
    assert "Taken back: it is as it was before." in shown
    assert desk.voice(other).section is Section.NONE


def test_nothing_is_put_aside_without_a_reason(desk: Desk) -> None:
    """No number of the list, a day that is none, or a note that repeats the words: nothing is changed."""
    code = desk.receive()
    shown = desk.moderate("o", "99", "p", "1", "soon", "o", "1", "the bus pass helped", "b", "1", "", "q")
    for said in ("Choose why first.", "That is no day.", "repeats what was said", "among those to read already"):
        assert said in shown
    assert desk.decisions(code) == []


def test_outcomes_and_content_notes_can_be_chosen(desk: Desk) -> None:
    """By their numbers; one that isn't listed changes nothing."""
    code = desk.receive()
    shown = desk.moderate("v", "2, 3", "c", "5", "c", "9", "q")
    assert "One of those numbers is not in the list." in shown
    kept = desk.voice(code)
    assert (kept.outcomes, kept.content_notes) == ((Outcome.PARENTING, Outcome.OVER_21), (ContentNote.LOSS,))


def test_four_eyes_hold_here_too(desk: Desk) -> None:
    """Where the settings ask for two people, one approval leaves it waiting for the second."""
    settings = desk.files.data / "care-voice.toml"
    settings.write_text(settings.read_text().replace("four_eyes = false", "four_eyes = true"))
    code, password = desk.receive(), desk.second_moderator()
    desk.moderate("a", "1")
    assert desk.voice(code).state is State.WAITING
    desk.moderate("a", "1", account="sam", password=password)
    assert desk.voice(code).state is State.APPROVED


def test_own_council_s_voices_are_not_shown_here_either(desk: Desk) -> None:
    """Neither as the next one nor by their number."""
    desk.receive("Said about Wigan.", council="wigan")
    with desk.opened() as intake, immediate(intake):
        give_roles(intake, "reader", [Role.MODERATOR], "wigan")
    assert "Said about Wigan." not in desk.moderate()
