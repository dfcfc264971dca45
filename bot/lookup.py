"""Looks receipt codes up: wrong ones are counted and slowed, and right and wrong ones take the same time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import structlog

from intake.guesses import TooManyCodes
from intake.pace import at_least

if TYPE_CHECKING:
    from intake.guesses import Guesses
    from intake.voices import Voices
    from storage.responses import Status

Miss = Literal["bot-no-such-code", "bot-too-many-codes", "bot-no-answer-now"]

_log = structlog.get_logger("bot")


class LookUp:
    """Says where a voice is, or why that isn't said. `seconds` is what every look-up takes at least."""

    def __init__(self, voices: Voices, guesses: Guesses, seconds: float) -> None:
        self._voices = voices
        self._guesses = guesses
        self._seconds = seconds

    async def status(self, person: str, code: str) -> Status | Miss:
        """Look one code up for a person. Who that is, is kept as a keyed hash, and only if the code was wrong."""
        async with at_least(self._seconds):
            return await self._status(person, code)

    async def _status(self, person: str, code: str) -> Status | Miss:
        try:
            status = await self._guesses.look_up(person, partial(self._voices.status, code))
        except TooManyCodes:
            return "bot-too-many-codes"
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told that it's not their code
            _log.error("status", outcome="failed", error=type(error).__name__)
            return "bot-no-answer-now"
        return status or "bot-no-such-code"
