"""The Bot API of the terminal does and refuses what Telegram's does, as far as a conversation needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, Update
from telegram.error import BadRequest, NetworkError

from desk.chat.bot_api import PERSON, TOKEN, MemoryBotApi
from desk.chat.chat import LONGEST, Chat
from desk.chat.shown import Button
from desk.chat.updates import Updates

if TYPE_CHECKING:
    from desk.chat.shown import Message

ME = int(str(PERSON["id"]))


class Seen:
    """A screen that remembers what it was told to show."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.notes: list[str] = []

    def message(self, message: Message) -> None:
        """Remember a message."""
        self.messages.append(message)

    def pop_up(self, text: str) -> None:
        """Remember a note."""
        self.notes.append(text)

    def removed(self, many: int) -> None:
        """Remember that something was removed."""
        self.notes.append(f"removed {many}")


@pytest.fixture
def seen() -> Seen:
    """Give a screen."""
    return Seen()


@pytest.fixture
def chat(seen: Seen) -> Chat:
    """Give an empty chat on that screen."""
    return Chat(seen)


@pytest.fixture
def bot(chat: Chat) -> Bot:
    """Give python-telegram-bot's own client of that chat."""
    return Bot(TOKEN, request=MemoryBotApi(chat), get_updates_request=MemoryBotApi(chat))


def keyboard(*rows: str) -> InlineKeyboardMarkup:
    """Make buttons: one row for each text, one button for each word, which sends itself."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(word, callback_data=word) for word in row.split()] for row in rows]
    )


async def test_a_message_is_shown_with_its_buttons(bot: Bot, seen: Seen, chat: Chat) -> None:
    """Text and rows come out as they went in, and the bot gets the message back."""
    sent = await bot.send_message(ME, "How was it?", reply_markup=keyboard("good bad", "stop"))
    (message,) = seen.messages
    assert message.text == sent.text == "How was it?"
    assert message.rows == ((Button("good", "good"), Button("bad", "bad")), (Button("stop", "stop"),))
    assert (sent.reply_markup, chat.choices) == (keyboard("good bad", "stop"), message)


async def test_what_is_quoted_is_known(bot: Bot, seen: Seen) -> None:
    """Telegram counts in UTF-16, where an emoji is two; other marks change nothing that is read."""
    text = "😀 This is kept:\n\nMy 😀 [place]\n\nCode"
    start = len(text[: text.index("My")].encode("utf-16-le")) // 2
    quote = MessageEntity("blockquote", start, len("My 😀 [place]") + 1)
    await bot.send_message(ME, text, entities=[quote, MessageEntity("code", start + 17, 4)])
    (message,) = seen.messages
    assert [text[a:b] for a, b in message.quoted] == ["My 😀 [place]"]


async def test_a_changed_message_is_shown_again(bot: Bot, seen: Seen, chat: Chat) -> None:
    """It is the new screen, with its new buttons and none of the old."""
    sent = await bot.send_message(ME, "One", reply_markup=keyboard("a"))
    await bot.send_message(ME, "Between", reply_markup=keyboard("b"))
    await bot.edit_message_text("Two", ME, sent.message_id, reply_markup=keyboard("c"))
    assert [message.text for message in seen.messages] == ["One", "Between", "Two"]
    assert chat.choices == seen.messages[-1]
    await bot.edit_message_text("Three", ME, sent.message_id)
    assert seen.messages[-1].rows == ()
    assert chat.choices == seen.messages[1]


async def test_buttons_that_go_leave_nothing_to_read_again(bot: Bot, seen: Seen, chat: Chat) -> None:
    """A text that stays is not read out twice; buttons that change are."""
    sent = await bot.send_message(ME, "One", reply_markup=keyboard("a"))
    await bot.edit_message_reply_markup(ME, sent.message_id, reply_markup=keyboard("b"))
    await bot.edit_message_reply_markup(ME, sent.message_id)
    assert [message.rows for message in seen.messages] == [((Button("a", "a"),),), ((Button("b", "b"),),)]
    assert chat.choices is None


async def test_a_change_to_nothing_new_is_refused(bot: Bot, seen: Seen) -> None:
    """As Telegram does: whoever taps twice gets no second screen."""
    sent = await bot.send_message(ME, "One", reply_markup=keyboard("a"))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("One", ME, sent.message_id, reply_markup=keyboard("a"))
    assert len(seen.messages) == 1


async def test_only_messages_of_the_bot_can_be_changed(bot: Bot, chat: Chat) -> None:
    """Neither a person's nor one that is gone."""
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("Mine", ME, chat.type("Hello").id)
    with pytest.raises(BadRequest, match="not found"):
        await bot.edit_message_text("Mine", ME, 99)


async def test_a_person_sees_that_their_message_is_taken_out(bot: Bot, chat: Chat, seen: Seen) -> None:
    """The bot's own may go without a word, and take their buttons along; what is gone can't go again."""
    words = chat.type("Hello")
    screen = await bot.send_message(ME, "One", reply_markup=keyboard("a"))
    await bot.delete_messages(ME, [screen.message_id, words.id, 4711])
    assert (seen.notes, chat.choices) == (["removed 1"], None)
    with pytest.raises(BadRequest, match="not found"):
        await bot.delete_message(ME, words.id)


async def test_a_note_pops_up(bot: Bot, seen: Seen) -> None:
    """An answer to a tap is shown if it says something; one that is too long is refused."""
    await bot.answer_callback_query("1")
    await bot.answer_callback_query("1", "This is old.", show_alert=True)
    assert seen.notes == ["This is old."]
    with pytest.raises(BadRequest, match=r"(?i)too_long"):
        await bot.answer_callback_query("1", "x" * 201)


@pytest.mark.parametrize(
    ("text", "why"), [(" \n", "empty"), ("x" * (LONGEST + 1), "too long"), ("😀" * 2049, "too long")]
)
async def test_what_telegram_would_not_send_is_not_sent(bot: Bot, seen: Seen, text: str, why: str) -> None:
    """A wording that is too long for Telegram is too long here: who tries it out finds out."""
    with pytest.raises(BadRequest, match=why):
        await bot.send_message(ME, text)
    assert seen.messages == []


async def test_what_a_button_sends_is_short(bot: Bot) -> None:
    """64 bytes are the most."""
    await bot.send_message(ME, "One", reply_markup=keyboard("x" * 64))
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(ME, "One", reply_markup=keyboard("é" * 33))


async def test_markup_is_refused_aloud(bot: Bot, seen: Seen) -> None:
    """Tags would be read out as they are."""
    with pytest.raises(BadRequest, match="no markup"):
        await bot.send_message(ME, "<b>One</b>", parse_mode="HTML")
    assert seen.messages == []


async def test_what_it_can_not_do_it_says(bot: Bot, capsys: pytest.CaptureFixture[str]) -> None:
    """A method that nobody taught it is named, so that whoever used it knows, and where to teach it."""
    with pytest.raises(NetworkError, match="can't do sendDice"):
        await bot.send_dice(ME)
    assert "The terminal can't do sendDice: teach it in desk/chat/bot_api.py." in capsys.readouterr().err


async def test_what_a_bot_says_about_itself_is_taken(bot: Bot, seen: Seen) -> None:
    """Commands, descriptions and "is typing" are no part of what is read."""
    async with bot:
        assert bot.username == "care_voice_bot"
        assert await bot.set_my_commands([BotCommand("help", "What can I do?")])
        assert await bot.set_my_description("Hello")
        assert await bot.send_chat_action(ME, "typing")
        assert (await bot.get_webhook_info()).url == ""
    assert (seen.messages, seen.notes) == ([], [])


@pytest.mark.parametrize(
    ("text", "command"), [("/status velvet", 7), ("/help", 5), ("/he-lp", 0), ("and /help", 0), ("/", 0), ("/ help", 0)]
)
async def test_a_command_is_marked_as_telegram_marks_it(bot: Bot, chat: Chat, text: str, command: int) -> None:
    """Only what stands first, and is written as a command, is one."""
    update = Update.de_json(Updates().typed(chat.type(text)), bot)
    assert update.message is not None
    assert update.message.text == text
    assert sum(entity.length for entity in update.message.entities) == command


async def test_a_changed_message_comes_under_its_old_number(bot: Bot, chat: Chat) -> None:
    """The newest words are changed, not a command after them; where nothing was said there is nothing to change."""
    assert chat.retype("New") is None
    words = chat.type("Old")
    chat.type("/help")
    changed = chat.retype("New")
    assert changed is not None
    update = Update.de_json(Updates().edited(changed), bot)
    assert update.edited_message is not None
    assert (update.edited_message.text, update.edited_message.message_id) == ("New", words.id)
    assert update.edited_message.edit_date is not None


async def test_a_tap_brings_the_message_it_was_under(bot: Bot, chat: Chat) -> None:
    """The bot hears which button of which message, and by whom."""
    sent = await bot.send_message(ME, "One", reply_markup=keyboard("a b"))
    assert chat.choices is not None
    tap = Update.de_json(Updates().tapped(chat.choices, chat.choices.buttons[1]), bot).callback_query
    assert tap is not None
    assert (tap.data, tap.from_user.id) == ("b", ME)
    assert tap.message is not None
    assert tap.message.message_id == sent.message_id


def test_no_update_is_taken_for_one_of_telegram() -> None:
    """Its numbers never meet Telegram's, which are positive, nor those of another session."""
    chats = [(Updates(), Chat(Seen())) for _ in range(50)]
    numbers = [updates.typed(chat.type("Hello"))["update_id"] for updates, chat in chats]
    assert max(numbers) < 0
    assert len(set(numbers)) == 50


async def test_a_chat_tells_nobody_what_was_said(chat: Chat) -> None:
    """A message that is printed by mistake shows no words."""
    assert "Zanzibarr" not in repr([chat.type("Zanzibarr"), chat.send("Zanzibarr", ())])
