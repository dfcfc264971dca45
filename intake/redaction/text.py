"""A message as the detectors see it: normalised, cut into words, and mapped back to the raw code points."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction.kinds import WORD
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
STOP = re.compile(r"[^\w\s,'&+()/-]")  # anything that may end a sentence: a capital after it says nothing
LOOSE_DIGITS = re.compile(r"(?<![a-z0-9])[0-9ol|](?:[ .-]{0,2}[0-9ol|]){3,40}(?![a-z0-9])")
ENOUGH_DIGITS = 4
DIGITS = str.maketrans("ol|", "011")
MOSTLY, FEW = 0.6, 8  # with more capitals than this, capitals say nothing
CAPITAL, LETTER = re.compile(r"[A-Z]"), re.compile(r"[A-Za-z]")

LONGEST_EXPANSION = 4  # code points; a few characters stand for whole sentences
QUOTES = "'`\u00b4\u02bc\u2018\u2019\u201a\u201b"


class Word(NamedTuple):
    """One word: `start` and `end` in the normalised text, without a possessive 's."""

    start: int
    end: int
    low: str
    kinds: int  # of lexicon.py
    gap: str  # what stands between the word before and this one
    capital: bool  # begins with a capital that means something
    opens: bool  # begins a sentence


@dataclass(frozen=True)
class Text:
    """A message, normalised: no accents, no zero-width characters, plain digits, quotes and dashes."""

    plain: str
    size: int  # of the raw text, in code points
    origin: Sequence[int] | None  # raw offset of each normalised character; None if they are the same
    look_up: Callable[[str], int]

    @cached_property
    def low(self) -> str:
        """The normalised text in lower case, of the same length."""
        low = self.plain.lower()
        return low if len(low) == len(self.plain) else "".join(c.lower()[:1] for c in self.plain)

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is any digit: most detectors of numbers need not look otherwise."""
        return re.search("[0-9]", self.plain) is not None

    @cached_property
    def digits(self) -> str:
        """The text in lower case, with o and l read as 0 and 1 where they stand among digits."""
        return LOOSE_DIGITS.sub(_as_digits, self.low) if self.has_digits else self.low

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word, in order."""
        return tuple(_words(self))

    def span(self, start: int, end: int, label: Label, score: float = 1.0) -> Span:
        """Return a span of raw code points for a stretch of the normalised text."""
        return Span(*self.place(start, end), label, score)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of a stretch of the normalised text, with the unseen characters after it."""
        if self.origin is None:
            return start, end
        last = self.origin[end] if end < len(self.origin) else self.size
        return self.origin[start], max(last, self.origin[end - 1] + 1)


def read_text(raw: str, look_up: Callable[[str], int]) -> Text:
    """Return `raw` as the detectors want it; `look_up` says what kinds of word a lower-case word is."""
    if raw.isascii():
        return Text(raw, len(raw), None, look_up)
    pieces, origin = [], []
    for offset, character in enumerate(raw):
        plain = _plain(character)
        pieces.append(plain)
        origin.extend([offset] * len(plain))
    return Text("".join(pieces), len(raw), origin, look_up)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return what `character` stands for; nothing for marks and for what can't be seen (Unicode NFKD)."""
    if character in QUOTES:
        return "'"
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    simple = unicodedata.normalize("NFKD", character)
    return "".join(map(_simple, simple)) if len(simple) <= LONGEST_EXPANSION else character


def _simple(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Pd":
        return "-"
    return " " if category == "Zs" else character


def _as_digits(found: re.Match[str]) -> str:
    stretch = found[0]
    return stretch.translate(DIGITS) if sum(map(str.isdigit, stretch)) >= ENOUGH_DIGITS else stretch


def _words(text: Text) -> list[Word]:
    words: list[Word] = []
    plain, low, look_up = text.plain, text.low, text.look_up
    loud, end = _is_loud(plain), 0
    for found in TOKEN.finditer(plain):
        start, stop = found.span()
        gap = plain[end:start]
        end = stop
        if low.endswith("'s", start, stop):
            stop -= 2
        word = low[start:stop]
        opens = not words or (gap != " " and ("\n" in gap or STOP.search(gap) is not None))
        kinds = look_up(word)
        capital = not loud and plain[start].isupper() and not _is_shouted(plain[start:stop], kinds)
        words.append(Word(start, stop, word, kinds, gap, capital, opens))
    return words


def _is_shouted(word: str, kinds: int) -> bool:
    """Whether a word is all capitals: shouting or an abbreviation, which says nothing of names."""
    return len(word) > 1 and word.isupper() and (kinds == 0 or bool(kinds & WORD))


def _is_loud(plain: str) -> bool:
    """Whether nearly every letter is a capital, so that a capital says nothing."""
    capitals = len(CAPITAL.findall(plain))
    return capitals > FEW and capitals > MOSTLY * len(LETTER.findall(plain))
