"""What redaction gives back, and who gives it: apart from the engine, which the doors' own process has no need of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from intake.wishes import NO_WISHES
from storage.model import ENGLISH

if TYPE_CHECKING:
    from intake.raw import RawWords
    from intake.wishes import Wishes
    from storage.model import RedactedWords, Span


class RedactionFailed(Exception):
    """Raised when a message could not be redacted, or not in time. Its text is constant: nothing of the words."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is kept of a message, and what was taken out of it.

    `spans` (hidden) and `suggestions` ("is this a name?", not hidden) are sorted, disjoint from each other, and
    offsets in code points of the raw text; those of `words` are offsets in its own text. A placeholder may stand for
    plain words beside its span too: of `Salford council` the span is the name, and both are `[council]`.
    `unusual` are words that stay readable and stand out: whoever wants to hide more finds them first. `language` is
    ENGLISH or OTHER: which other one it may be is a guess, and would say something about a person.
    """

    words: RedactedWords
    spans: tuple[Span, ...]
    suggestions: tuple[Span, ...]
    language: str = ENGLISH
    unusual: tuple[Span, ...] = ()


class Redactor(Protocol):
    """Whatever takes out of a message what could point to anyone."""

    def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Return the message redacted; raises RedactionFailed for any failure, or when its time is over."""
        ...
