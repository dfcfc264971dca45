"""What somebody wants to be sent to the safeguarding lead, until they send it: in memory only, and never printed.

It stands beside the voice that they may be writing, and is no part of it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING

from bot.decisions import NO_WORDS
from bot.draft import CHARACTER, MESSAGE, Part
from intake.plea import Plea
from intake.raw import RawWords

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 10_000  # characters that can be typed: nobody at a desk should have to read a book first
MOST_MESSAGES = 50


class Stage(StrEnum):
    """What is asked for: what they want to say, how to reach them, and at last whether to send it."""

    WORDS = "words"
    REACH = "reach"
    CHECK = "check"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """What is to be sent. `token` is in its buttons; `is_open` says that what is typed now belongs to it.

    `before` are words of their voice that they added by a tap, as these were then.
    """

    number: str = field(default_factory=lambda: secrets.token_hex(16))
    stage: Stage = Stage.WORDS
    is_open: bool = True
    parts: tuple[Part, ...] = ()
    reach: Part | None = None
    before: RawWords | None = None

    @property
    def token(self) -> str:
        """What its buttons hold."""
        return self.number[:8]

    @property
    def has_words(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.parts or self.before)

    @property
    def words(self) -> RawWords:
        """Return what was typed for the lead."""
        return reduce(RawWords.above, (part.words for part in self.parts)) if self.parts else NO_WORDS

    @property
    def plea(self) -> Plea | None:
        """Return what would be sent; None while something is missing."""
        if self.reach is None or not self.has_words:
            return None
        return Plea(self.number, self.words, self.reach.words, self.before)

    @property
    def weight(self) -> int:
        """Return how many bytes its words take at most."""
        before = len(self.before) if self.before else 0
        return sum(MESSAGE + CHARACTER * len(part.words) for part in self._all()) + CHARACTER * before

    def has(self, message: int) -> bool:
        """Say whether this message is a part of it."""
        return any(part.message == message for part in self._all())

    def room_for(self, new: Part) -> bool:
        """Say whether it would still be short enough with this message."""
        others = [part for part in self._all() if part.message != new.message]
        return sum(len(part.words) for part in others) + len(new.words) <= LONGEST and len(others) < MOST_MESSAGES

    def with_part(self, new: Part) -> Contact:
        """Add a message, or put it in the place of the one with the same number."""
        if self.reach and self.reach.message == new.message:
            return replace(self, reach=new)
        if self.has(new.message):
            parts = tuple(new if part.message == new.message else part for part in self.parts)
        else:
            parts = (*self.parts, new)
        return replace(self, parts=parts)

    def without(self, message: int) -> Contact:
        """Take a message out."""
        reach = None if self.reach and self.reach.message == message else self.reach
        return replace(self, parts=tuple(part for part in self.parts if part.message != message), reach=reach)

    def at(self, stage: Stage) -> Contact:
        """Go to a stage, or to the first before it where something is missing."""
        if not self.has_words:
            stage = Stage.WORDS
        elif stage is Stage.CHECK and self.reach is None:
            stage = Stage.REACH
        return replace(self, stage=stage, is_open=True)

    def _all(self) -> Iterator[Part]:
        yield from self.parts
        if self.reach:
            yield self.reach
