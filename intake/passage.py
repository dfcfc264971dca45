"""The one narrow passage that every door shares: clean, signpost, redact, store, receipt.

Raw words go in and end here: what goes on to storage is a type that can't hold them.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeVar

import structlog

from intake.clean import clean
from intake.redaction.bands import SHOWN
from intake.signpost import distress, suggests_risk
from intake.wishes import NO_WISHES
from storage.arriving import Known, NewSubmission, add
from storage.errors import Busy
from storage.model import ENGLISH, AgeBand, Flag

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.raw import RawWords
    from intake.redaction import Redaction
    from intake.redaction.process import Redacts
    from intake.wishes import Wishes
    from storage.keys import Keys
    from storage.model import Jigsaw, Label
    from storage.writer import Writer

T = TypeVar("T")
LONGEST = 100_000  # characters; the redactor is tested to finish within its time up to here

_UNDER_16 = f"[age {SHOWN[AgeBand.UNDER_16]}]"

_log = structlog.get_logger("intake")


@dataclass(frozen=True, slots=True)
class Voice:
    """What a door hands over: raw words, what is known besides, what it noticed, and what else the writer wished."""

    words: RawWords
    known: Known
    flags: tuple[Flag, ...] = ()
    wishes: Wishes = field(default=NO_WISHES, repr=False)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The voice is on the disk.

    `code` is its receipt; `again` says that this very delivery had been stored before (`code` is then a fresh one,
    or None if the voice was withdrawn since). `urgent` asks the door to put the helplines first; `language` says
    whether the words are English, which the sender should hear if they are not; `jigsaw` says why somebody might be
    recognised all the same, which they should hear too.
    """

    code: str | None
    hidden: tuple[tuple[Label, int], ...]
    urgent: bool
    again: bool
    language: str = ENGLISH
    jigsaw: tuple[Jigsaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be kept of words. `words` are the raw ones, cleaned: the redaction's spans are offsets of these."""

    words: RawWords
    redaction: Redaction


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Nothing was stored. All but "too-long" and "empty" may work on another try. Helplines are shown all the same."""

    why: Literal["redaction", "storage", "busy", "too-long", "empty"]
    urgent: bool


class Passage:
    """The way in, for one process: a redactor, the writer and the keys."""

    def __init__(
        self, redactor: Redacts, writer: Writer, keys: Keys, *, today: Callable[[], date] = date.today
    ) -> None:
        self._redactor = redactor
        self._writer = writer
        self._keys = keys
        self._today = today

    async def accept(self, voice: Voice) -> Accepted | NotSaved:
        """Make a voice safe and keep it; whatever fails, the answer says whether to show helplines.

        Never raises for a failure of redaction or storage: nothing is stored then (promise 3).
        """
        safe = await self.make_safe(voice.words, voice.wishes)
        if isinstance(safe, NotSaved):
            return safe
        redaction, urgent = safe[0].redaction, safe[1]
        new = _submission(voice, redaction, urgent=urgent)
        receipt = await self.write(partial(add, new=new, today=self._today()), urgent=urgent)
        if isinstance(receipt, NotSaved):
            return receipt
        _log.info("voice-stored", door=voice.known.channel.value, outcome="again" if receipt.again else "new")
        kept = redaction.words
        return Accepted(receipt.code, kept.hidden, urgent, receipt.again, redaction.language, kept.jigsaw)

    async def preview(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Preview | NotSaved:
        """Show what would be kept of words, and keep nothing; the same words are kept the same way."""
        safe = await self.make_safe(words, wishes)
        return safe if isinstance(safe, NotSaved) else safe[0]

    async def make_safe(self, words: RawWords, wishes: Wishes) -> tuple[Preview, bool] | NotSaved:
        """Redact, and tell whether the words suggest a risk of harm. Never raises for a failure of redaction."""
        if len(words) > LONGEST:
            return NotSaved("too-long", await asyncio.to_thread(suggests_risk, words))
        words = clean(words)
        urgent = suggests_risk(words)
        if not words:
            return NotSaved("empty", urgent)
        try:
            return Preview(words, await self._redactor.redact(words, wishes)), urgent
        except Busy as error:
            return _not_saved("busy", error, urgent=urgent)
        except Exception as error:  # noqa: BLE001 - whatever broke in there, nothing goes on unredacted
            return _not_saved("redaction", error, urgent=urgent)

    async def write(self, job: Callable[..., T], *, urgent: bool) -> T | NotSaved:
        """Run a job of storage's with the connection and the keys; what it returns is on the disk."""
        try:
            return await self._writer.run(partial(job, keys=self._keys))
        except Busy as error:
            return _not_saved("busy", error, urgent=urgent)
        except Exception as error:  # noqa: BLE001 - whatever broke in there, the sender must hear that nothing is kept
            return _not_saved("storage", error, urgent=urgent)


def _submission(voice: Voice, redaction: Redaction, *, urgent: bool) -> NewSubmission:
    warnings = distress(voice.words) if urgent else ()
    flags = _noticed(voice, redaction)
    return NewSubmission(redaction.words, voice.known, urgent, redaction.language, flags, warnings)


def tells_young(redaction: Redaction) -> bool:
    """Tell whether words tell an age under 16, anyone's."""
    return _UNDER_16 in redaction.words.text


def _noticed(voice: Voice, redaction: Redaction) -> tuple[Flag, ...]:
    """Return what the door noticed, and whether somebody under 16 may be speaking: a mail has words alone."""
    young = voice.known.age_band is None and tells_young(redaction)
    return (*voice.flags, Flag.YOUNG) if young else voice.flags


def _not_saved(why: Literal["redaction", "storage", "busy"], error: Exception, *, urgent: bool) -> NotSaved:
    _log.error("voice-not-stored", reason=why, error=type(error).__name__)
    return NotSaved(why, urgent)
