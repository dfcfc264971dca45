"""A pause that Telegram asks for is kept, and by nobody else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram.error import RetryAfter

from bot.patience import PerRequest
from tests.bot.over_http import door_open
from tests.fakes.bot_api import BotApi
from tests.fakes.faults import too_many

if TYPE_CHECKING:
    from tests.bot.talking import Kept
    from tests.fakes.bot_http import Call
    from tests.fakes.faults import Fault

# The library warns of its own error's number of seconds whenever it raises it.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


class Refuses:
    """A request that is refused some times."""

    def __init__(self, times: int, seconds: float = 0) -> None:
        self.times = times
        self.seconds = seconds
        self.calls = 0

    async def __call__(self) -> bool:
        """Refuse, or do it."""
        self.calls += 1
        if self.calls <= self.times:
            raise RetryAfter(int(self.seconds))
        return True


async def test_a_refused_request_is_tried_again() -> None:
    """As long as it is refused for short whiles, some times."""
    request = Refuses(3)
    assert await PerRequest().process_request(request, (), {}, "sendMessage", {}, None)
    assert request.calls == 4


@pytest.mark.parametrize(("request_", "calls"), [(Refuses(9), 5), (Refuses(9, 3600), 1)])
async def test_it_is_given_up(request_: Refuses, calls: int) -> None:
    """After some tries, or at once when told to wait for an hour: whoever asked decides what then."""
    with pytest.raises(RetryAfter):
        await PerRequest().process_request(request_, (), {}, "sendMessage", {}, None)
    assert request_.calls == calls


async def test_nobody_waits_for_another_s_flood(kept: Kept) -> None:
    """While one chat has to wait, every other is answered at once."""
    async with BotApi() as api, door_open(api, kept):
        flood, sam = api.person("Alex"), api.person("Sam")
        waited = asyncio.Event()

        def fault_for(call: Call) -> Fault | None:
            if call.method == "sendMessage" and str(call.data.get("chat_id")) == str(flood.id) and not waited.is_set():
                return too_many(2)
            return None

        api.fault_for = fault_for
        await flood.says("/start")
        await api.was_called("sendMessage")
        await sam.says("/start")
        await sam.hears("What would you like", seconds=1.5)
        waited.set()
        await flood.hears("What would you like")
