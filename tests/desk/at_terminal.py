"""Somebody at a real pseudo-terminal: types lines, and reads what is shown as a terminal would get it."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
from codecs import getincrementaldecoder
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 20.0


class Terminal:
    """One command at a terminal of its own; `shown` is all that came so far."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._looked_at = 0
        self._decoder = getincrementaldecoder("utf-8")()  # a character may come in two reads
        self.shown = ""

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        os.write(self._handle, f"{line}\n".encode())

    def press(self, key: str) -> None:
        """Press a key, or several, without Enter."""
        os.write(self._handle, key.encode())

    def see(self, text: str, patience: float = _PATIENCE) -> str:
        """Wait until `text` is shown, and return what came since the last look, up to it."""
        deadline = time.monotonic() + patience
        while (found := self.shown.find(text, self._looked_at)) < 0:
            ready, _, _ = select.select([self._handle], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, self.shown[self._looked_at :]
            self.shown += self._decoder.decode(os.read(self._handle, 65_536))
        since = self.shown[self._looked_at : found + len(text)]
        self._looked_at = found + len(text)
        return since


@contextmanager
def terminal(data: Path, *arguments: str, status: int = 0) -> Iterator[Terminal]:
    """Run `care-voice ARGUMENTS` at a terminal; it has to end by itself, with this status, when the block does."""
    argv = [sys.executable, "-m", "desk", "--data", str(data), *arguments]
    pid, handle = pty.fork()
    if pid == 0:
        os.execv(sys.executable, argv)  # noqa: S606 - the child becomes the command
    try:
        yield Terminal(handle)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == status
    finally:
        os.close(handle)  # ends what still runs
