"""What the desk asks is shown by code, and answered as a voice is sent: previewed, made safe, kept once, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.incoming import Press
from bot.limits import Sending
from bot.remembered import Remembered
from storage.opening import immediate
from storage.questions import Standing, take_question_back
from tests.bot.over_http import door_open
from tests.bot.talking import talk
from tests.bot.test_codes import taken_back
from tests.fakes.faults import broken

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi

WORDS = "It was the one by the bridge. Karolina sat there."


async def asked(alex: Talker, kept: Kept) -> str:
    """Send a voice, be asked, and look; return the code."""
    code = await alex.sends()
    kept.asks(code)
    await alex.types(code)
    assert "Which office was it?" in alex.reads
    return code


async def answers(alex: Talker, words: str = WORDS) -> None:
    """Answer up to Send."""
    await alex.presses("Answer")
    await alex.types(words)
    await alex.presses("Done")


async def test_a_question_is_answered(alex: Talker, kept: Kept) -> None:
    """Seen before it is kept, with names hidden, and kept only by Send; then it is shown no more, nor is the answer."""
    code = await asked(alex, kept)
    await answers(alex)
    assert "exactly what we will keep" in alex.reads
    assert "Karolina" not in alex.reads
    assert kept.answers(code)[0].answer is None
    await alex.presses("Send")
    assert "Your answer is saved" in alex.reads
    assert alex.draft is None
    (one,) = kept.answers(code)
    assert one.answer is not None
    assert one.answer.text == "It was the one by the bridge. [name 1] sat there."
    await alex.types(code)
    assert "You answered our question" in alex.reads
    assert "bridge" not in alex.reads
    assert len(kept.all()) == 1


async def test_an_answer_is_asked_nothing_of_a_voice(alex: Talker, kept: Kept) -> None:
    """Neither a theme nor how it may be used: it is never published. Back leads no further than the question."""
    await asked(alex, kept)
    await alex.presses("Answer")
    assert "Only people who check messages read it" in alex.reads
    assert "Back" not in alex.labels
    await alex.types("By the bridge.")
    await alex.presses("Done")
    assert not any("quote" in label for label in alex.labels)
    await alex.presses("Back")
    assert "Which office was it?" in alex.reads
    await alex.types("/back")
    assert "Which office was it?" in alex.reads


async def test_more_can_be_hidden_before_it_is_sent(alex: Talker, kept: Kept) -> None:
    """With the same tools as in a voice; what is kept is what was seen last."""
    code = await asked(alex, kept)
    await answers(alex)
    old = alex.button("Send")
    await alex.presses("Hide more")
    await alex.types("bridge")
    await alex.presses("Done")
    await alex.presses_again(old)
    assert "look at your words first" in alex.reads
    await alex.presses("Send")
    (one,) = kept.answers(code)
    assert one.answer is not None
    assert "bridge" not in one.answer.text


async def test_nobody_has_to_answer(alex: Talker, kept: Kept) -> None:
    """One tap, or the words of the button; the voice stays as it is."""
    code = await asked(alex, kept)
    await alex.types("I'd rather not answer")
    assert "That's fine" in alex.reads
    assert kept.answers(code)[0].standing is Standing.RATHER_NOT
    await alex.types(code)
    assert "Which office" not in alex.reads
    assert len(kept.all()) == 1


async def test_words_that_suggest_a_risk_bring_helplines(alex: Talker, kept: Kept) -> None:
    """At once when they are typed, and again when they are kept; the voice is then urgent."""
    code = await asked(alex, kept)
    assert not kept.voice(code).urgent
    await alex.presses("Answer")
    await alex.types("i want to die")
    assert "0800 1111" in alex.reads
    await alex.presses("Done")
    await alex.presses("Send")
    assert "0800 1111" in alex.reads
    assert kept.voice(code).urgent


async def test_a_send_that_comes_again_is_kept_once(kept: Kept) -> None:
    """Tapped twice, or delivered again after a restart: it says that it is saved, and the first answer stays."""
    alex = talk(kept)
    code = await asked(alex, kept)
    await answers(alex)
    send = alex.button("Send")
    await alex.presses_again(send, update=900)
    await alex.presses_again(send)
    assert "Your answer is saved" in alex.reads
    restarted = talk(kept)
    await restarted.presses_again(send, update=900)
    assert "Your answer is saved" in restarted.reads
    await restarted.presses_again(send, update=901)
    assert "I don't know if it was saved" in restarted.reads
    assert len(kept.answers(code)) == 1


async def test_an_answer_is_known_in_each_language(kept: Kept) -> None:
    """Sent in one and, after a change of language, tapped again: it is saved, whoever answers now."""
    together = Remembered(Sending())
    alex, in_another = talk(kept, remembered=together), talk(kept, remembered=together)
    await asked(alex, kept)
    await answers(alex)
    send = alex.button("Send")
    await alex.presses("Send")
    await in_another.presses_again(send, update=901)
    assert "Your answer is saved" in in_another.reads


async def test_an_answer_that_comes_too_late_is_not_lost(alex: Talker, kept: Kept) -> None:
    """The desk took the question back meanwhile: the words can be sent as a voice."""
    code = await asked(alex, kept)
    await answers(alex)
    conn = kept.files.open_intake()
    with immediate(conn):
        take_question_back(conn, kept.answers(code)[0].id)
    conn.close()
    await alex.presses("Send")
    assert "I still have your words" in alex.reads
    await alex.presses("don't quote")
    await alex.presses("Send")
    assert len(kept.all()) == 2


async def test_an_answer_takes_nothing_from_a_voice_that_was_begun(alex: Talker, kept: Kept) -> None:
    """Its words stay, and the question can be answered later."""
    code = await alex.sends()
    kept.asks(code)
    await alex.gets_to("preview")
    await alex.types(code)
    await alex.presses("Answer")
    assert "I still have those words" in alex.reads
    assert alex.begun.has_words
    assert alex.begun.answers is None


async def test_what_can_not_be_saved_is_kept_in_mind(alex: Talker, kept: Kept) -> None:
    """The disk is full: it says so, and Send can be tapped again."""
    await asked(alex, kept)
    await answers(alex)
    await kept.writer.close()
    await alex.presses("Send")
    assert "didn't save" in alex.reads
    assert "Send" in alex.labels
    assert alex.begun.answers


@pytest.mark.parametrize("action", ["answer", "rather-not"])
async def test_old_buttons_answer_nothing(alex: Talker, kept: Kept, action: str) -> None:
    """Nor does a button below a question that isn't open any more."""
    first = await asked(alex, kept)
    old = alex.draft
    second = await alex.sends()
    kept.asks(second)
    await alex.types(second)
    assert old
    await alex.does(Press(alex.begun.token, action, old.asked, 9000))
    assert "no longer know which question" in alex.reads
    await taken_back(alex, second)
    await alex.types(first)
    await alex.presses("rather not")
    mark = alex.begun
    await alex.does(Press(mark.token, action, mark.asked, 9001))
    assert "not open any more" in alex.reads


async def test_a_question_waits_until_somebody_looks(alex: Talker, kept: Kept) -> None:
    """It stops nobody from doing anything else: a code to change or to withdraw is asked nothing first."""
    code = await asked(alex, kept)
    await alex.types(f"/change {code}")
    assert "How may we use" in alex.reads
    await alex.types(f"/withdraw {code}")
    assert "Take them back?" in alex.reads


async def test_answering_over_http(api: BotApi, kept: Kept) -> None:
    """As a person does it, with an answer of Telegram's lost at Send: kept once, and said so."""
    code = await talk(kept).sends()
    kept.asks(code)
    alex = api.person()
    async with door_open(api, kept):
        await alex.says(f"/status {code}")
        await alex.hears("Which office was it?")
        await alex.taps("Answer")
        await alex.hears("in your own words")
        await alex.says(WORDS)
        await alex.hears("Got it")
        await alex.taps("Done")
        await alex.hears("exactly what we will keep")
        api.fail("sendMessage", broken())
        await alex.taps("Send")
        await alex.hears("Your answer is saved")
        await api.all_confirmed()
    assert [one.standing for one in kept.answers(code)] == [Standing.ANSWERED]


async def test_an_answer_that_is_delivered_again_after_a_crash(api: BotApi, kept: Kept) -> None:
    """Stored, but nothing was heard of it: after the restart the same update says that it is saved, once."""
    code = await talk(kept).sends()
    kept.asks(code)
    alex = api.person()
    async with door_open(api, kept):
        await alex.says(f"/status {code}")
        await alex.hears("Which office was it?")
        for label, heard in (("Answer", "in your own words"), (None, "Got it"), ("Done", "exactly what we will keep")):
            await (alex.taps(label) if label else alex.says(WORDS))
            await alex.hears(heard)
        await api.all_confirmed()
        api.fault_for = lambda call: broken() if call.method == "sendMessage" else None
        sends = len(api.called("sendMessage"))
        await alex.taps("Send")
        await api.was_called("sendMessage", sends + 1)
    assert [one.standing for one in kept.answers(code)] == [Standing.ANSWERED]
    api.fault_for = lambda _: None
    async with door_open(api, kept):
        await alex.hears("Your answer is saved")
        await api.all_confirmed()
    assert len(kept.answers(code)) == 1


async def test_who_just_writes_answers(alex: Talker, kept: Kept) -> None:
    """Right below the question nobody has to tap first; it is said, previewed and kept as any answer."""
    code = await asked(alex, kept)
    await alex.types("The one by the bridge.")
    assert "I took that as your answer" in alex.reads
    await alex.types("It was shut.")
    await alex.presses("Done")
    await alex.presses("Send")
    (one,) = kept.answers(code)
    assert one.answer is not None
    assert "bridge" in one.answer.text
    assert "shut" in one.answer.text


async def test_what_is_no_answer_is_a_voice(alex: Talker, kept: Kept) -> None:
    """One tap makes something new of it, and nothing is lost: who reads it is said anew."""
    await asked(alex, kept)
    await alex.types("My bus pass was late.")
    await alex.presses("not an answer")
    assert "Who reads it" in alex.reads
    for label in ("How things are", "Money", "don't quote", "Send"):
        await alex.presses(label)
    assert len(kept.all()) == 2


@pytest.mark.parametrize(("typed", "heard"), [("yes", "in your own words"), ("no", "The question stays there")])
async def test_whether_to_answer_can_be_typed(alex: Talker, kept: Kept, typed: str, heard: str) -> None:
    """A yes begins, a no leaves it open; neither is the answer."""
    code = await asked(alex, kept)
    await alex.types(typed)
    assert heard in alex.reads
    assert kept.answers(code)[0].standing is Standing.OPEN


async def test_somebody_may_stop_while_answering(alex: Talker, kept: Kept) -> None:
    """With one tap they say that they would rather not."""
    code = await asked(alex, kept)
    await alex.presses("Answer")
    await alex.presses("rather not")
    assert "That's fine" in alex.reads
    assert alex.draft is None
    assert kept.answers(code)[0].standing is Standing.RATHER_NOT


async def test_words_that_come_after_something_else_are_a_voice(alex: Talker, kept: Kept) -> None:
    """Only right below the question they are taken for its answer."""
    await asked(alex, kept)
    await alex.types("/help")
    await alex.types("My bus pass was late.")
    assert "your answer" not in alex.reads
    assert alex.begun.answers is None


async def test_an_answer_to_a_question_that_is_gone_is_kept_in_mind(alex: Talker, kept: Kept) -> None:
    """The desk took it back meanwhile: what was typed below it is words."""
    code = await asked(alex, kept)
    conn = kept.files.open_intake()
    with immediate(conn):
        take_question_back(conn, kept.answers(code)[0].id)
    conn.close()
    await alex.types("The one by the bridge.")
    assert alex.begun.words.reveal() == "The one by the bridge."
    assert alex.begun.answers is None
