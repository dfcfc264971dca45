"""Every rule of the desk's pages holds at the terminal: signing in, folded words, undo, care, turns, own council."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pyotp import TOTP

from desk.pages.sessions import IDLE, Sessions
from desk.signing_in import SignedIn
from intake.wording import load_wording
from storage.accounts import give_roles
from storage.claims import claim, claimed
from storage.errors import Refused
from storage.model import Distress, Flag, RedactedWords, Section, State
from storage.opening import immediate
from storage.preferences import show_at_once
from storage.questions import NewAnswer, answer, ask, unread_answers
from storage.roles import Role
from tests.desk.at_terminal import terminal

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

YESTERDAY = date.today() - timedelta(days=1)
OWN = "lantern gravel otter"
HARD: dict[str, Any] = {"urgent": True, "warnings": (Distress.SELF_HARM,)}
ABOUT = "It may be about harm to oneself"


def wants(desk: Desk, **on: bool) -> None:
    """Switch steps of signing in on, as a deployment begins with them."""
    settings = desk.files.data / "care-voice.toml"
    text = settings.read_text()
    for name in on:
        text = text.replace(f"\n{name} = false", f"\n{name} = true")
    settings.write_text(text)


def test_a_password_that_was_made_is_changed_first(desk: Desk) -> None:
    """Nobody reads with a password that somebody else saw; a weak one is not taken, and the new one opens the desk."""
    wants(desk, own_password=True)
    desk.receive("Said in confidence.")
    refused = desk.run("moderate", "--as", "reader", typed="\n".join([desk.password, *["short", "short"] * 3, ""]))
    assert (refused.exit_code, "Said in confidence." in refused.output) == (1, False)
    assert refused.output.count("That password is too short") == 3
    shown = desk.moderate(OWN, "another one", OWN, OWN, "q")
    assert "The two passwords are not the same." in shown
    assert "Your password is changed." in shown
    assert "Said in confidence." in desk.moderate("q", password=OWN)


@pytest.mark.parametrize("command", ["moderate", "publish"])
def test_codes_are_set_up_first_where_the_settings_want_them(desk: Desk, command: str) -> None:
    """Whoever doesn't type a right code of the app that they just set up gets no further, by no command."""
    wants(desk, codes=True)
    desk.receive("Said in confidence.")
    said = desk.run(command, "--as", "reader", typed=f"{desk.password}\n1\n2\n3\n")
    assert (said.exit_code, "No code was right" in said.output, "confidence" in said.output) == (1, True, False)


def test_codes_are_set_up_at_the_terminal(desk: Desk) -> None:
    """The app's first code lets them go on."""
    wants(desk, codes=True)
    desk.receive("Said in confidence.")
    with terminal(desk.files.data, "moderate", "--as", "reader") as screen:
        screen.see("Password for reader: ")
        screen.type(desk.password)
        secret = re.search(r"((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})", screen.see("six numbers"))
        assert secret
        screen.type(TOTP(secret[1].replace(" ", "")).now())
        screen.see("Said in confidence.")
        screen.type("q")
        screen.see("Stopped.")


def test_it_ends_after_an_hour_and_with_the_account(desk: Desk) -> None:
    """A terminal that was left open decides nothing; nor does somebody whose account went meanwhile."""
    now, marks = [0.0], {"ash": "one"}
    sessions = Sessions(marks.get, lambda: now[0])
    ash = SignedIn("ash", sessions, sessions.start("ash") or "", load_wording())
    now[0] += IDLE - 1
    ash.check()
    now[0] += IDLE + 1
    with pytest.raises(Refused, match="sign in again"):
        ash.check()
    code = desk.receive()
    with terminal(desk.files.data, "moderate", "--as", "reader", status=1) as screen:
        screen.see("Password for reader: ")
        screen.type(desk.password)
        screen.see("[q]uit")
        with desk.opened() as intake, immediate(intake):
            give_roles(intake, "reader", [Role.ANALYST], None)
        screen.type("d")
        screen.see("Please sign in again.")
    assert desk.voice(code).state is State.WAITING


def test_hard_words_are_folded_until_they_are_asked_for(desk: Desk) -> None:
    """With what they may be about above; nobody approves or hides in words that they didn't see."""
    code = desk.receive("I can't go on.", **HARD)
    shown = desk.moderate("a", "h", "r", "a", "1")
    assert shown.count(ABOUT) == 4
    assert shown.count("! Read the words first") == 2
    assert shown.count("I can't go on.") == 1
    assert shown.rindex("! Read") < shown.rindex(ABOUT) < shown.index("I can't go on.")
    assert desk.voice(code).state is State.APPROVED


def test_who_likes_to_see_words_at_once_does_so_here_too(desk: Desk) -> None:
    """What was chosen on the page about care holds, and the note stays."""
    desk.receive("I can't go on.", **HARD)
    with desk.opened() as intake, immediate(intake):
        show_at_once(intake, "reader", at_once=True)
    shown = desk.moderate("q")
    assert (ABOUT in shown, "I can't go on." in shown) == (True, True)


def test_an_answer_is_folded_with_its_voice_and_unread_till_opened(desk: Desk) -> None:
    """What somebody answered can be as hard as what they said; it counts as read once it was shown."""
    code = desk.receive("I can't go on.", **HARD)
    with desk.opened() as intake, immediate(intake):
        number = ask(intake, desk.voice(code), "Who knows?", "reader", date.today())
        answer(intake, desk.files.load_keys(), code, NewAnswer(number, 1, RedactedWords("Nobody at all.")))
    assert "Nobody at all." not in desk.moderate("q")
    with desk.opened() as intake:
        assert unread_answers(intake)
    assert "Nobody at all." in desk.moderate("r", "q")
    with desk.opened() as intake:
        assert not unread_answers(intake)


def test_the_drill_folds_them_as_well(desk: Desk) -> None:
    """Its list doesn't show how they begin, and going through them asks first."""
    code = desk.approved("I can't go on.")
    with desk.opened() as intake:
        intake.execute("UPDATE submissions SET urgent = 1, warnings = 'self-harm' WHERE id = ?", (desk.voice(code).id,))
    desk.let_a_minute_pass()
    sign_in = f"{desk.password}\n"
    listed = desk.run("drill", "--as", "reader", "--list", typed=sign_in).output
    assert ("A voice that may be hard to read" in listed, "I can't" in listed) == (True, False)
    asked = desk.run("drill", "--as", "reader", typed=f"{sign_in}n\n").output
    assert (ABOUT in " ".join(asked.split()), "I can't" in asked) == (True, False)


def test_a_decision_is_undone_within_a_minute_and_no_later(desk: Desk) -> None:
    """Also one that was made before, as on the pages."""
    code = desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    desk.moderate("d", "1", "q")
    assert "Taken back: this voice waits again." in desk.moderate("u", "d", "1", "q")
    desk.let_a_minute_pass()
    assert "! It is too late to undo that" in desk.moderate("u", "q")
    assert desk.voice(code).state is State.DECLINED


def test_nobody_approves_without_a_last_look(desk: Desk) -> None:
    """Enter alone is no answer; who could tell is asked first on the pages, or more is hidden."""
    code = desk.receive("Nine moves before I was six.")
    shown = desk.moderate("a", "", "a", "2", "a", "3", "q")
    for said in ("Answer this first", "ask the person first", "don't publish it"):
        assert said in shown
    assert shown.count("No voice on this theme is published yet.") == 3
    assert desk.voice(code).state is State.WAITING


def test_nothing_is_changed_that_somebody_else_reads(desk: Desk) -> None:
    """Not out of the list of spam either; taking it over is a press of its own."""
    code = desk.receive("Cheap watches.", YESTERDAY, flags=(Flag.SPAM,))
    desk.receive("The bus pass helped.")
    number = desk.voice(code).id
    with desk.opened() as intake, immediate(intake):
        claim(intake, number, "bo", time.time())
    shown = desk.moderate("l", "1", "d", "1", "", "q")
    assert "bo is reading this" in shown
    assert "! bo is reading this voice." in shown
    assert desk.voice(code).state is State.WAITING
    with desk.opened() as intake:
        held = claimed(intake, number, time.time())
        assert held
        assert held.account == "bo"
    assert "Declined." in desk.moderate("l", "1", "m", "1", "d", "1", "", "q")


def test_what_is_published_changes_only_for_who_reads_it(desk: Desk) -> None:
    """A claim holds on a published voice too; what is declined then leaves the lab at once."""
    codes = [desk.approved(f"The bus pass helped {number}.") for number in range(11)]
    desk.publish()
    voice = desk.voice(codes[0])
    again = ("moderate", "--as", "reader", "--voice", str(voice.public_id))
    with desk.opened() as intake, immediate(intake):
        claim(intake, voice.id, "bo", time.time())
    assert "bo is reading this voice." in desk.run(*again, typed=f"{desk.password}\nd\n1\nq\n").output
    assert len(desk.shown()) == 11
    with desk.opened() as intake, immediate(intake):
        number = ask(intake, desk.voice(codes[1]), "Which bus?", "reader", date.today())
        answer(intake, desk.files.load_keys(), codes[1], NewAnswer(number, 1, RedactedWords("The seven.")))
    assert "Declined." in desk.moderate("d", "1")
    assert "The bus pass helped 1." not in desk.shown()


def test_the_share_of_hard_voices_holds(desk: Desk) -> None:
    """After it the next ones are mild; when none is left, whoever wants to can read on."""
    settings = desk.files.data / "care-voice.toml"
    settings.write_text(settings.read_text().replace("hard_a_day = 10", "hard_a_day = 1"))
    desk.receive("Hard one.", YESTERDAY, **HARD)
    desk.receive("Hard two.", **HARD)
    desk.receive("Mild one.")
    shown = desk.moderate("r", "s", "s", "y", "r", "s")
    said = ("Hard one.", "Mild one.", "You have read enough hard voices for today", "Hard two.")
    assert sorted(map(shown.index, said)) == list(map(shown.index, said))
    assert shown.endswith("That's all, but for what you skipped. Thank you for reading.")


def test_a_voice_can_be_left_to_somebody_else(desk: Desk) -> None:
    """Nobody asks why, and the next one comes."""
    desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    shown = desk.moderate("n", "q")
    assert "Left to somebody else." in shown
    assert "Said second." in shown


def test_a_break_is_suggested(desk: Desk) -> None:
    """Once, after as many voices as the settings say."""
    settings = desk.files.data / "care-voice.toml"
    settings.write_text(settings.read_text().replace("voices_before_break = 15", "voices_before_break = 1"))
    for number in range(3):
        desk.receive(f"Said as number {number}.")
    assert desk.moderate("s", "s", "s").count("Time for a break?") == 1


def test_the_drill_keeps_own_council_s_voices_from_its_people(desk: Desk) -> None:
    """As its page does."""
    code = desk.approved("Said about Wigan.")
    with desk.opened() as intake, immediate(intake):
        intake.execute("UPDATE submissions SET council = 'wigan' WHERE id = ?", (desk.voice(code).id,))
        give_roles(intake, "reader", [Role.MODERATOR], "wigan")
    desk.let_a_minute_pass()
    assert "Wigan" not in desk.run("drill", "--as", "reader", "--list", typed=f"{desk.password}\n").output


def test_only_the_lead_decides_on_what_was_given_to_them(desk: Desk) -> None:
    """A voice of the lead's comes to them first, and to nobody else."""
    code, sam = desk.receive("Said in danger.", YESTERDAY), desk.second_moderator()
    desk.receive("Said second.")
    with desk.opened() as intake, immediate(intake):
        give_roles(intake, "sam", [Role.MODERATOR, Role.LEAD], None)
    desk.moderate("e", "2", "", "q")
    assert desk.voice(code).section is Section.LEAD
    assert "Said in danger." in desk.moderate("q", account="sam", password=sam)
