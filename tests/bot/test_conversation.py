"""The conversation, step by step, without Telegram: what is asked, what is kept, what can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.draft import LONGEST, Draft, Part, Step
from bot.incoming import Odd, Press, Typed
from intake.raw import RawWords
from storage.model import OTHER, AgeBand, Channel, Consent, Happened, Kind, Speaker
from tests.bot.talking import BESIDE_PREVIEW, SETTINGS, Kept, Talker, code_in, redactor, talk, wording

if TYPE_CHECKING:
    from intake.wishes import Wishes

STEPS = list(Step)
SHORT_WAY = [Step.KIND, Step.THEME, Step.WORDS, Step.PREVIEW, Step.SUMMARY]
DETAILS = [Step.SPEAKER, Step.COUNCIL, Step.AGE, Step.HAPPENED]


async def test_a_voice_takes_five_taps(alex: Talker, kept: Kept) -> None:
    """Kind, theme, done, use, send: then it is kept as it was shown, and its code finds it."""
    await alex.gets_to("summary")
    await alex.presses("Send")
    assert alex.taps == 5
    voice = kept.voice(code_in(alex.reads))
    assert voice.words
    assert voice.words.text == "The taster flat was good. [name 1] from [place] showed me."
    assert (voice.kind, voice.theme, voice.consent) == (Kind.FEEDBACK, "home", Consent.READ)
    assert voice.channel is Channel.TELEGRAM


async def test_who_reads_and_who_knows_is_said_before_anything(alex: Talker) -> None:
    """Before anyone writes they learn who reads it, that no help can come, that Telegram knows, and whom to call."""
    await alex.types("/start")
    for said in ("Who reads it", "we can't come and help", "Telegram knows", "call 999"):
        assert said in alex.reads


async def test_nothing_is_kept_before_send(alex: Talker, kept: Kept) -> None:
    """At the last screen before Send there is still nothing on the disk."""
    await alex.gets_to("summary")
    assert kept.all() == []


async def test_the_preview_is_what_is_kept(alex: Talker, kept: Kept) -> None:
    """The marked stretch of the preview is, letter for letter, what is stored; and what was hidden is counted."""
    await alex.gets_to("preview")
    mark = next(mark for mark in alex.screens[-1].marks if mark.how == "quote")
    shown = alex.screens[-1].text[mark.start : mark.end]
    assert "Hidden: 1 name, 1 place." in alex.reads
    await alex.presses("Only count")
    await alex.presses("Send")
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text == shown


async def test_words_in_another_language_are_told_so(alex: Talker, kept: Kept) -> None:
    """The preview says that more was hidden, and the voice is marked for people who read the language."""
    await alex.gets_to("words")
    await alex.types("nikt nie pyta czego ja chcę, tylko Krzesława mnie słucha")
    await alex.presses("Done")
    assert "Hidden: 1 other thing." in alex.reads
    assert wording()("bot-not-english") in alex.reads
    await alex.presses("Only count")
    await alex.presses("Send")
    assert [voice.language for voice in kept.all()] == [OTHER]


async def test_english_words_are_not_told_of_other_languages(alex: Talker) -> None:
    """Most people never read of it."""
    await alex.gets_to("preview")
    assert wording()("bot-not-english") not in alex.reads


async def test_no_answer_is_pressed_beforehand(alex: Talker) -> None:
    """A new draft holds no answer to any question."""
    await alex.types("/start")
    assert alex.draft == Draft(token=alex.begun.token, greeted=True)


async def test_several_messages_are_one_voice(alex: Talker, kept: Kept) -> None:
    """They are kept one under the other."""
    await alex.gets_to("words")
    for text in ("the first", "the second", "the third"):
        await alex.types(text)
    for label in ("Done", "and quote", "Send"):
        await alex.presses(label)
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text == "the first\n\nthe second\n\nthe third"


@pytest.mark.parametrize("early", ["before anything", "at the kind", "at the theme"])
async def test_words_typed_too_early_are_kept(alex: Talker, kept: Kept, early: str) -> None:
    """Whoever writes before a theme was chosen has written the words: they go straight to the preview."""
    if early != "before anything":
        await alex.types("/start")
    if early == "at the theme":
        await alex.presses("An idea")
    await alex.types("more buses to college")
    if early != "at the theme":
        await alex.presses("An idea")
    await alex.presses("Money")
    assert "more buses to college" in alex.reads
    await alex.presses("and quote")
    await alex.presses("Send")
    assert [voice.words.text for voice in kept.all() if voice.words] == ["more buses to college"]


async def test_words_at_any_later_step_are_added(alex: Talker) -> None:
    """Whatever is typed at the preview, the summary or an optional question is kept, and shown again."""
    for step in (Step.PREVIEW, Step.SUMMARY, *DETAILS):
        alex.draft = None
        await alex.gets_to(step)
        await alex.types("and one more thing")
        assert "Got it" in alex.reads
        await alex.presses("Done")
        assert "and one more thing" in alex.reads


async def test_changed_words_are_agreed_to_again(alex: Talker) -> None:
    """How words may be used is asked anew once they changed."""
    await alex.gets_to("summary")
    await alex.types("and one more thing")
    assert alex.begun.consent is None


async def test_an_edit_changes_the_draft(alex: Talker) -> None:
    """An edited message takes the place of what it said before, and whoever saw a preview sees it anew."""
    await alex.gets_to("words")
    number = await alex.types("the flat was bad")
    await alex.presses("Done")
    await alex.edits(number, "the flat was damp")
    assert "I changed that" in alex.reads
    assert "damp" in alex.reads
    assert "bad" not in alex.reads


async def test_an_edit_of_what_is_gone_is_answered(alex: Talker, kept: Kept) -> None:
    """Somebody who edits what was sent learns that it changes nothing, and how to take it back."""
    await alex.gets_to("summary")
    await alex.presses("Send")
    before = kept.all()
    await alex.edits(2, "other words")
    assert "/withdraw" in alex.reads
    assert kept.all() == before


async def test_the_last_message_can_be_taken_out(alex: Talker) -> None:
    """Telegram tells no bot of deleted messages, so there is a button; pressing it twice takes out one."""
    await alex.gets_to("words")
    await alex.types("keep this")
    await alex.types("not this")
    out = alex.button("Take out")
    await alex.presses_again(out)
    await alex.presses_again(out)
    await alex.presses("Done")
    assert "keep this" in alex.reads
    assert "not this" not in alex.reads


@pytest.mark.parametrize("step", STEPS)
async def test_every_step_can_be_stopped(alex: Talker, kept: Kept, step: Step) -> None:
    """Stop forgets everything at once, by button and by command."""
    for stop in (lambda: alex.presses("Stop"), lambda: alex.types("/stop")):
        await alex.gets_to(step)
        await stop()
        assert alex.draft is None
        assert ("Nothing was changed" if step is Step.KIND else "nothing of it is saved") in alex.reads
    assert kept.all() == []


@pytest.mark.parametrize("step", [step for step in STEPS[1:] if step not in BESIDE_PREVIEW])
async def test_every_step_can_be_gone_back_from(alex: Talker, step: Step) -> None:
    """Back leads one step back, by button and by command, and loses no words."""
    for back in (lambda: alex.presses("Back"), lambda: alex.types("/back")):
        alex.draft = None
        await alex.gets_to(step)
        words = alex.draft.parts if alex.draft else ()
        await back()
        assert alex.begun.step is STEPS[STEPS.index(step) - 1]
        assert alex.begun.parts == words


@pytest.mark.parametrize("step", [Step.KIND, Step.THEME, *DETAILS])
async def test_every_question_can_be_skipped(alex: Talker, step: Step) -> None:
    """One tap, or /skip, leaves an answer out and goes on."""
    label = "Rather not say" if step in DETAILS else "Skip"
    for skip in (lambda: alex.presses(label), lambda: alex.types("/skip")):
        alex.draft = None
        await alex.gets_to(step)
        await skip()
        assert alex.begun.step is (STEPS[STEPS.index(step) + 1] if step is not Step.HAPPENED else Step.SUMMARY)


@pytest.mark.parametrize("step", [Step.WORDS, Step.PREVIEW, Step.SUMMARY])
async def test_what_can_not_be_skipped_says_so(alex: Talker, step: Step) -> None:
    """Without words, without an answer about their use, and without Send nothing can be kept."""
    await alex.gets_to(step)
    await alex.types("/skip")
    assert "I need an answer here" in alex.reads
    assert alex.begun.step is step


async def test_what_is_offered_is_kept(alex: Talker, kept: Kept) -> None:
    """Speaker, council, age band and time are asked behind one button, and stored with the words."""
    await alex.gets_to("speaker")
    for label in ("Me, about", "Swindon", "18 to 20", "last 12", "Send"):
        await alex.presses(label)
    (voice,) = kept.all()
    assert (voice.speaker, voice.council) == (Speaker.ME, "swindon")
    assert (voice.age_band, voice.happened) == (AgeBand.FROM_18, Happened.LAST_YEAR)


async def test_who_passes_words_on_is_asked_about_the_other(alex: Talker) -> None:
    """An advocate is asked about the person who spoke, and reminded of them."""
    await alex.gets_to("speaker")
    await alex.presses("someone's words")
    assert "looks after them" in alex.reads
    await alex.presses("Rather not")
    assert "who said this" in alex.reads
    await alex.presses("That's enough")
    assert "know and agree" in alex.reads


@pytest.mark.parametrize(
    ("step", "typed", "expected"),
    [
        (Step.KIND, "an idea to make things better", Step.THEME),
        (Step.KIND, "idea", Step.THEME),
        (Step.THEME, "MONEY", Step.WORDS),
        (Step.PREVIEW, "only count it", Step.SUMMARY),
        (Step.COUNCIL, "swindon", Step.AGE),
        (Step.AGE, "17", Step.HAPPENED),
        (Step.AGE, "Under 16", Step.HAPPENED),
        (Step.THEME, "back", Step.KIND),
    ],
)
async def test_a_typed_label_is_a_press(alex: Talker, step: Step, typed: str, expected: Step) -> None:
    """Whoever types what a button says, instead of pressing it, is understood; it is not taken for their words."""
    await alex.gets_to(step)
    before = alex.draft.parts if alex.draft else ()
    await alex.types(typed)
    assert alex.begun.step is expected
    assert alex.begun.parts == before


@pytest.mark.parametrize("step", [Step.THEME, Step.WORDS, Step.PREVIEW])
@pytest.mark.parametrize("typed", ["Carry on", "Done"])
async def test_a_label_of_the_page_before_is_not_taken_for_words(alex: Talker, step: Step, typed: str) -> None:
    """Who types what stands on a page beside the conversation, or types it twice, adds nothing to their words."""
    await alex.gets_to(step)
    await alex.types("/help and the flat was damp")
    before = alex.draft.parts if alex.draft else ()
    for _ in range(2):
        await alex.types(typed)
    assert alex.begun.parts == before


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("start", "Who reads it"),
        ("HELP", "Call 999"),
        ("status", "the five words"),
        ("withdraw", "take back"),
        ("privacy", "What we keep"),
        ("stop", "nothing to stop"),
        ("back", "Who reads it"),
    ],
)
async def test_a_command_without_its_slash_is_one(alex: Talker, word: str, heard: str) -> None:
    """Not everybody knows how bots are spoken to."""
    await alex.types(word)
    assert heard in alex.reads


@pytest.mark.parametrize(("age", "band"), [("9", "under-16"), ("15", "under-16"), ("16", "16-17"), ("18", "18-20")])
async def test_a_typed_age_becomes_a_band(alex: Talker, age: str, band: str) -> None:
    """The age itself is kept nowhere."""
    await alex.gets_to("age")
    await alex.types(age)
    assert alex.begun.age_band == band


async def test_under_16s_hear_the_truth(alex: Talker) -> None:
    """Telegram's rule, other ways, an adult for the youngest; then they may go on, are never quoted, and it is said."""
    await alex.types("/start")
    await alex.presses("under 16")
    for said in ("16 or older", "voice@council.example", "advocate", "under 13", "adult you trust"):
        assert said in alex.reads
    await alex.presses("go on")
    assert "I'm under 16" not in alex.labels
    assert alex.begun.age_band is AgeBand.UNDER_16
    await alex.presses("An idea")
    await alex.presses("Money")
    await alex.types("more pocket money")
    await alex.presses("Done")
    assert "never quote them" in alex.reads
    assert not any("and quote" in label for label in alex.labels)


@pytest.mark.parametrize("then", ["", "Back", "/start", "/help"])
async def test_who_is_under_16_stays_it_whatever_they_do_next(alex: Talker, kept: Kept, then: str) -> None:
    """It counts from the press: who writes on, goes back or starts again needn't say it twice."""
    await alex.types("/start")
    await alex.presses("under 16")
    if then:
        await (alex.types(then) if then.startswith("/") else alex.presses(then))
    await alex.types("The flat was good")
    for label in ("An idea", "Money", "don't quote", "Send"):
        await alex.presses(label)
    assert [voice.age_band for voice in kept.all()] == [AgeBand.UNDER_16]


async def test_who_rather_does_not_say_their_age_again_stays_under_16(alex: Talker) -> None:
    """Leaving a question out takes no protection away."""
    await alex.gets_to("age")
    await alex.presses("Under 16")
    await alex.presses("Back")
    await alex.presses("Rather not")
    await alex.presses("That's enough")
    assert alex.begun.age_band is AgeBand.UNDER_16
    assert "never quote them" in alex.reads


async def test_who_was_under_16_sees_when_they_no_longer_are(alex: Talker) -> None:
    """Another age may be the true one; that it takes a protection away is said before Send."""
    await alex.gets_to("age")
    await alex.presses("Under 16")
    await alex.presses("Back")
    await alex.presses("18 to 20")
    await alex.presses("That's enough")
    assert "First you told me" in alex.reads


async def test_who_writes_an_age_under_16_hears_that_they_are_never_quoted(alex: Talker, kept: Kept) -> None:
    """Nobody said how old they are, but the words did; who says that they are older is taken at their word."""
    await alex.gets_to("words")
    await alex.types("I am 14. The taster flat was good.")
    await alex.presses("Done")
    await alex.presses("and quote")
    assert "These words tell an age under 16" in alex.reads
    for button in ("Add more", "Rather not", "Rather not"):
        await alex.presses(button)
    await alex.presses("18 to 20")
    await alex.presses("That's enough")
    assert "These words tell an age under 16" not in alex.reads
    await alex.presses("Send")
    assert [voice.flags for voice in kept.all()] == [()]


async def test_no_old_button_lets_words_of_an_under_16_be_quoted(alex: Talker) -> None:
    """Neither what was chosen before, nor a preview from before."""
    await alex.gets_to("preview")
    quote = alex.button("and quote")
    await alex.presses_again(quote)
    await alex.presses("Add more")
    for label in ("Rather not", "Rather not", "Under 16"):
        await alex.presses(label)
    assert alex.begun.consent is Consent.READ
    await alex.presses_again(quote)
    assert alex.begun.consent is Consent.READ


async def test_start_again_keeps_what_was_begun(alex: Talker) -> None:
    """A second /start asks before it forgets anybody's words."""
    await alex.gets_to("words")
    await alex.types("the flat was damp")
    await alex.types("/start")
    assert "already begun" in alex.reads
    await alex.presses("Carry on")
    assert alex.begun.parts
    await alex.types("/start")
    await alex.presses("start again")
    assert alex.begun.parts == ()


@pytest.mark.parametrize("page", ["/help", "/privacy"])
async def test_a_page_beside_loses_nothing(alex: Talker, page: str) -> None:
    """After help or privacy the conversation goes on where it was."""
    await alex.gets_to("summary")
    before = alex.draft
    await alex.types(page)
    await alex.presses("Carry on")
    assert alex.draft == before
    assert "Ready to send?" in alex.reads


async def test_words_behind_a_command_are_words(alex: Talker) -> None:
    """Free text is never lost, even where nobody expects it."""
    await alex.types("/help my flat is damp")
    await alex.presses("Carry on")
    await alex.types("/moan about the bus")
    await alex.presses("Skip")
    await alex.presses("Skip")
    assert "my flat is damp" in alex.reads
    assert "/moan about the bus" in alex.reads


async def test_words_behind_a_command_have_to_be_agreed_to(alex: Talker) -> None:
    """They change what would be sent: Send comes only after they were shown."""
    await alex.gets_to("summary")
    await alex.types("/help my flat is damp too")
    await alex.presses("Carry on")
    assert alex.begun.step is Step.WORDS
    assert alex.begun.consent is None


async def test_too_much_is_said_and_the_rest_stays(alex: Talker) -> None:
    """A message that would make a voice too long is not kept, and nothing before it is lost."""
    await alex.gets_to("words")
    for _ in range(LONGEST // 4000):
        await alex.types("a" * 4000)
    before = alex.draft
    await alex.types("b" * 4000)
    assert "too long to add" in alex.reads
    assert alex.draft == before


async def test_an_empty_message_gets_an_answer(alex: Talker) -> None:
    """What holds nothing but control characters leads back to writing."""
    await alex.gets_to("words")
    await alex.types("\x07")
    await alex.presses("Done")
    assert "could not find any words" in alex.reads


class Breaks:
    """A redactor that fails as often as it is told to."""

    def __init__(self, times: int) -> None:
        self.times = times

    async def redact(self, words: RawWords, wishes: Wishes) -> object:
        """Fail, or redact."""
        if self.times:
            self.times -= 1
            raise RuntimeError
        return redactor().redact(words, wishes)


async def test_nothing_is_shown_that_could_not_be_made_safe(kept: Kept) -> None:
    """Without a redactor there is no preview; the words stay, and the next try works."""
    kept.passage._redactor = Breaks(1)  # type: ignore[assignment]
    alex = talk(kept)
    await alex.gets_to("words")
    await alex.types("Karolina never rings")
    await alex.presses("Done")
    assert "Karolina" not in alex.reads
    await alex.presses("Try again")
    assert "[name 1] never rings" in alex.reads


async def test_what_did_not_save_can_be_sent_again(kept: Kept) -> None:
    """Whatever fails at Send, the person hears that nothing is saved, and Send works once it can."""
    alex = talk(kept)
    await alex.gets_to("summary")
    kept.passage._redactor = Breaks(1)  # type: ignore[assignment]
    await alex.presses("Send")
    assert "That didn't save, please press Send again" in alex.reads
    assert kept.all() == []
    await alex.presses("Send")
    assert len(kept.all()) == 1


async def test_a_send_that_comes_again_is_one_voice(alex: Talker, kept: Kept) -> None:
    """The same update after a crash gives a fresh code for the voice that was stored."""
    await alex.gets_to("summary")
    send, draft = alex.button("Send"), alex.draft
    await alex.presses_again(send, update=77)
    first = code_in(alex.reads)
    for after in (draft, None):  # before it was forgotten, and after a restart
        alex.draft = after
        await alex.presses_again(send, update=77)
        assert "saved once" in alex.reads
        assert kept.voice(code_in(alex.reads)) == kept.voice(first)
    assert len(kept.all()) == 1


async def test_a_send_that_comes_again_after_a_withdrawal(alex: Talker, kept: Kept) -> None:
    """What was taken back is not stored again."""
    await alex.gets_to("summary")
    send = alex.button("Send")
    await alex.presses_again(send, update=77)
    assert await kept.voices.withdraw(code_in(alex.reads))
    await alex.presses_again(send, update=77)
    assert "taken back" in alex.reads
    assert kept.all() == []


async def test_a_second_tap_on_send_changes_nothing(alex: Talker, kept: Kept) -> None:
    """Two taps are one voice, and the second shows the code again: the first answer may never have come."""
    await alex.gets_to("summary")
    send = alex.button("Send")
    await alex.presses_again(send)
    code = code_in(alex.reads)
    await alex.presses_again(send)
    assert "saved once" in alex.reads
    assert code_in(alex.reads) == code
    assert len(kept.all()) == 1
    assert await kept.voices.withdraw(code)
    await alex.presses_again(send)
    assert "taken back" in alex.reads
    assert kept.all() == []


async def test_a_send_whose_words_are_gone_says_so(alex: Talker, kept: Kept) -> None:
    """After a restart the words are gone with the memory they were in: nobody is told that they are saved."""
    await alex.does(Press("0a0a0a0a", "send", "", 5))
    assert "please write them again" in alex.reads
    await alex.types("Send")
    assert "please write them again" in alex.reads
    assert kept.all() == []


async def test_an_old_draft_s_send_never_sends_the_new_one(alex: Talker, kept: Kept) -> None:
    """A button of another draft does nothing to this one, and says where it is."""
    await alex.gets_to("summary")
    old = alex.button("Send")
    alex.draft = None
    await alex.gets_to("summary")
    await alex.presses_again(old)
    assert "does nothing now" in alex.reads
    assert kept.all() == []


@pytest.mark.parametrize("step", STEPS)
async def test_pressing_twice_is_pressing_once(alex: Talker, step: Step) -> None:
    """The answer to a second press is the same, whichever button it was."""
    await alex.gets_to(step)
    before = alex.draft
    for row in alex.screens[-1].buttons:
        for button in row:
            if ".stop." in button.data or ".send." in button.data:
                continue
            alex.draft = before
            await alex.presses_again(button)
            once = alex.draft
            await alex.presses_again(button)
            assert alex.draft == once, button.label


@pytest.mark.parametrize("value", ["nowhere", "x" * 40, ""])
async def test_made_up_buttons_do_nothing(alex: Talker, value: str) -> None:
    """Some programs send what no button holds; it changes nothing and gets an answer."""
    await alex.gets_to("summary")
    before = alex.begun
    for action in ("go", "kind", "theme", "use", "council", "age", "speaker", "happened", "drop", "aside", "what"):
        await alex.does(Press(before.token, action, value, 1))
        assert alex.draft == before
        assert alex.reads


async def test_no_old_answer_about_use_counts_for_new_words(alex: Talker) -> None:
    """An answer pressed on an old preview is not taken for words that were never shown."""
    await alex.gets_to("preview")
    old = alex.button("and quote")
    await alex.types("and one more thing")
    await alex.presses_again(old)
    assert alex.begun.consent is None


async def test_no_old_answer_about_use_counts_for_edited_words(alex: Talker) -> None:
    """Whoever pressed below the preview from before an edit sees the words as they are now, and is asked again."""
    await alex.gets_to("words")
    number = await alex.types("the flat was bad")
    await alex.presses("Done")
    old = alex.button("and quote")
    await alex.edits(number, "the flat was damp")
    await alex.presses_again(old)
    assert alex.begun.consent is None
    assert "damp" in alex.reads
    await alex.types("quote")
    assert alex.begun.consent is Consent.QUOTE


async def test_words_that_could_not_be_previewed_are_not_sent(alex: Talker, kept: Kept) -> None:
    """An edit while no redactor answers leads back to writing: no answer from before counts for what was not seen."""
    await alex.gets_to("words")
    number = await alex.types("the flat was bad")
    await alex.presses("Done")
    old = alex.button("and quote")
    redacts, kept.passage._redactor = kept.passage._redactor, Breaks(1)  # type: ignore[assignment]
    await alex.edits(number, "the flat was damp")
    assert alex.begun.step is Step.WORDS
    kept.passage._redactor = redacts
    await alex.presses_again(old)
    assert alex.begun.consent is None
    await alex.presses("Done")
    assert "the flat was damp" in alex.reads


async def test_things_without_words_keep_the_buttons(alex: Talker) -> None:
    """A sticker in the middle gets a friendly answer, and the step's buttons."""
    await alex.gets_to("theme")
    await alex.does(Odd("sticker"))
    assert "Nice one" in alex.reads
    assert "Money" in alex.labels


async def test_words_beside_a_picture_are_kept(alex: Talker) -> None:
    """The picture isn't, and that is said."""
    await alex.gets_to("words")
    await alex.does(Typed("look at this damp", 99, 99, beside="picture"))
    assert "can't keep pictures" in alex.reads
    assert alex.begun.has(99)


@pytest.mark.parametrize("parts", [1, 2])
async def test_words_edited_away_from_beside_a_picture_are_taken_out(alex: Talker, parts: int) -> None:
    """What is left is shown anew, and how it may be used is asked again; so it is if nothing is left."""
    await alex.gets_to("words")
    await alex.does(Typed("look at this damp", 99, 99, beside="picture"))
    if parts == 2:
        await alex.types("it is cold too")
    await alex.presses("Done")
    await alex.presses("don't quote")
    await alex.does(Odd("picture", emptied=99))
    assert "took that message out" in alex.reads
    assert "damp" not in alex.reads
    assert (alex.begun.step, alex.begun.consent) == (Step.PREVIEW if parts == 2 else Step.WORDS, None)


async def test_words_edited_away_too_late_are_answered(alex: Talker) -> None:
    """Nobody thinks that they took out what was sent."""
    await alex.does(Odd("picture", emptied=99))
    assert "/withdraw" in alex.reads


async def test_what_looked_like_a_code_can_be_edited_away(alex: Talker) -> None:
    """It is no longer offered as words."""
    await alex.gets_to("words")
    await alex.does(Typed("void reappoint outcome ember twisty", 99, 99, beside="picture"))
    assert "can't keep pictures" in alex.reads
    await alex.does(Odd("picture", emptied=99))
    assert not alex.begun.has_words


def test_every_button_fits() -> None:
    """Data of at most 64 bytes, labels that a phone shows, and no words of anybody's."""
    from bot.screens import Screens  # noqa: PLC0415

    buttons = Screens(SETTINGS, wording(), lambda _: "").buttons
    part = Part(999_999_999_999, RawWords("Karolina"))
    for step in Step:
        for row in buttons.of(Draft(step=step, parts=(part,))):
            for one in row:
                assert len(one.data.encode()) <= 64
                assert len(one.label) <= 35 // len(row)
                assert "Karolina" not in one.data + one.label
