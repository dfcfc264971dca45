"""What a person wrote in a text: their own words, and the note of whoever forwarded them.

Lines are labelled in `labelling`; here they are chosen. Where a forward holds several messages, `* * *` stands
between them, in the order of the mail: the newest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from intake.mail.labelling import label_lines
from intake.mail.page import Part
from intake.mail.subject import Thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake.mail.labelling import Labels
    from intake.mail.page import Labelled

BETWEEN = "* * *"  # between one message and the next

_MOST_LINES = 10_000  # what comes after them is kept, as one line
_LONGEST_POINTER = 1_000  # characters
_POINTS_DOWN = re.compile(
    r"\b(?:answer|repl(?:y|ies)|respon[ds]|comment|thoughts|wrote|written|writing|added|notes?)[^.\n]{0,40}"
    r"\b(?:below|in ?-?line|in (?:red|blue|green|purple|orange|pink|bold|capitals|caps|italics))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a person wrote in a text, as plain strings: `words` may be empty, `note` is the forwarder's, or empty.

    `unsure`: some of the words may be somebody else's. `two_ways`: it may be a reply as well as a forward, and then
    the note is what its writer meant.
    """

    kind: Literal["direct", "forward", "reply"]
    words: str
    note: str
    unsure: bool = False
    two_ways: bool = False


def own_words(text: str, thread: Thread = Thread.NEW, *, answers: bool = False) -> OwnWords:
    """Read a text, its lines ended by newlines. `answers`: the headers of the mail name another one.

    A reply without a word of its own was sent for what it quotes; one that says "my answers are below, in red" has
    its words among what it quotes, where nothing tells them apart: all of it is kept.
    """
    lines = text.split("\n", _MOST_LINES)
    found = _read(lines, thread, answers=answers)
    if found.kind == "reply" and not found.words:
        found = replace(_read(lines, Thread.FORWARD), unsure=True)
    elif found.kind == "reply" and _POINTS_DOWN.search(found.words[:_LONGEST_POINTER]):
        whole = _read(lines, Thread.FORWARD)
        return OwnWords("reply", "\n\n".join(filter(None, (whole.note, whole.words))), "", unsure=True)
    if found.note and not found.words:
        return OwnWords("direct", found.note, "", found.unsure)
    return found


def _read(lines: Sequence[str], thread: Thread, *, answers: bool = False) -> OwnWords:
    return _choose(label_lines(lines, thread, answers=answers))


def _choose(labels: Labels) -> OwnWords:
    """Select the words and the note among labelled lines."""
    parts = {line.part for line in labels.lines}
    words = _joined(labels.lines, Part.WORDS)
    if Part.QUOTED in parts:
        return OwnWords("reply", words, "", labels.unsure, labels.two_ways)
    note = _joined(labels.lines, Part.NOTE) if Part.NOTE in parts else ""
    forwards = Part.HEADER in parts or Part.NOTE in parts
    return OwnWords("forward" if forwards else "direct", words, note, labels.unsure, labels.two_ways)


def _joined(lines: Sequence[Labelled], part: Part) -> str:
    """Return the lines of one part; where others were left out between, a blank line remains, or the sign for one."""
    kept: list[str] = []
    gap = header = False
    for line, its in lines:
        if its is not part:
            gap, header = True, header or its is Part.HEADER
            continue
        text = line.rstrip()
        if text and gap and kept:
            kept += _between(kept[-1], header=header)
        if text or (kept and kept[-1]):
            kept.append(text)
        if text:
            gap = header = False
    return "\n".join(kept).strip()


def _between(last: str, *, header: bool) -> list[str]:
    return ([""] if last else []) + ([BETWEEN, ""] if header else [])
