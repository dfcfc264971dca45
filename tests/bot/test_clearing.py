"""A chat is cleared of what Telegram lets a bot take out, and what it doesn't is said; a code goes last of all."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.traces import Traces
from tests.bot.over_http import door_open, the_door, to_summary
from tests.bot.talking import SETTINGS, code_in, talk
from tests.bot.test_draft import Clock
from tests.fakes.faults import broken, dropped, lost, refused, too_many
from tests.fakes.lead import Box

if TYPE_CHECKING:
    from tests.bot.talking import Kept, Talker
    from tests.fakes.bot_api import BotApi
    from tests.fakes.faults import Fault
    from tests.fakes.people import Person

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


async def sends(person: Person) -> str:
    """Send a voice; return its code."""
    await to_summary(person)
    await person.taps("Send")
    return code_in((await person.hears("Your code")).text)


async def clears(person: Person, *labels: str) -> str:
    """Ask for the chat to be cleared, answer with these buttons, and return what is said last."""
    await person.says("/clear")
    await person.hears("Shall I clear the chat?")
    said = ""
    for label in labels:
        await person.taps(label)
        said = (await person.hears()).text
    return said


async def test_a_chat_is_cleared_but_for_the_code(api: BotApi, kept: Kept) -> None:
    """Right from below the receipt: all messages of both are gone, the code is there, and what isn't done is said."""
    alex = api.person()
    async with door_open(api, kept):
        code = await sends(alex)
        await alex.taps("Clear this chat")
        await alex.hears("Shall I clear the chat?")
        await alex.taps("keep my code")
        said = (await alex.hears("all our messages that I know")).text
        for told in ("Telegram keeps for itself", "more than two days", "tap Delete"):
            assert told in said
        await api.all_confirmed()
    assert alex.chat.theirs == set()
    assert [code in shown.text for shown in alex.messages] == [True, False]
    assert kept.voice(code) == kept.all()[0]


async def test_the_code_goes_only_after_two_questions(api: BotApi, kept: Kept) -> None:
    """Somebody who says that they have kept it has it cleared too; their voice stays saved, and the code good."""
    alex = api.person()
    async with door_open(api, kept):
        code = await sends(alex)
        said = await clears(alex, "Clear my code too")
        assert "kept your code in another place" in said
        assert any(code in shown.text for shown in alex.messages)
        await alex.taps("I saved my code")
        await alex.hears("all our messages that I know")
        assert len(alex.messages) == 1
        await alex.says(f"/start {code}")
        await alex.hears("have not decided yet")


@pytest.mark.parametrize("labels", [("No, leave",), ("code too", "No, leave")])
async def test_nothing_goes_without_a_yes(api: BotApi, kept: Kept, labels: tuple[str, ...]) -> None:
    """At each of the questions somebody can leave the chat as it is."""
    alex = api.person()
    async with door_open(api, kept):
        await sends(alex)
        before = len(alex.messages)
        assert "left the chat as it is" in await clears(alex, *labels)
    assert len(alex.messages) > before
    assert not api.called("deleteMessages")


async def test_who_stops_is_offered_it(api: BotApi, kept: Kept) -> None:
    """And the page that says so is all that stays."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.says("my flat is damp")
        await alex.hears("I have this message")
        await alex.taps("Stop")
        await alex.hears("I stopped")
        await alex.taps("Clear this chat")
        await alex.hears("Shall I")
        await alex.taps("keep my code")
        await alex.hears("all our messages that I know")
        await api.all_confirmed()
    assert len(alex.messages) == 1
    assert alex.chat.theirs == set()


async def test_a_draft_outlives_a_cleared_chat(api: BotApi, kept: Kept) -> None:
    """Who clears in the middle goes on where they were, with all that they wrote."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        await clears(alex, "keep my code")
        assert alex.chat.theirs == set()
        await alex.taps("Carry on")
        await alex.hears("Ready to send?")
        await alex.taps("Send")
        await alex.hears("Your code")
    assert len(kept.all()) == 1


async def test_hundreds_of_messages_go_a_hundred_at_a_time(api: BotApi, kept: Kept) -> None:
    """A voice of very many messages, pictures sent together and changed messages are all gone."""
    alex = api.person()
    photo = {"file_id": "x", "file_unique_id": "y", "width": 9, "height": 9}
    async with door_open(api, kept):
        for number in range(130):
            await alex.says(f"bus {number}")
        await alex.edits("bus 130")
        for _ in range(3):
            await alex._sends({"photo": [photo], "media_group_id": "77"})
        await api.all_confirmed()
        assert "all our messages that I know" in await clears(alex, "keep my code")
    assert alex.chat.theirs == set()
    assert len(alex.messages) == 1
    asked = [len(call.data["message_ids"]) for call in api.called("deleteMessages")]
    assert sum(asked) > 260
    assert max(asked) == 100


@pytest.mark.parametrize("many", [1, 3])
async def test_what_telegram_refuses_stays_alone_and_is_counted(api: BotApi, kept: Kept, many: int) -> None:
    """One that can't be deleted keeps no other there, and how to do it by hand is said."""
    alex = api.person()
    async with door_open(api, kept):
        for number in range(20):
            await alex.says(f"bus {number}")
        await api.all_confirmed()
        alex.chat.lasting = set(sorted(alex.chat.theirs)[5 : 5 + many])
        said = await clears(alex, "keep my code")
    assert f"take out {many} more" in said
    assert "press on a message and hold" in said
    assert alex.chat.theirs == alex.chat.lasting
    assert len(alex.messages) == 1


async def test_where_nothing_can_be_deleted_that_is_said_soon(api: BotApi, kept: Kept) -> None:
    """Telegram is not asked without end."""
    alex = api.person()
    no = refused(400, "Bad Request: message can't be deleted")
    async with door_open(api, kept):
        for number in range(120):
            await alex.says(f"bus {number}")
        await api.all_confirmed()
        api.fault_for = lambda call: no if call.method.startswith("deleteMessage") else None
        assert "did not let me take out our messages" in await clears(alex, "keep my code")
    assert len(api.called("deleteMessages")) + len(api.called("deleteMessage")) == 100


@pytest.mark.parametrize("fault", [too_many(1), broken(), dropped(), lost()])
async def test_trouble_on_the_way_is_tried_again(api: BotApi, kept: Kept, fault: Fault) -> None:
    """After a pause that Telegram asks for or a broken connection the rest goes too, and it is said once."""
    alex = api.person()
    async with door_open(api, kept):
        code = await sends(alex)
        api.fail("deleteMessages", fault)
        assert "all our messages that I know" in await clears(alex, "keep my code")
        await api.all_confirmed()
    assert alex.chat.theirs == set()
    assert [code in shown.text for shown in alex.messages] == [True, False]


async def test_an_answer_that_gets_lost_clears_nothing_twice(api: BotApi, kept: Kept) -> None:
    """What was done is said again; nobody hears that there was nothing to clear."""
    alex = api.person()
    async with door_open(api, kept):
        await sends(alex)
        await alex.says("/clear")
        await alex.hears("Shall I")
        api.fail("sendMessage", broken(), dropped())
        await alex.taps("keep my code")
        await alex.hears("all our messages that I know")
        await api.all_confirmed()
    assert len(api.called("deleteMessages")) == 1


async def test_a_second_tap_says_the_same(api: BotApi, kept: Kept) -> None:
    """Nobody hears first that it is done and then that it can't be."""
    alex = api.person()
    async with door_open(api, kept):
        code = await sends(alex)
        await alex.says("/clear")
        await alex.hears("Shall I")
        clear = alex.screen
        for _ in range(2):
            await alex.taps_data(str(clear.presses()[0]["callback_data"]), clear)
            assert "I left the message with your code" in (await alex.hears("all our messages that I know")).text
        await api.all_confirmed()
    assert [code in shown.text for shown in alex.messages] == [True, False]


async def test_what_they_deleted_themselves_is_no_trouble(api: BotApi, kept: Kept) -> None:
    """Telegram tells no bot of it; what isn't there any more needs no deleting."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.says("/privacy")
        await alex.hears("What we keep")
        alex.chat.theirs.clear()
        alex.chat.messages.clear()
        assert "all our messages that I know" in await clears(alex, "keep my code")


async def test_after_a_restart_it_says_what_it_can_not(api: BotApi, kept: Kept) -> None:
    """It knows of no message from before; the receipt and all else stays, and how to delete the chat is said."""
    alex = api.person()
    async with door_open(api, kept):
        code = await sends(alex)
        await api.all_confirmed()
    before = {shown.id for shown in alex.messages}
    async with door_open(api, kept):
        await alex.taps("Clear this chat")
        await alex.hears("Shall I")
        await alex.taps("code too")
        await alex.hears("kept your code")
        await alex.taps("I saved my code")
        said = (await alex.hears("tap Delete")).text
    assert "I no longer know which messages are ours" in said
    assert before <= {shown.id for shown in alex.messages}
    assert any(code in shown.text for shown in alex.messages)


async def test_who_blocks_the_bot_leaves_no_trace(api: BotApi, kept: Kept) -> None:
    """Nor does a group, where nothing is noted at all."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept) as application:
        await sends(alex)
        await sends(sam)
        assert len(the_door(application).traces) > 10
        for person in (alex, sam):
            await person.blocks()
        await api.all_confirmed()
        assert len(the_door(application).traces) == 0


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        (["clear this chat", "yes"], "I no longer know which messages"),
        (["/clear", "no"], "left the chat as it is"),
        (["clear", "Clear it, but keep my code"], "I no longer know which messages"),
        (["/clear", "clear my code too", "no"], "I no longer know which messages"),
        (["/clear", "clear my code too", "yes"], "I no longer know which messages"),
    ],
)
@pytest.mark.parametrize("step", [None, "words", "summary"])
async def test_it_can_be_typed(alex: Talker, typed: list[str], heard: str, step: str | None) -> None:
    """Whatever is being written meanwhile, and none of it becomes words."""
    if step:
        await alex.gets_to(step)
    before = alex.draft and (alex.draft.step, alex.draft.parts, alex.draft.consent)
    for text in typed:
        await alex.types(text)
    assert heard in alex.reads
    assert alex.labels[0] == ("Carry on" if step else "Tell us something")
    assert (alex.draft and (alex.draft.step, alex.draft.parts, alex.draft.consent)) == before


@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_what_a_lead_shall_read_outlives_it_too(kept: Kept, answer: str) -> None:
    """Though no voice was begun: whoever asks for help writes nothing twice."""
    sam = talk(kept, settings=replace(SETTINGS, lead=Box().lead))
    await sam.types("/help")
    await sam.presses("Ask someone")
    await sam.types("please ring me")
    await sam.types("/clear")
    await sam.types(answer)
    assert sam.begun.contact
    assert sam.begun.contact.words.reveal() == "please ring me"


async def test_words_after_the_question_are_words(alex: Talker) -> None:
    """Who writes on instead of answering is not asked again, and loses nothing."""
    await alex.types("/clear")
    await alex.types("my flat is damp")
    assert alex.begun.words.reveal() == "my flat is damp"


async def test_traces_are_bounded() -> None:
    """Of one person's messages the oldest are forgotten, of people those who are idle longest; codes are apart."""
    traces = Traces(most=5, room=12)
    for message in range(9):
        traces.note(1, message)
        traces.note(1, message)
    traces.note(1, 3, code=True)
    assert (list(traces.get(1).messages), list(traces.get(1).codes)) == ([4, 5, 6, 7, 8], [3])
    for chat in (2, 3):
        for message in range(5):
            traces.note(chat, message)
    assert (len(traces.get(1)), len(traces)) == (0, 10)
    traces.gone(2, {0, 1, 77})
    assert (list(traces.get(2).messages), len(traces)) == ([2, 3, 4], 8)


async def test_traces_of_very_many_people_take_little_room() -> None:
    """A thousand people with a hundred messages each, of whom those who wrote last are remembered."""
    traces = Traces(room=50_000)
    tracemalloc.start()
    try:
        for chat in range(1_000):
            for message in range(100):
                traces.note(chat, 2**40 + message)
        took = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert took < 2_000_000
    assert (len(traces), len(traces.get(499)), len(traces.get(500))) == (50_000, 0, 100)


async def test_traces_are_forgotten_after_an_idle_hour() -> None:
    """Without being asked, as drafts are."""
    clock = Clock()
    traces = Traces(clock=clock)
    traces.note(1, 1)
    clock.now = 3_000
    traces.note(2, 1)
    clock.now = 3_600
    traces._known._on_time()
    assert (len(traces), len(traces.get(1)), len(traces.get(2))) == (1, 0, 1)


async def test_a_trace_shows_nothing_when_printed() -> None:
    """No number of a message reaches a log by way of a repr."""
    traces = Traces()
    traces.note(987654321, 987654321)
    assert "987654321" not in repr(traces) + repr(traces._known) + repr(traces.get(987654321))
