"""Moderation in the terminal: what comes first, what each key does, and that nobody decides on what they never read."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desk.terminal import harmless
from storage.decisions import Reason, decline, hide
from storage.model import OTHER, AgeBand, Flag, Jigsaw, Label, RedactedWords, State
from storage.opening import immediate
from storage.questions import NewAnswer, answer, ask, open_question
from tests.desk.at_terminal import Terminal, terminal

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

HOSTILE = "[bold]loud[/bold] :smile: \x1b[2J\x1b]0;title\x07 \rover \u202eback\u202c \x9b31m the end"
HARMLESS = "[bold]loud[/bold] :smile: \u241b[2J\u241b]0;title\u2407 \u240dover \ufffdback\ufffd \ufffd31m the end"
COLOURS = re.compile(r"\x1b\[\d*(;\d+)*m")  # our own
SORTED = "! Choose a theme and a kind first: they are shown with the words."
YESTERDAY = date.today() - timedelta(days=1)
CHANGED = "! Somebody else changed this voice meanwhile. Read it again before you decide."


def position(shown: str, *words: str) -> list[int]:
    """Return where each of these words is first shown."""
    return [shown.index(word) for word in words]


def test_urgent_voices_come_first_then_the_oldest(desk: Desk) -> None:
    """Somebody at risk never waits behind others."""
    today = date.today()
    desk.receive("Said second.", today)
    desk.receive("Said first.", today - timedelta(days=3))
    desk.receive("Said in need.", today, urgent=True)
    shown = desk.moderate("r", "s", "s", "s")
    assert "3 voices wait, 1 of them urgent" in shown
    assert position(shown, "Urgent: ", "Said in need.", "Said first.", "Said second.") == sorted(
        position(shown, "Urgent: ", "Said in need.", "Said first.", "Said second.")
    )
    assert shown.count("Urgent: ") == 2
    assert shown.endswith("That's all, but for what you skipped. Thank you for reading.")


def test_approving_asks_for_what_is_missing(desk: Desk) -> None:
    """Theme and kind are shown with the words, so a voice by mail gets both first."""
    code = desk.receive(theme=None, kind=None)
    shown = desk.moderate("a", "1", "2", "1")
    assert "1 Where you live" in shown
    assert "2 An idea" in shown
    assert "Approved. It goes out with the next release." in shown
    voice = desk.voice(code)
    assert (voice.state, voice.theme, voice.kind) == (State.APPROVED, "home", "idea")
    assert desk.decisions(code) == [
        ("reader", "sort", "home"),
        ("reader", "sort", "idea"),
        ("reader", "approve", None),
    ]


def test_nothing_is_approved_without_theme_and_kind(desk: Desk) -> None:
    """An answer that is no number of the list chooses nothing."""
    code = desk.receive(theme=None)
    assert SORTED in desk.moderate("a", "99", "q")
    assert desk.voice(code).state is State.WAITING


def test_theme_and_kind_can_be_changed(desk: Desk) -> None:
    """What the sender or the machine chose can be put right."""
    code = desk.receive()
    desk.moderate("t", "2", "k", "idea", "q")
    assert (desk.voice(code).theme, desk.voice(code).kind) == ("health", "idea")


def test_declining_takes_a_reason(desk: Desk) -> None:
    """Who declined and why is kept for ever; no reason, no decision."""
    code = desk.receive()
    shown = desk.moderate("d", "", "d", "4")
    assert "Nothing was changed." in shown
    assert "Declined. It won't be published." in shown
    assert desk.decisions(code) == [("reader", "decline", "unsafe-to-share")]


def test_hidden_words_are_gone_for_good(desk: Desk) -> None:
    """Once confirmed, they are in no file any more, and the decision doesn't repeat them."""
    code = desk.receive("My friend Zanzibarr helped.")
    shown = desk.moderate("h", "zanzibarr", "y", "q")
    assert "They stand there once. Hide them for good?" in shown
    assert "My friend [hidden] helped." in shown
    assert desk.decisions(code) == [("reader", "hide", None)]
    assert not [path for path in desk.files.data.rglob("*.db*") if b"zanzibarr" in path.read_bytes().lower()]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("h", "Zanzibarr", "n"), "Nothing was changed."),
        (("h", "nowhere in it"), "Those words are not in it, so nothing was changed."),
        (("h", ""), "Those words are not in it, so nothing was changed."),
    ],
)
def test_nothing_is_hidden_unless_it_is_found_and_confirmed(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    """Hiding can't be taken back."""
    code = desk.receive("My friend Zanzibarr helped.")
    assert said in desk.moderate(*typed, "q")
    assert desk.decisions(code) == []


@pytest.mark.parametrize(
    ("words", "sought", "left"),
    [
        ("Sam said the same.", "sam", "[hidden] said the same."),
        ("I am Samantha.", "sam", "I am [hidden]antha."),
        ("At Oak\nfield House.", "oak field house", "At [hidden]."),
        ("Ask \x1bMo.", "Mo", "Ask \x1b[hidden]."),
    ],
)
def test_whole_words_are_hidden_however_their_lines_break(desk: Desk, words: str, sought: str, left: str) -> None:
    """A short name isn't torn out of other words, and one that runs over a line's end is found."""
    code = desk.receive(words)
    desk.moderate("h", sought, "y", "q")
    voice = desk.voice(code)
    assert voice.words is not None
    assert (voice.words.text, dict(voice.words.hidden)) == (left, {Label.HIDDEN: 1})


def test_a_voice_of_an_under_16_needs_two_people(desk: Desk) -> None:
    """The first approval waits for somebody else's; the same person twice isn't two."""
    code, password = desk.receive(age_band=AgeBand.UNDER_16), desk.second_moderator()
    shown = desk.moderate("a", "1")
    assert "Someone under 16 is speaking" in shown
    assert "so a second person has to approve it too" in shown
    assert "Nothing waits." in desk.moderate("a", "1")
    assert desk.voice(code).state is State.WAITING
    shown = desk.moderate("a", "1", account="Sam", password=password)
    assert "Somebody else approved it already." in shown
    assert "Approved." in shown
    assert desk.voice(code).state is State.APPROVED
    assert [who for who, _, _ in desk.decisions(code)] == ["reader", "sam"]


def test_only_who_reads_the_language_approves(desk: Desk) -> None:
    """A voice that isn't English says so, and waits until somebody says that they understood it."""
    code = desk.receive("Nikt nie pyta.", language=OTHER)
    shown = desk.moderate("a", "n", "q")
    assert "This doesn't look like English." in shown
    assert "! This doesn't look like English. Only someone who reads its language can approve it." in shown
    assert desk.voice(code).state is State.WAITING
    assert "Approved." in desk.moderate("a", "y", "1")
    assert desk.voice(code).state is State.APPROVED


def test_who_might_be_recognised_is_said_with_the_reason(desk: Desk) -> None:
    """Above the words, with what to do; a voice that gives nothing away is shown without."""
    desk.receive("The only one.", YESTERDAY, jigsaw=(Jigsaw.ONLY, Jigsaw.FAMILY))
    desk.receive("Another.")
    shown = desk.moderate("s", "s")
    assert shown.count("Someone who knows this person might know who it is") == 1
    told = position(
        shown, "the only one of a kind", "Brothers and sisters", "hide the words", "The only one.", "Another."
    )
    assert told == sorted(told)


def test_what_others_may_have_written_is_said(desk: Desk) -> None:
    """Above the words, with what to do; a voice that is one person's is shown without."""
    desk.receive("It was cold.", YESTERDAY, flags=(Flag.UNSURE,))
    desk.receive("Another.")
    shown = desk.moderate("s", "s")
    assert shown.count("Someone else may have written part of this") == 1
    told = position(shown, "Someone else may", "Hide what isn't", "It was cold.", "Another.")
    assert told == sorted(told)


def test_the_last_decision_can_be_taken_back(desk: Desk) -> None:
    """Undo puts it back among those that wait, once."""
    code = desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    shown = desk.moderate("u", "d", "1", "u", "s", "s")
    assert "! It is too late to undo that" in shown
    assert "Taken back: this voice waits again." in shown
    assert desk.voice(code).state is State.WAITING
    assert [action for _, action, _ in desk.decisions(code)] == ["decline", "undo"]


def test_a_first_approval_can_be_taken_back_too(desk: Desk) -> None:
    """The one decided before it stays as it was."""
    first = desk.receive("Said first.", YESTERDAY - timedelta(1))
    second = desk.receive("Said by a child.", YESTERDAY, age_band=AgeBand.UNDER_16)
    desk.receive("Said last.")
    desk.moderate("a", "1")
    desk.let_a_minute_pass()
    assert "Taken back: this voice waits again." in desk.moderate("a", "1", "u", "q")
    assert [action for _, action, _ in desk.decisions(second)] == ["approve-first", "undo"]
    assert desk.voice(first).state is State.APPROVED


def test_who_has_had_enough_loses_nothing(desk: Desk) -> None:
    """Leaving, or a line that breaks off, keeps what was decided."""
    code = desk.receive("Said first.", YESTERDAY)
    desk.receive("Said second.")
    assert desk.moderate("a", "1", "q").endswith("Stopped. Everything that you decided is saved.")
    assert desk.moderate("what?").endswith("Stopped. Everything that you decided is saved.")
    assert desk.voice(code).state is State.APPROVED


def test_an_unknown_key_explains(desk: Desk) -> None:
    """It asks the question that matters, too."""
    desk.receive()
    assert "could someone who knows them tell who this is?" in desk.moderate("x", "q")


def test_an_empty_queue_says_thank_you(desk: Desk) -> None:
    """Nothing waits, nothing is asked."""
    assert desk.moderate().endswith("Nothing waits. Thank you for reading.")


@pytest.mark.parametrize("account", ["reader", "nobody"])
def test_three_wrong_passwords_end_it(desk: Desk, account: str) -> None:
    """What is said is the same for a name that nobody has."""
    desk.receive("Said in confidence.")
    said = desk.run("moderate", "--as", account, typed="wrong\nwrong\nwrong\n")
    assert said.exit_code == 1
    assert said.output.count("That password or that name is not right.") == 3
    assert "Three tries were wrong." in said.output
    assert "Said in confidence." not in said.output


def test_what_somebody_could_be_recognised_by_is_not_approved(desk: Desk) -> None:
    """Whoever approves is asked once more, and told where the person can be asked."""
    code = desk.receive("Nine moves before I was six.")
    assert "Not approved. Hide more of it" in desk.moderate("a", "2", "q")
    assert desk.voice(code).state is State.WAITING


def test_what_is_approved_is_what_was_read(desk: Desk) -> None:
    """A voice that somebody else changed while it was on the screen is refused, and shown again."""
    code = desk.receive("My friend Zanzibarr helped.")
    with terminal(desk.files.data, "moderate", "--as", "reader") as screen:
        sign_in(screen, desk)
        screen.see("[q]uit")
        with desk.opened() as intake, immediate(intake):
            hide(intake, desk.voice(code), "sam", [(10, 19)])
        screen.type("a")
        screen.see("tell who this is?")
        screen.type("1")
        screen.see(CHANGED)
        screen.see("[hidden]")
        screen.see("[q]uit")
        with desk.opened() as intake, immediate(intake):
            decline(intake, desk.voice(code), "sam", Reason.IDENTIFIES)
        screen.type("a")
        screen.see("tell who this is?")
        screen.type("1")
        screen.see(CHANGED)
        screen.see("Nothing waits.")
    assert desk.voice(code).state is State.DECLINED


def test_a_terminal_never_obeys_a_voice(desk: Desk) -> None:
    """Markup, escape sequences and turns of direction are shown, not done; nor is a password shown."""
    desk.receive(HOSTILE)
    with terminal(desk.files.data, "moderate", "--as", "reader") as screen:
        sign_in(screen, desk)
        shown = COLOURS.sub("", screen.see("the end"))
        screen.type("q")
        screen.see("Stopped.")
    assert HARMLESS in shown
    assert not {"\x1b", "\x07", "\u202e", "\u202c", "\x9b"} & set(shown)
    assert desk.password not in screen.shown


def test_what_is_harmless_stays_as_it_is() -> None:
    """Families, flags, accents and languages that are written from right to left are no commands."""
    text = "👨\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f é e\u0301 שלום مرحبا\tdone\n"
    assert harmless(text) == text


def test_what_a_terminal_obeys_is_replaced_one_for_one() -> None:
    """Offsets of suggestions and of what is to be hidden stay right."""
    obeyed = "".join(map(chr, [*range(9), 11, 12, *range(13, 32), *range(127, 160), *range(0x202A, 0x202F)]))
    shown = harmless(obeyed)
    assert len(shown) == len(obeyed)
    assert not set(shown) & set(obeyed)
    assert shown.isprintable()


def sign_in(screen: Terminal, desk: Desk) -> None:
    """Type the first moderator's password at the terminal, once it asks."""
    screen.see("Password for reader: ")
    screen.type(desk.password)


def test_a_published_voice_can_be_looked_at_again(desk: Desk) -> None:
    """By the number that the lab cites: more is hidden, or it is declined, and the lab shows that at once."""
    for _ in range(10):
        desk.approved("My friend Zanzibarr helped.")
    desk.publish()
    published = desk.files.open_published()
    numbers = [str(row[0]) for row in published.execute("SELECT id FROM voices LIMIT 2")]
    published.close()
    typed = [desk.password, "h", "Zanzibarr", "", "q"]
    assert desk.run("moderate", "--as", "reader", "--voice", numbers[0], typed="\n".join(typed) + "\n").exit_code == 0
    assert desk.shown().count("My friend [hidden] helped.") == 1
    desk.run("moderate", "--as", "reader", "--voice", numbers[1], typed=f"{desk.password}\nd\n1\n")
    assert len(desk.shown()) == 9


def test_a_number_that_the_lab_does_not_show_is_said(desk: Desk) -> None:
    """A number that was typed wrongly changes nothing."""
    said = desk.run("moderate", "--as", "reader", "--voice", "1234567890", typed=f"{desk.password}\n")
    assert (said.exit_code, "no voice of that number" in said.output) == (1, True)


def test_a_question_is_asked_and_its_answer_read(desk: Desk) -> None:
    """The answer stands below the words, can't make the terminal obey it, and more of it can be hidden."""
    code = desk.receive("The office was shut.")
    assert "Asked. Whoever has the code" in desk.moderate("w", "Which office was it?", "q")
    with desk.opened() as intake, immediate(intake):
        question = open_question(intake, desk.voice(code).id)
        assert question
        new = NewAnswer(question.id, 1, RedactedWords(f"By zanzibar. {HOSTILE}"))
        answer(intake, desk.files.load_keys(), code, new)
    shown = desk.moderate("h", "zanzibar", "y", "q")
    assert position(shown, "The office was shut.", "Which office was it?", "By zanzibar.") == sorted(
        position(shown, "The office was shut.", "Which office was it?", "By zanzibar.")
    )
    assert "\x1b[2J" not in shown
    assert "Hidden. Nobody can bring those words back." in shown
    assert "zanzibar" not in desk.moderate("q")


def test_an_answer_about_a_voice_that_was_decided_comes_up(desk: Desk) -> None:
    """After those that wait, once: nobody has to look for it."""
    code = desk.approved("The office was shut.")
    with desk.opened() as intake, immediate(intake):
        number = ask(intake, desk.voice(code), "Which office was it?", "reader", date.today())
        answer(intake, desk.files.load_keys(), code, NewAnswer(number, 1, RedactedWords("By the bridge.")))
    assert "By the bridge." in desk.moderate("s")
    assert "Nothing waits." in desk.moderate()
