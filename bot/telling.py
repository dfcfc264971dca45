"""Says what is no answer: that something went wrong, or was too much. In their language; cleared with the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram import Bot

    from bot.drafts import Drafts
    from bot.saying import Say
    from bot.traces import Traces


class Telling:
    """Knows the words of each language, of which the first is the main one, and who chose which."""

    def __init__(self, spoken: Mapping[str, Say], drafts: Drafts, traces: Traces) -> None:
        self._spoken = spoken
        self._drafts = drafts
        self._traces = traces

    async def __call__(self, bot: Bot, chat: int, message: str) -> None:
        """Say a message to a chat. Raises TelegramError if it didn't get through."""
        entry = self._drafts.get(chat)
        main = next(iter(self._spoken.values()))
        said = self._spoken.get(entry.language, main) if entry else main
        shown = await bot.send_message(chat, said(message))
        self._traces.note(chat, shown.message_id)
