"""Opens a mail and its files in memory, and never makes the other mails wait for a big one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from intake.mail.files.joining import NOTHING_LEFT, with_files
from intake.mail.files.reading import FileReader, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from intake.mail.files.joining import Left
    from intake.mail.files.kinds import Readable
    from intake.mail.read import ReadMail

_READ_ASIDE = 100_000  # bytes: a mail above this is read in a thread, so that the others don't wait for it


class Opens:
    """Says what a mail holds: its words, and those in files of the kinds that a deployment allows."""

    def __init__(self, read: Callable[[bytes], ReadMail], file_kinds: Collection[Readable]) -> None:
        self._read = read
        self._files = FileReader(file_kinds)
        self._one_at_a_time = asyncio.Semaphore(1)

    async def open(self, content: bytes) -> tuple[ReadMail, Left]:
        """Return what is in a mail, and what became of its files; beside a command they are only counted."""
        mail = await self._mail(content)
        if not mail.files:
            return mail, NOTHING_LEFT
        found = await self._files.read(mail.files) if mail.command is None else counted(mail.files)
        return with_files(mail, found)

    async def _mail(self, content: bytes) -> ReadMail:
        if len(content) <= _READ_ASIDE:
            return self._read(content)
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._read, content)
