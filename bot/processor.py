"""One update of a person's after the other, people beside each other. Keeps nothing of anyone who waits for nothing."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.limits import Pace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

# Those who wait for their own turn are counted too: with a small number, one person's queue would keep others out.
MOST = 10_000
MOST_OF_ONE = 300  # a voice has fewer messages


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    refused: bool = False


class PerPerson(BaseUpdateProcessor):
    """A lock per person, made when they write and forgotten when nothing of theirs is left to do (facts 25, 26).

    Each person's pass at a pace. Of those beyond what can be waiting, the first is given to `refuse`, and none is done.
    """

    def __init__(self, refuse: Callable[[Update], Awaitable[None]] | None = None, pace: Pace | None = None) -> None:
        super().__init__(MOST)
        self._turns: dict[int, _Turn] = {}
        self._refuse = refuse
        self._pace = pace or Pace()

    @property
    def people(self) -> int:
        """How many people something is being done for."""
        return len(self._turns)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when it is this person's turn."""
        try:
            if not await self._is_refused(update):
                async with self._turn(_person(update)):
                    await coroutine
        finally:
            if inspect.iscoroutine(coroutine):
                coroutine.close()  # whoever was cancelled while waiting never began

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: whoever has a turn ends it."""

    async def _is_refused(self, update: object) -> bool:
        """Say whether too much of this person's is waiting; they are told once, until nothing is."""
        turn = self._turns.get(_person(update) or 0)
        if turn is None or turn.waiting < MOST_OF_ONE or self._refuse is None or not isinstance(update, Update):
            return False
        first, turn.refused = not turn.refused, True
        if first:
            await self._refuse(update)
        return True

    @asynccontextmanager
    async def _turn(self, person: int | None) -> AsyncIterator[None]:
        if person is None:
            yield
            return
        turn = self._turns.setdefault(person, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock:
                await self._pace.keep(person)
                yield
        finally:
            turn.waiting -= 1
            if not turn.waiting:
                del self._turns[person]


def _person(update: object) -> int | None:
    """Return who it is about; None if nobody has to wait for anybody."""
    if not isinstance(update, Update):
        return None
    about = update.effective_user or update.effective_chat
    return about.id if about else None
