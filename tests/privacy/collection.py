"""Makes a collection by chance, publishes it release after release, and keeps a copy of all that readers ever had.

Files are in memory, and made by the product's own storage: what a copy shows is what the lab's file would.
"""

from __future__ import annotations

import random
import sqlite3
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import sqlite_utils

from storage.decisions import Reason, approve, decline, undo
from storage.model import AgeBand, Consent, Flag
from storage.opening import immediate
from storage.published_db import _make_tables
from storage.publishing import Released, publish
from storage.rehearsal import open_rehearsal
from storage.release import Thresholds
from storage.submissions import read
from storage.syncing import sync

COUNCILS = ("swindon", "manchester", "wigan", "tameside", None)
FIRST_DAY = date(2026, 1, 5)
_VOICE = (
    "INSERT INTO submissions (id, words, council, age_band, speaker, consent, day_received, flags, hidden, "
    "suggestions, kind, theme, channel, language, state, urgent, version) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]', 'idea', 'home', 'mail', 'en', 'approved', 0, 1)"
)


class Person(NamedTuple):
    """Somebody who spoke, as one who knows them well would know."""

    council: str | None
    age_band: str | None
    speaker: str | None
    day: date
    young: bool


Row = tuple[str | None, str | None, str | None, str | None, int]  # the details, and whether it may be quoted


@dataclass(frozen=True, slots=True)
class Copy:
    """What a reader kept: the rows by their number, in the order of the file; whether a release had just come out."""

    rows: dict[int, Row]
    release: bool


@dataclass(slots=True)
class Collection:
    """A collection, the truth about everybody in it, and every copy of what was published."""

    seed: int
    limits: Thresholds = field(init=False)
    people: list[Person] = field(default_factory=list)  # in the order in which they spoke; voices' ids are these places
    copies: list[Copy] = field(default_factory=list)
    draw: random.Random = field(init=False)
    intake: sqlite3.Connection = field(init=False)
    published: sqlite3.Connection = field(init=False)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)  # noqa: S311 - the same in every run
        self.limits = Thresholds(k=self.draw.choice([3, 5, 10]), batch=1, days=0, by_month=self.draw.random() < 0.5)
        self.intake, self.published = (_copy(template) for template in _empty())

    def numbers(self) -> dict[int, Person]:
        """Return who each published number really is: what nobody who reads may find out."""
        rows = self.intake.execute("SELECT public_id, id FROM submissions WHERE public_id IS NOT NULL")
        return {number: self.people[place] for number, place in rows}

    def release(self, new: int) -> None:
        """Publish some new voices, with those that were approved again meanwhile."""
        for _ in range(new):
            self._arrive()
        done = publish(self.intake, self.published, self.limits, account="ash", today=FIRST_DAY)
        assert isinstance(done, Released)
        self._keep(release=True)

    def change(self) -> None:
        """Let something happen to a published voice, and bring the file in line."""
        place = self.draw.choice(self._shown() or [-1])
        if place >= 0:
            with immediate(self.intake):
                self.draw.choice([self._withdraw, self._withdraw, self._decline, self._decline, self._answer])(place)
            sync(self.intake, self.published, self.limits)
            self._keep(release=False)

    def _arrive(self) -> None:
        draw, place = self.draw, len(self.people)
        age = draw.choices((*AgeBand, None), (8, 12, 25, 25, 15, 15))[0]
        flags = Flag.YOUNG.value if age is None and draw.random() < 0.3 else ""
        person = Person(
            draw.choices(COUNCILS, (40, 25, 15, 5, 15))[0],
            age and str(age),
            draw.choices(("me", "advocate", "worker", None), (60, 12, 6, 22))[0],
            FIRST_DAY + timedelta(days=draw.randrange(150)),
            bool(flags) or age is AgeBand.UNDER_16,
        )
        self.people.append(person)
        consent = draw.choices(list(Consent), (6, 3, 1))[0]
        said = (person.council, person.age_band, person.speaker, consent, person.day.isoformat(), flags)
        self.intake.execute(_VOICE, (place, f"word{place}", *said))

    def _shown(self) -> list[int]:
        rows = self.intake.execute("SELECT id FROM submissions WHERE released_in IS NOT NULL AND state = 'approved'")
        return sorted(row[0] for row in rows)

    def _withdraw(self, place: int) -> None:
        self.intake.execute("DELETE FROM submissions WHERE id = ?", (place,))

    def _decline(self, place: int) -> None:
        """Decline a voice late; half of them are approved again, for the next release."""
        decline(self.intake, read(self.intake, place), "ash", Reason.IDENTIFIES)
        if self.draw.random() < 0.5:
            undo(self.intake, read(self.intake, place), "ash")
            for reader in ("ash", "bo"):
                if approve(self.intake, read(self.intake, place), reader):
                    break

    def _answer(self, place: int) -> None:
        """Let somebody answer anew how their words may be used; a looser answer waits for the next release."""
        consent = self.draw.choice([Consent.READ, Consent.QUOTE])
        if consent is Consent.QUOTE and not self.people[place].young:
            self.intake.execute("INSERT OR REPLACE INTO consents VALUES (?, 1, 'quote', 0)", (place,))
        else:
            self.intake.execute("DELETE FROM consents WHERE submission = ?", (place,))
            self.intake.execute("UPDATE submissions SET consent = 'read' WHERE id = ? AND consent = 'quote'", (place,))

    def _keep(self, *, release: bool) -> None:
        rows = self.published.execute("SELECT id, council, age_band, speaker, quarter, may_quote FROM voices")
        self.copies.append(Copy({row[0]: row[1:] for row in rows}, release))


def collection(seed: int) -> Collection:
    """Make one of a few releases of all sizes, with voices that leave and come back in between."""
    made = Collection(seed)
    for _ in range(made.draw.randint(1, 4)):
        made.release(made.draw.choice([2, 6, 15, 30, 60]))
        for _ in range(made.draw.choice([0, 1, 3])):
            made.change()
    return made


@cache
def _empty() -> tuple[sqlite3.Connection, sqlite3.Connection]:
    published = sqlite3.connect(":memory:", isolation_level=None)
    _make_tables(sqlite_utils.Database(published, recursive_triggers=False))
    return open_rehearsal(), published


def _copy(template: sqlite3.Connection) -> sqlite3.Connection:
    conn = sqlite3.connect(":memory:", isolation_level=None)
    conn.deserialize(template.serialize())
    conn.execute("PRAGMA temp_store = MEMORY")
    return conn
