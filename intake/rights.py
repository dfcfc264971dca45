"""What a council says that it offers, from a file of the deployment's: `rights/<the council's code>.md`, plain text.

Paragraphs have an empty line between them. It is read when somebody asks, so a change shows at once. Nothing of
Markdown is obeyed: the # of headings and the ** of bold text are left out, and all else stands as it was written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LARGEST = 100_000  # bytes
A_PAGE = 800  # characters: what a phone shows without much scrolling
LONGEST = 3_000  # characters of a paragraph, which has to fit into one message
_MARKS = re.compile(r"^#{1,6}[ \t]+|\*\*", re.MULTILINE)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class OfferWrong(Exception):
    """Raised when a file can't be used; `why` names the kind of mistake."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def read_offer(folder: Path, code: str) -> tuple[str, ...]:
    """Return the paragraphs of a council's file; nothing if there is none.

    Raises:
        OfferWrong: it is no text, empty, too large, or can't be opened.
    """
    try:
        with (folder / f"{code}.md").open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return ()
    except OSError:
        raise OfferWrong("closed") from None
    if len(content) > LARGEST:
        raise OfferWrong("large")
    return _paragraphs(content)


def offer(folder: Path, code: str) -> tuple[str, ...]:
    """Return the same for somebody who asks: nothing if the file can't be used, as `care-voice doctor` tells."""
    try:
        return read_offer(folder, code)
    except OfferWrong:
        return ()


def in_pages(paragraphs: Sequence[str]) -> list[tuple[str, ...]]:
    """Put paragraphs together to pages."""
    pages: list[tuple[str, ...]] = []
    for one in paragraphs:
        if pages and sum(map(len, pages[-1])) + len(one) <= A_PAGE:
            pages[-1] = (*pages[-1], one)
        else:
            pages.append((one,))
    return pages


def _paragraphs(content: bytes) -> tuple[str, ...]:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise OfferWrong("utf-8") from None
    if _NOT_TEXT.search(text):
        raise OfferWrong("odd")
    found = tuple(_split(_MARKS.sub("", text)))
    if not found:
        raise OfferWrong("empty")
    if max(map(len, found)) > LONGEST:
        raise OfferWrong("paragraph")
    return found


def _split(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        if stripped := paragraph.strip():
            yield stripped
