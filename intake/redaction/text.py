"""A message as the detectors see it: normalised, cut into words, and mapped back to the raw code points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from intake.redaction.kinds import WORD
from intake.redaction.plain import plainly
from storage.model import Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
PIECES = re.compile(f"({TOKEN.pattern})")
STOP = re.compile(r"[^\w\s,'&+()/-]")  # anything that may end a sentence: a capital after it says nothing
# what a pattern may begin with stands first in it, so that a search skips everything else
LOOSE_DIGITS = re.compile(r"[0-9ol|](?<![a-z0-9].)(?:[ .-]{0,2}[0-9ol|]){3,40}(?![a-z0-9])", re.DOTALL)
INNER_DIGITS = re.compile(
    r"[is](?:(?<=[0-9].)(?=[0-9])|(?<=[0-9] .)(?=[0-9]{2})|(?<=[0-9][ol0-9]{2} .)(?=[0-9]{2})|"
    r"(?<=[0-9]{2}i)(?![a-z0-9])|(?<=[0-9]i)(?= [0-9])|(?<=i)(?<![a-z0-9].)i?(?=[0-9]{4})|"
    r"(?<=[0-9]{6}s)(?![a-z0-9])|(?<=[0-9]/[0-9]s)(?![a-z0-9]))",
    re.DOTALL,
)
ENOUGH_DIGITS = 4
DIGITS = str.maketrans("ol|is", "01115")
MOSTLY, FEW = 0.6, 8  # with more capitals than this, capitals say nothing
LEAST_TITLED, MOST_TITLES = 3, 50  # spaces in a line, and lines
ASCII, SPACE = 128, ord(" ")
NOT_CAPITALS = bytes(code for code in range(ASCII) if not chr(code).isupper())
NOT_LETTERS = bytes(code for code in range(ASCII) if not chr(code).isalpha())
DIGITED = re.compile("[0-9]++")
COUNTS = {
    "o": "ne h",
    "t": "wo hree en wel hir wen reble riple",
    "f": "our ive if iv ort",
    "s": "ix even",
    "e": "ight lev",
    "n": "ine ought aught",
    "z": "ero",
    "d": "ouble",
}
COUNT = re.compile(
    "|".join(
        [f"{digit}[0-9]*+" for digit in range(10)]
        + [
            f"{first}(?:{'|'.join(f'{rest}(?<![a-z]{first}{rest})' for rest in rests.split())})"
            for first, rests in COUNTS.items()
        ]
    )
)
DECIMALS = frozenset("0123456789")
NEAR = 48  # characters
NOT_ASCII = re.compile("[\x80-\U0010ffff]+")


class Word(NamedTuple):
    """One word: `start` and `end` in the normalised text, without a possessive 's."""

    start: int
    end: int
    low: str
    kinds: int  # of lexicon.py
    gap: str  # what stands between the word before and this one
    capital: bool  # begins with a capital that means something
    opens: bool  # begins a sentence


def owns(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` owns the word after it: `denise's house`."""
    return words[i + 1].start - words[i].end > len(words[i + 1].gap) or words[i + 1].gap.startswith("'")


@dataclass(frozen=True)
class Text:
    """A message as plain.py writes it: no accents, nothing unseen, plain digits, quotes, dashes and spaces."""

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
        return bool(self.numbered)

    @cached_property
    def numbered(self) -> tuple[tuple[int, int], ...]:
        """The stretches that hold a digit, with the words around it."""
        return tuple(self.around(DIGITED))

    @cached_property
    def tight(self) -> tuple[tuple[int, int], ...]:
        """The stretches that hold a digit, with little around it but the whole of its word."""
        return tuple(self.around(DIGITED, 4, 4))

    @cached_property
    def counted(self) -> tuple[tuple[int, int], ...]:
        """The stretches that hold a number, in digits or in words."""
        return tuple(self.around(COUNT))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Every stretch of letters and digits in lower case, hyphens or not."""
        return frozenset(_spoken(self.low))

    @cached_property
    def digits(self) -> str:
        """The text in lower case, with o, l, i and s read as 0, 1, 1 and 5 where they stand among digits."""
        if not self.has_digits:
            return self.low
        low, end = self.low, 0
        pieces: list[str] = []
        for found in self.find(INNER_DIGITS, self.numbered):
            pieces += low[end : found.start()], found[0].translate(DIGITS)
            end = found.end()
        return LOOSE_DIGITS.sub(_as_digits, "".join([*pieces, low[end:]]) if pieces else low)

    @cached_property
    def is_loud(self) -> bool:
        """Whether it is all in capitals."""
        return _is_loud(self.plain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word, in order."""
        return tuple(_words(self))

    def lines_with(self, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield start and end of each line in which `sign`, which never holds a line's end, is found."""
        low, end = self.low, 0
        while found := sign.search(low, end):
            start = low.rfind("\n", 0, found.start()) + 1
            end = low.find("\n", found.end())
            if end < 0:
                end = len(low)
            yield start, end

    def around(self, sign: re.Pattern[str], before: int = NEAR, after: int = NEAR) -> Iterator[tuple[int, int]]:
        """Yield start and end of the stretches, of whole words, with `sign` and so many characters around it."""
        low, start, reach = self.low, 0, -1
        for found in sign.finditer(low):
            first = found.start() - before
            if first > reach:
                end = self._space_after(reach) if reach >= 0 else -1
                if first > end:
                    if end >= 0:
                        yield start, end
                    start = max(0, low.rfind(" ", 0, first))
            reach = found.end() + after
        if reach >= 0:
            yield start, self._space_after(reach)

    def _space_after(self, offset: int) -> int:
        end = self.low.find(" ", offset)
        return len(self.low) if end < 0 else end

    def find(self, pattern: re.Pattern[str], lines: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """Yield what is found in some lines, in lower case."""
        for start, end in lines:
            yield from pattern.finditer(self.low, start, end)

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """Every word in lower case, in order."""
        return tuple([word.low for word in self.words])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins, in order."""
        return tuple([word.start for word in self.words])

    @cached_property
    def odd(self) -> tuple[int, ...]:
        """Which words are more than an everyday word of several letters in lower case, as most are."""
        return tuple(
            [
                i
                for i, (_, _, low, kinds, _, capital, _) in enumerate(self.words)
                if kinds != WORD or capital or len(low) == 1 or low[0] in DECIMALS or "-" in low
            ]
        )

    def span(self, start: int, end: int, label: Label, score: float = 1.0) -> Span:
        """Return a span of raw code points for a stretch of the normalised text."""
        if self.origin is None:
            return Span(start, end, label, score)
        return Span(*self.place(start, end), label, score)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of a stretch of the normalised text, with the unseen characters after it."""
        if self.origin is None:
            return start, end
        last = self.origin[end] if end < len(self.origin) else self.size
        return self.origin[start], max(last, self.origin[end - 1] + 1)


def read_text(raw: str, look_up: Callable[[str], int]) -> Text:
    """Return `raw` as the detectors want it; `look_up` says what kinds of word a lower-case word is."""
    plain, origin = plainly(raw)
    return Text(plain, len(raw), origin, look_up)


def _as_digits(found: re.Match[str]) -> str:
    stretch = found[0]
    return stretch.translate(DIGITS) if sum(map(str.isdigit, stretch)) >= ENOUGH_DIGITS else stretch


def stretches(of: str) -> Callable[[str], list[str]]:
    """Return what finds all stretches `of` a class of characters in a third of the time that a pattern takes."""
    pattern = re.compile(f"{of}+")
    kept = bytes([code if code >= ASCII or pattern.match(chr(code)) else SPACE for code in range(256)])

    def find(text: str) -> list[str]:
        pieces = text.encode(errors="surrogatepass").translate(kept).decode(errors="surrogatepass").split()
        if text.isascii():
            return pieces
        return [found for piece in pieces for found in ((piece,) if piece.isascii() else pattern.findall(piece))]

    return find


_spoken = stretches(r"\w")


def _words(text: Text) -> Iterator[Word]:
    low = text.low
    pieces = PIECES.split(text.plain)  # a gap, a word, a gap, and so on
    ends = list(accumulate(map(len, pieces)))
    starts, stops, gaps = ends[:-1:2], ends[1::2], pieces[:-1:2]
    lows = [low[start:stop] for start, stop in zip(starts, stops, strict=True)]
    for i in [i for i, word in enumerate(lows) if word.endswith("'s")] if "'s" in low else ():
        lows[i], stops[i] = lows[i][:-2], stops[i] - 2
    kinds = list(map(text.look_up, lows))
    capitals = _capitals(text, starts, stops, kinds)
    opens = [gap != " " and ("\n" in gap or STOP.search(gap) is not None) for gap in gaps]
    opens[:1] = [True] * len(opens[:1])
    # twice as fast as Word(…)
    return map(partial(tuple.__new__, Word), zip(starts, stops, lows, kinds, gaps, capitals, opens, strict=True))


def _capitals(text: Text, starts: Sequence[int], stops: Sequence[int], kinds: Sequence[int]) -> list[bool]:
    """Return whether each word begins with a capital that means something."""
    plain = text.plain
    if plain == text.low or text.is_loud:
        return [False] * len(starts)
    titles = _titles(plain)
    capitals = [plain[start].isupper() for start in starts]
    for i in [i for i, capital in enumerate(capitals) if capital]:
        titled = kinds[i] == WORD and any(first <= starts[i] < last for first, last in titles)
        capitals[i] = not titled and not _is_shouted(plain[starts[i] : stops[i]], kinds[i])
    return capitals


def _is_shouted(word: str, kinds: int) -> bool:
    """Whether a word is all capitals: shouting or an abbreviation, which says nothing of names."""
    return len(word) > 1 and word.isupper() and (kinds == 0 or bool(kinds & WORD))


def _titles(plain: str) -> tuple[tuple[int, int], ...]:
    """Return where lines stand whose every word has a capital, which then says nothing of an everyday word."""
    found, start = [], 0
    for line in plain.split("\n"):
        if line.istitle() and line.count(" ") >= LEAST_TITLED:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(found[:MOST_TITLES])


def _is_loud(plain: str) -> bool:
    """Whether nearly every letter is a capital, so that a capital says nothing."""
    letters = plain.encode("ascii", "ignore").translate(None, NOT_LETTERS)
    capitals = len(letters.translate(None, NOT_CAPITALS))
    return capitals > FEW and capitals > MOSTLY * len(letters)
