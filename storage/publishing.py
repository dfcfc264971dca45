"""Decides whether a release may go out, and marks what it holds. `storage.syncing` shows it."""

from __future__ import annotations

import os
from array import array
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from storage.due import Due, forget, mark, what_is_due
from storage.errors import Refused
from storage.grouping import decide
from storage.model import State
from storage.opening import immediate, made_again, roomy
from storage.ready import READY, Seen, count, digest, parameters, versions
from storage.settling import IN_THE_LAB, JUST_LOOSENED, decided_first, entered, known, told
from storage.syncing import sync
from storage.widening import DETAILS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from storage.release import Thresholds
    from storage.widening import Details

PUBLIC_ID_FROM, PUBLIC_ID_TO = 10**9, 10**10
_SOME = 10_000  # voices
_DRAWN = 8 * 512  # bytes of chance at a time


@dataclass(frozen=True, slots=True)
class Waits:
    """Why nothing went out: `ready` new voices of `batch` needed; `not_before` is the first day that may be."""

    ready: int
    batch: int
    not_before: date | None


@dataclass(frozen=True, slots=True)
class Released:
    """What went out: release `number` with `new` voices more, `shown` in all, `held_back` of them with less detail."""

    number: int
    new: int
    shown: int
    held_back: int


def publish(  # noqa: PLR0913 - each is said by name
    intake: sqlite3.Connection,
    published: sqlite3.Connection,
    thresholds: Thresholds,
    *,
    account: str,
    today: date,
    forced: str | None = None,
    until: datetime | None = None,
    seen: Seen | None = None,
    drilled: bool = False,
    to_tell: bool = False,
) -> Released | Waits:
    """Publish every approved voice, if enough of them wait and the last release is old enough.

    `forced` is a reason to release all the same; it goes into the release's note for all to read. With `until`, what
    was approved later is left for the release after. With `seen`, just what a person saw goes out, or nothing if any
    of it changed meanwhile. `drilled` says that people tried to recognise the voices before; `to_tell` that
    its caller tells what it held back: that is due from its first commit on.

    Raises:
        Refused: there is nothing new to publish.
    """
    sync(intake, published, thresholds)  # whatever an earlier run left undone
    with roomy(intake), immediate(intake):  # looked at and marked at once: two who publish together make one release
        until = seen.until if seen else until
        waits = look(intake, thresholds, today, until)
        if seen is not None and seen.digest != digest(versions(intake, until)):
            return waits
        if waits.ready == 0:
            raise Refused("There is nothing new to publish: approve some voices first, with care-voice moderate.")
        if forced is None and (waits.ready < waits.batch or waits.not_before is not None):
            return waits
        number = _mark(intake, account, today, forced, drilled=drilled)
        _let_in(intake, thresholds, until, number)
        mark(intake, Due.SYNC)
        if to_tell:
            mark(intake, Due.TELL)
        due = what_is_due(intake)
    shown = sync(intake, published, thresholds).figures
    forget(intake, {Due.SYNC: due[Due.SYNC]})
    return Released(number, waits.ready, shown.voices, shown.held_back)


def look(intake: sqlite3.Connection, thresholds: Thresholds, today: date, until: datetime | None = None) -> Waits:
    """Say how many voices, approved `until` then, wait to be published, and what the next release waits for."""
    ready = count(intake, until)
    (last,) = intake.execute("SELECT max(released_on) FROM releases").fetchone()
    first_day = date.fromisoformat(last) + timedelta(days=thresholds.days) if last else today
    return Waits(ready, thresholds.batch, first_day if first_day > today else None)


@dataclass(frozen=True, slots=True)
class Told:
    """How many of the new voices show a detail as it was said (`whole`), and how many only `widely`."""

    detail: str
    whole: int
    widely: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release would show if it went out now: `shown` voices in all.

    `new` of them more than now, `counted` besides without their words, `held_back` of the new ones without all that
    is known, and how many of them would show each detail.
    """

    shown: int
    new: int
    counted: int
    held_back: int
    details: tuple[Told, ...]


def preview(intake: sqlite3.Connection, thresholds: Thresholds, until: datetime | None = None) -> Preview:
    """Return what the next release would show of the voices approved `until` then. Changes nothing."""
    rows = intake.execute(
        f"SELECT {known(thresholds)} AS it, count(*) FROM submissions WHERE {READY} AND consent != 'count' GROUP BY it",  # noqa: S608 - ours
        parameters(until),
    )
    groups = {told(text): number for text, number in rows}
    shows, new = decide(groups, thresholds.k), sum(groups.values())
    held_back = sum(number for details, number in groups.items() if shows[details] != details)
    details = tuple(_told(groups, shows, place) for place in range(len(DETAILS)))
    return Preview(_in_the_lab(intake) + new, new, count(intake, until) - new, held_back, details)


def _told(groups: dict[Details, int], shows: dict[Details, Details], place: int) -> Told:
    said = [(said[place], shows[said][place], number) for said, number in groups.items()]
    whole = sum(number for known, shown, number in said if shown is not None and shown == known)
    widely = sum(number for known, shown, number in said if shown is not None and shown != known)
    return Told(DETAILS[place], whole, widely)


def _mark(intake: sqlite3.Connection, account: str, today: date, forced: str | None, *, drilled: bool) -> int:
    """Write down a new release; returns its number."""
    cursor = intake.execute(
        "INSERT INTO releases (released_on, account, forced, drilled) VALUES (?, ?, ?, ?)",
        (today.isoformat(), account, forced, int(drilled)),
    )
    _loosen(intake)
    return cursor.lastrowid or 0


def _let_in(intake: sqlite3.Connection, thresholds: Thresholds, until: datetime | None, release: int) -> None:
    """Put every voice that is ready into a release, with a random number; one that is taken is drawn again.

    A voice that comes back belongs to those that it first came in with: a reader knows that it is none of the new ones.
    Some at a time: SQLite holds in memory all that one statement changes.
    """
    intake.create_function("draw_number", 0, partial(next, _public_ids()))
    shown = decided_first(intake, thresholds, READY, parameters(until))
    some = (
        f"UPDATE OR IGNORE submissions SET public_id = coalesce(public_id, draw_number()), shown = {shown}, "  # noqa: S608 - ours
        "released_in = coalesce(came_in, :release), came_in = coalesce(came_in, :release), version = version + 1 "
        f"WHERE id IN (SELECT id FROM submissions WHERE {READY} ORDER BY id LIMIT {_SOME})"
    )
    with made_again(intake, "name = 'shown_together'") if _is_much(intake, until) else nullcontext():
        while count(intake, until):
            while intake.execute(some, {**parameters(until), "release": release}).rowcount:
                pass
    entered(intake, thresholds, release)


def _is_much(intake: sqlite3.Connection, until: datetime | None) -> bool:
    """Tell whether so many are new that looking after an index of all voices is less work afterwards."""
    new = count(intake, until)
    return new >= _SOME and new >= _in_the_lab(intake) // 4


def _in_the_lab(intake: sqlite3.Connection) -> int:
    return int(intake.execute(f"SELECT count(*) FROM submissions WHERE {IN_THE_LAB}").fetchone()[0])  # noqa: S608 - ours


def _loosen(intake: sqlite3.Connection) -> None:
    """Let looser answers about voices that are shown already hold from this release on (see `storage.consent`)."""
    intake.execute(
        "UPDATE submissions SET consent = later.consent, version = submissions.version + 1, "
        "hushed = CASE hushed WHEN 0 THEN ? ELSE hushed END FROM consents AS later "
        "WHERE id IN (SELECT submission FROM consents) AND later.submission = id "
        "AND later.consent != submissions.consent AND released_in IS NOT NULL AND state = ?",
        (JUST_LOOSENED, State.APPROVED),
    )


def _public_ids() -> Iterator[int]:
    """Draw numbers that nobody can foresee, each as likely as any other."""
    span = PUBLIC_ID_TO - PUBLIC_ID_FROM
    fair = 2**64 // span * span
    while True:
        yield from (PUBLIC_ID_FROM + drawn % span for drawn in array("Q", os.urandom(_DRAWN)) if drawn < fair)
