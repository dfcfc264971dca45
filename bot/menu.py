"""What Telegram shows of the bot before anyone writes: its commands and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import BotCommand

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.saying import Say

COMMANDS = ("start", "help", "status", "withdraw", "privacy", "stop")


async def introduce(bot: ExtBot[Any], say: Say) -> None:
    """Set commands and descriptions. Raises TelegramError."""
    await bot.set_my_commands([BotCommand(name, say(f"bot-command-{name}")) for name in COMMANDS])
    await bot.set_my_short_description(say("bot-about-short"))
    await bot.set_my_description(say("bot-about"))
