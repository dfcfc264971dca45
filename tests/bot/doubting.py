"""A redactor that also asks about words which a test chooses, whatever the model of the day thinks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake.wishes import NO_WISHES, Wishes
from storage.model import Label, Span
from tests.bot.talking import redactor

if TYPE_CHECKING:
    from intake.raw import RawWords
    from intake.redaction import Redaction


@dataclass(frozen=True)
class Doubts:
    """Redacts as the product does, and asks of some words whether they are names, wherever they are readable."""

    words: tuple[str, ...]

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:
        """Redact."""
        made = redactor().redact(words, wishes)
        safe = replace(made.words, suggestions=self._asked(made.words.text))
        raw = tuple(span for span in self._asked(words.reveal()) if not _hidden(span, made))
        return replace(made, words=safe, suggestions=raw)

    def _asked(self, text: str) -> tuple[Span, ...]:
        found = (match for word in self.words for match in re.finditer(rf"\b{word}\b", text))
        return tuple(sorted(Span(one.start(), one.end(), Label.NAME, 0.4) for one in found))


def _hidden(span: Span, made: Redaction) -> bool:
    return any(hidden.start < span.end and span.start < hidden.end for hidden in made.spans)
