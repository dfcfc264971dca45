"""Somebody who talks with the bot in a terminal: presses buttons by what stands on them, and reads what comes."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tests.desk.at_terminal import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desk.at_terminal import Terminal

CODE = re.compile(r"\b(?:[a-z]+-){4}[a-z]+\b")
PROMPT = "\r\n> "
IDEA, FEEDBACK, HOME = "An idea to make things better", "How things are or were", "Where you live"
DONE, READ, SEND = "Done", "Read it, don't quote it", "Send"


class Talking:
    """A person at the terminal; `screen` is what came after the last thing they did, its lines joined."""

    def __init__(self, at: Terminal) -> None:
        self._at = at
        self.screen = ""
        self.read()

    def type(self, line: str) -> str:
        """Type a line, press Enter, and return what comes."""
        self._at.type(line)
        return self.read()

    def press(self, label: str) -> str:
        """Type the number before a label of the last screen, and return what comes."""
        found = re.search(rf"(?:^|\s)(\d+)\. {re.escape(label)}(?:\s|$)", self.screen)
        assert found, self.screen
        return self.type(found[1])

    def send(self, words: str) -> str:
        """Go the short way with these words, and return the code."""
        for label in (IDEA, HOME):
            self.press(label)
        self.type(words)
        for label in (DONE, READ):
            self.press(label)
        found = CODE.search(self.press(SEND))
        assert found, self.screen
        return found[0]

    def leave(self, last: str = "left.") -> str:
        """Leave, and return what is said, up to its last words."""
        self._at.type("/quit")
        return self._at.see(last)

    def hang_up(self, key: str) -> str:
        """Press Ctrl-D or Ctrl-C, and return what is said.

        Once more if it isn't heard: Python's readline misses an interrupt between its prompt and its wait for a key.
        """
        self._at.press(key)
        with suppress(AssertionError):
            return self._at.see("left.", patience=5)
        self._at.press(key)
        return self._at.see("left.")

    @property
    def shown(self) -> str:
        """All that came so far."""
        return self._at.shown

    def read(self) -> str:
        """Read up to the next prompt."""
        self.screen = " ".join(self._at.see(PROMPT).split())
        return self.screen


@contextmanager
def talking(data: Path) -> Iterator[Talking]:
    """Run `care-voice chat` at a terminal."""
    with terminal(data, "chat") as at:
        yield Talking(at)
