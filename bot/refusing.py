"""Tells somebody, once, that they sent more than can be waiting for them. Looks at nothing that they sent."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from telegram.constants import ChatType
from telegram.error import TelegramError

if TYPE_CHECKING:
    from telegram import Update

    from bot.saying import Say

_log = structlog.get_logger("bot")


class Refusing:
    """Answers the first update that is not taken."""

    def __init__(self, say: Say) -> None:
        self._say = say

    async def __call__(self, update: Update) -> None:
        """Tell whoever wrote in private. Raises nothing of Telegram's: what is too much is not tried again."""
        _log.warning("telegram-answer", outcome="flood")
        if (chat := update.effective_chat) and chat.type == ChatType.PRIVATE:
            with suppress(TelegramError):
                await update.get_bot().send_message(chat.id, self._say("bot-flood"))
