"""What Telegram shows of the bot before anyone writes: its commands and what it is."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from telegram import BotCommand

if TYPE_CHECKING:
    from telegram.ext import Application, ExtBot

    from bot.saying import Say

COMMANDS = ("start", "help", "status", "change", "withdraw", "updates", "privacy", "clear", "stop")


class Introduction:
    """Sets commands and descriptions. Called again after it failed, it goes on where it was: Telegram counts calls."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._left = deque((_set_commands, _set_short_description, _set_description))

    async def __call__(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Set what isn't set yet. Raises TelegramError."""
        while self._left:
            await self._left[0](application.bot, self._say)
            self._left.popleft()


async def _set_commands(bot: ExtBot[Any], say: Say) -> None:
    await bot.set_my_commands([BotCommand(name, say(f"bot-command-{name}")) for name in COMMANDS])


async def _set_short_description(bot: ExtBot[Any], say: Say) -> None:
    await bot.set_my_short_description(say("bot-about-short"))


async def _set_description(bot: ExtBot[Any], say: Say) -> None:
    await bot.set_my_description(say("bot-about"))
