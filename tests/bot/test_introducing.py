"""What the bot says of itself is said until Telegram takes it, and meanwhile everybody is answered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.menu import COMMANDS
from tests.bot.over_http import door_open
from tests.fakes.faults import Fault, broken, dropped, held, lost, refused, too_many

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
SAID = ("setMyCommands", "setMyShortDescription", "setMyDescription")


@pytest.mark.parametrize("fault", [too_many(1), dropped(), broken(), lost()])
@pytest.mark.parametrize("method", SAID)
async def test_what_did_not_get_through_is_said_again(api: BotApi, kept: Kept, method: str, fault: Fault) -> None:
    """After a 429 or a broken connection that alone is tried again, and all of it is known in the end."""
    api.fail(method, fault)
    async with door_open(api, kept):
        await api.was_called("setMyDescription", 1 + (method == "setMyDescription"))
    assert [one["command"] for one in api.profile["setMyCommands"]["commands"]] == list(COMMANDS)
    assert set(api.profile) == set(SAID)
    assert {each: len(api.called(each)) for each in SAID} == {each: 1 + (each == method) for each in SAID}


async def test_telegram_gets_the_pause_that_it_asks_for(api: BotApi, kept: Kept) -> None:
    """Whoever comes back sooner is made to wait longer."""
    api.fail("setMyCommands", too_many(1), too_many(1))
    async with door_open(api, kept):
        await api.was_called("setMyCommands")
        first = asyncio.get_running_loop().time()
        await api.was_called("setMyCommands", 3)
        assert asyncio.get_running_loop().time() - first >= 2


@pytest.mark.parametrize("fault", [held(asyncio.Event()), too_many(3600)])
async def test_nobody_waits_for_it(api: BotApi, kept: Kept, fault: Fault) -> None:
    """While Telegram is slow to take it or wants an hour's pause, people are answered and the door can close."""
    alex = api.person()
    api.fail("setMyCommands", fault)
    async with asyncio.timeout(10), door_open(api, kept):
        await api.was_called("setMyCommands")
        await alex.says("/help")
        await alex.hears("999")
        await api.all_confirmed()
    assert len(api.called("setMyCommands")) == 1
    assert api.called("setMyDescription") == []


async def test_what_telegram_refuses_is_not_said_again(api: BotApi, kept: Kept) -> None:
    """It would refuse it again; the door stays open, and the log says so without a word of it."""
    alex = api.person()
    api.fail("setMyShortDescription", refused(400, "Bad Request: short description is too long"))
    with capture_logs() as logs:
        async with door_open(api, kept):
            await api.was_called("setMyShortDescription")
            await alex.says("/help")
            await alex.hears("999")
    assert len(api.called("setMyShortDescription")) == 1
    failed = [line for line in logs if line["event"] == "bot-not-introduced"]
    assert failed == [{"event": "bot-not-introduced", "error": "BadRequest", "log_level": "warning"}]
