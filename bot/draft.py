"""What somebody is about to say, until they send it: in memory only, never printed, forgotten after an idle hour."""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Literal

from intake.raw import RawWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.incoming import Incoming
    from bot.screen import Outcome
    from storage.model import AgeBand, Consent, Happened, Kind, Speaker

Wish = Literal["status", "withdraw"]  # what somebody wants with a receipt code
IDLE = 60 * 60.0  # seconds
MOST_DRAFTS = 10_000
LONGEST = 20_000  # characters in one voice: five of Telegram's longest messages


class Step(StrEnum):
    """Where in the conversation somebody is. The first five are the short way, the others are offered beside it."""

    KIND = "kind"
    THEME = "theme"
    WORDS = "words"
    PREVIEW = "preview"
    SUMMARY = "summary"
    SPEAKER = "speaker"
    COUNCIL = "council"
    AGE = "age"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a voice. Its number in the chat tells which part an edit replaces."""

    message: int = field(repr=False)
    words: RawWords


@dataclass(frozen=True, slots=True)
class Draft:
    """A voice before it is sent. `token` is in its buttons: those of other drafts do nothing.

    `revision` counts how often the words were changed: who says how they may be used has seen these.
    `young` says that somebody once said to be under 16, `expects` what a code is asked for, `code` is one about to be
    taken back, `asked` marks the question about it, and `aside` is what looked like a code and was none. `greeted` says
    whether they heard who reads what they write: somebody with a code may not have.
    """

    token: str = field(default_factory=lambda: secrets.token_hex(4))
    step: Step = Step.KIND
    parts: tuple[Part, ...] = ()
    revision: int = 0
    kind: Kind | None = None
    theme: str | None = None
    consent: Consent | None = None
    speaker: Speaker | None = None
    council: str | None = None
    age_band: AgeBand | None = None
    young: bool = False
    happened: Happened | None = None
    expects: Wish | None = None
    code: str | None = field(default=None, repr=False)
    asked: str = ""
    aside: Part | None = None
    greeted: bool = False

    @property
    def words(self) -> RawWords:
        """Return all that was written so far, as one voice."""
        return reduce(RawWords.above, (part.words for part in self.parts)) if self.parts else RawWords("")

    def has(self, message: int) -> bool:
        """Say whether this message is a part of it."""
        return any(part.message == message for part in self.parts)

    def sets_aside(self, message: int | None) -> bool:
        """Say whether this message is the one that looked like a code."""
        return self.aside is not None and self.aside.message == message

    def room_for(self, new: Part) -> bool:
        """Say whether it would still be short enough with this part."""
        return sum(len(part.words) for part in self.without(new.message).parts) + len(new.words) <= LONGEST

    def with_part(self, new: Part) -> Draft:
        """Add a part, or put it in the place of the one with the same number."""
        if self.has(new.message):
            return self._changed(tuple(new if part.message == new.message else part for part in self.parts))
        return self._changed((*self.parts, new))

    def without(self, message: int) -> Draft:
        """Take a part out."""
        rest = tuple(part for part in self.parts if part.message != message)
        return self if rest == self.parts else self._changed(rest)

    def _changed(self, parts: tuple[Part, ...]) -> Draft:
        return replace(self, parts=parts, revision=self.revision + 1)


@dataclass(slots=True)
class Entry:
    """A chat's draft; `shown` is the message with its last screen.

    `update`, `came` and `unsaid` are an update that is being answered, and `said` how many messages of the answer got
    through: when it comes again because the others didn't, those are sent and nothing is done twice. There is no
    draft if the answer ends one.
    """

    draft: Draft | None
    shown: int = field(default=0, repr=False)
    update: int = field(default=0, repr=False)
    unsaid: Outcome | None = field(default=None, repr=False)
    came: Incoming | None = field(default=None, repr=False)
    said: int = 0


class Drafts:
    """The drafts of all chats. One that is idle is forgotten, and so is the one idle longest when there are many."""

    def __init__(self, idle: float = IDLE, most: int = MOST_DRAFTS, clock: Callable[[], float] | None = None) -> None:
        self._idle = idle
        self._most = most
        self._clock = clock
        self._entries: OrderedDict[int, tuple[float, Entry]] = OrderedDict()
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, chat: int) -> Entry | None:
        """Return a chat's entry, if it is still there."""
        self._forget_idle()
        found = self._entries.get(chat)
        return found[1] if found else None

    def put(self, chat: int, entry: Entry) -> None:
        """Keep an entry for another while."""
        self._entries[chat] = (self._now(), entry)
        self._entries.move_to_end(chat)
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)
        self._look_again()

    def forget(self, chat: int) -> None:
        """Forget a chat's draft at once."""
        self._entries.pop(chat, None)

    def _forget_idle(self) -> None:
        while self._entries and self._now() - next(iter(self._entries.values()))[0] >= self._idle:
            self._entries.popitem(last=False)

    def _look_again(self) -> None:
        """Forget without being asked: nobody's words wait in memory for the next person to write."""
        if self._timer is None and self._entries:
            due = next(iter(self._entries.values()))[0] + self._idle
            self._timer = asyncio.get_running_loop().call_later(due - self._now(), self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        self._forget_idle()
        self._look_again()

    def _now(self) -> float:
        return self._clock() if self._clock else asyncio.get_running_loop().time()
