"""Erases for good what people took back, as soon as it can't be undone any more; what a restart left, at the start."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from intake.voices import Voices

_AGAIN_AFTER = 30.0  # seconds until what failed is tried again

_log = structlog.get_logger("intake")


class Leavers:
    """Looks after the voices that leave. `open` and `close` belong to one event loop."""

    def __init__(self, voices: Voices, *, again_after: float = _AGAIN_AFTER) -> None:
        self._voices = voices
        self._again_after = again_after

    async def open(self) -> None:
        """Begin, with what is over already."""
        self._task = asyncio.get_running_loop().create_task(self._work())

    async def close(self) -> None:
        """Stop, once what was begun is done; who else left is in the file, and is erased after the next start."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _work(self) -> None:
        while True:
            self._voices.somebody_left.clear()
            seconds = await self._erase()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._voices.somebody_left.wait()

    async def _erase(self) -> float | None:
        """Do it; return the seconds until there is more to do, None if somebody has to leave first."""
        erasing = asyncio.ensure_future(self._voices.erase_left())
        try:
            return await asyncio.shield(erasing)
        except asyncio.CancelledError:
            await asyncio.wait([erasing])  # in a thread, which nothing stops: nobody may close its file before
            erasing.exception()  # it is tried again after the next start
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again: nothing may stay for ever
            _log.error("withdrawal", outcome="not-erased", error=type(error).__name__)
            return self._again_after
