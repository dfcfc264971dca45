"""A passage that keeps voices in memory, and can be told to wait or to fail."""

from __future__ import annotations

import asyncio

from intake.passage import Accepted, NotSaved, Voice
from storage.model import Label


class MemoryPassage:
    """Accepts as the real one does: a delivery seen before is folded and gets a fresh code."""

    def __init__(self) -> None:
        self.voices: list[Voice] = []
        self.codes = 0
        self.urgent = False
        self.hidden: tuple[tuple[Label, int], ...] = ((Label.NAME, 2), (Label.PHONE, 1))
        self.instead: NotSaved | Exception | None = None
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()

    @property
    def words(self) -> list[str]:
        """What was said, in the order it came."""
        return [voice.words.reveal() for voice in self.voices]

    async def accept(self, voice: Voice) -> Accepted | NotSaved:
        """Keep a voice, once it may."""
        self.begun.set()
        await self.may_end.wait()
        if isinstance(self.instead, Exception):
            raise self.instead
        if self.instead is not None:
            return self.instead
        again = voice.known.delivery is not None and voice.known.delivery in {
            kept.known.delivery for kept in self.voices
        }
        if not again:
            self.voices.append(voice)
        self.codes += 1
        return Accepted(f"code-number-{self.codes}", self.hidden, self.urgent, again)
