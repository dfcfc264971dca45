"""The lines of a text, how deep each was quoted, and what a line can be. It judges nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNED = 20  # characters, within which a quote that is signed shows its mark
LONGEST = 4_000  # characters; a longer line is prose, or an attack, and is not looked into
INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ORNAMENTS = " \t\xa0*_|" + INVISIBLE
BEFORE_QUOTE = " \t\xa0" + INVISIBLE


class Part(Enum):
    """What a line is."""

    NOTE = "the forwarder's own"
    HEADER = "from the program that forwarded"
    WORDS = "the person's own"
    QUOTED = "another message, quoted in a reply"
    SIGNATURE = "a signature"
    DISCLAIMER = "a disclaimer"
    BANNER = "a warning or a label that a mail server put in"
    FOOTER = "how to join a meeting, or to leave a list"

    __hash__ = object.__hash__  # each is one object; Enum's own runs Python for every line


SOMEBODYS = frozenset({Part.WORDS, Part.NOTE})


class Labelled(NamedTuple):
    """A line without its quote marks, and what it is."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class Page:
    """Lines without their quote marks, and how deep each was quoted."""

    texts: Sequence[str]
    depths: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)

    def blank(self, line: int) -> bool:
        """Return whether nothing but ornaments stands on a line."""
        text = self.texts[line]
        if not text or text[0].isalnum():
            return not text
        return len(text) <= LONGEST and not text.strip(ORNAMENTS)

    def after(self, line: int) -> int:
        """Return the first line from `line` on that is not blank, within five; else the length."""
        for i in range(line, min(line + 5, len(self))):
            if not self.blank(i):
                return i
        return len(self)


def read_page(lines: Sequence[str]) -> Page:
    """Take the quote marks off every line."""
    texts, depths = [], []
    signed = _signed_quotes(lines)
    for line in lines:
        text, depth = (line, 0) if ">" not in line else _unquoted(line)
        if signed and not depth and line.partition("> ")[0] in signed:
            text, depth = line.partition("> ")[2], 1
        texts.append(text)
        depths.append(depth)
    return Page(texts, depths)


def _signed_quotes(lines: Sequence[str]) -> frozenset[str]:
    """Return what The Bat and Emacs put before what they quote, if two lines or more have it: `SP> `, `    Sam> `."""
    heads = [line.partition("> ")[0] for line in lines if line.find("> ", 0, _SIGNED) > 0]
    if len(heads) < 2:  # noqa: PLR2004 - as above
        return frozenset()
    return frozenset(head for head, count in Counter(heads).items() if count > 1 and _signs_quotes(head))


def _signs_quotes(head: str) -> bool:
    return head.strip().isalpha() and (head.startswith("  ") or (head.isupper() and len(head) <= 4))  # noqa: PLR2004


def _unquoted(line: str) -> tuple[str, int]:
    """Return a line without its leading `>`s and their number; `>:(` is a face, and `>From ` a mailbox's escape."""
    if line.startswith(">From "):
        return line[1:], 0
    rest, depth = line.lstrip(BEFORE_QUOTE), 0
    if rest.startswith(">>>") and _groupwise(rest):
        return line, 0
    while rest.startswith(">") and not rest.startswith((">:", ">.<", ">_<", ">=", "><", ">-")):
        depth += 1
        line = rest = rest[1:]
        if rest.startswith(" "):
            line = rest = rest[1:]
        if rest.startswith((" >", "\t>")):
            rest = rest[1:]
        if depth >= 50:  # noqa: PLR2004 - nobody quotes that deep, and each step copies the line
            break
    return line, depth


def _groupwise(rest: str) -> bool:
    """Return whether GroupWise wrote a line: `>>> Sam <sam@…> 03/05/2025 10:12 >>>`, or `>>> On 3/5/2025 at …`."""
    return rest.startswith(">>> On ") or (rest.rstrip().endswith(">>>") and 3 < len(rest.strip("> ")) < 300)  # noqa: PLR2004 - no name is longer
