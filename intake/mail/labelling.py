"""Labels lines: the forwarder's note, a header, the person's own words, a quote, and what nobody wrote.

One walk down the lines, linear in their number. Labelling never deletes, and what it is unsure of stays words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.mail.attributions import attributes
from intake.mail.marks import Mark, Origin, find_marks
from intake.mail.page import Labelled, Page, Part, read_page
from intake.mail.subject import Thread
from intake.mail.tails import mark_tails

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_FULL = 60  # characters, after which a program may wrap a quoted line without a mark on the rest


@dataclass(frozen=True, slots=True)
class Labels:
    """Every line without the marks that say it was quoted, and what it is.

    `unsure`: some that are kept as words may be somebody else's. `two_ways`: it may as well be a reply as a forward,
    and then the note is what its writer meant.
    """

    lines: list[Labelled]
    unsure: bool
    two_ways: bool = False


def label_lines(lines: Sequence[str], thread: Thread = Thread.NEW, *, answers: bool = False) -> Labels:
    """Say what every line is; the result has as many lines as were given. `answers`: its headers name another mail."""
    page = read_page(lines)
    answering = thread is Thread.REPLY or (answers and thread is Thread.NEW)
    found = find_marks(page, forwarding=thread is Thread.FORWARD, answering=answering)
    marks = [mark for mark in found if mark.origin is not Origin.DOUBTFUL]
    unsure, two_ways = len(found) > len(marks), False
    if _is_reply(page, marks, thread) if marks else answering and any(page.depths):
        page, typed = _type_quotes(page, marks)
        parts, unsure = _label_reply(page, marks), unsure or typed
    elif marks or (thread is Thread.FORWARD and any(page.depths)):
        page, parts, doubts = _label_forward(page, marks)
        two_ways = thread is Thread.NEW and _may_answer(page, parts, marks[0])
        unsure = unsure or doubts or two_ways
    else:
        unsure = unsure or any(page.depths) or thread is Thread.FORWARD
        page = Page(lines, [0] * len(page))
        parts = [Part.WORDS] * len(page)
    mark_tails(page, parts)
    return Labels(list(map(Labelled, page.texts, parts)), unsure, two_ways)


def _is_reply(page: Page, marks: Sequence[Mark], thread: Thread) -> bool:
    first, *others = marks
    if first.origin is Origin.ORIGINAL and others and page.after(first.end) == others[0].start:
        first = others[0]  # Proton writes "Original Message" above "On Monday, Sam wrote:"
    if first.origin is Origin.WROTE:
        return thread is not Thread.FORWARD
    if first.origin is Origin.FORWARDED and page.depths[first.start] == 0:
        return False
    return thread is Thread.REPLY


def _may_answer(page: Page, parts: Sequence[Part], first: Mark) -> bool:
    """Return whether a mail without "Re" or "Fwd" may be a reply: then what stands above is what was meant."""
    above = any(parts[i] is Part.NOTE and not page.blank(i) for i in range(first.start))
    return above and first.origin in {Origin.HEADERS, Origin.ORIGINAL}


def _type_quotes(page: Page, marks: Sequence[Mark]) -> tuple[Page, bool]:
    """Give back the `>` that somebody typed: a program puts none above "Sam wrote:"; what it repeats is a quote."""
    first = marks[0].start if marks else 0
    while first and page.depths[first - 1] and page.depths[first - 1] == page.depths[first]:
        first -= 1
    if not any(page.depths[:first]):
        return page, False
    quoted = {text.strip() for text, depth in zip(page.texts[first:], page.depths[first:], strict=True) if depth}
    texts, depths, typed = list(page.texts), list(page.depths), False
    for i in range(first):
        if depths[i] and texts[i].strip() not in quoted:
            texts[i], depths[i], typed = f"{'> ' * depths[i]}{texts[i]}", 0, True
    return Page(texts, depths), typed


def _label_reply(page: Page, marks: Sequence[Mark]) -> list[Part]:
    """Quoted lines and what stands under a header go; what was written above, between and below quotes stays."""
    parts = [Part.QUOTED if depth else Part.WORDS for depth in page.depths]
    starts = {mark.start for mark in marks}
    for mark in marks:
        if not page.depths[mark.start]:
            end = _end_of_quote(page, mark, starts)
            parts[mark.start : end] = [Part.QUOTED] * (end - mark.start)
    for i, text in enumerate(page.texts):
        if not page.depths[i] and (_introduces(page, i, text) or _spilled(page, i, text)):
            parts[i] = Part.QUOTED
    return parts


def _introduces(page: Page, i: int, text: str) -> bool:
    """Return whether a line says "Sam wrote:" above a quote."""
    if not attributes(text):
        return False
    below = page.after(i + 1)
    return below < len(page) and page.depths[below] > 0


def _spilled(page: Page, i: int, text: str) -> bool:
    """Return whether a line is the rest of a quoted line that was wrapped without a mark on the rest."""
    if not (0 < i < len(page) - 1 and text[:1].islower() and page.depths[i - 1] and page.depths[i + 1]):
        return False
    above, below = page.texts[i - 1].rstrip(), page.texts[i + 1]
    return len(above) >= _FULL and above[-1] not in ".!?:" and below[:1].islower()


def _end_of_quote(page: Page, mark: Mark, starts: Container[int]) -> int:
    first = page.after(mark.end)
    if first == len(page) or page.depths[first] or first in starts:
        return mark.end  # the quote marks, or the next mark, tell the rest
    if mark.origin is Origin.WROTE and _indented(page.texts[first]):
        end = first
        while end < len(page) and (_indented(page.texts[end]) or page.blank(end)):
            end += 1
        return end
    return len(page)


def _indented(text: str) -> bool:
    return text.startswith(("    ", "\t"))


def _label_forward(page: Page, marks: Sequence[Mark]) -> tuple[Page, list[Part], bool]:
    """Above the first mark is the note; below it everybody's words. What they quote keeps its `>`, and is a doubt."""
    first = marks[0].start if marks else next(i for i, depth in enumerate(page.depths) if depth)
    parts = [Part.NOTE] * first + [Part.WORDS] * (len(page) - first)
    for mark in marks:
        parts[mark.start : mark.end] = [Part.HEADER] * (mark.end - mark.start)
    below = _below_forward(page, marks, first)
    parts[below:] = [Part.NOTE] * (len(page) - below)
    page, quotes = _mark_quotes(page, marks, first)
    others = sum(mark.origin is not Origin.ENDED and not _follows(page, marks, at) for at, mark in enumerate(marks))
    return page, parts, quotes or others > 1


def _follows(page: Page, marks: Sequence[Mark], at: int) -> bool:
    """Return whether a mark stands right below another: both are above the same message."""
    return at > 0 and page.after(marks[at - 1].end) == marks[at].start


def _mark_quotes(page: Page, marks: Sequence[Mark], first: int) -> tuple[Page, bool]:
    """Give back the `>` to lines that a forwarded message quotes: those deeper than the message itself."""
    if not any(page.depths[first:]):
        return page, False
    texts, found = list(page.texts), False
    opening = page.after(marks[0].end) if marks else first
    base = page.depths[opening] if opening < len(page) else 0
    bases = {mark.end: page.depths[mark.start] for mark in marks[1:] if mark.origin is not Origin.WROTE}
    for i in range(opening, len(page)):
        base = bases.get(i, base)
        deeper = page.depths[i] - base
        if deeper > 0 and texts[i]:
            texts[i], found = f"{'> ' * deeper}{texts[i]}", True
    return Page(texts, page.depths), found


def _below_forward(page: Page, marks: Sequence[Mark], first: int) -> int:
    """Return where the forwarder goes on, if it shows: what they forwarded was quoted, or its end is marked."""
    ended = [mark.end for mark in marks if mark.origin is Origin.ENDED]
    if ended:
        return ended[-1]
    opening = page.after(marks[0].end) if marks else first
    if opening == len(page) or not page.depths[opening]:
        return len(page)
    last = max(i for i, depth in enumerate(page.depths) if depth)
    return last + 1 if all(mark.start <= last for mark in marks) else len(page)
