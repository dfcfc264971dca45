"""What a person types reaches any bot as Telegram would bring it, and whatever the bot does is shown."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, TypeHandler

from bot.tries import Tries
from desk.chat.bot_api import TOKEN, MemoryBotApi
from desk.chat.chat import LONGEST, Chat
from desk.chat.screen import Screen
from desk.chat.talk import AT_ONCE, Talk
from intake.wording import load_wording
from tests.bot.polling import SORRY, saying_sorry

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Echo:
    """A bot that remembers what it heard, and does what a word asks of it."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def handle(self, update: Update, context: Any) -> None:
        """Answer an update."""
        if update.callback_query:
            self.heard.append(f"tap {update.callback_query.data}")
            await update.callback_query.answer("Tapped.")
            return
        message = update.effective_message
        assert message is not None
        self.heard.append(str(message.text))
        if message.text == "fail":
            raise ZeroDivisionError
        if message.text == "dice":
            await context.bot.send_dice(message.chat_id)
        if message.text == "forget":
            await message.delete()
        if message.text == "buttons":
            row = (
                InlineKeyboardButton("Yes", callback_data="y"),
                InlineKeyboardButton("Page", url="https://a.example"),
            )
            await message.reply_text("Well?", reply_markup=InlineKeyboardMarkup([row]))


@asynccontextmanager
async def talking(echo: Echo) -> AsyncIterator[Talk]:
    """Let somebody talk with a bot."""
    say = load_wording()
    screen = Screen(say)
    chat = Chat(screen)
    api = MemoryBotApi(chat)
    builder: Any = Application.builder().token(TOKEN).updater(None).job_queue(None)
    application = builder.request(api).get_updates_request(api).build()
    application.add_handler(TypeHandler(Update, echo.handle))
    async with application:
        yield Talk(Tries(application, saying_sorry(application), AT_ONCE), chat, screen, say)


@pytest.fixture
def echo() -> Echo:
    """Give a bot that has heard nothing."""
    return Echo()


async def test_a_number_taps_only_where_there_are_buttons(echo: Echo, capsys: pytest.CaptureFixture[str]) -> None:
    """Before any button a number is words; with buttons it is a choice, and what pops up is shown."""
    async with talking(echo) as talk:
        for typed in ("1", "buttons", "1"):
            await talk.hear(typed)
    assert echo.heard == ["1", "buttons", "tap y"]
    assert "1. Yes   2. Page (https://a.example)" in (said := capsys.readouterr().out)
    assert "A note pops up: Tapped." in said


async def test_a_page_is_named_and_not_opened(echo: Echo, capsys: pytest.CaptureFixture[str]) -> None:
    """The bot hears nothing of a button that leads to a page, as on Telegram."""
    async with talking(echo) as talk:
        await talk.hear("buttons")
        await talk.hear("2")
    assert echo.heard == ["buttons"]
    assert "This button opens a web page: https://a.example" in capsys.readouterr().out


async def test_a_failure_is_said_once_and_the_talk_goes_on(echo: Echo, capsys: pytest.CaptureFixture[str]) -> None:
    """The bot says that it is sorry, as it does on Telegram, and takes the next message."""
    async with talking(echo) as talk:
        await talk.hear("fail")
        await talk.hear("hello")
    assert echo.heard == ["fail", "hello"]
    assert capsys.readouterr().out.count(SORRY) == 1


async def test_what_the_terminal_can_not_do_is_said(echo: Echo, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever builds on the bot reads which method is missing, and where to teach it."""
    async with talking(echo) as talk:
        await talk.hear("dice")
    said = capsys.readouterr()
    assert "The terminal can't do sendDice: teach it in desk/chat/bot_api.py." in said.err
    assert SORRY in said.out


async def test_a_message_that_is_taken_out_is_told(echo: Echo, capsys: pytest.CaptureFixture[str]) -> None:
    """In a terminal it can't vanish; it is said that on Telegram it would."""
    async with talking(echo) as talk:
        await talk.hear("forget")
    assert "(In Telegram, the bot has now taken your message out of the chat.)" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["word " * 2000 + "end", "x" * 9000, "line\n" * 2000 + "end"])
async def test_a_long_text_is_cut_as_telegram_cuts_it(echo: Echo, text: str) -> None:
    """No part is longer than a message may be, and no word of it is lost."""
    async with talking(echo) as talk:
        await talk.hear(text)
    assert len(echo.heard) > 1
    assert max(map(len, echo.heard)) <= LONGEST
    assert "".join("".join(echo.heard).split()) == "".join(text.split())


async def test_a_change_is_an_edited_message(echo: Echo) -> None:
    """/edit alone is a message like any; with words behind it, it changes the last ones."""
    async with talking(echo) as talk:
        for typed in ("/edit", "hello", "/edit good\nmorning"):
            await talk.hear(typed)
    assert echo.heard == ["/edit", "hello", "good\nmorning"]
