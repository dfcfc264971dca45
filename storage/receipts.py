"""Receipt codes: five plain words, shown once, kept only as a keyed hash.

Five of 7,775 words are 64 bits. The words are the EFF's long list for dice-ware (CC BY 3.0 US): no two look
alike, and none is rude. ("yo-yo" and "yoyo" are one.)
"""

from __future__ import annotations

import hmac
import re
import secrets
from functools import cache
from importlib.resources import files

WORDS_IN_A_CODE = 5
_NOT_A_LETTER = re.compile(r"[^a-z]+")


@cache
def _words() -> tuple[str, ...]:
    # A hyphen inside a word would read as two words once the code is written with hyphens.
    return tuple((files("storage") / "words.txt").read_text("ascii").replace("-", "").split())


@cache
def code_words() -> frozenset[str]:
    """Return every word that a code can hold."""
    return frozenset(_words())


def new_code(length: int = WORDS_IN_A_CODE) -> str:
    """Return a fresh code, e.g. ``velvet-otter-plank-sunny-drift``."""
    words = _words()
    drawn, code = secrets.randbelow(len(words) ** length), []
    for _ in range(length):
        drawn, word = divmod(drawn, len(words))
        code.append(words[word])
    return "-".join(code)


def hash_code(key: bytes, code: str) -> bytes:
    """Return the 32 bytes under which `code` is kept, however it was typed: case, spaces and hyphens don't matter."""
    return hmac.new(key, _NOT_A_LETTER.sub("", code.lower()).encode(), "sha256").digest()
