"""A voice's words, as every page and terminal reads them: what was hidden, and where some words stand."""

from __future__ import annotations

import re

from storage.queue import OPENING

# What redaction or a moderator put in place of something: [name 1], [children's home], [age 16-17], [hidden].
HIDDEN = re.compile(r"\[[a-z][a-z' -]{1,30}( \d+(?:-\d+|\+)?)?\]")


def places(sought: str, text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, however their lines are broken: as whole words, or else inside of others."""
    if not sought.strip():
        return []
    words = r"\s+".join(map(re.escape, sought.split()))
    whole = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)]
    return whole or [match.span() for match in re.finditer(words, text, re.IGNORECASE)]


def begins(opening: str, length: int = OPENING) -> str:
    """Return how a voice begins; what was cut off at this length ends with a whole word."""
    return opening if len(opening) < length else (opening.rsplit(maxsplit=1) or [opening])[0] + " …"
