"""The words around a command that mean nothing by themselves: greetings, thanks, names below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_BESIDE = """
please pls plz kindly thanks thank thx ta cheers you my mine the this that these those words word message messages voice
voices text mail email it its is are was be code codes receipt number with for of from on hello hi hey dear kind regards
best wishes many very much so warm can could may would will like want wish need to back and all them us me we i i'd id
i'll only just now asap today team everyone our her his their your take a an here again re fw fwd command yes ok okay
there do
"""
_GREETING_WORDS = "hi hello hey dear good morning afternoon evening all there"
_THANKING_WORDS = "thanks thank thx ta cheers regards wishes sincerely faithfully best yours kr"
_CRIES = """
help sos stop no not never danger hurt scared urgent emergency die dead dying abuse police suicide alone hit sad afraid
unsafe missing homeless i me
"""
FILLERS = frozenset(_BESIDE.split())
_GREETS = frozenset(_GREETING_WORDS.split())
_ENDS = frozenset(_THANKING_WORDS.split())
_NO_NAMES = frozenset(_CRIES.split())
_GREETING = 5  # words in a line of it, or in a line of thanks
_CARD = 6  # lines of it
_SHORT = 3  # letters of words that a card writes small: "and", "for", "of"
_LONGEST = 300  # characters: a longer line is words

_REACHED_AT = re.compile(r"\S{0,100}(?:@|www\.)\S{0,100}")
_REACHED_BY = frozenset(("email", "mail", "phone", "mobile", "direct", "tel"))
_TOKEN = re.compile(r"[\w'’]+")  # noqa: RUF001 - the apostrophe of phones


def tokens(line: str) -> list[tuple[str, str]]:
    """Return the words of a line in lower case, each with what stands before it; none of a line that is too long."""
    found, last = [], 0
    for match in _TOKEN.finditer(line) if len(line) <= _LONGEST else ():
        found.append((match[0].lower().replace("’", "'"), line[last : match.start()]))  # noqa: RUF001 - as above
        last = match.end()
    return found


def leftover(lines: Sequence[str]) -> str:
    """Return what is left of lines without politeness and names; "" if there was nothing else. In doubt it is left."""
    lines = [line for line in lines if line.strip()]
    kept: list[str] = []
    for at, line in enumerate(lines):
        if (_is_thanks(line) and _is_card(lines[at + 1 :])) or _is_card(lines[at:], after_thanks=False):
            break
        if not (_is_only(line, FILLERS) or _is_greeting(line)):
            kept.append(line)
    return "\n".join(kept).strip()


def _words(line: str) -> list[str]:
    return _TOKEN.findall(line) if len(line) <= _LONGEST else [line]


def _is_only(line: str, known: AbstractSet[str]) -> bool:
    return all(word.lower() in known for word in _words(line))


def _is_greeting(line: str) -> bool:
    """Return whether a line is "Hello Sam"."""
    words = _words(line)
    return len(words) <= _GREETING and bool(words) and words[0].lower() in _GREETS and _names(words, FILLERS | _GREETS)


def _is_thanks(line: str) -> bool:
    """Return whether a line is "Kind regards", or "Thanks, Sam"."""
    words = _words(line)
    thanks = any(word.lower() in _ENDS for word in words)
    return thanks and len(words) <= _GREETING and _names(words, FILLERS | _ENDS)


def _is_card(lines: Sequence[str], *, after_thanks: bool = True) -> bool:
    """Return whether lines are a name, and what its owner does where: nothing that somebody says.

    Only below "Kind regards" may a name stand in small letters, and may anything be all in capitals.
    """
    return len(lines) <= _CARD and all(_is_card_line(line, after_thanks=after_thanks) for line in lines)


def _is_card_line(line: str, *, after_thanks: bool) -> bool:
    words = _words(_REACHED_AT.sub("", line)) if len(line) <= _LONGEST else [line]
    if len(words) == 1 and after_thanks:
        return words[0].lower() not in _NO_NAMES
    if not after_thanks and len(words) > 1 and line.isupper():
        return False
    return _names([word for word in words if len(word) > _SHORT or word.lower() in _NO_NAMES], _REACHED_BY)


def _names(words: Sequence[str], beside: AbstractSet[str]) -> bool:
    """Return whether every word is one of `beside` or written as names and numbers are."""
    return all(
        word.lower() in beside or ((word[0].isupper() or word.isdigit()) and word.lower() not in _NO_NAMES)
        for word in words
    )
