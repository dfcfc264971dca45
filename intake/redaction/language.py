"""Tells whether a message is English, by the everyday words in it. Says no more: which language is only a guess.

Slang, Scots, text-speak and a few foreign words are English: a language counts as another only if more of its own
everyday words stand in the message than of the commonest English ones.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.redaction import lexicon
from intake.redaction.kinds import NUMBER, WORD, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake.redaction.text import Text

# the commonest English words that no other language writes for something else
ENGLISH = word_set(
    """
    the and to of my that was with they have is it you for at not this but are just she his had what when who if
    about because been would could there their them your from get got then than out up all does did dont don't
    didnt didn't im i'm ive i've cant can't its it's like know never want why how our us ur u're cos coz bc
    where which will were being by or only after before now also ppl really going went go says said told feel
    felt need think thing things nothing someone everyone anyone people doing every more much still yes
    """
)
LEAST = 2  # words of another language; one is a loan, a greeting or chance
ENOUGH = 6  # words in a message, so that the share of those that are unknown says something
HARDLY, MOSTLY = 8, 0.4  # fewer than one English word in so many, more unknown words than this share
FEW_LETTERS = 3
BEYOND_LATIN = re.compile("[\u0250-\U0010ffff]")
UNSURE = "und"  # BCP 47, undetermined

# letters that one language has and its neighbours lack; NFKD has taken marks off them
ONLY = (
    ("ps", "\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06d0\u06cd"),
    ("ckb", "\u06d5\u06ce\u06c6\u06b5\u0695"),
    ("ur", "\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2"),
    ("fa", "\u067e\u0686\u0698\u06af\u06cc\u06a9"),
    ("ru", "\u044a\u044b\u044d"),
)
SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "uk", "GREEK": "el", "HEBREW": "he"}


@dataclass(frozen=True, slots=True)
class Languages:
    """Everyday words of other languages that are none of English, each with a bit for every language that has it."""

    codes: tuple[str, ...]
    signs: Mapping[str, int]

    def other(self, text: Text) -> str | None:
        """Return the likeliest language of a message that is not English; None if it is."""
        if not text.plain.isascii():
            script = _other_script(text.plain)
            if script is not None:
                return script
        lows = set(text.lows)
        found = self.signs.keys() & lows
        return self._by_words(text, found, len(ENGLISH & lows)) if found else None

    def words(self, code: str) -> frozenset[str]:
        """Return the everyday words of a language that are none of English."""
        bit = 1 << self.codes.index(code) if code in self.codes else 0
        return frozenset(word for word, bits in self.signs.items() if bits & bit)

    def _by_words(self, text: Text, found: set[str], english: int) -> str | None:
        counts = [0] * len(self.codes)
        for word in found:
            bits = self.signs[word]
            while bits:
                lowest = bits & -bits
                counts[lowest.bit_length() - 1] += 1
                bits ^= lowest
        most = max(counts)
        other = (most >= LEAST and most > english) or self._is_strange(text)
        return self.codes[counts.index(most)] if other else None

    def _is_strange(self, text: Text) -> bool:
        """Whether hardly any word is English: then one word of another language is enough."""
        english = sum(map(ENGLISH.__contains__, text.lows))
        if english * HARDLY > len(text.words):
            return False
        words = [word for word in text.words if not word.kinds & NUMBER]
        if len(words) < ENOUGH or english * HARDLY > len(words):
            return False
        unknown = sum(not word.kinds & WORD and word.low not in self.signs for word in words)
        return unknown >= MOSTLY * len(words)


def load_languages() -> Languages:
    """Read the lists. Raises OSError if they can't be read."""
    lines = (lexicon.LISTS / "other-languages.txt").read_text(encoding="utf-8").splitlines()
    signs: dict[str, int] = {}
    codes: list[str] = []
    for at, line in enumerate(lines):
        code, *words = line.split(" ")
        codes.append(code)
        for word in words:
            signs[word] = signs.get(word, 0) | 1 << at
    return Languages(tuple(codes), signs)


def _other_script(plain: str) -> str | None:
    """Return the language of a message most of whose letters are not Latin."""
    strange = [c for c in BEYOND_LATIN.findall(plain) if c.isalpha()]
    if len(strange) < FEW_LETTERS or 2 * len(strange) <= sum(map(str.isalpha, plain)):
        return None
    letters = set(strange)
    for code, signs in ONLY:
        if not letters.isdisjoint(signs):
            return code
    first = unicodedata.name(strange[0], "").partition(" ")[0]
    return SCRIPTS.get(first, UNSURE)
