"""Keeps an answer back until a fixed time is over: how long it took then tells nothing of what was found."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def at_least(seconds: float) -> AsyncIterator[None]:
    """Leave the block no sooner than `seconds` after it was entered, even by an error."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    try:
        yield
    finally:
        await asyncio.sleep(until - loop.time())
