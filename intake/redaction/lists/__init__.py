"""The lists that the redactor looks words up in, and how they are read. Holds no one's words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def fold(word: str) -> str:
    """Return `word` in lower case and without accents, as the lists are written."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def read_list(path: Path) -> frozenset[str]:
    """Return the lines of `path`; raises OSError if it can't be read."""
    return frozenset(path.read_text(encoding="utf-8").split("\n")) - {""}
