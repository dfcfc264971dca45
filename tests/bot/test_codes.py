"""What somebody with a receipt code can do: look up what happened, take the words back; and who only guesses."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.codes import looks_like_code
from bot.draft import MOST_MESSAGES
from intake.guesses import Guesses
from storage.decisions import Reason, approve, decline, sort
from storage.errors import Refused
from storage.model import Kind
from storage.opening import immediate
from storage.publishing import publish
from storage.release import Thresholds
from storage.responses import NewResponse, ResponseKind, draft
from storage.submissions import find, read
from tests.bot.talking import SETTINGS, Kept, Talker, talk, wording

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

WRONG = "void reappoint outcome ember twisty"
LIKE_A_CODE = "unhappy hungry freezing and scary"  # somebody's words


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Tell it."""
        return self.now


async def send(alex: Talker) -> str:
    """Send a voice; return its code."""
    alex.draft = None
    return await alex.sends()


def decide(kept: Kept, code: str, reason: Reason | None = None) -> int:
    """Approve a voice, or decline it; return its id."""
    conn = kept.files.open_intake()
    number = find(conn, kept.keys, code)
    assert number
    with immediate(conn):
        if reason:
            decline(conn, read(conn, number), "reader", reason)
        else:
            sort(conn, read(conn, number), "reader", kind=Kind.IDEA, theme="home")
            approve(conn, read(conn, number), "reader")
    conn.close()
    return number


async def taken_back(alex: Talker, code: str) -> None:
    """Take a voice back, and say yes."""
    await alex.types(f"/withdraw {code}")
    await alex.presses("Yes")
    assert "gone from everywhere" in alex.reads


async def let_the_minute_pass(kept: Kept) -> None:
    """Have what left erased, as the doors do."""
    kept.later += 61
    assert await kept.voices.erase_left() is None


@pytest.mark.parametrize("typed", ["{}", "/status {}", "/start {}", "  {} "])
async def test_a_code_shows_what_became_of_the_words_and_never_the_words(alex: Talker, typed: str) -> None:
    """By command, by link or just typed; nobody who finds a code can read what was said."""
    code = await send(alex)
    await alex.types(typed.format(code).strip())
    assert "have not decided yet" in alex.reads
    assert "taster flat" not in alex.reads


@pytest.mark.parametrize("between", ["-", " ", " - ", ", ", "\u2011", "\u2013", "_", "\n", "... ", " 2. "])
@pytest.mark.parametrize("around", ["{}", "{}.", "\u201c{}\u201d", "My code is {} thanks", "status {}", "/status {}"])
async def test_a_code_may_be_written_as_people_write(alex: Talker, kept: Kept, between: str, around: str) -> None:
    """Case, spaces, hyphens, marks and a few words around it don't matter."""
    code = await send(alex)
    await alex.types(around.format(code.upper().replace("-", between)))
    assert "have not decided yet" in alex.reads
    assert alex.draft is None
    assert len(kept.all()) == 1


async def test_a_long_message_with_a_code_in_it_is_words(alex: Talker) -> None:
    """Who tells something isn't taken for somebody who looks something up; the redactor hides the code."""
    code = await send(alex)
    await alex.types(f"I sent you {code} last week and still nobody has come to mend the damp in my room")
    assert alex.begun.has_words


async def test_a_code_can_be_asked_for_first(alex: Talker) -> None:
    """/status alone asks for the code; the next message is it."""
    code = await send(alex)
    await alex.types("/status")
    await alex.types(code)
    assert "have not decided yet" in alex.reads
    await alex.types("/withdraw")
    await alex.types(code)
    assert "Take them back?" in alex.reads


async def test_a_voice_that_is_being_read_says_so(alex: Talker, kept: Kept) -> None:
    """Somebody hid a word or sorted it, and has not decided."""
    code = await send(alex)
    await alex.types(code)
    assert "wait for someone to read them" in alex.reads
    conn = kept.files.open_intake()
    with immediate(conn):
        sort(conn, kept.voice(code), "reader", kind=Kind.IDEA)
    conn.close()
    await alex.types(code)
    assert "being read" in alex.reads


async def test_a_published_voice_says_whether_it_was_answered(alex: Talker, kept: Kept) -> None:
    """Nobody has to guess whether an answer is hidden somewhere."""
    code = await send(alex)
    decide(kept, code)
    conn, published = kept.files.open_intake(), kept.files.open_published()
    publish(conn, published, Thresholds(batch=1), account="reader", today=date(2026, 11, 1))
    conn.close()
    published.close()
    await alex.types(code)
    assert "in the collection" in alex.reads
    assert "Nobody has written an answer yet" in alex.reads


async def test_an_approved_voice_says_so(alex: Talker, kept: Kept) -> None:
    """In plain words, not by a state's name."""
    code = await send(alex)
    decide(kept, code)
    await alex.types(code)
    assert "said yes" in alex.reads


@pytest.mark.parametrize("reason", Reason)
async def test_a_declined_voice_says_why_kindly(alex: Talker, kept: Kept, reason: Reason) -> None:
    """Every reason has words of its own, and none is the code of a reason."""
    code = await send(alex)
    decide(kept, code, reason)
    await alex.types(code)
    assert "The reason:" in alex.reads
    assert reason.value not in alex.reads.replace("advert", "")


@pytest.mark.parametrize("kind", ResponseKind)
async def test_what_was_done_is_shown(alex: Talker, kept: Kept, kind: ResponseKind) -> None:
    """You said, we did: the council's own words, marked and never read as markup."""
    code = await send(alex)
    number = decide(kept, code)
    conn = kept.files.open_intake()
    with immediate(conn):
        draft(
            conn,
            NewResponse(kind, "The *flats* are <b>open</b>.", "reader", date(2026, 11, 3), approver="reader"),
            [number],
        )
    conn.close()
    await alex.types(code)
    assert "You said" in alex.reads
    assert "(3 November 2026)" in alex.reads
    (mark,) = alex.screens[-1].marks
    assert alex.screens[-1].text[mark.start : mark.end] == "The *flats* are <b>open</b>."


async def test_a_voice_is_taken_back_at_once_after_one_question(alex: Talker, kept: Kept) -> None:
    """It is asked once, says what can't be called back, and is gone; the code then leads nowhere."""
    code = await send(alex)
    await alex.types(f"/withdraw {code}")
    assert "can't call back what is printed" in alex.reads
    assert len(kept.all()) == 1
    yes = alex.button("Yes")
    await alex.presses_again(yes)
    assert "gone from everywhere" in alex.reads
    assert "wiped for good" in alex.reads
    assert kept.all() == []
    await let_the_minute_pass(kept)
    await alex.types(code)
    assert "can't find that code" in alex.reads


@pytest.mark.parametrize("undo", [lambda alex: alex.presses("Undo"), lambda alex: alex.types("undo")])
async def test_taking_back_can_be_undone_for_a_minute(
    alex: Talker, kept: Kept, undo: Callable[[Talker], Awaitable[None]]
) -> None:
    """By button or typed; the voice is as it was, under the same code, and stays when the minute is over."""
    code = await send(alex)
    before = kept.voice(code)
    await taken_back(alex, code)
    await undo(alex)
    assert "back as they were" in alex.reads
    await let_the_minute_pass(kept)
    assert replace(kept.voice(code), version=before.version) == before


async def test_who_comes_back_with_the_code_can_undo(kept: Kept) -> None:
    """After a restart the button is over, and says what still works; the code brings a new one."""
    alex = talk(kept)
    code = await send(alex)
    await taken_back(alex, code)
    undo, alex = alex.button("Undo"), talk(kept)
    await alex.presses_again(undo)
    assert "send /withdraw and your code" in alex.reads
    for typed in (f"/withdraw {code}", f"/change {code}", code):
        await alex.types(typed)
        assert "You took these words back" in alex.reads
    await alex.presses("Undo")
    assert "back as they were" in alex.reads
    assert kept.voice(code).words


async def test_undo_comes_too_late_after_the_minute(alex: Talker, kept: Kept) -> None:
    """Even if nobody had time to erase it yet: what was said holds."""
    code = await send(alex)
    await taken_back(alex, code)
    kept.later += 61
    await alex.presses("Undo")
    assert "too late to undo" in alex.reads
    await kept.voices.erase_left()
    await alex.types(code)
    assert "can't find that code" in alex.reads


async def test_an_ok_undoes_nothing(alex: Talker, kept: Kept) -> None:
    """Nothing was asked: who types ok or yes agrees that their words are gone."""
    await taken_back(alex, await send(alex))
    await alex.types("ok")
    assert kept.all() == []
    assert "back as they were" not in alex.reads


async def test_undo_brings_back_the_voice_that_was_taken_back_last(alex: Talker, kept: Kept) -> None:
    """An Undo below an earlier withdrawal does nothing to the later one."""
    first, second = await send(alex), await send(alex)
    await taken_back(alex, first)
    old = alex.button("Undo")
    await taken_back(alex, second)
    new = alex.button("Undo")
    await alex.presses_again(old)
    assert "no longer know which words" in alex.reads
    await alex.presses_again(new)
    assert kept.all() == [kept.voice(second)]


async def test_a_voice_that_leaves_can_not_be_used(alex: Talker, kept: Kept) -> None:
    """Nobody at the desk reads it or decides about it in that minute."""
    code = await send(alex)
    voice = kept.voice(code)
    await taken_back(alex, code)
    conn = kept.files.open_intake()
    with pytest.raises(Refused, match="withdrawn"):
        read(conn, voice.id)
    with pytest.raises(Refused, match="withdrawn"):
        approve(conn, replace(voice, kind=Kind.IDEA, theme="home"), "reader")
    conn.close()


async def test_yes_takes_back_the_voice_that_it_was_asked_about(alex: Talker, kept: Kept) -> None:
    """A Yes below an earlier question takes nothing back; the later question can still be answered."""
    first, second = await send(alex), await send(alex)
    await alex.types(f"/withdraw {first}")
    old = alex.button("Yes")
    await alex.types(f"/withdraw {second}")
    new = alex.button("Yes")
    await alex.presses_again(old)
    assert "no longer know which words" in alex.reads
    assert len(kept.all()) == 2
    await alex.presses_again(new)
    assert kept.all() == [kept.voice(first)]


@pytest.mark.parametrize(("answer", "left"), [("Yes, take it back", 0), ("no, keep it", 1)])
async def test_whether_to_take_words_back_can_be_typed(alex: Talker, kept: Kept, answer: str, left: int) -> None:
    """It is an answer, and begins no new voice."""
    await alex.types(f"/withdraw {await send(alex)}")
    await alex.types(answer)
    assert len(kept.all()) == left
    assert alex.draft is None or not alex.draft.is_begun


async def test_a_voice_can_be_kept_after_all(alex: Talker, kept: Kept) -> None:
    """No means no."""
    code = await send(alex)
    await alex.types(f"/withdraw {code}")
    await alex.presses("No, keep")
    assert "stay as they are" in alex.reads
    assert len(kept.all()) == 1
    assert alex.draft is None


async def test_an_interrupted_withdrawal_is_finished_by_a_second_tap(alex: Talker, kept: Kept) -> None:
    """Who taps again because no answer came hears that it is gone, not that there is no such code."""
    code = await send(alex)
    await alex.types(f"/withdraw {code}")
    draft, yes = alex.draft, alex.button("Yes")
    await alex.presses_again(yes)
    alex.draft = draft
    await alex.presses_again(yes)
    assert "gone from everywhere" in alex.reads
    assert kept.all() == []


@pytest.mark.parametrize("again", [lambda alex: alex.presses("Yes"), lambda alex: alex.types("yes")])
async def test_a_withdrawal_that_fails_is_not_called_done(
    alex: Talker, kept: Kept, again: Callable[[Talker], Awaitable[None]]
) -> None:
    """Whoever takes words back is never told that they are gone when they may not be; the question stands."""
    code = await send(alex)
    await alex.types(f"/withdraw {code}")
    published = kept.files.published_db
    published.rename(published.with_suffix(".away"))
    await again(alex)
    assert "may still be there" in alex.reads
    published.with_suffix(".away").rename(published)
    await again(alex)
    assert "gone from everywhere" in alex.reads
    assert kept.all() == []


async def test_looking_up_can_fail_and_says_so(alex: Talker, kept: Kept) -> None:
    """A code is not called wrong because a file can't be read."""
    code = await send(alex)
    await kept.writer.close()
    await alex.types(code)
    assert "Your code is still good" in alex.reads


async def test_what_looked_like_a_code_can_be_words(alex: Talker) -> None:
    """Five plain words are not lost because they could have been a code."""
    await alex.types(LIKE_A_CODE)
    assert "can't find that code" in alex.reads
    await alex.presses("my words")
    assert alex.begun.words.reveal() == LIKE_A_CODE


@pytest.mark.parametrize("before", [[], ["the flat was damp"]])
async def test_where_people_write_what_is_no_code_is_their_words(alex: Talker, before: list[str]) -> None:
    """Nobody has to say so: they see that it was taken as words, and can take it out."""
    await alex.gets_to("words")
    for text in (*before, LIKE_A_CODE, "and nobody rang", LIKE_A_CODE.upper()):
        await alex.types(text)
    assert "took it as what you would like to tell us" in alex.reads
    assert alex.begun.words.reveal() == "\n\n".join([*before, LIKE_A_CODE, "and nobody rang", LIKE_A_CODE.upper()])
    await alex.presses("Take out my last")
    assert alex.begun.words.reveal() == "\n\n".join([*before, LIKE_A_CODE, "and nobody rang"])


async def test_where_people_write_a_code_is_still_a_code(alex: Talker) -> None:
    """What exists is looked up, and never becomes words."""
    code = await send(alex)
    await alex.gets_to("words")
    await alex.types(code)
    assert "have not decided" in alex.reads
    assert not alex.begun.has_words


@pytest.mark.parametrize("goes_on", ["Nobody ever rings me", "Done"])
async def test_what_looked_like_a_code_is_taken_in_by_going_on(alex: Talker, kept: Kept, goes_on: str) -> None:
    """Nothing that was said is lost by not pressing the button; several such messages stay in their order."""
    for text in (LIKE_A_CODE, LIKE_A_CODE.title()):
        await alex.types(text)
    for label in ("Carry on", "Skip", "Skip"):
        await alex.presses(label)
    if goes_on != "Done":
        await alex.presses("Back")
        await alex.types(goes_on)
    for label in ("Done", "and quote", "Send"):
        if label in alex.labels or label == "and quote":
            await alex.presses(label)
    more = [] if goes_on == "Done" else [goes_on]
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text == "\n\n".join([LIKE_A_CODE, LIKE_A_CODE.title(), *more])


async def test_who_writes_on_hears_what_was_taken_in(alex: Talker) -> None:
    """They may have meant a code after all."""
    await alex.types(WRONG)
    await alex.types("Nobody ever rings me")
    assert "took in what looked like a code" in alex.reads
    assert alex.begun.words.reveal() == f"{WRONG}\n\nNobody ever rings me"


@pytest.mark.parametrize("on", ["/start", "/stop", "/withdraw", "/help", "send"])
async def test_no_way_on_loses_what_looked_like_a_code(alex: Talker, kept: Kept, on: str) -> None:
    """Whatever is done next keeps it, or says that it is forgotten."""
    code = await send(alex)
    await alex.types(LIKE_A_CODE)
    if on == "send":
        await alex.presses("Carry on")
        for label in ("An idea", "Money", "and quote", "Send"):
            await alex.presses(label)
        assert [voice.words.text for voice in kept.all() if voice.words and voice.words.text == LIKE_A_CODE]
        return
    await alex.types(f"{on} {code}" if on == "/withdraw" else on)
    if on == "/stop":
        assert "have forgotten" in alex.reads
        return
    if on == "/withdraw":
        await alex.presses("Yes")
    await alex.types("and nobody rang")
    assert alex.begun.words.reveal() == f"{LIKE_A_CODE}\n\nand nobody rang"


async def test_send_waits_for_what_was_set_aside(alex: Talker, kept: Kept) -> None:
    """What came after the last look at the words is looked at before Send."""
    await alex.gets_to("summary")
    sends = alex.button("Send")
    await alex.types("/status nobody ever rings me")
    assert "can't find" in alex.reads
    await alex.presses_again(sends)
    assert kept.all() == []
    assert "nobody ever rings me" in alex.reads


async def test_a_mistyped_code_becomes_no_words_once_it_was_right(alex: Talker) -> None:
    """Whoever sent it right meant it: a voice that is begun then doesn't hold it."""
    code = await send(alex)
    await alex.types("-".join([*code.split("-")[:4], "twisty"]))
    assert "can't find that code" in alex.reads
    await alex.types(code)
    await alex.types("Nobody ever rings me")
    assert alex.begun.words.reveal() == "Nobody ever rings me"


async def test_there_is_room_for_so_much_aside(alex: Talker) -> None:
    """Who sends one after the other is told when there is no room for more."""
    for _ in range(MOST_MESSAGES + 1):
        await alex.types(LIKE_A_CODE)
    assert "there are too many" in alex.reads
    assert len(alex.begun.aside) == MOST_MESSAGES


async def test_an_edit_of_what_looked_like_a_code_counts(alex: Talker) -> None:
    """Whoever says that it was no code, after they changed it, means the words as they are now."""
    await alex.types("/start")
    number = await alex.types(WRONG)
    mine = alex.button("my words")
    await alex.edits(number, "my worker never rings back")
    await alex.presses_again(mine)
    assert alex.begun.words.reveal() == "my worker never rings back"


async def test_a_code_can_be_put_right_by_an_edit(alex: Talker) -> None:
    """It is looked up, and what was mistyped is not kept aside any longer."""
    code = await send(alex)
    await alex.gets_to("words")
    number = await alex.types(WRONG)
    await alex.edits(number, code)
    assert "have not decided" in alex.reads
    assert not alex.begun.has_words
    await alex.types("Nobody ever rings me")
    assert alex.begun.words.reveal() == "Nobody ever rings me"


async def test_a_code_is_no_longer_asked_for_after_a_button(alex: Talker) -> None:
    """Who went back to writing is not taken for somebody with a code."""
    await alex.gets_to("words")
    await alex.types("/status")
    await alex.presses("Carry on")
    await alex.types("Nobody ever rings me back")
    assert "Got it" in alex.reads


@pytest.mark.parametrize("asks", ["/status", "/withdraw"])
@pytest.mark.parametrize(
    "command", ["/help", "/privacy", "/start", "/back", "/skip", "/thanks", f"/status {WRONG}", f"/withdraw {WRONG}"]
)
async def test_a_code_is_no_longer_asked_for_after_a_command(alex: Talker, asks: str, command: str) -> None:
    """What is typed next is words, and every one of them is kept."""
    await alex.types("/start")
    await alex.types(asks)
    await alex.types(command)
    await alex.types("Nobody ever rings me")
    assert alex.begun.words.reveal() == "Nobody ever rings me"
    assert "can't find that code" not in alex.reads


async def test_words_behind_a_command_are_kept_and_so_are_those_after_it(alex: Talker) -> None:
    """Who was asked for a code and wrote a voice around a command has lost none of it."""
    await alex.types("/status")
    await alex.types("/help I moved again")
    await alex.types("Nobody ever rings me")
    assert alex.begun.words.reveal().split() == ["I", "moved", "again", "Nobody", "ever", "rings", "me"]


@pytest.mark.parametrize("ways", [("/status", "/help"), ("/withdraw", "/privacy"), ("/status", WRONG), (WRONG,)])
async def test_who_came_with_a_code_hears_who_reads_before_more_is_asked(alex: Talker, ways: tuple[str, ...]) -> None:
    """Nobody told them yet: it is said with their first words, and once."""
    for typed in ways:
        await alex.types(typed)
    await alex.types("They never asked me what I would like to do about any of it")
    assert wording()("bot-before-you-write") in alex.reads
    await alex.types("and nobody ever rings")
    assert wording()("bot-before-you-write") not in alex.reads
    assert len(alex.begun.parts) == (3 if ways == (WRONG,) else 2)


async def test_who_was_greeted_is_not_greeted_again(alex: Talker) -> None:
    """Looking a code up in between changes nothing about that."""
    await alex.types("/start")
    await alex.types("/status")
    await alex.types("They never asked me what I would like to do about any of it")
    assert wording()("bot-before-you-write") not in alex.reads


async def test_a_command_can_ask_for_a_code_anew(alex: Talker) -> None:
    """The last one asked for counts; and what turns out to be no code can still be meant as words."""
    code = await send(alex)
    await alex.types("/status")
    await alex.types("/withdraw")
    await alex.types(code)
    assert "Take them back?" in alex.reads
    await alex.types("/status")
    await alex.types("Nobody ever rings me")
    assert "can't find that code" in alex.reads
    await alex.presses("my words")
    assert alex.begun.words.reveal() == "Nobody ever rings me"


async def test_guessing_is_slowed_per_person(kept: Kept) -> None:
    """After some wrong codes a day nothing is looked up for this person, right or wrong; others are served."""
    clock = Clock()
    guesses = Guesses(per_person=3, clock=clock)
    alex, sam = talk(kept, guesses), talk(kept, guesses)
    sam.name = "another"
    code = await send(alex)
    for _ in range(3):
        await alex.types(WRONG)
    await alex.types(code)
    assert "a lot of wrong codes" in alex.reads
    await sam.types(code)
    assert "have not decided" in sam.reads
    clock.now += 24 * 60 * 60
    await alex.types(code)
    assert "have not decided" in alex.reads


async def test_guessing_is_slowed_for_all(kept: Kept) -> None:
    """Many people who guess together are slowed together, for a minute."""
    clock = Clock()
    guesses = Guesses(overall=3, clock=clock)
    for number in range(3):
        guesser = talk(kept, guesses)
        guesser.name = str(number)
        await guesser.types(WRONG)
    alex = talk(kept, guesses)
    await alex.types(WRONG)
    assert "a lot of wrong codes" in alex.reads
    clock.now += 60
    await alex.types(WRONG)
    assert "can't find that code" in alex.reads


async def test_right_and_wrong_codes_take_the_same_time(kept: Kept) -> None:
    """No answer comes before a fixed time is over, whatever was found, so its time tells nothing."""
    alex, loop = talk(kept, Guesses(per_person=1), replace(SETTINGS, look_up=0.2)), asyncio.get_running_loop()
    code = await send(alex)
    for typed in (f"/status {code}", f"/status {WRONG}", f"/withdraw {code}", f"/status {code}"):
        start = loop.time()
        await alex.types(typed)
        assert loop.time() - start >= 0.2
    assert "a lot of wrong codes" in alex.reads


async def test_many_codes_at_once_are_counted_as_many(kept: Kept) -> None:
    """People who guess beside each other are no way around it."""
    guesses = Guesses(overall=3)
    crowd = [talk(kept, guesses) for _ in range(8)]
    for number, one in enumerate(crowd):
        one.name = str(number)
    await asyncio.gather(*(one.types(f"/status {WRONG}") for one in crowd))
    assert sum("can't find that code" in one.reads for one in crowd) == 3


async def test_looking_up_writes_nothing(alex: Talker, kept: Kept) -> None:
    """Neither who asked nor that anybody did is in the file afterwards."""
    code = await send(alex)
    conn = kept.files.open_intake()
    before = conn.serialize()
    for typed in (f"/status {code}", f"/status {WRONG}", f"/withdraw {code}", f"/change {code}"):
        await alex.types(typed)
    assert conn.serialize() == before
    conn.close()


async def test_right_codes_cost_nothing(kept: Kept) -> None:
    """Whoever looks up their own words may do so as often as they like."""
    alex = talk(kept, Guesses(per_person=2))
    code = await send(alex)
    for _ in range(5):
        await alex.types(code)
    assert "have not decided" in alex.reads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRONG, True),
        (LIKE_A_CODE, True),
        ("Velvet-Otter-Plank-Sunny-Drift", True),
        ("void reapoint outcome ember twisty", True),
        ("void reappoint outcome ember", False),
        ("void reappoint outcome ember twisty again", False),
        ("my worker never rings back", False),
        ("", False),
    ],
)
def test_what_looks_like_a_code(text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """A code with one typing mistake does too; what people say in five words hardly ever does."""
    assert looks_like_code(text) is expected


@pytest.mark.parametrize("step", [None, "words", "preview", "summary", "age", "hide"])
async def test_a_tapped_link_shows_what_became_of_its_voice(alex: Talker, step: str | None) -> None:
    """Next month, or in the middle of another voice, of which nothing is lost and to which it leads back."""
    code = await alex.sends()
    if step:
        await alex.gets_to(step)
    before = alex.draft and (alex.draft.parts, alex.draft.step, alex.draft.consent)
    await alex.types(f"/start {code}")
    assert "have not decided yet" in alex.reads
    assert (alex.draft and (alex.draft.parts, alex.draft.step, alex.draft.consent)) == before
    assert alex.labels[0] == ("Carry on" if step else "Tell us something")


async def test_a_link_that_leads_to_nothing_leaves_no_words(alex: Talker, kept: Kept) -> None:
    """Nobody typed its code, so nobody is asked whether it is what they would like to tell us."""
    code = await alex.sends()
    await taken_back(alex, code)
    await let_the_minute_pass(kept)
    await alex.gets_to("words")
    await alex.types(f"/start {code}")
    assert "I can't find that code" in alex.reads
    assert alex.begun.aside == ()
    assert alex.labels[0] == "Carry on"
