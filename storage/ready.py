"""What the next release would take in: the approved voices that no release holds yet. Changes nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.queue import OPENING
from storage.submissions import HARD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

# A voice that was approved after `until` is left for the release after: its approval may still be undone.
READY = (
    "state = 'approved' AND released_in IS NULL AND (:until IS NULL OR NOT EXISTS "
    "(SELECT 1 FROM decisions WHERE submission = submissions.id AND action = 'approve' AND at > :until))"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person saw before they published: the voices approved `until` then, each as it was (`digest`)."""

    until: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A voice that is ready, as a list shows it. `opening` is how its words begin, `approved` its last approval."""

    id: int
    opening: str
    approved: int
    distressing: bool = False  # it may be hard to read

    def __repr__(self) -> str:
        """Say how long the opening is, never what it says."""
        return f"<ready, {len(self.opening)} characters>"


def parameters(until: datetime | None) -> dict[str, str | None]:
    """Return what `READY` has to be given."""
    return {"until": until.astimezone(UTC).isoformat(timespec="seconds") if until else None}


def count(conn: sqlite3.Connection, until: datetime | None = None) -> int:
    """Return how many voices are ready."""
    return int(conn.execute(f"SELECT count(*) FROM submissions WHERE {READY}", parameters(until)).fetchone()[0])  # noqa: S608 - ours


def versions(conn: sqlite3.Connection, until: datetime | None = None) -> Iterator[tuple[int, int]]:
    """Give (id, version) of every voice that is ready."""
    return conn.execute(f"SELECT id, version FROM submissions WHERE {READY} ORDER BY id", parameters(until))  # noqa: S608 - ours


def digest(found: Iterable[tuple[int, int]]) -> str:
    """Return what tells one choice of voices, each in one version, from every other."""
    hashed = hashlib.sha256()
    for voice, version in found:
        hashed.update(b"%d %d\n" % (voice, version))
    return hashed.hexdigest()


def latest(
    conn: sqlite3.Connection, before: int | None = None, *, limit: int = 25, hidden: str | None = None
) -> list[Ready]:
    """Return the voices that are ready, last approved first, from the one approved `before` a decision on.

    Those about a council that is `hidden` from whoever asks are left out.
    """
    rows = conn.execute(
        "SELECT submissions.id, substr(words, 1, :opening), max(decisions.id) AS approved, "  # noqa: S608 - ours
        f"{HARD} "
        "FROM submissions JOIN decisions ON submission = submissions.id AND action = 'approve' "
        f"WHERE {READY} AND (:hidden IS NULL OR coalesce(council, '') != :hidden) "
        "GROUP BY submissions.id HAVING :before IS NULL OR approved < :before "
        "ORDER BY approved DESC LIMIT :limit",
        {**parameters(None), "opening": OPENING, "before": before, "limit": limit, "hidden": hidden},
    )
    return [Ready(number, opening or "", approved, bool(hard)) for number, opening, approved, hard in rows]
