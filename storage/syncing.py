"""Brings published.db in line with what is decided: the one way into it.

A publication, a withdrawal, a late decline and a restore all end in `sync`. It takes time in what changed since the
last one: in the voices of new releases, and what triggers write down in `to_show` about older ones. Where published.db
isn't as it was left, all of it is looked at.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from storage import outcomes, told_counts
from storage.counting import as_rows
from storage.model import State
from storage.opening import immediate, roomy, truncate_wal, wipe
from storage.published_db import Change, ReleaseNote, apply, is_as_left, wipe_published
from storage.release import Figures, PublishedVoice
from storage.settling import IN_THE_LAB, MAY_QUOTE, adopt, settle, told
from storage.submissions import ERASED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from storage.counting import Standing
    from storage.published_db import Applied
    from storage.release import Thresholds
    from storage.tallies import Cell


def sync(intake: sqlite3.Connection, published: sqlite3.Connection, thresholds: Thresholds) -> Applied:
    """Make published.db show just the voices that are released and still approved; safe to run at any time.

    Raises:
        StorageError: something removed may still be in a `-wal` file; run it again.
    """
    with roomy(intake, published), immediate(published):
        # Read only now: what another process withdrew while this one waited for its turn must not come back.
        until = _settle(intake, published, thresholds)
        try:
            note, before = _latest_note(intake), _as_left(intake, published)
            counts = told_counts.count(intake, thresholds, anew=before is None)
            applied = apply(published, _change(intake, before, counts.standing), note)
            told_concerns = counts.standing.get(outcomes.CONCERNS)
            became = outcomes.outcomes(intake, told_concerns, counts.made_of.sums, thresholds)
            outcomes.keep(published, outcomes.as_rows(became))
        finally:
            intake.execute("ROLLBACK")
        with immediate(intake):
            told_counts.remember(intake, counts)
            outcomes.remember(intake, became)
            _remember(intake, applied, note, until)
    _wipe(intake, published)
    return applied


def _settle(intake: sqlite3.Connection, published: sqlite3.Connection, thresholds: Thresholds) -> int:
    """Decide what voices show, and stay in a snapshot of just that; returns the last change that is in it.

    Of all that is decided on here, whatever changes after this is written down in `to_show`.
    """
    while True:
        with immediate(intake):
            adopt(intake, published)
            settle(intake, thresholds)
            until, release = _last_change(intake), _last_release(intake)
        intake.execute("BEGIN")  # reading only: the doors must be able to write meanwhile
        if (_last_change(intake), _last_release(intake)) == (until, release):
            return until
        intake.execute("ROLLBACK")  # somebody left between the two: their group has to be looked at again


def _last_change(intake: sqlite3.Connection) -> int:
    return int(intake.execute("SELECT coalesce(max(id), 0) FROM to_show").fetchone()[0])


def _last_release(intake: sqlite3.Connection) -> int:
    return int(intake.execute("SELECT coalesce(max(number), 0) FROM releases").fetchone()[0])


def _as_left(intake: sqlite3.Connection, published: sqlite3.Connection) -> Figures | None:
    """Return the figures of what published.db shows; None if it isn't as it was left."""
    voices, held_back, total, digest = intake.execute("SELECT voices, held_back, total, digest FROM gate").fetchone()
    before = Figures(voices, held_back, int(total))
    return before if is_as_left(published, before, digest) else None


def _change(intake: sqlite3.Connection, before: Figures | None, now: Mapping[Cell, Standing]) -> Change:
    if before is None:  # in the order of the file, whatever index there is
        numbers = intake.execute(f"SELECT public_id FROM submissions NOT INDEXED WHERE {IN_THE_LAB}")  # noqa: S608 - ours
    else:
        numbers = intake.execute(
            "SELECT public_id FROM submissions WHERE id IN (SELECT id FROM submissions "  # noqa: S608 - ours
            f"WHERE released_in > (SELECT out FROM gate) AND {IN_THE_LAB}) UNION SELECT voice FROM to_show"
        )
    return Change((row[0] for row in numbers), partial(_rows, intake), as_rows(now), before)


def _rows(intake: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, PublishedVoice]:
    """Return what those of these voices show that readers are to see."""
    rows = intake.execute(
        f"SELECT public_id, words, theme, kind, shown, {MAY_QUOTE}, content_notes FROM submissions "  # noqa: S608 - ours
        f"WHERE public_id IN ({', '.join('?' * len(numbers))}) AND {IN_THE_LAB}",
        numbers,
    )
    return {row[0]: PublishedVoice._make((*row[:4], *told(row[4]), *row[5:])) for row in rows}


def _remember(intake: sqlite3.Connection, applied: Applied, note: ReleaseNote | None, until: int) -> None:
    """Write down what published.db shows from this commit on."""
    if note is not None:
        intake.execute("UPDATE releases SET digest = ? WHERE number = ?", (applied.digest, note.number))
    shown = applied.figures
    intake.execute(
        "UPDATE gate SET voices = ?, held_back = ?, total = ?, digest = ?, unwiped = unwiped + ?",
        (shown.voices, shown.held_back, str(shown.total), applied.digest, int(applied.left)),
    )
    intake.execute("DELETE FROM to_show WHERE id <= ?", (until,))
    later = _last_change(intake)
    _erase_counted(intake)
    intake.execute("DELETE FROM to_show WHERE id > ?", (later,))  # readers never saw those


def _erase_counted(intake: sqlite3.Connection) -> None:
    """Erase the words of released voices that were only to be counted."""
    intake.execute(
        f"UPDATE submissions SET {ERASED}, state = ?, version = version + 1 "  # noqa: S608 - ours
        "WHERE released_in IS NOT NULL AND state = 'approved' AND consent = 'count'",
        (State.COUNTED,),
    )


def _wipe(intake: sqlite3.Connection, published: sqlite3.Connection) -> None:
    """Wipe both files if words left either since that was last done, by a crash in between too."""
    (unwiped,) = intake.execute("SELECT unwiped FROM gate").fetchone()
    if not unwiped:
        truncate_wal(published)
        truncate_wal(intake)
        return
    wipe_published(published)
    wipe(intake)
    with immediate(intake):
        intake.execute("UPDATE gate SET unwiped = unwiped - ?", (unwiped,))


def _latest_note(intake: sqlite3.Connection) -> ReleaseNote | None:
    row = intake.execute(
        "SELECT number, released_on, forced, told FROM releases ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    number, released_on, forced, told_of_it = row
    return ReleaseNote(number, released_on, forced or "", told_of_it)
