"""Says in plain words, for the lab, what a release held back and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.due import Due, what_is_due
from storage.release_note import held_back, put

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from intake.wording import Wording
    from storage.release import Thresholds
    from storage.release_note import HeldBack


def tell(
    intake: sqlite3.Connection,
    published: sqlite3.Connection,
    limits: Thresholds,
    say: Wording,
    release: int,
    *,
    drilled: bool,
) -> str:
    """Write the note of a release that has just gone out, and return it: a sentence a line."""
    told = "\n".join(_sentences(held_back(intake, published, limits, release), limits, say, drilled=drilled))
    put(intake, published, release, told)
    return told


def tell_due(
    intake: sqlite3.Connection, published: sqlite3.Connection, limits: Thresholds, say: Callable[[], Wording]
) -> None:
    """Write the note of the last release, if whoever published it was interrupted before."""
    if Due.TELL not in what_is_due(intake):
        return
    row = intake.execute("SELECT number, drilled FROM releases ORDER BY number DESC LIMIT 1").fetchone()
    if row is not None:
        tell(intake, published, limits, say(), row[0], drilled=bool(row[1]))


def _sentences(held: HeldBack, limits: Thresholds, say: Wording, *, drilled: bool) -> Iterator[str]:
    yield say("release-note-drilled" if drilled else "release-note-not-drilled")
    for detail, number in held.less:
        yield say(f"release-note-less-{detail}", number=_number(number, limits, say), k=limits.k)
    yield say("release-note-counted", number=_number(held.counted, limits, say))
    yield say("release-note-suppressed", number=_number(held.suppressed, limits, say))


def _number(number: int | None, limits: Thresholds, say: Wording) -> str:
    return say("release-note-few", least=limits.count) if number is None else say("release-note-about", number=number)
