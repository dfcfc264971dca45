"""Which places and organisations of a message are the same one: by their words, less those that many have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.kinds import FIRST, word_set
from intake.redaction.lists import fold
from intake.redaction.sorts import HEADS
from intake.redaction.text import TOKEN
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

# these tell nothing apart
SHARED = frozenset(HEADS) | word_set(
    "the a at of in house lodge court cottage villa unit centre center estate town city trust children's childrens for"
)
# these make another place of one: `north Leeds`, `St Bede's`
TELLING = word_set("north south east west st saint great little upper lower new old central greater")


class Entities:
    """Numbers what is named, from 0 on, in the order in which it comes."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._whole: dict[tuple[str, ...], int] = {}
        self._part: dict[str, int] = {}
        self._count = 0

    def find(self, name: str) -> int:
        """Return which one is named: a word of a longer name is the same one."""
        if name in self._names:
            return self._names[name]
        which = self._names[name] = self._find(_words(name))
        return which

    def _find(self, words: tuple[str, ...]) -> int:
        which = self._whole.get(words)
        if which is None:
            which = self._in_part(words)
        if which is None:
            which = self._count
            self._count += 1
        self._whole[words] = which
        if words[:1] and words[0] not in TELLING:
            for word in words:
                self._part.setdefault(word, which)
        return which

    def _in_part(self, words: tuple[str, ...]) -> int | None:
        if len(words) == 1:
            return self._part.get(words[0])
        if words[:1] and words[0] in TELLING:
            return None
        return next((self._whole[word,] for word in words if (word,) in self._whole), None)


def as_elsewhere(raw: str, spans: Sequence[Span], look_up: Callable[[str], int]) -> list[Span]:
    """Return spans; what is no first name, and stands in the name of an organisation elsewhere, is that one too."""
    sites = (_words(raw[span.start : span.end]) for span in spans if span.label is Label.ORG)
    known = {words[0] for words in sites if words}
    return [_as_site(raw, span, known, look_up) for span in spans] if known else list(spans)


def _as_site(raw: str, span: Span, known: Container[str], look_up: Callable[[str], int]) -> Span:
    words = _words(raw[span.start : span.end]) if span.label is Label.NAME else ()
    if len(words) == 1 and words[0] in known and not look_up(words[0]) & FIRST:
        return Span(span.start, span.end, Label.ORG, span.score)
    return span


def _words(name: str) -> tuple[str, ...]:
    tokens = TOKEN.findall(fold(name).replace("\u2019", "'").replace("-", " "))
    words = tuple(token.replace("'", "") for token in tokens if token not in SHARED)
    return words or tuple(tokens)
