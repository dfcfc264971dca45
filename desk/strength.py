"""Whether a password of somebody's own choice is strong enough: long, and none that everybody tries first.

As the NCSC advises (Password policy: updating your approach): no rules on what it is made of, no end of its time.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources
from itertools import pairwise

SHORTEST, LONGEST = 12, 200
_FEWEST = 5  # different letters
_TYPED_FOR = str.maketrans("@4031!5$7+", "aaoeiisstt")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def as_typed(password: str) -> str:
    """Return a password in the one form in which equal ones are equal (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


def problem_with_new(password: str, again: str, *, about: tuple[str, ...]) -> str | None:
    """Return the name of what to say of a new password that was typed twice; None if it can be taken."""
    return "people-weak-differs" if password != again else weakness(password, about=about)


def weakness(password: str, *, about: tuple[str, ...]) -> str | None:
    """Return the name of what to say about a weak password; None if it is strong.

    `about` are words that whoever guesses would begin with: the account's name, the deployment's.
    """
    if len(password) < SHORTEST:
        return "people-weak-short"
    if len(password) > LONGEST:
        return "people-weak-long"
    plain = password.casefold()
    if len(set(plain)) < _FEWEST or _is_repeated(plain) or _is_a_row(plain):
        return "people-weak-pattern"
    return "people-weak-common" if _is_common(plain, about) else None


def _is_repeated(plain: str) -> bool:
    return re.fullmatch(r"(.{1,6})\1+.{0,2}", plain, re.DOTALL) is not None


def _is_a_row(plain: str) -> bool:
    """Tell whether hardly anything but neighbours on a keyboard, in the alphabet or in counting stands there."""
    rows = [row for each in _ROWS for row in (each, each[::-1])]
    pairs = sum(any(a + b in row for row in rows) for a, b in pairwise(plain))
    return pairs >= (len(plain) - 1) * 0.7


def _is_common(plain: str, about: tuple[str, ...]) -> bool:
    """Tell whether little is left once the best-known words, digits and marks are taken out."""
    words = sorted((*_common(), *_words(about)), key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, words)))
    read = (known.sub("", each) for each in (plain, plain.translate(_TYPED_FOR)))
    return any(len(re.sub(r"[\W\d_]", "", left)) < _FEWEST for left in read)


def _words(about: tuple[str, ...]) -> list[str]:
    return [word for each in about for word in re.findall(r"\w{4,}", each.casefold())]


@cache
def _common() -> tuple[str, ...]:
    return tuple((resources.files("desk") / "common_passwords.txt").read_text("utf-8").split())
