"""Disclaimers, by the phrases of the tables, and the lines that a mailing list or a newsletter adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.mail.languages import fold, languages
from intake.mail.page import LONGEST
from intake.mail.rules import PUNCTUATION

if TYPE_CHECKING:
    from intake.mail.page import Page

FOOTERS_BEGIN = ("to unsub", "unsub", "view this", "view in", "you are rec", "you're rec", "you rec", "this email was")
_FOOTER = (
    *("to unsubscribe from this", "to unsubscribe from these", "to unsubscribe click", "to unsubscribe, "),
    *("unsubscribe |", "unsubscribe from this", "unsubscribe from these", "unsubscribe here", "unsubscribe: "),
    *("view this email in your", "view this e-mail in your", "view in browser", "view in your browser"),
    *("you are receiving this e", "you're receiving this e", "you received this email because"),
    *("you received this message because you are subscribed", "this email was sent to", "this email was sent by"),
)
# One of these is in every phrase of `disclaims`: a text without them is no disclaimer.
_CLUES = (
    *("this e", "this message", "this communication", "this transmission", "sender", "virus", "recipient", "liability"),
    *("addressee", "registered", "company n", "information contained", "originator", "the named", "expressed"),
    *("mails ", "monitor", "e-bost", "neges h", "anfonwr"),
)


def speaks_law(folded: str) -> bool:
    """Return whether a message may hold a disclaimer at all."""
    return any(map(folded.__contains__, _CLUES))


def is_title(line: str) -> bool:
    """Return whether a line is what stands above a disclaimer."""
    return len(line) < 60 and fold(line).strip(PUNCTUATION) in languages().disclaimer_title  # noqa: PLR2004


def disclaims(folded: str, *, legal: bool, follows: bool) -> bool:
    """One phrase of the law does not make a paragraph a disclaimer; two do, or one below another or a title."""
    tables = languages()
    if folded in tables.disclaimer_title or folded.startswith(tables.disclaims_alone):
        return True
    found = sum(phrase in folded for phrase in tables.disclaims) if legal else 0
    if not found and not follows:
        return False
    return found + sum(phrase in folded for phrase in tables.disclaims_too) > (0 if follows else 1)


def start_of_disclaimer(page: Page, first: int, last: int) -> int:
    """Words may stand right above a disclaimer: it starts with the first line that sounds like one."""
    tables = languages()
    for i in range(first, last):
        line = fold(page.texts[i][:LONGEST])
        if any(phrase in line for phrase in (*tables.disclaims, *tables.disclaims_too, *tables.disclaims_alone)):
            return first if i == first + 1 and len(page.texts[first].split()) < 3 else i  # noqa: PLR2004 - its title
    return first


def is_footer(folded: str) -> bool:
    """Return whether a list or a newsletter wrote a line; "I want to unsubscribe from being a case" is somebody's."""
    return folded == "unsubscribe" or folded.startswith(_FOOTER)
