"""What moderators do with voices that a filter took for spam, on their pages and at the terminal."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.decisions import sort
from storage.model import Flag, State
from storage.opening import immediate
from tests.desk.at_terminal import terminal
from tests.desk.reading import Moderator, Site, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

SPAM = (Flag.SPAM,)


@pytest.fixture
def served(desk: Desk) -> Iterator[tuple[Site, Moderator]]:
    """Give pages with no voice yet, and the first moderator, signed in."""
    with serving(desk) as site, site.moderator() as moderator:
        yield site, moderator


def test_marks_are_shown_where_voices_are_read(served: tuple[Site, Moderator]) -> None:
    """In the queue and on the voice's own page, with what they mean."""
    site, ash = served
    code = site.desk.receive("Cheap watches.", flags=(Flag.UNAUTHENTIC, Flag.SPAM))
    listed, page = ash.text("/"), ash.text(f"/voice/{site.desk.voice(code).id}")
    assert "Spam?" in listed
    assert "From where?" in listed
    assert "This looks like spam" in page
    assert "This may not be from where it says it is" in page


def test_bulk_spam_is_one_decision_and_one_to_undo(served: tuple[Site, Moderator]) -> None:
    """Look them over, say yes twice, and take it back within the minute: each time all of them, and nothing else."""
    site, ash = served
    codes = [site.desk.receive(f"Cheap watches {number}.", flags=SPAM) for number in range(30)]
    other = site.desk.receive("The bus pass helped.")
    assert "30 of them look like spam" in ash.text("/")
    assert ash.read("/spam").count("Cheap watches") == 30
    asked = ash.fill("/spam", "/spam")
    assert "Decline 30 voices as spam?" in asked.text
    assert site.desk.voice(codes[0]).state is State.WAITING
    assert ash.fill("/spam", "/spam", sure="yes").headers["location"] == "/"
    assert {site.desk.voice(code).state for code in codes} == {State.DECLINED}
    assert site.desk.voice(other).state is State.WAITING
    shown = ash.read("/")
    assert "30 voices declined as spam." in shown
    assert shown.count("/undo") == 1
    at = re.search(r'name="at" value="([^"]+)"', shown)
    assert at
    assert ash.fill("/spam/undo", "/", at=at[1]).headers["location"] == "/spam"
    assert "Taken back: 30 voices wait again." in ash.text("/spam")
    assert {site.desk.voice(code).state for code in codes} == {State.WAITING}


def test_only_what_was_shown_is_declined(served: tuple[Site, Moderator]) -> None:
    """What came in after the page was opened is still to be looked at."""
    site, ash = served
    first = site.desk.receive("Cheap watches.", flags=SPAM)
    seen = re.search(r'name="seen" value="([^"]+)"', ash.read("/spam"))
    assert seen
    late = site.desk.receive("Cheap watches, too.", flags=SPAM)
    assert ash.fill("/spam", "/spam", seen=seen[1], sure="yes").status_code == 303
    assert [site.desk.voice(code).state for code in (first, late)] == [State.DECLINED, State.WAITING]
    again = ash.fill("/spam", "/spam", seen=seen[1], sure="yes")
    assert (again.status_code, "changed meanwhile" in again.text) == (409, True)


def test_it_is_undone_by_who_did_it_and_for_a_minute(served: tuple[Site, Moderator]) -> None:
    """Neither by somebody else nor later."""
    site, ash = served
    site.desk.receive("Cheap watches.", flags=SPAM)
    ash.fill("/spam", "/spam", sure="yes")
    at = re.search(r'name="at" value="([^"]+)"', ash.read("/"))
    assert at
    with site.moderator("sam", site.second()) as sam:
        assert "/undo" not in sam.read("/")
        assert sam.fill("/spam/undo", "/spam", at=at[1]).status_code == 409
    site.desk.let_a_minute_pass()
    assert "/undo" not in ash.read("/")
    assert "too late" in ash.fill("/spam/undo", "/", at=at[1]).text


def test_no_spam_says_so(served: tuple[Site, Moderator]) -> None:
    """Nobody looks for work that isn't there."""
    _, ash = served
    assert "Nothing that waits looks like spam." in ash.text("/spam")
    assert "look like spam" not in ash.text("/")


def test_the_terminal_declines_it_with_one_decision_too(desk: Desk) -> None:
    """Look them over, say yes twice, and take it back: each time all of them, and nothing else."""
    codes = [desk.receive(f"Cheap watches {number}.", flags=SPAM) for number in range(30)]
    other = desk.receive("The bus pass helped.", date.today() - timedelta(days=1))
    shown = desk.moderate("l", "d", "y", "q")
    assert "30 of them look like spam: type l to look at them together" in shown
    assert all(f"Cheap watches {number}." in shown for number in range(30))
    assert "Decline 30 voices as spam?" in shown
    assert "30 voices declined as spam." in shown
    assert {desk.voice(code).state for code in codes} == {State.DECLINED}
    assert desk.voice(other).state is State.WAITING
    assert desk.decisions(codes[0]) == [("reader", "decline-together", "spam")]


def test_the_terminal_takes_it_back_with_one_key(desk: Desk) -> None:
    """As the last decision, whatever it was: all of them wait again, once."""
    codes = [desk.receive(f"Cheap watches {number}.", flags=SPAM) for number in range(3)]
    desk.receive("The bus pass helped.", date.today() - timedelta(days=1))
    shown = desk.moderate("l", "d", "y", "u", "u", "q")
    assert "Taken back: 3 voices wait again. " in shown
    assert "! It is too late to undo that" in shown
    assert {desk.voice(code).state for code in codes} == {State.WAITING}


@pytest.mark.parametrize("typed", [("",), ("99",), ("d", "n"), ("d", "")])
def test_the_terminal_declines_nothing_unasked(desk: Desk, typed: tuple[str, ...]) -> None:
    """A slip of the finger leaves them as they are."""
    code = desk.receive("Cheap watches.", flags=SPAM)
    assert "Nothing was changed." in desk.moderate("l", *typed, "q")
    assert desk.voice(code).state is State.WAITING


def test_one_that_a_person_wrote_is_decided_on_alone(desk: Desk) -> None:
    """Opened by its number; once it is decided on, or skipped for somebody else, it is no longer among the others."""
    day = date.today()
    watches, wrote, hard = (
        desk.receive(words, day - timedelta(days=9 - number), flags=SPAM)
        for number, words in enumerate(("Cheap watches.", "I was moved four times.", "Who wrote this?"))
    )
    shown = desk.moderate("l", "2", "a", "1", "2", "s", "d", "y")
    assert "Decline 1 voice as spam?" in shown
    assert [desk.voice(code).state for code in (watches, wrote, hard)] == [
        State.DECLINED,
        State.APPROVED,
        State.WAITING,
    ]


def test_the_terminal_declines_only_what_was_shown(desk: Desk) -> None:
    """What came in or was changed while the list was on the screen is still to be looked at."""
    changed = desk.receive("Cheap watches.", flags=SPAM)
    with terminal(desk.files.data, "moderate", "--as", "reader") as screen:
        screen.see("Password for reader: ")
        screen.type(desk.password)
        screen.see("[q]uit")
        screen.type("l")
        screen.see("Enter leaves them")
        late = desk.receive("Cheap watches, too.", flags=SPAM)
        with desk.opened() as intake, immediate(intake):
            sort(intake, desk.voice(changed), "sam", theme="health")
        screen.type("d")
        screen.see("Decline 1 voice as spam?")
        screen.type("y")
        screen.see("nothing was declined. These are left:")
        screen.see("Cheap watches, too.")
        screen.type("")
        screen.type("q")
        screen.see("Stopped.")
    assert {desk.voice(code).state for code in (changed, late)} == {State.WAITING}


def test_the_terminal_shows_no_command_of_a_spammer(desk: Desk) -> None:
    """How a voice begins is a stranger's words: escape sequences are shown, not done."""
    desk.receive("Cheap \x1b]0;title\x07 watches.", flags=SPAM)
    shown = desk.moderate("l", "", "q")
    assert "Cheap \u241b]0;title\u2407 watches." in shown
    assert "\x1b]" not in shown


def test_no_spam_at_the_terminal_says_so(desk: Desk) -> None:
    """Nobody is sent to look for what isn't there."""
    desk.receive("The bus pass helped.")
    shown = desk.moderate("l", "q")
    assert "Nothing that waits looks like spam." in shown
    assert "type l" not in shown
