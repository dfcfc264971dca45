"""Whose words a line is: the forwarder's note, a header, the person's own words, a quote, a signature, a disclaimer.

One walk down the lines, linear in their number. Labelling never deletes, and what it is unsure of stays words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from intake.mail.languages import fold, languages
from intake.mail.marks import Mark, Origin, attributes, find_marks
from intake.mail.page import Labelled, Page, Part, read_page
from intake.mail.tails import mark_tails

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_MOST_LINES = 10_000  # what comes after them is kept, as one line
_LONGEST_POINTER = 1_000  # characters
_POINTS_DOWN = re.compile(
    r"\b(?:answer|repl(?:y|ies)|respon[ds]|comment|thoughts|wrote|written|writing|added|notes?)[^.\n]{0,40}"
    r"\b(?:below|in ?-?line|in (?:red|blue|green|purple|orange|pink|bold|capitals|caps|italics))\b",
    re.IGNORECASE,
)


class Thread(Enum):
    """What the subject of a mail says it is."""

    NEW = "new"
    REPLY = "reply"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a person wrote in a text, as plain strings: `words` may be empty, `note` is the forwarder's, or empty."""

    kind: Literal["direct", "forward", "reply"]
    words: str
    note: str


def own_words(text: str, thread: Thread = Thread.NEW) -> OwnWords:
    """Read a text, its lines ended by newlines.

    A reply without a word of its own was sent for what it quotes; one that says "my answers are below, in red" has
    its words among what it quotes, where nothing tells them apart: all of it is kept.
    """
    lines = text.split("\n", _MOST_LINES)
    found = choose(label_lines(lines, thread))
    if found.kind == "reply" and not found.words:
        found = choose(label_lines(lines, Thread.FORWARD))
    elif found.kind == "reply" and _POINTS_DOWN.search(found.words[:_LONGEST_POINTER]):
        whole = choose(label_lines(lines, Thread.FORWARD))
        return OwnWords("reply", "\n\n".join(filter(None, (whole.note, whole.words))), "")
    if found.note and not found.words:
        return OwnWords("direct", found.note, "")
    return found


def choose(lines: Sequence[Labelled]) -> OwnWords:
    """Select the words and the note among labelled lines."""
    parts = {line.part for line in lines}
    words = _joined(lines, Part.WORDS)
    if Part.QUOTED in parts:
        return OwnWords("reply", words, "")
    kind: Literal["direct", "forward"] = "forward" if {Part.HEADER, Part.NOTE} & parts else "direct"
    return OwnWords(kind, words, _joined(lines, Part.NOTE))


def label_lines(lines: Sequence[str], thread: Thread = Thread.NEW) -> list[Labelled]:
    """Say what every line is; the result has as many lines as were given, without their quote marks."""
    page = read_page(lines)
    marks = find_marks(page, forwarding=thread is Thread.FORWARD)
    if _is_reply(page, marks, thread):
        parts = _label_reply(page, marks)
    elif marks or (thread is Thread.FORWARD and any(page.depths)):
        parts = _label_forward(page, marks)
    else:
        page = Page(lines, [0] * len(page))
        parts = [Part.WORDS] * len(page)
    _label_tails(page, parts)
    return list(map(Labelled, page.texts, parts))


def thread_of(subject: str) -> Thread:
    """Judge by the prefix of a subject. In-Reply-To says nothing: Outlook puts it into forwards too."""
    rest = fold(subject[:200]).strip()
    while rest.startswith("["):  # "[EXTERNAL] Fwd: …"
        rest = rest.partition("]")[2].strip()
    prefix = rest.partition(":")[0].partition("[")[0].partition("(")[0].strip() if ":" in rest[:40] else ""
    if prefix in languages().subject_forward:
        return Thread.FORWARD
    return Thread.REPLY if prefix in languages().subject_reply else Thread.NEW


def _joined(lines: Sequence[Labelled], part: Part) -> str:
    """Return the lines of one part; where others were left out between, a blank line remains."""
    kept: list[str] = []
    gap = False
    for line, its in lines:
        if its is part:
            text = line.rstrip()
            if text and gap and kept and kept[-1]:
                kept.append("")
            if text or (kept and kept[-1]):
                kept.append(text)
            gap = False
        else:
            gap = True
    return "\n".join(kept).strip()


def _is_reply(page: Page, marks: Sequence[Mark], thread: Thread) -> bool:
    if not marks:
        return thread is Thread.REPLY and any(page.depths)
    first, *others = marks
    if first.origin is Origin.ORIGINAL and others and page.after(first.end) == others[0].start:
        first = others[0]  # Proton writes "Original Message" above "On Monday, Sam wrote:"
    if first.origin is Origin.WROTE:
        return thread is not Thread.FORWARD
    if first.origin is Origin.FORWARDED and page.depths[first.start] == 0:
        return False
    return thread is Thread.REPLY


def _label_reply(page: Page, marks: Sequence[Mark]) -> list[Part]:
    """Quoted lines and what stands under a header go; what was written above, between and below quotes stays."""
    parts = [Part.QUOTED if depth else Part.WORDS for depth in page.depths]
    starts = {mark.start for mark in marks}
    for mark in marks:
        if not page.depths[mark.start]:
            end = _end_of_quote(page, mark, starts)
            parts[mark.start : end] = [Part.QUOTED] * (end - mark.start)
    for i, text in enumerate(page.texts):
        if not page.depths[i] and attributes(text) and page.after(i + 1) < len(page) and page.depths[page.after(i + 1)]:
            parts[i] = Part.QUOTED
    return parts


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


def _label_forward(page: Page, marks: Sequence[Mark]) -> list[Part]:
    """Above the first mark is the note; below it everybody's words, whatever is quoted in them."""
    first = marks[0].start if marks else next(i for i, depth in enumerate(page.depths) if depth)
    parts = [Part.NOTE] * first + [Part.WORDS] * (len(page) - first)
    for mark in marks:
        parts[mark.start : mark.end] = [Part.HEADER] * (mark.end - mark.start)
    below = _below_forward(page, marks, first)
    parts[below:] = [Part.NOTE] * (len(page) - below)
    return parts


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


def _label_tails(page: Page, parts: list[Part]) -> None:
    """Judge the tail of every message by itself: each stretch of words or note between other things."""
    start = 0
    for i in range(len(parts) + 1):
        ends = i == len(parts) or parts[i] is not parts[start]
        if ends:
            if parts[start] in {Part.WORDS, Part.NOTE}:
                mark_tails(page, parts, start, i)
            start = i
