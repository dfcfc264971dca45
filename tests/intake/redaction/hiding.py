"""What the redaction tests share: one redactor, and short ways to ask it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from intake.raw import RawWords
from intake.redaction import load_redactor
from intake.redaction.sense import WHAT
from storage.model import Label

if TYPE_CHECKING:
    from intake.redaction import Redaction, Redactor

NAME = re.compile(r"\[name \d+\]")
KINDS = {label: f"[{what}]" for label, what in WHAT.items()} | {
    Label.PLACE: "[place]",
    Label.COUNCIL: "[council]",
    Label.ORG: "[organisation]",
}


@cache
def the_redactor() -> Redactor:
    """Return one redactor for all tests: loading it anew each time would only be slow."""
    return load_redactor(seconds=20)


def redact(text: str) -> Redaction:
    """Redact `text`."""
    return the_redactor().redact(RawWords(text))


def hidden(text: str) -> str:
    """Return `text` as it would be kept."""
    return redact(text).words.text


def marked(text: str) -> str:
    """Return `text` with its kind for each thing that is found, and nothing else changed."""
    redaction, end = redact(text), 0
    names = iter(NAME.findall(redaction.words.text))
    pieces: list[str] = []
    for span in redaction.spans:
        pieces += text[end : span.start], next(names) if span.label is Label.NAME else KINDS[span.label]
        end = span.end
    return "".join([*pieces, text[end:]])
