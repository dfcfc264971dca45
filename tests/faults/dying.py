"""A doors process that is killed again and again at any step of its talk with Telegram, and started again."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from tests.bot.over_http import HOOK_SECRET
from tests.fakes.faults import dropped, lost
from tests.storage.receiver import UNMEASURED

if TYPE_CHECKING:
    import random
    from collections.abc import AsyncIterator, Callable

    from tests.fakes.bot_api import BotApi
    from tests.fakes.bot_http import Call
    from tests.fakes.faults import Fault
    from tests.product import Product

LATE = 0.02  # seconds after a call, at most: while its answer is worked on
SOON = 1.5  # seconds after the start, for those who die while they open


class Dying:
    """Kills the process at the calls, or moments, that a seeded die chooses. `deaths` counts them.

    `most` is how many calls of the Bot API it lives through at most, and `fault` what goes wrong with the others.
    """

    def __init__(
        self,
        api: BotApi,
        product: Product,
        die: random.Random,
        most: int,
        fault: Callable[[Call], Fault | None] = lambda _: None,
    ) -> None:
        self._api = api
        self._command = [sys.executable, "-P", "-m", "desk", "--data", str(product.data), "doors"]
        self._die = die
        self._most = most
        self._left = 0
        self._fault = fault
        self.deaths = 0
        api.fault_for = self._judge

    @asynccontextmanager
    async def living(self) -> AsyncIterator[None]:
        """Start the process whenever it is dead, until the block ends; then let it close in peace."""
        lives = asyncio.create_task(self._live())
        try:
            yield
        finally:
            lives.cancel()
            with suppress(asyncio.CancelledError):
                await lives

    async def _live(self) -> None:
        while True:
            self._left = self._die.randint(1, self._most)
            devnull = asyncio.subprocess.DEVNULL
            env = UNMEASURED | {
                "CARE_VOICE_TELEGRAM_TOKEN": self._api.token,
                "CARE_VOICE_TELEGRAM_SECRET_TOKEN": HOOK_SECRET,
            }
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdout=devnull, stderr=devnull, env=env
            )
            if self._die.random() < 0.1:
                asyncio.get_running_loop().call_later(self._die.random() * SOON, self._kill)
            try:
                await self._process.wait()
            except asyncio.CancelledError:
                self._left = sys.maxsize
                with suppress(ProcessLookupError):
                    self._process.terminate()
                await self._process.wait()
                raise
            self.deaths += 1

    def _judge(self, call: Call) -> Fault | None:
        """Count a call; at the last one of a life, kill before it took effect, after it, or a moment later."""
        self._left -= 1
        if self._left:
            return self._fault(call)
        how = self._die.choice(("before", "after", "later"))
        if how == "later":
            asyncio.get_running_loop().call_later(self._die.random() * LATE, self._kill)
            return None
        self._kill()
        return dropped() if how == "before" else lost()

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, 9)
