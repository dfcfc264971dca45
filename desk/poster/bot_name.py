"""Whose name the poster's link has: what Telegram says that our bot is called, or what was typed."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from desk.settings import FILE, SECRETS
from storage.errors import Refused

if TYPE_CHECKING:
    from desk.settings import Settings

_PATIENCE = 10.0  # seconds for an answer
_TYPED = re.compile(r"(?:@|(?:https?://)?t\.me/)?([A-Za-z]\w{3,31})", re.ASCII)
_OR_TYPE = "Or type its name: --bot NAME, as it stands behind t.me/ in its link."
_WHY = {
    "token": f"Telegram doesn't take the bot's token. Copy it again from @BotFather into {SECRETS}.",
    "silent": "Telegram can't be reached from here, so it can't be asked what your bot is called. Try again later.",
    "error": f"What answers at base_url in [telegram] of {FILE} is no Bot API. Check it.",
}


def typed(name: str) -> str:
    """Return a bot's name as it was typed, without what people put before it. Raises `Refused`."""
    if found := _TYPED.fullmatch(name.strip()):
        return found[1]
    raise Refused("--bot takes the name behind t.me/ in your bot's link: 5 to 32 letters, digits or _.")


def asked(settings: Settings) -> str:
    """Ask Telegram for our bot's name. Raises `Refused`, with what to do."""
    from bot.reachable import Unreachable, username  # noqa: PLC0415 - half a second that only this needs

    token = settings.telegram.token.get_secret_value()
    if not token:
        raise Refused(f"There is no bot yet: put its token into {SECRETS}, see docs/telegram.md. {_OR_TYPE}")
    try:
        return asyncio.run(username(token, settings.telegram.base_url, _PATIENCE))
    except Unreachable as error:
        raise Refused(f"{_WHY[error.why]} {_OR_TYPE}") from None
