"""Looks an answer over before it goes to anybody: what it lacks, and what in it could point to somebody.

The redactor runs in a process of its own, for as long as it is needed. It fails closed: what it can't read isn't kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.answering.plain import Missing, is_empty, missing
from intake.raw import RawWords
from intake.redaction.process import OwnProcess
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.model import Span
    from storage.responses import ResponseKind

# A council may name itself, its places, its teams and how to reach them; never people, nor what leads to one.
_PEOPLE = frozenset({Label.NAME, Label.HANDLE, Label.EMAIL, Label.ADDRESS, Label.POSTCODE, Label.ID, Label.AGE})


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a deployment's redactor is told."""

    keep: Sequence[str] = ()
    hide: Sequence[str] = ()
    seconds: float = 2.0
    detectors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What is asked about an answer, and where it may name somebody; `empty`: it says nothing, and can't go on."""

    missing: tuple[Missing, ...] = ()
    names: tuple[tuple[int, int], ...] = ()
    empty: bool = False
    text: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether there is anything to think about."""
        return bool(self.missing or self.names)

    @property
    def sure(self) -> str:
        """Return what somebody sends who has thought about just this."""
        return hashlib.sha256(f"{self.text}\n{self.missing}\n{self.names}".encode()).hexdigest()[:32]


async def look_over(kind: ResponseKind, text: str, said: list[str], redaction: Redaction) -> Look:
    """Return what to think about before an answer goes on. Raises `RedactionFailed`."""
    redactor = OwnProcess(
        keep=redaction.keep, hide=redaction.hide, seconds=redaction.seconds, detectors=redaction.detectors
    )
    try:
        await redactor.open()
        found = await redactor.redact(RawWords(text))
    finally:
        await redactor.close()
    names = sorted((span.start, span.end) for span in (*found.spans, *found.suggestions) if _points(span))
    return Look(tuple(missing(kind, text, said)), tuple(names), is_empty(kind, text), text)


def _points(span: Span) -> bool:
    return span.label in _PEOPLE
