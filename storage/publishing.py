"""Publishes: decides whether a release may go out, marks what it holds, and brings published.db in line.

`sync` is the one way into published.db: a publication, a withdrawal, a late decline and a restore all end in it.
"""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.model import Consent, Flag, State
from storage.opening import immediate, wipe
from storage.published_db import ReleaseNote, apply
from storage.ready import READY, Seen, digest, parameters, versions
from storage.release import DETAILS, ApprovedVoice, Content, Thresholds, make_content
from storage.submissions import ERASED

if TYPE_CHECKING:
    from datetime import datetime

PUBLIC_ID_FROM, PUBLIC_ID_TO = 10**9, 10**10


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
) -> Released | Waits:
    """Publish every approved voice, if enough of them wait and the last release is old enough.

    `forced` is a reason to release all the same; it goes into the release's note for all to read. With `until`, what
    was approved later is left for the release after. With `seen`, just what a person saw goes out, or nothing if any
    of it changed meanwhile. `drilled` says that people tried to recognise the voices before.

    Raises:
        Refused: there is nothing new to publish.
    """
    sync(intake, published, thresholds)  # whatever an earlier run left undone
    with immediate(intake):  # looked at and marked at once: two who publish together make one release
        until = seen.until if seen else until
        waits, ready = look(intake, thresholds, today, until), versions(intake, until)
        if seen is not None and seen.digest != digest(ready):
            return waits
        if waits.ready == 0:
            raise Refused("There is nothing new to publish: approve some voices first, with care-voice moderate.")
        if forced is None and (waits.ready < waits.batch or waits.not_before is not None):
            return waits
        number = _mark(intake, account, today, forced, [voice for voice, _ in ready], drilled=drilled)
    content = sync(intake, published, thresholds)
    return Released(number, waits.ready, len(content.voices), content.held_back)


def look(intake: sqlite3.Connection, thresholds: Thresholds, today: date, until: datetime | None = None) -> Waits:
    """Say how many voices, approved `until` then, wait to be published, and what the next release waits for."""
    ready = len(versions(intake, until))
    (last,) = intake.execute("SELECT max(released_on) FROM releases").fetchone()
    first_day = date.fromisoformat(last) + timedelta(days=thresholds.days) if last else today
    return Waits(ready, thresholds.batch, first_day if first_day > today else None)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release would show if it went out now: `shown` voices in all.

    `new` of them more than now, `counted` besides without their words, `held_back` of all with less detail, and how
    many of the new ones would show each detail.
    """

    shown: int
    new: int
    counted: int
    held_back: int
    details: tuple[tuple[str, int], ...]


def preview(intake: sqlite3.Connection, thresholds: Thresholds, until: datetime | None = None) -> Preview:
    """Return what the next release would show of the voices approved `until` then. Changes nothing."""
    ready = intake.execute(f"SELECT * FROM submissions WHERE {READY} ORDER BY id", parameters(until))  # noqa: S608 - ours
    ready.row_factory = sqlite3.Row
    entering = [replace(_approved(row), id=-number) for number, row in enumerate(ready, start=1)]
    content = make_content([*_released(intake), *entering], thresholds)
    new = [voice for voice in content.voices if voice.id < 0]
    details = tuple((detail, sum(getattr(voice, detail) is not None for voice in new)) for detail in DETAILS)
    return Preview(len(content.voices), len(new), len(entering) - len(new), content.held_back, details)


def sync(intake: sqlite3.Connection, published: sqlite3.Connection, thresholds: Thresholds) -> Content:
    """Make published.db show just the voices that are released and still approved; safe to run at any time.

    Raises:
        StorageError: something removed may still be in a `-wal` file; run it again.
    """
    with immediate(published):
        # Read only now: what another process withdrew while this one waited for its turn must not come back.
        with immediate(intake):
            released, note = _released(intake), _latest_note(intake)
        content = make_content(released, thresholds)
        apply(published, content, note)
    wipe(published)
    with immediate(intake):
        if note is not None:
            intake.execute("UPDATE releases SET digest = ? WHERE number = ?", (content.digest, note.number))
        _erase_counted(intake)
    wipe(intake)  # even if nothing was erased now: an earlier run may have died just before this
    return content


def _mark(
    intake: sqlite3.Connection, account: str, today: date, forced: str | None, new: list[int], *, drilled: bool
) -> int:
    """Write down a new release and which voices enter with it; returns its number."""
    cursor = intake.execute(
        "INSERT INTO releases (released_on, account, forced, drilled) VALUES (?, ?, ?, ?)",
        (today.isoformat(), account, forced, int(drilled)),
    )
    number = cursor.lastrowid or 0
    _loosen(intake)
    taken = {row[0] for row in intake.execute("SELECT public_id FROM submissions WHERE public_id IS NOT NULL")}
    for submission in new:
        intake.execute(
            "UPDATE submissions SET released_in = ?, public_id = coalesce(public_id, ?), version = version + 1 "
            "WHERE id = ?",
            (number, _public_id(taken), submission),
        )
    return number


def _loosen(intake: sqlite3.Connection) -> None:
    """Let looser answers about voices that are shown already hold from this release on (see `storage.consent`)."""
    intake.execute(
        "UPDATE submissions SET consent = later.consent, version = submissions.version + 1 FROM consents AS later "
        "WHERE later.submission = id AND later.consent != submissions.consent AND released_in IS NOT NULL "
        "AND state = ?",
        (State.APPROVED,),
    )


def _public_id(taken: set[int]) -> int:
    while True:
        number = PUBLIC_ID_FROM + secrets.randbelow(PUBLIC_ID_TO - PUBLIC_ID_FROM)
        if number not in taken:
            taken.add(number)
            return number


def _released(intake: sqlite3.Connection) -> list[ApprovedVoice]:
    cursor = intake.execute(
        "SELECT * FROM submissions WHERE state IN (?, ?) AND released_in IS NOT NULL", (State.APPROVED, State.COUNTED)
    )
    cursor.row_factory = sqlite3.Row
    return [_approved(row) for row in cursor]


def _approved(row: sqlite3.Row) -> ApprovedVoice:
    return ApprovedVoice(
        id=row["public_id"],
        words=None if row["consent"] == Consent.COUNT else row["words"],
        theme=row["theme"],
        kind=row["kind"],
        council=row["council"],
        age_band=row["age_band"],
        speaker=row["speaker"],
        day_received=date.fromisoformat(row["day_received"]),
        consent=_consent(row),
    )


def _consent(row: sqlite3.Row) -> Consent:
    """Return how the words may be used: those that may be a child's are read only."""
    consent = Consent(row["consent"])
    return Consent.READ if consent is Consent.QUOTE and Flag.YOUNG in row["flags"].split() else consent


def _latest_note(intake: sqlite3.Connection) -> ReleaseNote | None:
    row = intake.execute("SELECT number, released_on, forced FROM releases ORDER BY number DESC LIMIT 1").fetchone()
    if row is None:
        return None
    number, released_on, forced = row
    return ReleaseNote(number, released_on, forced or "")


def _erase_counted(intake: sqlite3.Connection) -> None:
    """Erase the words of released voices that were only to be counted."""
    intake.execute(
        f"UPDATE submissions SET {ERASED}, state = ?, version = version + 1 "  # noqa: S608 - ours
        "WHERE state = ? AND released_in IS NOT NULL AND consent = ?",
        (State.COUNTED, State.APPROVED, Consent.COUNT),
    )
