"""Codes that lead back to someone: our own receipt codes, and addresses of machines (IPv4, IPv6, MAC)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.redaction.kinds import word_set
from intake.redaction.text import stretches
from storage.model import Label
from storage.receipts import WORDS_IN_A_CODE, code_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.redaction.text import Text
    from storage.model import Span

_WORD = re.compile(r"[a-z]+")
_words_of = stretches("[a-z]")
# hyphens, commas, lines that are quoted or set in, a list's numbers: a code is found by its letters alone
_BETWEEN = re.compile(r"[\W_]{1,12}(?:[1-9][.:)]\s{0,3})?")
# words of the codes that speech is full of: a code hardly ever has three of them, everyday talk has
_EVERYDAY = word_set(
    """
    that from had other good only think could these said most much very even why many never those such same both
    always another during each until
    """
)
_EVERYDAY_IN_A_CODE = 2
_RUN = bytes(WORDS_IN_A_CODE * [True])
_SHORTEST, _LONGEST = 3, 9  # letters of a code's words
_HYPHENED = re.compile(rf"(?<![\w-])[a-z]{{3,10}}(?:-[a-z]{{3,10}}){{{WORDS_IN_A_CODE - 1}}}(?![\w-])")
_MISTYPED = 1  # words of one with hyphens that may be none of the list: the others are nearly all of it
_JOINED = re.compile(rf"[a-z_]{{{WORDS_IN_A_CODE * _SHORTEST},{WORDS_IN_A_CODE * (_LONGEST + 1)}}}+")
_IPV4 = re.compile(r"(?<![\w.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?!\w|\.[0-9])")
_COLONS = re.compile(r"(?<![\w:])(?:[0-9a-foil]{0,5}:){2,7}[0-9a-foil]{0,5}(?![\w:])")
_MAC = re.compile(r"(?<![\w-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w-])")
_LEAST_COLONS = 5  # a time has two


def find_receipts(text: Text) -> Iterator[Span]:
    """Yield receipt codes, however their words are joined: whoever reads one could take the voice back."""
    if text.low.count("-") >= WORDS_IN_A_CODE - 1:
        yield from _hyphened(text)
    if max(map(len, text.spoken), default=0) >= WORDS_IN_A_CODE * _SHORTEST:
        yield from _joined(text)
    codes = code_words()
    if len(codes & text.spoken) < WORDS_IN_A_CODE:
        return
    if _RUN not in bytes(map(codes.__contains__, _words_of(text.low))):
        return
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text.low):
        if word[0] not in codes:
            run = []
            continue
        if run and not _BETWEEN.fullmatch(text.low, run[-1].end(), word.start()):
            run = []
        run.append(word)
        if len(run) >= WORDS_IN_A_CODE and not _is_talk(text.low, run[-WORDS_IN_A_CODE:]):
            yield text.span(run[-WORDS_IN_A_CODE].start(), word.end(), Label.ID)


def _hyphened(text: Text) -> Iterator[Span]:
    """Yield codes with hyphens, as our letters write them, and those in which a word is mistyped."""
    for found in _HYPHENED.finditer(text.low):
        if len(code_words().intersection(found[0].split("-"))) >= WORDS_IN_A_CODE - _MISTYPED:
            yield text.span(*found.span(), Label.ID)


def _joined(text: Text) -> Iterator[Span]:
    """Yield codes with nothing between their words."""
    if any(len(word) >= WORDS_IN_A_CODE * _SHORTEST and _is_code(word) for word in text.spoken):
        yield from (text.span(*found.span(), Label.ID) for found in _JOINED.finditer(text.low) if _is_code(found[0]))


def _is_code(letters: str) -> bool:
    """Say whether letters are the words of a code and nothing else."""
    letters = letters.replace("_", "")
    codes, ends = code_words(), {0}
    for _ in range(WORDS_IN_A_CODE):
        starts = ((end, end + size) for end in ends for size in range(_SHORTEST, _LONGEST + 1))
        ends = {end for start, end in starts if letters[start:end] in codes and end <= len(letters)}
    return len(letters) in ends


def _is_talk(low: str, run: list[re.Match[str]]) -> bool:
    everyday = sum(word[0] in _EVERYDAY for word in run)
    return everyday > _EVERYDAY_IN_A_CODE and "-" not in low[run[0].start() : run[-1].end()]


def find_machines(text: Text) -> Iterator[Span]:
    """Yield addresses of machines."""
    if not text.has_digits and "::" not in text.low:
        return
    for pattern, least in ((_IPV4, "."), (_MAC, "-")):
        for found in text.find(pattern, text.numbered) if least in text.low else ():
            yield text.span(*found.span(), Label.ID)
    for found in _COLONS.finditer(text.low) if text.low.count(":") > 1 else ():
        address = found[0]
        if ("::" in address or address.count(":") >= _LEAST_COLONS) and any(map(str.isalnum, address)):
            yield text.span(*found.span(), Label.ID)
