"""Writes a message plainly, as the detectors read it, and maps each character back to the raw code points.

No accents, nothing that can't be seen, plain digits, quotes and dashes, one space for several, characters instead of
their HTML entities, no marks of bold words and no kisses on numbers.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ENTITY = "&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});"
SPACES = " \t\xa0\u2000-\u200a\u202f\u3000"
ODD = re.compile(rf"[{SPACES}]{{2,}}+|[`\t\x80-\U0010ffff]|{ENTITY}", re.IGNORECASE)
KISSED = re.compile(r"(?:(?<=[0-9]{4})x|(?<=[0-9]{2})xx|(?<=[ 0-9][0-9][A-Za-z]{2})x)x{0,5}(?!\w)")
# of a handle, the line before and after it is a part: `_jade_`
STRESSED = re.compile(
    r"(?<![\w*~])(?P<mark>[*~]{1,3})(?![\s*~])[^\n*~]{1,100}(?<!\s)(?P=mark)(?![\w*~])"
    r"|(?<![\w.@/#])(?P<line>_{1,2})(?=[0-9]|[^\W_]+ )[^\n_]{1,100}(?<!\s)(?P=line)(?!\w)"
)
UNSEEN = "\u2060"
LINE_ENDS = "\x85\u2028\u2029"
LONGEST_EXPANSION = 4  # code points; a few characters stand for whole sentences
QUOTES = "'`\u00b4\u02bc\u2018\u2019\u201a\u201b"
BLANKS = "\u115f\u1160\u2800\ufffd"  # letters that show nothing, and what stands for what got lost
DASHES = "\u2043\u2212"  # that Unicode doesn't call dashes
# `LATIN LETTER SMALL CAPITAL J`, as people dress up their names
DRESSED = re.compile(
    r"(?:LATIN LETTER SMALL CAPITAL|(?:NEGATIVE )?SQUARED LATIN CAPITAL LETTER|"
    r"NEGATIVE CIRCLED LATIN CAPITAL LETTER|PARENTHESIZED LATIN (?:CAPITAL|SMALL) LETTER) ([A-Z])"
)


def plainly(raw: str) -> tuple[str, Sequence[int] | None]:
    """Return `raw` in plain characters, and the raw offset of each; None if they are the same."""
    told = _unstressed(raw)
    if not ODD.search(told):
        return told, None
    moved = any(len(_plain(odd)) != len(odd) for odd in set(ODD.findall(told)))
    return ODD.sub(lambda found: _plain(found[0]), told), _origin(told) if moved else None


def _unstressed(raw: str) -> str:
    """Return `raw`, as long as it was, without kisses behind a number and the marks of *bold* and _slanted_ words."""
    if "x" in raw or "X" in raw:
        raw = KISSED.sub(lambda found: " " * len(found[0]), raw)
    if "*" in raw or "_" in raw or "~" in raw:
        raw = STRESSED.sub(_without_marks, raw)
    return raw


def _without_marks(found: re.Match[str]) -> str:
    size = len(found["mark"] or found["line"])
    then = found.string[found.end() : found.end() + 1]
    after = " " if not then or then.isspace() else UNSEEN  # a space is not hidden with what stands before it
    return f"{UNSEEN * size}{found[0][size:-size]}{after * size}"


def _origin(raw: str) -> list[int]:
    origin: list[int] = []
    end = 0
    for found in ODD.finditer(raw):
        offset = found.start()
        origin += range(end, offset)
        origin += [offset] * len(_plain(found[0]))
        end = found.end()
    return [*origin, *range(end, len(raw))]


def _plain(odd: str) -> str:
    """Return what a character, an entity or several spaces stand for."""
    if odd.isspace() and odd not in LINE_ENDS:
        return " "
    return _of_one(odd) if len(odd) == 1 else _of_entity(odd)


@lru_cache(maxsize=256)
def _of_entity(entity: str) -> str:
    characters = html.unescape(entity)
    return entity if characters == entity else "".join(map(_of_one, characters))


@lru_cache(maxsize=4096)
def _of_one(character: str) -> str:
    """Return what `character` stands for; nothing for marks and for what can't be seen (Unicode NFKD)."""
    if character in QUOTES:
        return "'"
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    dressed = DRESSED.fullmatch(unicodedata.name(character, ""))
    if dressed:
        return dressed[1].lower()
    simple = unicodedata.normalize("NFKD", character)
    return "".join(map(_simple, simple)) if len(simple) <= LONGEST_EXPANSION else character


def _simple(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"} or character == "\ufffc":
        return ""
    if category == "Pd" or character in DASHES:
        return "-"
    return " " if category in {"Zs", "Co"} or character in BLANKS else character
