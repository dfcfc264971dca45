"""What Telegram shows of the bot before anyone writes: its commands and what it is."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from telegram import BotCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from telegram.ext import Application, ExtBot

    from bot.saying import Say

COMMANDS = ("start", "help", "status", "change", "withdraw", "updates", "rights", "privacy", "clear", "stop")
TWO_LETTERS = 2  # ISO 639-1 (core.telegram.org/bots/api#setmycommands)


class Introduction:
    """Sets commands and descriptions, in every language that Telegram can tell apart.

    Called again after it failed, it goes on where it was: Telegram counts calls. `says` are by language, the main one
    first, which everybody sees whose own isn't among them; what was set for one of `unset` is taken away.
    """

    def __init__(self, says: Mapping[str, Say], unset: Iterable[str] = ()) -> None:
        main, *others = says
        many = bool(others)
        spoken = [(_code(code), says[code]) for code in others if _code(code) not in {None, _code(main)}]
        self._left: deque[Callable[[ExtBot[Any]], Awaitable[object]]] = deque(_set(None, says[main], many=many))
        for code, say in spoken:
            self._left.extend(_set(code, say, many=many))
        for code in unset:
            self._left.extend(_unset(code))

    async def __call__(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Set what isn't set yet. Raises TelegramError."""
        while self._left:
            await self._left[0](application.bot)
            self._left.popleft()


def _code(language: str) -> str | None:
    """Return a language as Telegram knows it, by two letters; None if it knows none such."""
    return language if len(language) == TWO_LETTERS else None


def _set(code: str | None, say: Say, *, many: bool) -> tuple[Callable[[ExtBot[Any]], Awaitable[object]], ...]:
    names = (*COMMANDS, *(("language",) if many else ()))
    commands = [BotCommand(name, say(f"bot-command-{name}")) for name in names]
    return (
        lambda bot: bot.set_my_commands(commands, language_code=code),
        lambda bot: bot.set_my_short_description(say("bot-about-short"), language_code=code),
        lambda bot: bot.set_my_description(say("bot-about"), language_code=code),
    )


def _unset(code: str) -> tuple[Callable[[ExtBot[Any]], Awaitable[object]], ...]:
    return (
        lambda bot: bot.delete_my_commands(language_code=code),
        lambda bot: bot.set_my_short_description("", language_code=code),
        lambda bot: bot.set_my_description("", language_code=code),
    )
