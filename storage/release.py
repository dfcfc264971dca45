"""What a release shows: a pure function of the approved voices and the thresholds. Touches no file.

Details are left out until every combination shown is shared by at least `k` voices; counts are suppressed and
rounded as official statistics do (GSS, "Disclosure control for tables").
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from storage.counting import counted
from storage.model import AgeBand, Consent
from storage.period import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from storage.counting import Count


# What may be shown of a voice besides its words, theme and kind, and is left out where too few share it.
DETAILS = ("council", "age_band", "speaker", "quarter")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a detail or a count is shown, and when a release goes out.

    `k`: the least number of voices that share a combination shown; `count`: the least count shown; `round_to`: what
    counts are rounded to; `batch`: the least number of new voices in a release; `days`: the least time between two
    releases; `by_month`: whether times are shown as months in place of quarters; `drill`: how many new voices people
    must have tried to recognise before a release.
    """

    k: int = 10
    count: int = 10
    round_to: int = 5
    batch: int = 10
    days: int = 28
    by_month: bool = False
    drill: int = 0

    def rounded(self, total: int) -> int | None:
        """Return a count as it may be shown; None if it is too small to be."""
        return None if total < self.count else (total + self.round_to // 2) // self.round_to * self.round_to


@dataclass(frozen=True, slots=True)
class ApprovedVoice:
    """A voice that may be published, or only counted (`words` is then None). `id` is its permanent public number."""

    id: int
    words: str | None
    theme: str
    kind: str
    council: str | None
    age_band: str | None
    speaker: str | None
    day_received: date
    consent: Consent


@dataclass(frozen=True, slots=True)
class PublishedVoice:
    """A row of `voices`. `may_quote` is 1 or 0."""

    id: int
    words: str
    theme: str
    kind: str
    council: str | None
    age_band: str | None
    speaker: str | None
    quarter: str | None
    may_quote: int


@dataclass(frozen=True, slots=True)
class Content:
    """All that a release shows, in an order that says nothing of when a voice arrived.

    `held_back` is how many voices show less than was known; `digest` is the SHA-256 of everything else.
    """

    voices: tuple[PublishedVoice, ...]
    counts: tuple[Count, ...]
    held_back: int
    digest: str


def make_content(approved: Iterable[ApprovedVoice], thresholds: Thresholds) -> Content:
    """Return what a release of these voices shows."""
    everyone = sorted(approved, key=lambda voice: voice.id)
    known = [_known(voice, thresholds) for voice in everyone if voice.words is not None]
    voices = _generalised(known, thresholds.k)
    counts = tuple(counted(everyone, thresholds))
    held_back = sum(shown != full for shown, full in zip(voices, known, strict=True))
    return Content(tuple(voices), counts, held_back, _digest(voices, counts))


def _known(voice: ApprovedVoice, thresholds: Thresholds) -> PublishedVoice:
    # Under-16s are never quoted, whatever was answered.
    may_quote = voice.consent is Consent.QUOTE and voice.age_band != AgeBand.UNDER_16
    return PublishedVoice(
        id=voice.id,
        words=voice.words or "",
        theme=voice.theme,
        kind=voice.kind,
        council=voice.council,
        age_band=voice.age_band,
        speaker=voice.speaker,
        quarter=period(voice.day_received, by_month=thresholds.by_month),
        may_quote=int(may_quote),
    )


def _generalised(voices: list[PublishedVoice], k: int) -> list[PublishedVoice]:
    """Leave out as few details as make every combination that is left one of at least `k` voices."""
    shown: dict[int, PublishedVoice] = {}
    left = voices
    for kept in _subsets():
        groups: dict[tuple[str | None, ...], list[PublishedVoice]] = defaultdict(list)
        for voice in left:
            groups[tuple(getattr(voice, detail) for detail in kept)].append(voice)
        blank: dict[str, Any] = {detail: None for detail in DETAILS if detail not in kept}
        left = []
        for group in groups.values():
            if kept and len(group) < k:
                left += group
            else:
                shown |= {voice.id: replace(voice, **blank) for voice in group}
    return [shown[voice.id] for voice in voices]


def _subsets() -> Iterator[tuple[str, ...]]:
    """Give every choice of details: all four first, none last; among equals, what comes first in DETAILS stays."""
    for size in range(len(DETAILS), -1, -1):
        yield from combinations(DETAILS, size)


def _digest(voices: list[PublishedVoice], counts: tuple[Count, ...]) -> str:
    hashed = hashlib.sha256()
    rows: list[PublishedVoice | Count] = [*voices, *counts]
    for row in rows:
        hashed.update(json.dumps(asdict(row), sort_keys=True).encode() + b"\n")
    return hashed.hexdigest()
