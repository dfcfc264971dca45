"""What kinds of word a word may be: a first name, a surname, a place, an everyday word. Holds lists, no rules."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack  # type: ignore[import-untyped]

from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD
from intake.redaction.lists import fold, read_list
from intake.redaction.text import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


LISTS = Path(__file__).parent / "lists"
STEP, RAREST = 50, 700  # hundredths of a power of ten
UNCOMMON = 12  # steps: words rarer than one in a million are no everyday words

# by first word, and by second ("" for none): how many words may follow these two, the most first, and which
Rests = tuple[tuple[int, ...], frozenset[tuple[str, ...]]]
Phrases = dict[str, dict[str, Rests]]


class Kinds(dict[str, int]):
    """Kinds by lower-case word without accents; what is no word of a list is a number, made of two, or unknown."""

    def __missing__(self, word: str) -> int:
        """Return the kinds of a word that no list knows, which are kept nowhere."""
        if word[:1].isdigit():
            return NUMBER
        return self._of_parts(word.split("-", 3)) if "-" in word else 0

    def _of_parts(self, parts: list[str]) -> int:
        """A double word is what its parts are, and an everyday word only if both are."""
        first, last = self.get(parts[0], 0), self.get(parts[-1], 0)
        if first == WORD:
            return WORD
        return first | last if first & last & WORD else (first | last) & ~WORD


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Kinds by lower-case word, and phrases (in lower-case words) by their first word."""

    kinds: Kinds
    places: Phrases
    keep: Phrases
    figures: Phrases  # of whom everyone knows, which a message of care talk may name
    own: Phrases  # what this deployment keeps readable besides
    hide: Phrases
    keep_numbers: frozenset[str]
    ranks: Mapping[str, int]  # how rare an English word is, in steps of half a power of ten

    @property
    def look_up(self) -> Callable[[str], int]:
        """What returns the kinds of a lower-case word without accents; 0 for a word that no list knows."""
        return self.kinds.__getitem__


def load_lexicon(keep: Iterable[str] = (), hide: Iterable[str] = ()) -> Lexicon:
    """Read every list. Raises OSError or ImportError if one is missing."""
    also = read_list(LISTS / "also-words.txt")
    never = read_list(LISTS / "never-names.txt")
    places = read_list(LISTS / "places.txt") | read_list(LISTS / "more-places.txt")
    kept = (read_list(LISTS / "keep.txt") | read_list(LISTS / "public.txt")) - also
    own = tuple(keep)
    more = read_list(LISTS / "more-names.txt") - never
    last = read_list(LISTS / "last-names.txt") | read_list(LISTS / "more-surnames.txt")
    kinds = Kinds(dict.fromkeys(last, LAST))
    for names, kind in ((read_list(LISTS / "first-names.txt") | more, FIRST), (places, PLACE)):
        for name in names:
            kinds[name] = kinds.get(name, 0) | kind
    for word in also:
        kinds[word] = kinds.get(word, LAST) | WORD
    for word in read_list(LISTS / "everyday.txt"):
        kinds[word] = kinds.get(word, 0) | WORD
    for word in never:
        kinds[word] = WORD
    ranks = english_words()
    for word, rank in ranks.items():
        if rank < UNCOMMON:
            kinds.setdefault(word, WORD)
    return Lexicon(
        kinds,
        phrases(place for place in places if " " in place or "-" in place),
        phrases(kept),
        phrases(read_list(LISTS / "figures.txt")),
        phrases(form for term in own for form in _forms(term)),
        phrases(form for term in hide for form in _forms(term)),
        frozenset(number for term in (*kept, *own) if (number := term.replace(" ", "")).isdigit()),
        ranks,
    )


def _forms(term: str) -> Iterator[str]:
    """Yield how people write a term: owned or many, with & or and."""
    plain = fold(term).replace("\u2019", "'").strip().removesuffix("'s")
    for form in {plain, plain.replace("&", " and "), plain.replace(" and ", " & ")}:
        yield form
        yield f"{form}s"


def english_words() -> dict[str, int]:
    """Return the words that wordfreq counts at least once in ten million words of English, by how rare they are.

    Its file is read directly: importing wordfreq takes longer than everything else the redactor does to start. It
    holds a list of words for each hundredth of a power of ten.
    """
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ImportError("wordfreq is not installed: the redactor needs its list of everyday words")
    with gzip.open(Path(spec.origin).parent / "data" / "large_en.msgpack.gz") as file:
        return {word: rarity // STEP for rarity, bucket in _buckets(file) for word in bucket}


def _buckets(file: gzip.GzipFile) -> Iterator[tuple[int, list[str]]]:
    """Yield the lists of the commoner words one by one: the rarer two thirds would stay in memory for nothing."""
    unpacker = msgpack.Unpacker(file)
    unpacker.read_array_header()
    unpacker.skip()  # what kind of file it is
    for rarity in range(RAREST):
        yield rarity, unpacker.unpack()


def phrases(terms: Iterable[str]) -> Phrases:
    """Return terms of one or more words by their first word, cut as messages are."""
    found: dict[str, dict[str, set[tuple[str, ...]]]] = {}
    for term in terms:
        for form in (term, term.replace("-", " ")):
            words = tuple(word.removesuffix("'s") for word in TOKEN.findall(form))
            if words:
                found.setdefault(words[0], {}).setdefault("".join(words[1:2]), set()).add(words[2:])
    return {first: {second: _rests(rests) for second, rests in seconds.items()} for first, seconds in found.items()}


def _rests(rests: set[tuple[str, ...]]) -> Rests:
    return tuple(sorted({len(rest) for rest in rests}, reverse=True)), frozenset(rests)
