"""How old somebody has to be to read a text with ease, by textstat.

The mean of two grades that count letters, words and sentences: the Automated Readability Index and Coleman-Liau. They
stay steady on short texts, where measures that look for hard words or syllables jump; and they need no word list, which
textstat would fetch from the internet. A grade is a year of school in the United States: five more is an age.
textstat is our extra `wording`: no service has to carry it.
"""

from __future__ import annotations

import re
from importlib.util import find_spec

OLDEST = 11
FEWEST = 25  # words: of fewer, one long word makes the age
_BEFORE_SCHOOL = 5  # years
_COPIED = re.compile(r"^ {4}.*$|https?://\S+|[\w.]+@[\w.]+|(?<!\w)/\w+", re.MULTILINE)


def is_known() -> bool:
    """Say whether textstat is there."""
    return find_spec("textstat") is not None


def words_in(text: str) -> int:
    """Count the words of what is read."""
    return len(_read(text).split())


def reading_age(text: str) -> float:
    """Return an age in years."""
    from textstat import textstat  # noqa: PLC0415 - 1.5 seconds, and it may not be there

    plain = _read(text)
    grade: float = (textstat.automated_readability_index(plain) + textstat.coleman_liau_index(plain)) / 2
    return grade + _BEFORE_SCHOOL


def _read(text: str) -> str:
    """Return what is read and not copied: without commands and addresses, and each line of a list as a sentence."""
    lines = (line.strip(" -:") for line in _COPIED.sub("", text).splitlines())
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines if line)
