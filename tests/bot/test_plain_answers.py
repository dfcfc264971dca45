"""What people type as an answer: to what was asked, to nothing, and as the first thing anyone says; Stop and Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.draft import LONGEST, Step
from bot.incoming import Command, Typed
from storage.model import AgeBand, Consent

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker

YES = ["yes", "Yeah!", "OK", "yes please", "Yes."]
NO = ["no", "Nope", "no thanks", "nah."]
WHO_READS = "Who reads it"


@pytest.mark.parametrize(("answers", "left"), [(YES, 0), (NO, 1)])
async def test_taking_back_is_answered_plainly(alex: Talker, kept: Kept, answers: list[str], left: int) -> None:
    """A yes takes the voice back, a no keeps it, and neither begins a new one."""
    for answer in answers:
        code = await alex.sends()
        await alex.types(f"/withdraw {code}")
        await alex.types(answer)
        assert alex.draft is None or not alex.draft.is_begun
        assert len(kept.all()) == left
        if left:
            assert await kept.voices.withdraw(code)


async def test_yes_answers_what_was_asked_last_alone(alex: Talker, kept: Kept) -> None:
    """Who wrote or pressed anything else in between takes nothing back by a yes."""
    code = await alex.sends()
    for between in ("what does that mean for me", "/help"):
        await alex.types(f"/withdraw {code}")
        await alex.types(between)
        await alex.types("yes")
        assert len(kept.all()) == 1


@pytest.mark.parametrize(("answer", "parts"), [("yeah", 1), ("no", 0)])
async def test_carrying_on_is_answered_plainly(alex: Talker, answer: str, parts: int) -> None:
    """Yes goes on with the words, no begins anew."""
    await alex.gets_to("words")
    await alex.types("the flat was damp")
    await alex.types("/start")
    assert "Would you like to carry on?" in alex.reads
    await alex.types(answer)
    assert len(alex.begun.parts) == parts


async def test_sending_is_answered_plainly(alex: Talker, kept: Kept) -> None:
    """No leads back to writing, yes sends; once, and only what was seen."""
    await alex.gets_to("summary")
    await alex.types("no")
    assert (alex.begun.step, len(alex.begun.parts)) == (Step.WORDS, 1)
    for label in ("Done", "don't quote"):
        await alex.presses(label)
    draft = alex.draft
    await alex.does(Typed("yes", 70, 700))
    assert "Your code" in alex.reads
    for before in (draft, None):  # the same update again, before and after a restart
        alex.draft = before
        await alex.does(Typed("yes", 70, 700))
        assert "Your code" in alex.reads
    assert len(kept.all()) == 1


async def test_yes_is_words_where_words_are_asked_for(alex: Talker) -> None:
    """Nothing that was typed while writing is dropped."""
    await alex.gets_to("words")
    await alex.types("yes")
    assert alex.begun.words.reveal() == "yes"


@pytest.mark.parametrize("step", [Step.PREVIEW, Step.SPEAKER, Step.HAPPENED])
async def test_yes_is_no_word_where_a_choice_is_asked_for(alex: Talker, step: Step) -> None:
    """It is said that it answers nothing; the words stay as they were seen, and the choices too."""
    await alex.gets_to(step)
    before, labels = alex.begun.parts, alex.labels
    await alex.types("ok")
    assert "not sure what you are answering" in alex.reads
    assert (alex.begun.parts, alex.begun.step, alex.labels) == (before, step, labels)


@pytest.mark.parametrize("asks", ["/status", "/withdraw"])
async def test_who_is_asked_for_a_code_can_say_no(alex: Talker, asks: str) -> None:
    """Or yes, and is asked for it again; neither is a code, and neither is words."""
    await alex.gets_to("words")
    await alex.types(asks)
    for _ in range(2):
        await alex.types("yes")
        assert "the five words" in alex.reads
    await alex.types("no")
    assert "nothing changes" in alex.reads
    await alex.types("the flat was damp")
    assert alex.begun.words.reveal() == "the flat was damp"


@pytest.mark.parametrize("start", [None, "/start", "/status", "/privacy"])
@pytest.mark.parametrize("answer", ["yes", "No", "ok", "No, keep it", "Carry on", "Done", "Yes, take it back"])
async def test_an_answer_to_nothing_is_no_voice(alex: Talker, kept: Kept, start: str | None, answer: str) -> None:
    """It is said that nothing was asked, that it isn't kept, and what can be done."""
    if start == "/status":
        await alex.types("/status")
        await alex.types("/help")  # nobody asks for the code any more
    elif start:
        await alex.types(start)
    if start and answer == "Carry on":
        return  # it stands there
    await alex.types(answer)
    assert "not sure what you are answering" in alex.reads
    assert alex.labels
    assert not (alex.draft and alex.draft.has_words)
    assert kept.all() == []


@pytest.mark.parametrize("ways", [["/withdraw {}"], ["/status"], ["/withdraw"], ["/start", "/withdraw {}"]])
@pytest.mark.parametrize("by", ["Stop", "/stop", "stop"])
async def test_stop_tells_no_one_that_a_kept_voice_is_forgotten(
    alex: Talker, kept: Kept, ways: list[str], by: str
) -> None:
    """Who stops while asking about a code changed nothing, and hears that."""
    code = await alex.sends()
    for way in ways:
        await alex.types(way.format(code))
    await (alex.presses(by) if by == "Stop" else alex.types(by))
    assert "Nothing was changed" in alex.reads
    assert "still saved" in alex.reads
    assert "forgotten" not in alex.reads
    assert alex.draft is None
    assert len(kept.all()) == 1


async def test_stop_tells_what_is_forgotten_and_what_is_not(alex: Talker, kept: Kept) -> None:
    """Words that were begun are forgotten; those that were sent are not, and both is said."""
    code = await alex.sends()
    await alex.types("and another thing")
    await alex.types(f"/withdraw {code}")
    await alex.types("/stop")
    assert "forgotten what you wrote and did not send" in alex.reads
    assert "If you sent something before, it is still saved" in alex.reads
    assert len(kept.all()) == 1


async def test_words_behind_stop_are_forgotten_and_that_is_said(alex: Talker) -> None:
    """Nobody thinks that they were kept."""
    await alex.types("/stop asking me")
    assert "forgotten what you wrote and did not send" in alex.reads
    assert alex.draft is None


@pytest.mark.parametrize("how", ["Under 16", "under-16", "15"])
async def test_who_says_late_that_they_are_under_16_hears_the_same(alex: Talker, how: str) -> None:
    """However they say it: Telegram's rule, other ways, an adult for the youngest; then it goes on where it was."""
    await alex.gets_to("age")
    await (alex.presses(how) if how == "Under 16" else alex.types(how))
    for said in ("16 or older", "two people check", "voice@council.example", "advocate", "under 13", "adult you trust"):
        assert said in alex.reads
    await alex.presses("go on")
    assert alex.begun.step is Step.HAPPENED
    assert alex.begun.age_band is AgeBand.UNDER_16


async def test_who_goes_back_from_there_is_asked_their_age_again(alex: Talker) -> None:
    """A slip of the finger can be put right."""
    await alex.gets_to("age")
    await alex.presses("Under 16")
    await alex.presses("Back")
    assert alex.begun.step is Step.AGE
    await alex.presses("Under 16")
    await alex.types("ok")
    assert alex.begun.step.value == "happened"


async def test_who_passes_on_an_under_16_s_words_hears_what_is_done_with_them(alex: Talker) -> None:
    """They are not asked whether they are under 13 themselves."""
    await alex.gets_to("speaker")
    await alex.presses("someone's words")
    await alex.presses("Rather not")
    await alex.presses("Under 16")
    assert "never quote them, and two people check them" in alex.reads
    assert "Are they under 13?" in alex.reads
    assert "Are you under 13?" not in alex.reads
    assert alex.begun.consent is Consent.READ


@pytest.mark.parametrize("command", ["/status", "/withdraw", "/help", "/privacy", "/nonsense"])
async def test_every_page_beside_leads_somewhere(alex: Talker, command: str) -> None:
    """Before anything was begun one can begin; in the middle one can go on or stop."""
    await alex.types(command)
    assert alex.labels[0] == "Tell us something"
    await alex.presses("Tell us something")
    assert WHO_READS in alex.reads
    await alex.gets_to("words")
    await alex.types(command)
    assert alex.labels[0] == "Carry on"
    assert "Stop" in alex.labels
    await alex.presses("Stop")
    assert alex.draft is None


async def test_what_became_of_a_voice_leads_on(alex: Talker) -> None:
    """Without a draft: to a new voice, and to help."""
    await alex.types(await alex.sends())
    assert alex.labels == ["Tell us something", "Help"]
    await alex.presses("Help")
    assert "Call 999" in alex.reads


async def test_one_word_behind_a_command_is_a_word(alex: Talker) -> None:
    """However short: who said that they are lonely has said it."""
    await alex.types("hello, my flat is damp")
    await alex.types("/help lonely")
    await alex.presses("Carry on")
    assert alex.begun.words.reveal() == "hello, my flat is damp\n\nlonely"


@pytest.mark.parametrize("hello", ["hi", "Hello!", "hey there", "Good morning"])
async def test_who_says_hello_is_greeted(alex: Talker, hello: str) -> None:
    """It is no voice, until they are writing one."""
    for start in (None, "/start"):
        if start:
            await alex.types(start)
        await alex.types(hello)
        assert WHO_READS in alex.reads
        assert not alex.begun.has_words
    await alex.gets_to("words")
    await alex.types(hello)
    assert alex.begun.words.reveal() == hello


@pytest.mark.parametrize("asked", ["who is this?", "What do I do", "is this a bot", "?", "menu"])
@pytest.mark.parametrize("step", [None, Step.KIND, Step.WORDS, Step.PREVIEW, Step.AGE])
async def test_who_asks_about_the_bot_is_told(alex: Talker, asked: str, step: Step | None) -> None:
    """Who reads and what to do, at any step; it is no part of their words, and they go on where they were."""
    if step:
        await alex.gets_to(step)
    before = alex.draft.parts if alex.draft else ()
    await alex.types(asked)
    assert "I'm a computer" in alex.reads
    assert WHO_READS in alex.reads
    assert (alex.draft.parts if alex.draft else ()) == before
    if step:
        await alex.presses("Carry on")
        assert alex.begun.step is step


@pytest.mark.parametrize(
    ("asked", "told"),
    [("I lost my code", "Nobody can give you a code again"), ("has anyone read it?", "Please send me the code")],
)
async def test_who_asks_what_became_of_their_words_is_told(alex: Talker, asked: str, told: str) -> None:
    """With a code or without; none of it begins a voice."""
    await alex.sends()
    await alex.types(asked)
    assert told in alex.reads
    assert not (alex.draft and alex.draft.has_words)


@pytest.mark.parametrize("start", [None, "/start"])
async def test_a_child_who_says_how_old_they_are_is_heard(alex: Talker, start: str | None) -> None:
    """As with the button, from the first message on; a number alone may be anything."""
    if start:
        await alex.types(start)
    await alex.types("im 12")
    assert "Are you under 13?" in alex.reads
    assert alex.begun.age_band is AgeBand.UNDER_16
    await alex.types("I'm 12")
    assert not alex.begun.has_words


@pytest.mark.parametrize("stop", ["cancel", "Quit", "exit."])
async def test_there_are_other_words_for_stop(alex: Talker, stop: str) -> None:
    """Each forgets what was not sent, and says so."""
    await alex.gets_to("summary")
    await alex.types(stop)
    assert "forgotten what you wrote and did not send" in alex.reads
    assert alex.draft is None


@pytest.mark.parametrize("brought", ["abc", "ref_2024-x", "hello"])
async def test_a_link_that_is_none_of_ours_is_nobody_s_word(alex: Talker, brought: str) -> None:
    """Whoever followed it is greeted; whoever typed it hears how to say it, and what was begun stays."""
    await alex.types(f"/start {brought}")
    assert "don't know the link" in alex.reads
    assert "without /start" in alex.reads
    assert WHO_READS in alex.reads
    assert not alex.begun.has_words
    await alex.gets_to("words")
    await alex.types("the flat was damp")
    await alex.types(f"/start {brought}")
    assert "Would you like to carry on?" in alex.reads
    assert alex.begun.words.reveal() == "the flat was damp"


async def test_what_our_own_link_says_is_nobody_s_word(alex: Talker) -> None:
    """Telegram puts it behind /start for whoever followed the link from a group."""
    await alex.does(Command("start", "alone", 1))
    assert not alex.begun.has_words


async def test_words_behind_a_command_are_not_lost_where_there_is_no_room(alex: Talker) -> None:
    """That they could not be kept is said, instead of what the command would show."""
    await alex.gets_to("words")
    for _ in range(LONGEST // 4000):
        await alex.types("a" * 4000)
    await alex.types("/privacy " + "b" * 4000)
    assert "did not keep it" in alex.reads


async def test_a_long_answer_behind_status_is_words(alex: Talker) -> None:
    """Nobody's voice is taken for a code because it stands behind a command; the code is asked for."""
    words = "they never asked me what I would like to do about any of it"
    await alex.types(f"/status {words}")
    assert "the five words" in alex.reads
    assert alex.begun.words.reveal() == words


@pytest.mark.parametrize(
    "first", ["idea", "An idea to make things better", "skip", "I'm under 16", "/help my flat is damp", "/status", "ok"]
)
async def test_nobody_goes_on_without_hearing_who_reads(alex: Talker, first: str) -> None:
    """Whatever comes first: it is heard before words are asked for, and once."""
    await alex.types(first)
    heard = alex.reads.count(WHO_READS)
    if "go on" in str(alex.labels):
        await alex.presses("go on")
    else:
        await alex.presses_again(next(one for row in alex.screens[-1].buttons for one in row))
    heard += alex.reads.count(WHO_READS)
    assert heard == 1
    assert alex.begun.greeted


@pytest.mark.parametrize("done", ["done", "Finished.", "that's all", "send it please", "Send"])
async def test_who_types_that_they_are_done_gets_on(alex: Talker, kept: Kept, done: str) -> None:
    """Nobody is stuck who never taps a button, and no such word is kept as theirs."""
    await alex.types("the flat was damp")
    for step in (Step.THEME, Step.PREVIEW, Step.PREVIEW):
        await alex.types(done)
        assert alex.begun.step is step
    assert alex.begun.words.reveal() == "the flat was damp"
    assert not kept.all()


async def test_who_types_to_send_it_sends_from_the_last_step(alex: Talker, kept: Kept) -> None:
    """However they put it."""
    await alex.gets_to("summary")
    await alex.types("Send it please!")
    assert "Your code" in alex.reads
    assert len(kept.all()) == 1


@pytest.mark.parametrize("thanks", ["thanks", "Thank you!", "ok bye"])
async def test_thanks_after_the_receipt_begin_no_voice(alex: Talker, thanks: str) -> None:
    """They are answered in kind."""
    await alex.sends()
    await alex.types(thanks)
    assert "Thank you too" in alex.reads
    assert alex.draft is None


@pytest.mark.parametrize("typed", ["17", "im 17", "I'm 17.", "I am 17 years old", "17 yrs"])
async def test_an_age_can_be_typed(alex: Talker, typed: str) -> None:
    """As people say it; the age itself is kept nowhere."""
    await alex.gets_to("age")
    before = alex.begun.words.reveal()
    await alex.types(typed)
    assert alex.begun.age_band is AgeBand.FROM_16
    assert alex.begun.words.reveal() == before


async def test_help_on_an_old_screen_is_help(alex: Talker) -> None:
    """Who scrolls up in need and taps it is told whom to call, whatever became of that voice."""
    await alex.types("/start")
    old = alex.button("Help")
    await alex.sends()
    await alex.presses_again(old)
    assert "call 0800 1111" in alex.reads


@pytest.mark.parametrize("done", ["done", "send it"])
async def test_who_is_done_before_any_words_is_asked_for_words(alex: Talker, done: str) -> None:
    """Nobody sends a voice that says "done"."""
    await alex.gets_to("words")
    await alex.types(done)
    assert not alex.begun.has_words
    assert alex.begun.step is Step.WORDS
