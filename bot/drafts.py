"""The drafts of everybody, by the number of their chat: in memory only, forgotten after an idle hour."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.idle import IDLE, Idle

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.draft import Draft
    from bot.screen import Outcome

MOST_DRAFTS = 10_000
ROOM = 64_000_000  # bytes that everybody's words share


@dataclass(slots=True)
class Entry:
    """A chat's draft; `shown` is the message with its last screen, and `stays` says that it only gives way to its like.

    `update`, `came` (its mark) and `unsaid` are an update that is being answered, and `said` how many messages of the
    answer got through: when it comes again because the others didn't, those are sent and nothing is done twice. There
    is no draft if the answer ends one. `language` is the one that they chose, or empty.
    """

    draft: Draft | None
    shown: int = field(default=0, repr=False)
    update: int = field(default=0, repr=False)
    unsaid: Outcome | None = field(default=None, repr=False)
    came: int | None = field(default=None, repr=False)
    said: int = 0
    stays: bool = False
    language: str = field(default="", repr=False)

    def is_about(self, update: int, came: int | None) -> bool:
        """Say whether it is this very update that is being answered, or the same said once more."""
        return self.update == update or (came is not None and came == self.came)


class Drafts:
    """The drafts of all chats. One that is idle is forgotten.

    Of too many, the one without words that is idle longest gives way; words never do, so they may have to be refused.
    """

    def __init__(
        self,
        idle: float = IDLE,
        most: int = MOST_DRAFTS,
        clock: Callable[[], float] | None = None,
        room: int = ROOM,
    ) -> None:
        self._entries: Idle[Entry] = Idle(self.forget, idle, clock)
        self._most = most
        self._room = room
        self._wordless: OrderedDict[int, None] = OrderedDict()
        self._weights: dict[int, int] = {}  # of those with words
        self._weight = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def weight(self) -> int:
        """How many bytes all words take at most."""
        return self._weight

    def get(self, chat: int) -> Entry | None:
        """Return a chat's entry, if it is still there."""
        return self._entries.get(chat)

    def have_room(self, chat: int, draft: Draft) -> bool:
        """Say whether a chat's draft may become this one: what adds no words always may."""
        self._entries.look()
        more = draft.weight - self._weights.get(chat, 0)
        if more <= 0:
            return True
        return self._weight + more <= self._room and (chat in self._weights or len(self._weights) < self._most)

    def put(self, chat: int, entry: Entry) -> None:
        """Keep an entry for another while."""
        self.forget(chat)
        if entry.draft and (weight := entry.draft.weight):
            self._weights[chat] = weight
            self._weight += weight
        else:
            self._wordless[chat] = None
        self._entries.put(chat, entry)
        if len(self._entries) > self._most and self._wordless:
            self.forget(next(iter(self._wordless)))

    def forget(self, chat: int) -> None:
        """Forget a chat's draft at once."""
        self._entries.pop(chat)
        self._wordless.pop(chat, None)
        self._weight -= self._weights.pop(chat, 0)
