"""Asks the Bot API whether our door could work: is the token taken, and does anyone else get what people write.

Changes nothing there. No message of an error of ours names the token; python-telegram-bot's do.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from telegram import Bot
from telegram.error import Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime


class Unreachable(Exception):
    """Raised when the Bot API can't be asked; `why` says which way."""

    def __init__(self, why: Literal["token", "silent", "error"]) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the Bot API says.

    `webhook` is where it posts updates to, or empty; `waiting` counts those nobody took. `failed` is when and why it
    could not post one last; None if it never failed.
    """

    webhook: str
    waiting: int
    failed: tuple[datetime, str] | None = None


async def ask(token: str, base_url: str, seconds: float) -> Answer:
    """Ask with getMe and getWebhookInfo. Raises Unreachable."""
    async with _asking(token, base_url, seconds) as bot:
        info = await bot.get_webhook_info()
        failed = info.last_error_date and (info.last_error_date, info.last_error_message or "")
        return Answer(info.url, info.pending_update_count, failed or None)


async def username(token: str, base_url: str, seconds: float) -> str:
    """Ask with getMe what our bot is called. Raises Unreachable."""
    async with _asking(token, base_url, seconds) as bot:
        return bot.username


@asynccontextmanager
async def _asking(token: str, base_url: str, seconds: float) -> AsyncIterator[Bot]:
    try:
        async with asyncio.timeout(seconds), _bot(token, base_url, seconds) as bot:  # which begins with getMe
            yield bot
    except (InvalidToken, Forbidden):
        raise Unreachable("token") from None
    except TimeoutError:
        raise Unreachable("silent") from None
    except TelegramError as error:
        raise Unreachable("silent" if type(error).__name__ in {"NetworkError", "TimedOut"} else "error") from None
    except Exception:  # noqa: BLE001 - what answers is no Bot API; what it said may hold anything
        raise Unreachable("error") from None


def _bot(token: str, base_url: str, seconds: float) -> Bot:
    request = HTTPXRequest(connect_timeout=seconds, read_timeout=seconds, pool_timeout=seconds)
    return Bot(token, base_url=base_url, request=request, get_updates_request=HTTPXRequest())
