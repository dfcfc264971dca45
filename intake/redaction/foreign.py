"""What is hidden in a message that is not English: whatever its language's own everyday words don't explain.

The rules for names know English alone. So here a word stays readable only if a list knows it for an everyday one,
and a capital inside a sentence hides any word. Scripts without capitals of which no list is at hand keep their words:
they are for people who read the language (docs/redaction.md).
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack  # type: ignore[import-untyped]

from intake.redaction import lexicon
from intake.redaction.kinds import FIRST, LAST, NUMBER, PLACE, WORD, word_set
from intake.redaction.language import load_languages
from intake.redaction.lists import read_list
from storage.model import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from intake.redaction.language import Languages
    from intake.redaction.text import Text, Word
    from storage.model import Span

# the languages of which wordfreq brings the everyday words
LISTED = word_set("ar cs de el es fa fr he hu it lt nl pl pt ro ru tl tr uk ur vi")
CALLED = {"tl": "fil"}  # as wordfreq calls it
NOUNS_WITH_CAPITALS = frozenset({"de"})
JOINED = frozenset({" ", "-", "'"})  # what may stand between words that are hidden as one
WITH_CASES = word_set("cs el hu lt pl ro ru uk")
SHORTEST_STEM, LONGEST_ENDING = 3, 3
ENDINGS = ("a", "\u0430", "\u044f", "\u0439", "\u043e")  # of names in their first case
# letters that one name is written with in Arabic, Persian and Urdu
ALIKE = str.maketrans("\u06c1\u0629\u06cc\u0649\u06a9", "\u0647\u0647\u064a\u064a\u0643")

IDEOGRAPHS = "\u2e80"  # and what comes after them


@dataclass(frozen=True, slots=True)
class _Look:
    """What is known of a message's language: `own` are the words it is told by."""

    code: str
    own: frozenset[str]
    everyday: frozenset[str]
    names: frozenset[str]
    look_up: Callable[[str], int]

    def is_name(self, word: str) -> bool:
        """Whether a word is a name, or one with the ending of a case: `kasi`, `wojtkiem`, `оксани`."""
        word = word.translate(ALIKE)
        if word in self.names:
            return True
        return self.code in WITH_CASES and any(
            self.look_up(form) & (FIRST | WORD) == FIRST or form in self.names for form in _uninflected(word)
        )


@dataclass(frozen=True, slots=True)
class Foreign:
    """Finds what to hide in a message that isn't English; `code` is the language that it is most likely in."""

    languages: Languages
    names: frozenset[str]
    naming: re.Pattern[str]

    def hide(self, text: Text, code: str) -> Iterator[Span]:
        """Yield each run of words to hide. Raises OSError if a list of words can't be read."""
        look = _Look(code, self.languages.words(code), _everyday(code), self.names, text.look_up)
        run: tuple[int, int] | None = None
        for word in text.words:
            if word.kinds & NUMBER or not _is_hidden(word, look):
                continue
            if run and text.plain[run[1] : word.start] in JOINED:
                run = run[0], word.end
                continue
            if run:
                yield text.span(*run, Label.HIDDEN)
            run = word.start, word.end
        if run:
            yield text.span(*run, Label.HIDDEN)

    def find_named(self, text: Text) -> Iterator[Span]:
        """Yield what follows "my name is" in scripts other than Latin."""
        if not text.plain.isascii():
            for found in self.naming.finditer(text.low):
                yield text.span(*found.span(found.lastindex or 0), Label.NAME)

    def keep(self, text: Text, code: str) -> Iterator[Span]:
        """Yield the language's everyday words, which the rules for English may take for names."""
        own = self.languages.words(code)
        for word in text.words:
            if _is_plain(word, own, code):
                yield text.span(word.start, word.end, Label.HIDDEN)


def load_foreign() -> Foreign:
    """Read the lists. Raises OSError or ImportError if one is missing; wordfreq's are read when they are needed."""
    for code in LISTED:
        _words_of(code).stat()
    lists = lexicon.LISTS
    names = read_list(lists / "names-elsewhere.txt") | read_list(lists / "more-names-elsewhere.txt")
    naming = _naming(read_list(lists / "named-elsewhere.txt"))
    return Foreign(load_languages(), frozenset(name.translate(ALIKE) for name in names), naming)


def _is_plain(word: Word, own: frozenset[str], code: str) -> bool:
    """Whether it is one of the words that the language is known by, and no capital says it is more."""
    return word.low in own and (word.opens or not word.capital or code in NOUNS_WITH_CAPITALS)


def _is_hidden(word: Word, look: _Look) -> bool:
    if _is_plain(word, look.own, look.code) or (len(word.low) == 1 and not word.capital):
        return False
    if look.is_name(word.low):
        return True
    if not _has_case(word.low) and look.code not in LISTED:
        return False
    known = word.low in look.everyday or _less_its_article(word.low) in look.everyday
    if not word.capital:
        return not known and word.low not in look.own and word.kinds != WORD
    named = word.kinds & (FIRST | LAST | PLACE)
    return bool(named) or not known or not (word.opens or look.code in NOUNS_WITH_CAPITALS)


def _uninflected(word: str) -> Iterator[str]:
    """Yield what a name may be without its ending, which is three letters at most."""
    for size in range(min(len(word) - SHORTEST_STEM, LONGEST_ENDING) + 1):
        stem = word[: len(word) - size]
        yield from (stem, *(stem + ending for ending in ENDINGS))
        if stem.endswith("k"):
            yield f"{stem[:-1]}ek"


def _less_its_article(word: str) -> str:
    """Return `ecole` of `l'ecole`."""
    before, _, after = word.partition("'")
    return after if after and len(before) <= len("qu") else before


def _has_case(word: str) -> bool:
    """Whether the word's script has capitals."""
    return word.upper() != word


def _words_of(code: str) -> Path:
    """Return where wordfreq keeps the words of a language. Raises ImportError if it is not installed."""
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ImportError("wordfreq is not installed: the redactor needs its lists of everyday words")
    return Path(spec.origin).parent / "data" / f"small_{CALLED.get(code, code)}.msgpack.gz"


@lru_cache(maxsize=4)
def _everyday(code: str) -> frozenset[str]:
    """Return the words that wordfreq counts at least once in a million words of a language. Raises OSError."""
    if code not in LISTED:
        return frozenset()
    with gzip.open(_words_of(code)) as file:
        buckets = msgpack.load(file)
    return frozenset(_simple("\n".join(word for bucket in buckets[1:] for word in bucket)).split("\n"))


def _naming(cues: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of what says that somebody is called something, and the one word that they are called."""
    longest = sorted(cues, key=len, reverse=True)
    spaced = "|".join(re.escape(cue) for cue in longest if cue < IDEOGRAPHS)
    joined = "|".join(re.escape(cue) for cue in longest if cue >= IDEOGRAPHS)
    # Chinese has no spaces: of what follows, three signs are a name or hold it
    return re.compile(rf"(?:(?<!\w)(?:{spaced})[ :]{{1,3}}(?=(\w[^\s,.]{{0,30}}))|(?:{joined})(?=(\w{{2,3}})))")


def _simple(words: str) -> str:
    """Return words as `text.py` shows them: without accents and without what can't be seen."""
    plain = unicodedata.normalize("NFKD", words)
    gone = {ord(c): None for c in set(plain) if unicodedata.category(c) in {"Mn", "Me", "Cf"}}
    return plain.translate(gone)
