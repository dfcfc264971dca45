"""Where another message begins inside a mail: separators, blocks of header lines, "On Monday, Sam wrote:".

Rules over shapes, with labels from `languages`; each looks at a bounded number of lines, so the whole is linear.
It only says where, and never decides what is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from intake.mail.attributions import attributes, groupwise, notes, wrote
from intake.mail.blocks import ADDRESS, INDENT, columns, header_block, header_of
from intake.mail.languages import fold, languages
from intake.mail.page import LONGEST, ORNAMENTS

if TYPE_CHECKING:
    from intake.mail.page import Page

RULES = "-–—_=~*#"  # noqa: RUF001 - dashes are what separators are made of

_ENDS = RULES + ":："  # noqa: RUF001 - how an attribution ends
_TELLING = _ENDS + ">" + ORNAMENTS  # what a line may end with that is worth a look
_SHORT = 60  # characters; every separator of the tables is shorter
_RUN_ON = re.compile(r"[-–—]{3,}+\s*+([^\s–—-](?:[^–—-]|-(?!-)){2,60})[-–—]{3,}+\s*+(\S.*)")  # noqa: RUF001


class Origin(Enum):
    """What tells that another message begins."""

    FORWARDED = "a separator that says so"
    ORIGINAL = "a separator that stands above replies and forwards alike"
    HEADERS = "a block of header lines"
    WROTE = "a line like: On Monday, Sam wrote:"
    ENDED = "a separator that says: the forwarded message ends"
    DOUBTFUL = "lines like headers that may be somebody's words"


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines `start` to `end` (exclusive) stand above another message, and are nobody's words unless it is doubtful."""

    start: int
    end: int
    origin: Origin


def find_marks(page: Page, *, forwarding: bool = False, answering: bool = False) -> list[Mark]:
    """Return every mark, in order and without overlap. `forwarding`: the subject says "Fwd"; `answering`: "Re"."""
    marks: list[Mark] = []
    i = 0
    while i < len(page.texts):
        mark = None
        if page.texts[i] and not _is_prose(page.texts[i]):
            mark = _mark_at(page, i, forwarding=forwarding and not marks, answering=answering)
        if mark is not None:
            start = max(mark.start, marks[-1].end if marks else 0)
            marks.append(Mark(start, mark.end, mark.origin))
        i = mark.end if mark else i + 1
    return marks


def _is_prose(text: str) -> bool:
    """Return whether a line can't be a mark, as most can't: it is long and has none of the signs of one."""
    plain = len(text) > _SHORT and text[0].isalnum() and text[-1] not in _TELLING and text.isascii()
    return plain and ":" not in text and "---" not in text


def _mark_at(page: Page, i: int, *, forwarding: bool, answering: bool) -> Mark | None:
    text = page.texts[i]
    if len(text) > LONGEST:
        return None
    core = text.strip(ORNAMENTS)
    if not core:
        return None
    if core[0] == ">" and groupwise(core):
        return Mark(i, i + 1, Origin.ORIGINAL)
    mark = _headers(page, i, text, forwarding=forwarding)
    if mark is None and _may_separate(core):
        mark = _separator(page, i, core)
    if mark is None and (core[-1] in _ENDS or notes(core) or (core[-1] == ">" and _ends_at_quote(page, i))):
        start = i if notes(core) else wrote(page, i, answering=answering)
        return None if start is None else Mark(start, i + 1, Origin.WROTE)
    return mark


def _headers(page: Page, i: int, text: str, *, forwarding: bool) -> Mark | None:
    if (":" in text or not text.isascii()) and header_of(text) is not None:
        block = header_block(page, i, forwarding=forwarding)
        if block is not None:
            return Mark(_rule_above(page, i), block.end, Origin.HEADERS if block.sure else Origin.DOUBTFUL)
    if text.startswith(INDENT) and (i == 0 or page.blank(i - 1)):
        end = columns(page, i)
        return Mark(i, end, Origin.HEADERS) if end else None
    return None


def _may_separate(core: str) -> bool:
    if core[-1] in ":：" or core[0] in RULES:  # noqa: RUF001
        return True
    return len(core) <= _SHORT and fold(core) in languages().separators


def _ends_at_quote(page: Page, i: int) -> bool:
    """Return whether a line with an address stands right above a quote, as old Gmail's attributions do."""
    below = page.after(i + 1)
    return "@" in page.texts[i] and below < len(page) and page.depths[below] > page.depths[i]


def _rule_above(page: Page, i: int) -> int:
    """Return where a line of underscores begins that stands above the headers (Outlook on the web)."""
    for above in range(i - 1, max(i - 4, -1), -1):
        text = page.texts[above].strip()
        if text:
            return above if len(text) >= 5 and not text.strip(RULES) else i  # noqa: PLR2004 - a rule, not "--"
    return i


def _separator(page: Page, i: int, core: str) -> Mark | None:
    origin, alone = _separator_says(page, i, core)
    if origin is None:
        return None
    if origin is Origin.ENDED or not alone:
        return Mark(i, i + 1, origin)
    first = page.after(i + 1)
    if first == len(page):
        return Mark(i, i + 1, origin)
    block = header_block(page, first, forwarding=True, known=True)
    return Mark(i, block.end if block else columns(page, first) or i + 1, origin)


def _separator_says(page: Page, i: int, core: str) -> tuple[Origin | None, bool]:
    """Return what a line separates, if it does, and whether it stands alone (Yahoo runs the headers on)."""
    phrase = fold(core[:120].strip(RULES + ORNAMENTS + ":：.")).strip(ORNAMENTS)  # noqa: RUF001
    ruled = core[:2].strip(RULES) == "" and core[-2:].strip(RULES) == ""
    if len(core) <= 120:  # noqa: PLR2004 - no program writes a longer one
        origin = _says(phrase, ruled=ruled)
        if origin is not None and (ruled or core[-1] in ":：" or _headers_follow(page, i)):  # noqa: RUF001
            return origin, True
        if ruled and phrase and _headers_follow(page, i):
            return Origin.WROTE if ADDRESS.search(core) and attributes(f"{phrase}:") else Origin.ORIGINAL, True
    run_on = _RUN_ON.match(core)
    if run_on and (header_of(run_on[2]) is not None or ADDRESS.search(run_on[2])):
        return _says(fold(run_on[1]).strip(), ruled=True) or Origin.FORWARDED, False
    return None, False


def _says(phrase: str, *, ruled: bool) -> Origin | None:
    tables = languages()
    if phrase in tables.forwarded:
        return Origin.FORWARDED
    if phrase in tables.original:
        return Origin.ORIGINAL
    if ruled and phrase.startswith(("end forwarded", "end of forwarded", "конец пересылаемого")):
        return Origin.ENDED
    if ruled and phrase.startswith(("forwarded by ", "forwarded message from ")):
        return Origin.FORWARDED
    return None


def _headers_follow(page: Page, i: int) -> bool:
    first = page.after(i + 1)
    return first < len(page) and header_block(page, first, forwarding=True, known=True) is not None
