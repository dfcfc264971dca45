"""Who asks to be contacted is told first who will know, sees what is sent, and is told only what is true."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.draft import Step
from bot.incoming import Odd, Press, Typed
from bot.remembered import AN_HOUR, PLEAS_IN_AN_HOUR
from intake.mail.limits import Throttle
from tests.bot.talking import SETTINGS, Kept, Talker, code_in, talk
from tests.fakes.lead import HOURS, ROLE, Box

if TYPE_CHECKING:
    from bot.screen import Button

ASK = "Ask someone to contact me"
WORDS, REACH = "Karolina hits me. Please help.", "07700 900123, only after school"
RISK = "i want to die"


@pytest.fixture
def box() -> Box:
    """Give a mailbox that takes everything."""
    return Box()


@pytest.fixture
def sam(kept: Kept, box: Box) -> Talker:
    """Give somebody who talks with a bot whose deployment has a mailbox."""
    return talk(kept, settings=replace(SETTINGS, lead=box.lead))


async def asks(sam: Talker) -> None:
    """Get to the page that tells who will know."""
    await sam.types("/help")
    await sam.presses(ASK)


async def to_check(sam: Talker) -> None:
    """Get to the summary of what would be sent."""
    await asks(sam)
    await sam.types(WORDS)
    await sam.presses("Next")
    await sam.types(REACH)


def all_labels(sam: Talker) -> list[str]:
    """Return the labels of every button that is shown."""
    return [one.label for shown in sam.screens for row in shown.buttons for one in row]


@pytest.mark.parametrize("typed", ["/help", RISK])
async def test_it_is_absent_without_a_mailbox_that_was_tested(alex: Talker, typed: str) -> None:
    """No button leads to it, nor does its label or an old button."""
    await alex.types(typed)
    assert ASK not in all_labels(alex)
    before = alex.draft
    await alex.does(Press("-", "contact", "", 1))
    assert "call 0800 1111" in alex.reads
    assert (alex.draft and alex.draft.parts) == (before and before.parts)


@pytest.mark.parametrize("typed", ["/help", "help", RISK])
async def test_it_is_offered_with_help_and_where_risk_was_seen(sam: Talker, typed: str) -> None:
    """Nowhere else: nobody is to think that this is how one talks with us."""
    await sam.types(typed)
    assert ASK in all_labels(sam)
    await sam.types("/privacy")
    assert ASK not in all_labels(sam)


async def test_everything_is_told_before_anything_is_typed(sam: Talker, box: Box) -> None:
    """Who reads it and when, that it is not anonymous, no emergency service, what is sent; under-13s get an adult."""
    await asks(sam)
    for told in (ROLE, HOURS, "not an emergency", "999", "not anonymous", "What is sent: only", "adult you trust"):
        assert told in sam.reads
    assert not box.tries


async def test_what_was_shown_is_sent_once_and_forgotten(sam: Talker, box: Box) -> None:
    """Their words and how to reach them, after a summary of all of it; then nothing of it is left."""
    await to_check(sam)
    assert WORDS in sam.reads
    assert REACH in sam.reads
    assert "Nothing else is sent" in sam.reads
    send = sam.button("Send it")
    await sam.presses_again(send)
    assert "It got there" in sam.reads
    assert "0800 1111" in sam.reads
    (plea,) = box.pleas
    assert (plea.words.reveal(), plea.reach.reveal(), plea.before) == (WORDS, REACH, None)
    assert sam.draft is None
    await sam.presses_again(send)
    assert "sent this already" in sam.reads
    assert len(box.pleas) == 1


@pytest.mark.parametrize("step", list(Step))
async def test_the_voice_stays_as_it_is(sam: Talker, box: Box, kept: Kept, step: Step) -> None:
    """Wherever somebody is, what they write for the lead is no part of the voice; they go on where they were."""
    await sam.gets_to(step)
    before = sam.begun
    await to_check(sam)
    await sam.presses("Send it")
    assert len(box.pleas) == 1
    assert replace(sam.begun, asks=before.asks, beside=before.beside) == before
    await sam.presses("Carry on")
    assert sam.begun.step is step
    assert not kept.all()


async def test_words_of_the_voice_are_added_by_a_tap_alone(sam: Talker, box: Box) -> None:
    """As they stand then, and shown before they are sent."""
    await sam.gets_to("words")
    await sam.types("The taster flat was damp.")
    await asks(sam)
    await sam.presses("Add what I wrote before")
    await sam.presses("Next")
    await sam.types(REACH)
    assert "The taster flat was damp." in sam.reads
    await sam.presses("Send it")
    before = box.pleas[0].before
    assert before
    assert before.reveal() == "The taster flat was damp."
    assert len(sam.begun.parts) == 1


async def test_what_did_not_get_there_is_not_said_to_have(sam: Talker, box: Box) -> None:
    """They hear it at once, with other ways, and what they wrote is still there; another try is the same letter."""
    await to_check(sam)
    box.refusing = 1
    await sam.presses("Send it")
    assert "did not go through" in sam.reads
    assert "0800 1111" in sam.reads
    await sam.presses("Try again")
    assert "It got there" in sam.reads
    assert [plea.words.reveal() for plea in box.pleas] == [WORDS]
    assert len(set(box.tries)) == 1


async def test_three_in_an_hour_are_the_most(sam: Talker, box: Box) -> None:
    """One person can't fill the mailbox; what they wrote stays, and they read whom to call."""
    for _ in range(PLEAS_IN_AN_HOUR):
        await to_check(sam)
        await sam.presses("Send it")
        assert "It got there" in sam.reads
    await to_check(sam)
    await sam.presses("Send it")
    assert "three times" in sam.reads
    assert "0800 1111" in sam.reads
    assert sam.begun.contact
    assert len(box.pleas) == PLEAS_IN_AN_HOUR


def test_after_an_hour_it_can_be_sent_again() -> None:
    """Counts are forgotten with their key."""
    now = 0.0
    hour = Throttle(PLEAS_IN_AN_HOUR, seconds=AN_HOUR, clock=lambda: now)
    for _ in range(PLEAS_IN_AN_HOUR):
        hour.count("sam")
    assert hour.is_used_up("sam")
    now = AN_HOUR
    assert not hour.is_used_up("sam")


async def test_it_can_be_changed_until_it_is_sent(sam: Talker, box: Box) -> None:
    """More words, an edit of each message, another way to be reached, a message taken out."""
    await asks(sam)
    first = await sam.types("it is bad")
    await sam.types("never mind this")
    await sam.presses("Take out")
    await sam.presses("Next")
    number = await sam.types("07700 900000")
    await sam.edits(first, "it is very bad")
    await sam.edits(number, REACH)
    await sam.types("please hurry")
    await sam.presses("Change how to reach me")
    await sam.types("email sam@young.example")
    await sam.presses("Send it")
    (plea,) = box.pleas
    assert plea.words.reveal() == "it is very bad\n\nplease hurry"
    assert plea.reach.reveal() == "email sam@young.example"


async def test_a_message_that_is_edited_away_is_not_sent(sam: Talker, box: Box) -> None:
    """Words under a picture can be taken out by an edit; without any, nothing can be sent."""
    await asks(sam)
    await sam.does(Typed("secret", 77, 77, beside="picture"))
    assert "can't keep pictures" in sam.reads
    await sam.does(Odd("picture", emptied=77))
    await sam.types("next")
    assert not box.tries
    assert sam.begun.contact
    assert not sam.begun.contact.has_words


async def test_labels_and_a_plain_yes_may_be_typed(sam: Talker, box: Box) -> None:
    """Whoever has no buttons, or reads with a screen reader, gets through; a no sends nothing and loses nothing."""
    await sam.types("/help")
    await sam.types("ask someone to contact me")
    await sam.types(WORDS)
    await sam.types("next")
    await sam.types(REACH)
    await sam.types("no")
    assert "have not sent it" in sam.reads
    assert not box.tries
    await sam.types("yes")
    assert [plea.words.reveal() for plea in box.pleas] == [WORDS]


async def test_help_in_between_leads_back(sam: Talker) -> None:
    """Pages beside it lose nothing of it, and offer it no second time."""
    await to_check(sam)
    for typed in ("/help", "help", "/privacy"):
        await sam.types(typed)
        assert ASK not in all_labels(sam)
        await sam.presses("Carry on")
        assert WORDS in sam.reads


async def test_what_can_not_be_sent_is_said(sam: Talker) -> None:
    """A voice note is no words here either; far too long a message is refused, and the rest stays."""
    await to_check(sam)
    await sam.does(Odd("voice"))
    assert "can't listen" in sam.reads
    for _ in range(3):
        await sam.types("a" * 4000)
    assert "too long" in sam.reads
    assert sam.begun.contact
    assert WORDS in sam.begun.contact.words.reveal()


async def test_who_goes_on_with_the_voice_can_come_back(sam: Talker, box: Box) -> None:
    """Typed words are the voice's again; what was written for the lead waits, and is never sent along."""
    await sam.gets_to("words")
    voice = sam.screens[-1]
    await asks(sam)
    await sam.types(WORDS)
    skip = next(one for row in voice.buttons for one in row if one.label == "Back")
    await sam.presses_again(skip)
    await sam.types("The flat was damp.")
    assert [part.words.reveal() for part in sam.begun.parts] == ["The flat was damp."]
    for label in ("Skip", "Done", "don't quote", "Send"):
        if label in " ".join(sam.labels):
            await sam.presses(label)
    assert code_in(sam.reads)
    assert "is not sent yet" in sam.reads
    assert not box.tries
    await sam.presses(ASK)
    assert "Nothing is sent yet" in sam.reads


async def test_risk_across_messages_for_the_lead_brings_numbers(sam: Talker) -> None:
    """Half a sentence in each, as in a voice."""
    await asks(sam)
    await sam.types("i want to")
    await sam.types("die")
    assert "call 0800 1111" in sam.screens[0].text


async def test_starting_again_forgets_the_voice_alone(sam: Talker) -> None:
    """What was written for the lead waits, whatever becomes of the voice."""
    await sam.gets_to("preview")
    await asks(sam)
    await sam.types(WORDS)
    await sam.types("/start")
    await sam.presses("start again")
    assert not sam.begun.parts
    assert sam.begun.contact
    assert sam.begun.contact.words.reveal() == WORDS


@pytest.mark.parametrize("how", ["/stop", "stop", "Don't send it"])
async def test_it_is_forgotten_when_they_say_so(sam: Talker, how: str) -> None:
    """Nothing is sent, and the old buttons do nothing."""
    await to_check(sam)
    send = sam.button("Send it")
    await (sam.presses(how) if how in all_labels(sam) else sam.types(how))
    assert sam.draft is None
    await sam.presses_again(send)
    assert "I no longer have" in sam.reads


@pytest.mark.parametrize("at", ["told", "words", "reach", "check"])
async def test_risk_while_asking_brings_numbers_every_time(sam: Talker, at: str) -> None:
    """At each stage, and the words stay with what is for the lead."""
    await asks(sam)
    if at != "told":
        await sam.types(WORDS)
    if at in {"reach", "check"}:
        await sam.presses("Next")
    if at == "check":
        await sam.types(REACH)
    for _ in range(2):
        await sam.types(RISK)
        assert "call 0800 1111" in sam.screens[0].text
        assert ASK not in [one.label for row in sam.screens[0].buttons for one in row]
    assert not sam.begun.parts


@pytest.mark.parametrize("seed", range(3))
async def test_on_any_walk_only_what_was_shown_last_is_sent(sam: Talker, box: Box, kept: Kept, seed: int) -> None:
    """Hundreds of steps, old buttons included: each plea was on the screen before, and no voice is sent along."""
    any_ = random.Random(seed)  # noqa: S311 - not a secret
    texts = (
        WORDS,
        REACH,
        RISK,
        "next",
        "next",
        "yes",
        "yes",
        "yes",
        "no",
        "/help",
        "Done",
        "/stop",
        "help",
        "damp flat",
    )
    old: list[Button] = []
    summary = ""
    for step in range(2_000):
        if step >= 250 and box.pleas:
            break
        shown = [one for each in sam.screens for row in each.buttons for one in row]
        old = [*old[-20:], *shown]
        if "This is what I will send" in sam.reads:
            summary = sam.reads
        sent = len(box.pleas)
        if shown and any_.random() < 0.6:
            await sam.presses_again(any_.choice((shown[0], any_.choice(shown), any_.choice(old))))
        elif any_.random() < 0.3:
            await sam.does(Press("-", "contact", "", 1))
        else:
            await sam.types(any_.choice(texts))
        for plea in box.pleas[sent:]:
            assert plea.words.reveal() in summary
            assert plea.reach.reveal() in summary
    assert box.pleas
    assert all(voice.words is None or WORDS not in voice.words.text for voice in kept.all())
