"""What a release shows of each voice, and the fingerprint of all that is shown. Touches no file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _quoted
from typing import TYPE_CHECKING, NamedTuple

from storage.model import AgeBand
from storage.widening import path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.counting import Count
    from storage.widening import Details

_FINEST_AGES = frozenset(AgeBand)
_MODULUS = 2**256


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a detail or a count is shown, and when a release goes out.

    `k`: the least number of voices that share a combination shown; `count`: the least count shown; `round_to`: what
    counts are rounded to; `batch`: the least number of new voices in a release; `days`: the least time between two
    releases; `by_month`: whether times are shown as months in place of quarters; `drill`: how many new voices people
    must have tried to recognise before a release; `councils`: those that are counted, whether anybody named them or
    not.
    """

    k: int = 10
    count: int = 10
    round_to: int = 5
    batch: int = 10
    days: int = 28
    by_month: bool = False
    drill: int = 0
    councils: tuple[str, ...] = ()

    def rounded(self, total: int) -> int | None:
        """Return a count as it may be shown; None if it is too small to be."""
        return None if total < self.count else (total + self.round_to // 2) // self.round_to * self.round_to

    def span(self, shown: int) -> tuple[int, int]:
        """Return the least and the most that a count shown so can be."""
        low = shown - self.round_to // 2
        return max(self.count, low), low + self.round_to - 1


class PublishedVoice(NamedTuple):
    """A row of `voices`. `may_quote` is 1 or 0; `content_notes` what to know before reading, with spaces between."""

    id: int
    words: str
    theme: str
    kind: str
    council: str | None
    age_band: str | None
    speaker: str | None
    quarter: str | None
    may_quote: int
    content_notes: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """What published.db shows, in figures: how many voices, how many of them without every detail.

    `total` is the sum of the rows' fingerprints, so that one row more or less takes no time. It never leaves intake.db:
    the difference of two would tell the fingerprint of what was taken back.
    """

    voices: int = 0
    held_back: int = 0
    total: int = 0

    def plus(self, rows: Iterable[PublishedVoice], sign: int = 1) -> Figures:
        """Return the figures with some rows more, or less where `sign` is -1."""
        voices, held_back, total = self.voices, self.held_back, self.total
        for row in rows:
            voices += sign
            held_back += sign * shows_less(row)
            total += sign * fingerprint(row)
        return replace(self, voices=voices, held_back=held_back, total=total % _MODULUS)

    def digest(self, counts: Iterable[Count]) -> str:
        """Return the SHA-256 of all that is shown: of the sum of the rows' own, and of the counts."""
        shown = [f"{self.total:064x}", self.voices, sorted(str(count) for count in counts)]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def fingerprint(row: PublishedVoice) -> int:
    """Return the SHA-256 of a row as a number. A row without notes has the one that it had before there were any."""
    shown = row if row.content_notes else row[:-1]
    return int.from_bytes(hashlib.sha256(_as_json(shown).encode()).digest(), "big")


def _as_json(row: tuple[str | int | None, ...]) -> str:
    """Return what `json.dumps` does, in half of its time: a first release needs it of every voice."""
    return "[" + ", ".join(["null" if x is None else _quoted(x) if isinstance(x, str) else str(x) for x in row]) + "]"


def shows_less(row: PublishedVoice) -> bool:
    """Tell whether a detail is not shown, or only widely. It is the same whether it was said or not."""
    return _show_less((row.council, row.age_band, row.speaker, row.quarter))


@lru_cache(maxsize=8192)
def _show_less(details: Details) -> bool:
    if None in details:
        return True
    _, age, _, time = details
    return age not in _FINEST_AGES or len(path("quarter", time)) == 1
