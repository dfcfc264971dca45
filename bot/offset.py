"""How far Telegram's updates are done with, as intake.db remembers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from storage.updates import advance, brought_voice, next_update

if TYPE_CHECKING:
    from storage.writer import Writer


class Offset:
    """How far we are, as intake.db has it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def read(self) -> int:
        """Return the number of the first update that isn't done with; 0 before there was any."""
        return await self._writer.run(next_update)

    async def advance(self, update: int) -> None:
        """Remember that all below `update` are done with."""
        await self._writer.run(partial(advance, update=update))

    async def brought_voice(self, update: int) -> bool:
        """Say whether an update that isn't done with brought a voice that is kept."""
        return await self._writer.run(partial(brought_voice, update=update))
