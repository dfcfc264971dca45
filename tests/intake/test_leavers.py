"""What was taken back is erased once its minute is over, without anybody asking for it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from intake.leavers import Leavers
from intake.voices import Deeds, Voices
from storage.questions import Came

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

NOBODY: Any = None  # looks nothing up


class Erasing:
    """Answers of `erase_left`, in turn, the last one for ever; an error is raised. `asked` fills as it is asked."""

    def __init__(self, *answers: float | Exception | None) -> None:
        self._answers = list(answers)
        self._loop = asyncio.get_running_loop()
        self._asked: asyncio.Queue[None] = asyncio.Queue()

    def __call__(self) -> float | None:
        """Answer."""
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        self._loop.call_soon_threadsafe(self._asked.put_nowait, None)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def asked(self, times: int = 1) -> None:
        """Wait until it was asked so many times more."""
        for _ in range(times):
            await asyncio.wait_for(self._asked.get(), 10)

    @property
    def more(self) -> int:
        """How many times it was asked besides."""
        return self._asked.qsize()


@asynccontextmanager
async def looked_after(erasing: Erasing) -> AsyncIterator[Voices]:
    """Look after voices that leave, while the block lasts."""
    voices = Voices(NOBODY, NOBODY, Deeds(bool, bool, bool, erasing, lambda *_: None, lambda *_: Came.GONE))
    leavers = Leavers(voices, again_after=0.01)
    await leavers.open()
    yield voices
    await leavers.close()


async def test_what_a_restart_left_is_erased_at_the_start() -> None:
    """Nobody has to leave first."""
    erasing = Erasing(None)
    async with looked_after(erasing):
        await erasing.asked()


async def test_it_is_looked_at_again_when_the_next_minute_is_over() -> None:
    """As many seconds later as storage says, and not before."""
    erasing = Erasing(0.01, 0.01, None)
    async with looked_after(erasing):
        await erasing.asked(3)


async def test_whoever_leaves_begins_a_minute() -> None:
    """While nobody leaves nothing is looked at; who does is not forgotten until somebody else leaves."""
    erasing = Erasing(None)
    async with looked_after(erasing) as voices:
        await erasing.asked()
        for _ in range(2):
            assert erasing.more == 0
            assert await voices.leave("velvet-otter-plank-sunny-drift")
            await erasing.asked()


async def test_a_failure_is_tried_again_and_told() -> None:
    """What should be gone is not forgotten because a disk was full for a moment."""
    erasing = Erasing(OSError("velvet"), None)
    with capture_logs() as logs:
        async with looked_after(erasing):
            await erasing.asked(2)
    assert [(entry["event"], entry["outcome"], entry["error"]) for entry in logs] == [
        ("withdrawal", "not-erased", "OSError")
    ]


async def test_a_withdrawal_that_fails_half_way_is_looked_after() -> None:
    """It may have left, though the lab could not be told yet."""
    erasing = Erasing(None, None)

    def breaks(_: str) -> bool:
        raise OSError("velvet")

    voices = Voices(NOBODY, NOBODY, Deeds(bool, breaks, bool, erasing, lambda *_: None, lambda *_: Came.GONE))
    with pytest.raises(OSError, match="velvet"):
        await voices.leave("x")
    assert voices.somebody_left.is_set()


async def test_closing_waits_for_what_was_begun() -> None:
    """Whoever closes the file next must not take it away from the thread that erases."""
    begun, may_end, done = threading.Event(), threading.Event(), []

    def erase() -> None:
        begun.set()
        may_end.wait()
        done.append("erased")

    voices = Voices(NOBODY, NOBODY, Deeds(bool, bool, bool, erase, lambda *_: None, lambda *_: Came.GONE))
    leavers = Leavers(voices)
    await leavers.open()
    await asyncio.to_thread(begun.wait)
    closing = asyncio.create_task(leavers.close())
    ended, _ = await asyncio.wait([closing], timeout=0.1)
    may_end.set()
    await closing
    assert (ended, done) == (set(), ["erased"])
