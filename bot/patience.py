"""Waits when the Bot API asks for it (429), for that request alone: nobody's flood keeps other people waiting."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

TRIES = 5
LONGEST = timedelta(seconds=20)  # whoever is asked to wait longer fails, and is tried again by whoever asked
_MORE = 0.1  # seconds: the library's own limiter adds them too

Json = bool | dict[str, Any] | list[dict[str, Any]]


class PerRequest(BaseRateLimiter[int]):
    """Tries a refused request again after the pause that it was given.

    The library's own limiter holds back every request while one waits: a single person who floods their own chat
    would silence the bot for everybody.
    """

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: who waits is cancelled by whoever asked."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Json]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002 - the signature is the library's
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: int | None,
    ) -> Json:
        """Do a request. Raises RetryAfter when that takes too many tries, or too long a pause."""
        for left in reversed(range(rate_limit_args or TRIES)):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as refused:
                pause = refused._retry_after  # noqa: SLF001 - the public one warns that its type will change
                if not left or pause > LONGEST:
                    raise
            await asyncio.sleep(pause.total_seconds() + _MORE)
        raise AssertionError  # the last try returned or raised
