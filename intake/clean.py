"""Takes out of words what no one wrote and no file or terminal should meet: control characters, broken code points."""

from __future__ import annotations

import re

from intake.raw import RawWords

_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# C0 and C1 controls but tab and line feed, and halves of surrogate pairs, which can't be stored as UTF-8.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def clean(words: RawWords) -> RawWords:
    """Return the words with plain line ends and without what isn't text; every letter stays."""
    text = words.reveal()
    if _ODD.search(text):  # most texts hold nothing of the kind
        text = _NOT_TEXT.sub("", _LINE_END.sub("\n", text))
    return RawWords(text.strip())
