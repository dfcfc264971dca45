"""Tells somebody, once, that they sent more than can be waiting for them. Looks at nothing that they sent."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from telegram.constants import ChatType
from telegram.error import TelegramError

if TYPE_CHECKING:
    from telegram import Update

    from bot.telling import Telling

_log = structlog.get_logger("bot")


class Refusing:
    """Answers the first update that is not taken."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling

    async def __call__(self, update: Update) -> None:
        """Tell whoever wrote in private. Raises nothing of Telegram's: what is too much is not tried again."""
        _log.warning("telegram-answer", outcome="flood")
        if (chat := update.effective_chat) and chat.type == ChatType.PRIVATE:
            with suppress(TelegramError):
                await self._telling(update.get_bot(), chat.id, "bot-flood")
