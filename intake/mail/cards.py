"""Lines that tell who somebody is at work and how to reach them, and lines that are prose all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.mail.languages import fold, languages
from intake.mail.page import ORNAMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTACT = re.compile(
    r"\S@\S|\bwww\.|https?://|(?:\+|\b0)\d[\d ()-]{8,}"
    r"|^(?:tel|telephone|mob|mobile|phone|direct|direct line|ddi|ext|fax|e-?mail|web|website)\b ?[:.|]"
    r"|^[tmewfdp]\b ?[:.|] ?[+(\d]",
    re.IGNORECASE,
)
_APART = {ord(sign): " " for sign in ",|/()&-–·•:;'"}  # noqa: RUF001


def is_card(lines: Sequence[str], *, ends: bool) -> bool:
    """Return whether a paragraph is a card; one that ends a message needs to say less."""
    if not (ends or _capitalised(lines[0])):
        return False
    contacts = sum(map(reaches, lines))
    if ends and len(lines) > 2 and contacts > 1:  # noqa: PLR2004 - a line, and two ways to be reached
        return not any(map(is_prose, lines))
    if not (contacts or ends) or not presents(lines) or any(map(is_prose, lines)):
        return False
    return contacts > 0 or (len(lines[0].split()) > 1 and any(map(_post, lines[1:])))


def presents(lines: Sequence[str]) -> bool:
    """Return whether lines say who somebody is at work: a name or a post, and then a post, a team or working hours."""
    told = [line for line in lines if line.strip(ORNAMENTS)]
    if not told or not _capitalised(told[0]):
        return False
    return any(_post(line) or _stock(line) for line in told)


def _post(text: str) -> bool:
    """Return whether a line names a post or a team, each of its words with a capital: "Leaving Care Team"."""
    return _capitalised(text) and not languages().at_work.isdisjoint(fold(text).translate(_APART).split())


def _capitalised(text: str) -> bool:
    words = text.strip(ORNAMENTS).split()
    if not words or len(words) > 14 or text.rstrip(ORNAMENTS)[-1] in ".!?":  # noqa: PLR2004
        return False
    return not any(word[0].islower() and len(word) > 3 for word in words if "/" not in word)  # noqa: PLR2004


def _stock(text: str) -> bool:
    """Return whether a line is one of those that people at work put below their names."""
    folded = fold(text[:300])
    return any(phrase in folded for phrase in languages().signature_says)


def reaches(text: str) -> bool:
    """Return whether a line holds an address or a number."""
    return len(text) <= 200 and _CONTACT.search(text.strip(ORNAMENTS)) is not None  # noqa: PLR2004


def is_prose(text: str) -> bool:
    """Return whether a line reads like a sentence, or a postscript: that is somebody's words even below a name."""
    words = text.split(maxsplit=12)
    if not words:
        return False
    ends = text.rstrip(ORNAMENTS).endswith((".", "!", "?"))
    postscript = words[0].strip(".:-").casefold() in {"ps", "p.s"}
    long = len(words) > 12 or (len(words) > 4 and ends and not reaches(text))  # noqa: PLR2004
    return postscript or (long and not _stock(text))
