"""Blocks of header lines, as programs put them above what is forwarded or answered: From, Sent, To, Subject.

With a separator above or without; wrapped, bold, with values on lines of their own, in every language of the tables.
Each looks at a bounded number of lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.mail.languages import Header, fold, languages
from intake.mail.page import LONGEST, ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

ADDRESS = re.compile(r"\S@\S")
DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")

_LISTS = (">", ";", ",", "]", ")")  # how a line of recipients ends
_ENCLOSED = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>|\[mailto:")
_WRAPPED = 40  # lines a list of recipients may run over
INDENT = " " * 8  # before every line of Notes' columns
_FULL = 60  # characters, after which a program may wrap a subject


def header_of(text: str) -> Header | None:
    """Return what a line is the header of: `From: …`, `*Von:* …`, `De : …`, `发件人：…`."""  # noqa: RUF002
    return languages().headers.get(_label(text))


def _label(text: str) -> str:
    head = text[:60].lstrip(ORNAMENTS)
    if not head.isascii():
        head = fold(head)
    cut = head.find(":", 0, 48)
    return head[:cut].strip(ORNAMENTS).casefold() if cut > 0 else ""


def _value(text: str) -> str:
    return text.replace("：", ":").partition(":")[2]  # noqa: RUF001 - a wide colon


@dataclass(frozen=True, slots=True)
class Block:
    """Header lines down to `end` (exclusive); if it isn't sure, they may be somebody's words."""

    end: int
    sure: bool = True


def header_block(page: Page, start: int, *, forwarding: bool, known: bool = False) -> Block | None:
    """Return the block of header lines at `start`, or None if it isn't one.

    Without a separator above it (`known`) it needs two kinds of header with one of them From, or three, and something
    that only a header says: "From: a girl who moved nine times / To: whoever reads this" are somebody's words. Where
    the subject says "Fwd" (`forwarding`) the first two labels of any kind make one.
    """
    block = _Block(page, start, strange=known)
    block.read()
    kinds = block.kinds - {Header.OTHER}
    if known:
        return Block(block.end) if kinds or block.strangers > 1 else None
    if Header.FROM in kinds and len(kinds) > 1:
        return Block(block.end, sure=forwarding or block.proven or (block.named and Header.SUBJECT in kinds))
    if len(kinds) > 1 and (block.addressed or (forwarding and (block.proven or Header.SUBJECT in kinds))):
        return Block(block.end)
    if len(kinds) > 2 and Header.SUBJECT in kinds:  # noqa: PLR2004 - see the docstring
        return Block(block.end, sure=block.proven)
    return None


def columns(page: Page, start: int) -> int | None:
    """Return the end of the headers as old Notes sets them: in columns, the labels at the ends of lines."""
    labels = end = 0
    for i in range(start, min(start + _WRAPPED, len(page))):
        text = page.texts[i]
        if page.blank(i):
            continue
        if len(text) > LONGEST or not text.startswith(INDENT):
            break
        labels += fold(text.rpartition("  ")[2].strip()) in languages().headers
        end = i + 1
    return end if labels > 1 else None


def _names(value: str) -> bool:
    """Return whether a value could be the name that a program shows for a sender: every word has its capital."""
    words = value.partition("<")[0].partition("[")[0].strip(ORNAMENTS + "\"'").split()
    return 0 < len(words) <= 6 and not any(word[0].islower() for word in words)  # noqa: PLR2004 - no name is longer


class _Block:
    """Reads header lines downwards. `strange`: labels of unknown languages count too."""

    def __init__(self, page: Page, start: int, *, strange: bool) -> None:
        self._page, self._strange = page, strange
        self._depth = page.depths[start]
        self._names: set[str] = set()
        self._last: Header | None = None
        self._empty = False  # the last label had no value beside it
        self._split = False  # labels and values stand on lines of their own
        self._wrapped = 0
        self._i = start
        self.end = start
        self.kinds: set[Header] = set()
        self.strangers = 0
        self.proven = False  # something on it is an address or a date
        self.addressed = False
        self.named = False

    def read(self) -> None:
        page = self._page
        while self._i < len(page) and page.depths[self._i] == self._depth and self._takes(page.texts[self._i]):
            self._i += 1

    def _takes(self, text: str) -> bool:
        if len(text) > LONGEST:
            return False
        if not text.strip(ORNAMENTS):
            return self._blank()
        header = self._header(text)
        if header is not None:
            return self._header_line(text, header)
        if self._last is None or self._i > self.end or not self._continues(text):
            return False
        self._wrapped += 1
        self._prove(text, date=False)
        self.end = self._i + 1
        return True

    def _header(self, text: str) -> Header | None:
        """Return the kind of a line that this block has not had yet."""
        name = _label(text)
        header = languages().headers.get(name)
        if header is None and self._strange and 0 < len(name) <= 25 and name.count(" ") < 3:  # noqa: PLR2004
            value = _value(text)
            told = self.strangers > 1 or ADDRESS.search(value) or DATE.search(value)
            header = Header.OTHER if told else None
        again = header in self.kinds and header not in {Header.CC, Header.OTHER}
        return None if name in self._names or again else header

    def _header_line(self, text: str, header: Header) -> bool:
        name = _label(text)
        self.strangers += name not in languages().headers
        self._names.add(name)
        self.kinds.add(header)
        value = _value(text).strip(ORNAMENTS)
        self._prove(value, date=header is Header.DATE)
        self.named = self.named or (header is Header.FROM and _names(value))
        self._last, self._wrapped, self._empty = header, 0, not value
        self.end = self._i + 1
        return True

    def _prove(self, value: str, *, date: bool) -> None:
        self.addressed = self.addressed or bool(ADDRESS.search(value))
        self.proven = self.proven or self.addressed or (date and bool(DATE.search(value)))

    def _blank(self) -> bool:
        """Go over a blank line if another header follows: HTML mails have them between."""
        following = self._page.after(self._i + 1)
        return (
            self._last is not None
            and following - self._i <= 2  # noqa: PLR2004 - two blank lines end any block
            and following < len(self._page)
            and self._page.depths[following] == self._depth
            and self._header(self._page.texts[following]) not in {None, Header.OTHER}
        )

    def _continues(self, text: str) -> bool:
        if self._wrapped >= _WRAPPED:
            return False
        if self._empty and not self._wrapped and (self._last is not Header.SUBJECT or self._split):
            self._split = True
            return True
        before = self._page.texts[self._i - 1].rstrip()
        if self._last in {Header.FROM, Header.TO, Header.CC}:
            if before.endswith((",", ";", "<")):
                return True
            if ADDRESS.search(text) and (text.rstrip().endswith(_LISTS) or _ENCLOSED.search(text)):
                return True
        if self._last is Header.SUBJECT and text[0] == " " and len(before) >= _FULL:
            return self._page.after(self._i + 1) != self._i + 1  # a blank line ends the block
        return any(
            self._header(self._page.texts[j]) not in {None, Header.OTHER}
            for j in range(self._i + 1, min(self._i + 3, len(self._page)))
            if self._page.depths[j] == self._depth
        )
