"""What published.db is to show, made in memory: for tests that need a file and no way to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.counting import Count, as_rows, counted
from storage.grouping import decide
from storage.model import Consent
from storage.period import period
from storage.published_db import Applied, Change, ReleaseNote, apply
from storage.release import PublishedVoice, Thresholds
from storage.tallies import NOT_SAID, Crowd

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from storage.widening import Details


@dataclass(frozen=True, slots=True)
class ApprovedVoice:
    """A voice that may be published. `id` is its permanent public number."""

    id: int
    words: str
    theme: str
    kind: str
    council: str | None
    age_band: str | None
    speaker: str | None
    day_received: date
    consent: Consent = Consent.QUOTE
    content_notes: str = ""

    def known(self, limits: Thresholds) -> Details:
        """Return what could be shown of it at most."""
        return self.council, self.age_band, self.speaker, period(self.day_received, by_month=limits.by_month)


@dataclass(frozen=True, slots=True)
class Content:
    """All that a file is to show."""

    voices: tuple[PublishedVoice, ...]
    counts: tuple[Count, ...]


def make_content(approved: Iterable[ApprovedVoice], limits: Thresholds) -> Content:
    """Return what these voices show if they enter together."""
    everyone = {voice: voice.known(limits) for voice in approved}
    shown = decide(Counter(everyone.values()), limits.k) if everyone else {}
    voices = tuple(
        PublishedVoice(v.id, v.words, v.theme, v.kind, *shown[known], int(v.consent is Consent.QUOTE), v.content_notes)
        for v, known in everyone.items()
    )
    crowds = Counter(
        Crowd(1, (v.theme, v.kind, *(told or NOT_SAID for told in known)), (v.theme, v.kind, *shown[known]))
        for v, known in everyone.items()
    )
    return Content(voices, as_rows(counted(crowds, limits, {}, 1)) if everyone else ())


def show(conn: sqlite3.Connection, content: Content, note: ReleaseNote | None) -> Applied:
    """Make an open published.db show it. Runs inside a transaction of its caller's."""
    rows = {voice.id: voice for voice in content.voices}
    change = Change(rows, lambda some: {number: rows[number] for number in some if number in rows}, content.counts)
    return apply(conn, change, note)
