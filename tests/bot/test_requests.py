"""The Bot API is reached over a few connections, each used by one request at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.requests import Connections
from tests.fakes.faults import dropped, half, held

if TYPE_CHECKING:
    from tests.fakes.bot_api import BotApi


def make_bot(api: BotApi, most: int) -> Bot:
    """Make a bot that has so many connections."""
    return Bot(api.token, base_url=api.base_url, request=Connections(most))


async def test_one_after_the_other_needs_one_connection(api: BotApi) -> None:
    """A connection that is free is used again."""
    async with make_bot(api, 16) as bot:
        for _ in range(5):
            await bot.get_me()
        assert api.connections == 1


async def test_no_more_connections_than_allowed(api: BotApi) -> None:
    """Whoever comes while all are in use waits, and is answered."""
    may_end = asyncio.Event()
    async with make_bot(api, 3) as bot:
        api.fail("getMe", *[held(may_end)] * 8)
        all_of_them = asyncio.gather(*(bot.get_me() for _ in range(8)))
        await api.was_called("getMe", 1 + 3)
        assert api.connections == 3
        assert len(api.called("getMe")) == 1 + 3
        may_end.set()
        assert len(await all_of_them) == 8
        assert api.connections == 3


async def test_a_connection_that_broke_is_made_again(api: BotApi) -> None:
    """Every request after one that failed works."""
    async with make_bot(api, 1) as bot:
        for fault in (dropped(), half(), held(asyncio.Event())):
            api.fail("getMe", fault)
            with pytest.raises((NetworkError, TimedOut)):
                await bot.get_me(read_timeout=0.1)
            assert (await bot.get_me()).is_bot


async def test_who_gives_up_waiting_takes_nothing_along(api: BotApi) -> None:
    """A request that is cancelled, in work or in the queue, leaves its connection to the others."""
    async with make_bot(api, 1) as bot:
        api.fail("getMe", held(asyncio.Event()))
        waiting = [asyncio.ensure_future(bot.get_me()) for _ in range(2)]
        await api.was_called("getMe", 2)
        for each in waiting:
            each.cancel()
        await asyncio.wait(waiting)
        assert (await bot.get_me()).is_bot


async def test_all_are_closed_at_the_end(api: BotApi) -> None:
    """Nothing is left open, and what was closed can be opened again."""
    bot = make_bot(api, 4)
    for _ in range(2):
        async with bot:
            await asyncio.gather(*(bot.get_me() for _ in range(8)))
            assert api.connections
        await api.deserted()
