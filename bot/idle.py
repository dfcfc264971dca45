"""What is known of chats, by their number: in memory only, and forgotten without being asked once a chat is idle."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
IDLE = 60 * 60.0  # seconds


class Idle(Generic[T]):
    """One thing for each chat; `forget` is called with the number of each chat that was idle for too long.

    It belongs to an event loop, and what it calls has to end in `pop`.
    """

    def __init__(self, forget: Callable[[int], object], seconds: float, clock: Callable[[], float] | None) -> None:
        self._forget = forget
        self._seconds = seconds
        self._clock = clock
        self._known: OrderedDict[int, tuple[float, T]] = OrderedDict()
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._known)

    def get(self, chat: int) -> T | None:
        """Return what is known of a chat, if it is still there."""
        self.look()
        found = self._known.get(chat)
        return found[1] if found else None

    def put(self, chat: int, what: T) -> None:
        """Know this of a chat, for another while."""
        self.pop(chat)
        self._known[chat] = (self._now(), what)
        self._look_again()

    def pop(self, chat: int) -> T | None:
        """Know nothing of a chat; return what was known."""
        found = self._known.pop(chat, None)
        return found[1] if found else None

    @property
    def oldest(self) -> int:
        """The chat that is idle longest. Raises StopIteration if there is none."""
        return next(iter(self._known))

    def look(self) -> None:
        """Forget every chat that is idle."""
        while self._known and self._now() - self._since() >= self._seconds:
            self._forget(self.oldest)

    def _since(self) -> float:
        return self._known[self.oldest][0]

    def _look_again(self) -> None:
        """Forget without being asked: nobody's words wait in memory for the next person to write."""
        if self._timer is None and self._known:
            due = self._since() + self._seconds
            self._timer = asyncio.get_running_loop().call_later(due - self._now(), self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        self.look()
        self._look_again()

    def _now(self) -> float:
        return self._clock() if self._clock else asyncio.get_running_loop().time()
