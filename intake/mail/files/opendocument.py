"""The words of an .odt: its body alone. Never a property, a comment, a field, what was deleted, or what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.files.limits import tidied
from intake.mail.files.markup import read_member

if TYPE_CHECKING:
    from collections.abc import Mapping

# Comments, notes, deleted and hidden words; fields that show who wrote it or what the file is called.
_SKIPPED = re.compile(
    r"tracked-changes|annotation|note|hidden-(?:text|paragraph)|(?:initial-)?creator|author-(?:name|initials)"
    r"|sender-.*|user-(?:field|defined).*|title|subject|description|keywords|file-name|desc|forms|scripts"
)
_BREAKS = {"tab": "\t", "line-break": "\n"}
_PARAGRAPHS = {"p", "h"}
_MOST_SPACES = 80
_WHITE = re.compile(r"\s+")


def read(data: bytes) -> str:
    """Return the words. Raises Unreadable."""
    words = _Words()
    read_member(data, lambda name: name == "content.xml", words)
    return tidied("".join(words.pieces))


class _Words:
    """Hears of the elements of a content.xml: automatic styles first, then the body."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._skipped = 0  # how deep inside something that isn't read
        self._paragraphs = 0
        self._style = ""
        self._hidden: set[str] = set()  # names of styles

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where words begin, and what is not read."""
        if self._skipped or _SKIPPED.fullmatch(name) or attributes.get("style-name") in self._hidden:
            self._skipped += 1
        elif name in _PARAGRAPHS:
            self._paragraphs += 1
        elif name == "s":
            self.pieces.append(" " * _spaces(attributes.get("c", "1")))
        elif name in _BREAKS:
            self.pieces.append(_BREAKS[name])
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "text-properties" and attributes.get("display") == "none":
            self._hidden.add(self._style)

    def end(self, name: str) -> None:
        """Note where words end."""
        if self._skipped:
            self._skipped -= 1
        elif name in _PARAGRAPHS:
            self._paragraphs -= 1
            self.pieces.append("\n")

    def characters(self, text: str) -> None:
        """Keep words."""
        if self._paragraphs and not self._skipped:
            self.pieces.append(_WHITE.sub(" ", text))


def _spaces(count: str) -> int:
    return min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < len("1000") else 1
