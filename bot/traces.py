"""Which messages stand in a chat, theirs and ours: their numbers alone, in memory, for as long as a draft waits."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.idle import IDLE, Idle

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

MOST = 1_000  # messages of one chat: the longest voice, its answers and much more
ROOM = 500_000  # messages of all chats, 8 bytes each
MOST_CHATS = 10_000


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True, repr=False)
class Trace:
    """Messages of one chat, oldest first; those that show a code apart.

    `heard` says whether any of it was theirs, and `cleared` that all of theirs was taken out a while ago.
    """

    messages: array[int] = field(default_factory=_numbers)
    codes: array[int] = field(default_factory=_numbers)
    heard: bool = False
    cleared: bool = False

    def __len__(self) -> int:
        return len(self.messages) + len(self.codes)


class Traces:
    """The traces of all chats. Of too many messages the oldest are forgotten; of too many chats, the idle ones."""

    def __init__(
        self, idle: float = IDLE, most: int = MOST, room: int = ROOM, clock: Callable[[], float] | None = None
    ) -> None:
        self._known: Idle[Trace] = Idle(self.forget, idle, clock)
        self._most = most
        self._room = room
        self._many = 0

    def __len__(self) -> int:
        return self._many

    def note(self, chat: int, message: int, *, theirs: bool = False, code: bool = False) -> None:
        """Remember that a message stands in a chat; whether it is `theirs`, and whether it shows a `code`."""
        trace = self.get(chat)
        trace.heard |= theirs
        where = trace.codes if code else trace.messages
        if message not in where:
            where.append(message)
            self._many += 1
            self._many -= _shorten(where, self._most)
        self._known.put(chat, trace)
        while (self._many > self._room or len(self._known) > MOST_CHATS) and self._known.oldest != chat:
            self.forget(self._known.oldest)

    def get(self, chat: int) -> Trace:
        """Return the trace of a chat, empty if nothing is known of it."""
        return self._known.get(chat) or Trace()

    def gone(self, chat: int, messages: Collection[int]) -> None:
        """Forget messages that stand there no more."""
        trace = self.get(chat)
        before = len(trace)
        for where in (trace.messages, trace.codes):
            where[:] = array("q", (one for one in where if one not in messages))
        self._many -= before - len(trace)

    def forget(self, chat: int) -> None:
        """Forget all of a chat."""
        self._many -= len(self._known.pop(chat) or ())


def _shorten(messages: array[int], most: int) -> int:
    """Forget the oldest of too many; return how many those were."""
    over = max(len(messages) - most, 0)
    del messages[:over]
    return over
