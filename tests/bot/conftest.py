"""What the tests of the Telegram door share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.talking import Kept, Talker, talk
from tests.fakes.bot_api import BotApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Give a Bot API server."""
    async with BotApi() as api:
        yield api


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    """Give files of a deployment, closed at the end."""
    kept = Kept(tmp_path)
    yield kept
    await kept.writer.close()


@pytest.fixture
async def alex(kept: Kept) -> Talker:
    """Give somebody who talks with the bot."""
    return talk(kept)
