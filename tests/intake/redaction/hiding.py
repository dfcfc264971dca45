"""What the redaction tests share: one redactor, and short ways to ask it."""

from __future__ import annotations

from functools import cache

from intake.raw import RawWords
from intake.redaction import Redaction, Redactor, load_redactor


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
