"""Whole conversations over HTTP, with what Telegram does to them: twice, late, blocked, broken, killed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import Update

from bot.menu import COMMANDS
from tests.bot.over_http import begins, door_open, the_door, to_summary, writes_much
from tests.bot.polling import SORRY
from tests.bot.talking import code_in, wording
from tests.fakes.faults import broken, dropped, lost, refused, too_many
from tests.fakes.people import in_channel, in_group

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.faults import Fault

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


async def test_a_whole_conversation(api: BotApi, kept: Kept) -> None:
    """From /start to the receipt, its status and its withdrawal, undone once; nothing of the person stays in memory."""
    alex = api.person("Alex")
    async with door_open(api, kept) as application:
        await to_summary(alex)
        await alex.taps("Send")
        code = code_in((await alex.hears("Your code")).text)
        assert len(kept.all()) == 1
        await alex.says(code)
        await alex.hears("have not decided yet")
        for undo in (True, False):
            await alex.says(f"/withdraw {code}")
            await alex.hears("Take them back?")
            await alex.taps("Yes")
            await alex.hears("gone from everywhere")
            assert kept.all() == []
            if undo:
                await alex.taps("Undo")
                await alex.hears("back as they were")
                assert len(kept.all()) == 1
        await alex.says("/stop")
        await api.all_confirmed()
        assert kept.all() == []
        assert len(the_door(application).drafts) == 0
        assert (dict(application.user_data), dict(application.chat_data)) == ({}, {})


async def test_screens_take_each_other_s_place(api: BotApi, kept: Kept) -> None:
    """The chat is not flooded: questions take the place of the one before; preview and receipt stay to be read."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        await alex.taps("Send")
        await alex.hears("Your code")
        await api.all_confirmed()
    texts = [shown.text for shown in alex.messages]
    assert len(texts) == 4  # the last question, the preview, the summary, the receipt
    assert "exactly what we will keep" in texts[1]
    assert alex.messages[2].buttons == []  # Send can't be pressed again


async def test_the_bot_says_what_it_is_before_anyone_writes(api: BotApi, kept: Kept) -> None:
    """Commands and descriptions are set at opening, within Telegram's limits."""
    async with door_open(api, kept):
        await api.was_called("setMyDescription")
    assert [one["command"] for one in api.profile["setMyCommands"]["commands"]] == list(COMMANDS)
    assert len(api.profile["setMyShortDescription"]["short_description"]) <= 120
    assert len(api.profile["setMyDescription"]["description"]) <= 512
    assert all(len(wording()(f"bot-command-{name}")) <= 256 for name in COMMANDS)


@pytest.mark.parametrize("fault", [broken(), dropped(), lost(), too_many(1)])
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery", "editMessageReplyMarkup"])
async def test_no_trouble_of_telegram_s_doubles_a_voice(api: BotApi, kept: Kept, method: str, fault: Fault) -> None:
    """Whichever answer gets lost while a voice is sent, it is kept once, and the person gets a code that works."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        api.fail(method, fault)
        await alex.taps("Send")
        shown = await alex.hears("Your code")
        await api.all_confirmed()
        assert len(kept.all()) == 1
        assert kept.voice(code_in(alex.screen.text if "Your code" in alex.screen.text else shown.text))


@pytest.mark.parametrize("fault", [broken(), dropped(), lost()])
async def test_a_message_that_is_tried_again_is_one_part(api: BotApi, kept: Kept, fault: Fault) -> None:
    """An answer that gets lost makes nobody's words double, nor a typed button two steps."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        for typed, heard in (("idea", "mostly about"), ("money", "your own words"), ("more buses", "Got it")):
            api.fail("sendMessage", fault)
            await alex.says(typed)
            await alex.hears(heard)
        await api.all_confirmed()
        await alex.taps("Done")
        assert (await alex.hears("exactly what we will keep")).text.count("more buses") == 1


async def test_a_restart_loses_no_voice_and_tells_the_truth(api: BotApi, kept: Kept) -> None:
    """A Send that was stored just before a crash gets a code; words that were not sent are gone, and that is said."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept):
        await to_summary(alex)
        await to_summary(sam)
        await api.all_confirmed()
    summary = alex.screen.presses()[0]["callback_data"]
    async with door_open(api, kept):
        await alex.taps_data(summary)
        await alex.hears("please write them again")
        await sam.says("one more thing")
        assert "I no longer have it" in (await sam.hears("I have this message of yours")).text
    assert kept.all() == []


async def test_a_send_that_is_delivered_again_after_a_crash(api: BotApi, kept: Kept) -> None:
    """Stored, but its receipt never left: after the restart the same update brings a code for the same voice."""
    alex = api.person()
    async with door_open(api, kept):
        await to_summary(alex)
        await api.all_confirmed()
        api.fault_for = lambda call: broken() if call.method == "sendMessage" else None
        sends = len(api.called("sendMessage"))
        await alex.taps("Send")
        await api.was_called("sendMessage", sends + 1)
    assert len(kept.all()) == 1
    api.fault_for = lambda _: None
    async with door_open(api, kept):
        receipt = await alex.hears("Your code")
        await api.all_confirmed()
    assert kept.voice(code_in(receipt.text)) == kept.all()[0]


async def test_helplines_come_before_anything_that_could_fail(api: BotApi, kept: Kept) -> None:
    """Even if the conversation itself is broken, somebody at risk reads at once where to turn."""
    alex = api.person()
    async with door_open(api, kept) as application:
        the_door(application)._languages.answer = None  # type: ignore[assignment,method-assign]
        await alex.says("i want to die")
        await alex.hears("call 0800 1111")
        await alex.hears(SORRY)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("sticker", "only keep words"),
        ("voice", "can't listen"),
        ("video", "can't watch"),
        ("document", "can't open files"),
        ("location", "never want to know where you are"),
        ("contact", "never want to know who"),
        ("dice", "only keep words"),
    ],
)
async def test_what_is_not_text_gets_a_friendly_answer(api: BotApi, kept: Kept, kind: str, said: str) -> None:
    """Before anything was said, and in the middle, with the buttons to go on."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.sends(kind)
        await alex.hears(said)
        await begins(alex)
        await alex.sends(kind)
        assert "Skip" in (await alex.hears(said)).buttons


async def test_words_under_a_picture_are_kept(api: BotApi, kept: Kept) -> None:
    """The picture is not, and both is said."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.sends("photo")
        await alex.hears("can't keep pictures")
        await alex.hears("I have this message of yours")


def update_of(person: Any, content: dict[str, Any]) -> dict[str, Any]:
    """Return a message of a person's that holds anything."""
    return dict(person._message(4711, content))


POLL = {
    "id": "1",
    "question": "Why?",
    "options": [{"text": "a", "voter_count": 0, "persistent_id": "1"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"poll": POLL}, "polls"),
        ({"venue": {"location": {"latitude": 1, "longitude": 1}, "title": "x", "address": "y"}}, "where you are"),
        ({"something_of_next_year": {"a": 1}}, "can't read that"),
        ({"text": " \n "}, "can't read that"),
        ({}, "can't read that"),
    ],
)
async def test_rarer_messages_get_an_answer(api: BotApi, kept: Kept, content: dict[str, Any], said: str) -> None:
    """Those that Telegram has not thought of yet, too."""
    alex = api.person()
    async with door_open(api, kept):
        await api.updates.add("message", update_of(alex, content))
        await alex.hears(said)


async def test_an_album_gets_one_answer(api: BotApi, kept: Kept) -> None:
    """Ten pictures sent together are not answered ten times."""
    alex = api.person()
    photo = {"file_id": "x", "file_unique_id": "y", "width": 9, "height": 9}
    async with door_open(api, kept):
        for _ in range(3):
            await api.updates.add("message", update_of(alex, {"photo": [photo], "media_group_id": "77"}))
        await alex.hears("can't keep pictures")
        await api.all_confirmed()
    assert len(alex.messages) == 1


async def test_an_album_with_words_gets_one_answer(api: BotApi, kept: Kept) -> None:
    """The words of its first picture are taken in, and that pictures can't be kept is said once."""
    alex = api.person()
    album = {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 9, "height": 9}], "media_group_id": "78"}
    async with door_open(api, kept):
        await api.updates.add("message", update_of(alex, album | {"caption": "look at this damp"}))
        for _ in range(3):
            await api.updates.add("message", update_of(alex, album))
        await alex.hears("I have this message")
        await api.all_confirmed()
    assert sum("can't keep pictures" in shown.text for shown in alex.messages) == 1


async def test_an_edit_changes_what_is_previewed(api: BotApi, kept: Kept) -> None:
    """Over Telegram as well."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.says("the flat was bad")
        await alex.hears("I have this message")
        await alex.edits("the flat was damp")
        await alex.hears("I have your words so far")
        await alex.taps("Skip")
        await alex.hears("mostly about")
        await alex.taps("Skip")
        shown = await alex.hears("exactly what we will keep")
    assert "damp" in shown.text
    assert "bad" not in shown.text


@pytest.mark.parametrize("album", [{}, {"media_group_id": "77"}])
async def test_a_caption_can_be_edited_away(api: BotApi, kept: Kept, album: dict[str, str]) -> None:
    """Its words are taken out, those of an album's picture too."""
    alex = api.person()
    photo = {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 9, "height": 9}], **album}
    async with door_open(api, kept):
        await api.updates.add("message", update_of(alex, photo | {"media_group_id": "77"}))
        await alex.hears("can't keep pictures")
        await api.updates.add("message", update_of(alex, photo | {"caption": "look at this damp"}))
        await alex.hears("I have this message")
        await api.updates.add("edited_message", update_of(alex, photo | {"edit_date": 1}))
        await alex.hears("took that message out")


async def test_a_live_location_is_answered_once(api: BotApi, kept: Kept) -> None:
    """Each move of it comes as an edit; nobody is told the same again and again."""
    alex = api.person()
    place = {"latitude": 51.5, "longitude": -1.7, "live_period": 900}
    async with door_open(api, kept):
        await api.updates.add("message", update_of(alex, {"location": place}))
        await alex.hears("where you are")
        for _ in range(2):
            await api.updates.add("edited_message", update_of(alex, {"location": place, "edit_date": 1}))
        await api.all_confirmed()
    assert len(alex.messages) == 1


async def test_groups_are_asked_to_write_alone(api: BotApi, kept: Kept) -> None:
    """Words said in a group are not kept, and the way to a private chat is shown."""
    alex = api.person()
    async with door_open(api, kept) as application:
        await in_group(alex, "Karolina never rings")
        call = await api.was_called("sendMessage")
        assert "write to me alone" in call.data["text"]
        assert "https://t.me/" in str(call.data["reply_markup"])
        await in_channel(api, "a post")
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
    assert len(api.called("sendMessage")) == 1


async def test_whoever_blocks_is_forgotten_and_breaks_nothing(api: BotApi, kept: Kept) -> None:
    """Their draft goes at once; others are served; and who comes back is greeted."""
    alex, sam = api.person("Alex"), api.person("Sam")
    async with door_open(api, kept) as application:
        await begins(alex)
        await alex.blocks()
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
        await alex.says("still there?")
        await sam.says("/help")
        await sam.hears("call 0800 1111")
        await api.all_confirmed()
        assert len(the_door(application).drafts) == 0
        await alex.unblocks()
        await alex.hears("Good to have you back")


@pytest.mark.parametrize("data", ["", "Karolina", "00000000.send.", "-.new.", "zz.go.kind", "0" * 64])
async def test_buttons_of_any_other_time_get_an_answer(api: BotApi, kept: Kept, data: str) -> None:
    """Of another draft, of an older version, made up: the tap ends, something is said, nothing breaks."""
    alex = api.person()
    async with door_open(api, kept):
        await alex.says("/privacy")
        await alex.hears("What we keep")
        await alex.taps_data(data)
        await alex.hears()
        await api.all_confirmed()
    assert alex.toasts == [""]


async def test_a_tap_that_waited_too_long_still_counts(api: BotApi, kept: Kept) -> None:
    """Telegram forgets a tap after some minutes; what was tapped is done all the same."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        api.fail("answerCallbackQuery", refused(400, "Bad Request: query is too old and response timeout expired"))
        await alex.taps("An idea")
        await alex.hears("mostly about")


async def test_a_screen_that_can_not_be_edited_is_sent_anew(api: BotApi, kept: Kept) -> None:
    """Telegram refuses edits of old messages; the conversation goes on below."""
    alex = api.person()
    async with door_open(api, kept):
        await begins(alex)
        api.fail("editMessageText", refused(400, "Bad Request: message can't be edited"))
        await alex.taps("An idea")
        await alex.hears("mostly about")
    assert len(alex.messages) == 2


ASKED: list[tuple[str, dict[str, Any], str]] = [
    ("inline_query", {"query": "x", "offset": ""}, "answerInlineQuery"),
    ("pre_checkout_query", {"currency": "GBP", "total_amount": 1, "invoice_payload": "x"}, "answerPreCheckoutQuery"),
]


@pytest.mark.parametrize(("kind", "content", "method"), ASKED)
async def test_inline_and_payments_are_answered(
    api: BotApi, kept: Kept, kind: str, content: dict[str, Any], method: str
) -> None:
    """A bot with other settings is told of more; each is answered where Telegram takes an answer."""
    alex = api.person()
    async with door_open(api, kept) as application:
        await api.was_called("setMyDescription")
        update = Update.de_json({"update_id": 1, kind: {"id": "1", "from": alex.about, **content}}, application.bot)
        await application.process_update(update)
        await api.was_called(method)


async def test_words_in_many_messages_are_shown_in_many(api: BotApi, kept: Kept) -> None:
    """A long voice is previewed whole, in as many messages as it takes, and kept whole."""
    alex = api.person()
    async with door_open(api, kept):
        await writes_much(alex)
        await alex.taps("Done")
        await alex.hears("How may we use your words?")
        await alex.taps("and quote")
        await alex.hears("Ready")
        await alex.taps("Send")
        await alex.hears("Your code")
    (voice,) = kept.all()
    assert voice.words
    assert voice.words.text.count("bus") == 2700
