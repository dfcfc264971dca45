"""Has the files of a mail read, each in a process of its own that is ended on time. Never keeps one, or its name."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

import structlog

from intake.child import Child, ChildFell
from intake.frames import frame
from intake.mail.files.contents import Contents, from_plain
from intake.mail.files.kinds import Counted, Readable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from intake.mail.files.kinds import FileKind
    from intake.mail.tree import Attachment

_log = structlog.get_logger("intake")

_SECONDS = 8.0  # for one file, with the start of its process
_AT_ONCE = 2
_MOST = 10  # files of one mail


class FileReader:
    """Reads the words in files of the kinds that a deployment allows."""

    def __init__(self, allowed: Collection[Readable], *, seconds: float = _SECONDS) -> None:
        self._allowed = frozenset(allowed)
        self._names = sorted(kind.value for kind in allowed)
        self._seconds = seconds
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def read(self, files: Sequence[Attachment]) -> Contents:
        """Return what is in all of them together."""
        together = Contents()
        for count, file in enumerate(files):
            if not isinstance(file.kind, Readable) or file.kind not in self._allowed:
                together.counted[_counted(file.kind)] += 1
            elif count >= _MOST:
                together.unread += 1
            else:
                together.add(await self._one(file.kind, file.content()))
        return together

    async def _one(self, kind: Readable, data: bytes) -> Contents:
        async with self._room:
            child = Child("intake.mail.files.child", _nobody_listens, _nobody_listens)
            try:
                answer = await child.open(frame((kind.value, data, self._names)), self._seconds)
            except ChildFell:
                answer = None
            else:
                await child.close()
        if answer is None:
            _log.info("file-not-read", outcome=kind.value)
            return Contents(unread=1)
        return from_plain(answer)


def counted(files: Sequence[Attachment]) -> Contents:
    """Return how many files there are of each kind, none of them read."""
    return Contents(counted=Counter(_counted(file.kind) for file in files))


def _counted(kind: FileKind) -> str:
    return kind.value if isinstance(kind, Counted) else Counted.FILE.value


def _nobody_listens(*_: object) -> None:
    """Hear of an end: the process has answered, and is done."""
