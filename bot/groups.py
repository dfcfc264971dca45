"""Groups that the bot is put into: their people are asked to write in private. Nothing said there is looked at."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.helpers import create_deep_linked_url

if TYPE_CHECKING:
    from typing import Any

    from telegram import Chat
    from telegram.ext import ExtBot

    from bot.saying import Say

MOST = 1_000


class Groups:
    """Remembers which groups were asked, in memory alone."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._asked: OrderedDict[int, None] = OrderedDict()

    def forget(self, chat: int) -> None:
        """Ask a group anew, as when the bot was put into it once more."""
        self._asked.pop(chat, None)

    async def ask(self, bot: ExtBot[Any], chat: Chat) -> None:
        """Ask a group's people once to write in private; nothing that was said there is looked at."""
        if chat.type == ChatType.CHANNEL or chat.id in self._asked:
            return
        self._asked[chat.id] = None
        if len(self._asked) > MOST:
            self._asked.popitem(last=False)
        link = create_deep_linked_url(bot.username)
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton(self._say("bot-button-write-alone"), url=link)]])
        try:
            with suppress(Forbidden, BadRequest, RetryAfter):  # put out of the group, mute, or one of too many there
                await bot.send_message(chat.id, self._say("bot-group"), reply_markup=keyboard)
        except TelegramError:
            self._asked.pop(chat.id, None)
            raise
