"""`published.db`: what the lab reads. Holds approved, redacted, coarse rows and nothing else.

Changed in place, in one transaction, and never replaced: a Datasette that holds a replaced file goes on showing
what was withdrawn.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from storage.counting import Count
from storage.errors import NotOurs
from storage.intake_db import DEMO, REAL
from storage.opening import connect, created, immediate, make_folder
from storage.release import DETAILS, Content, PublishedVoice

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    import sqlite_utils

_VERSION = 1
_MODE = 0o640  # the lab's process may run under another user of the same group; its folder shuts out everybody else


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """A row of `releases`, but for what the content itself says. `released_on` is an ISO date."""

    number: int
    released_on: str
    note: str


def create_published(path: Path, *, demo: bool) -> None:
    """Make a new, empty published.db.

    Raises:
        FileExistsError: there is one already.
    """
    import sqlite_utils  # noqa: PLC0415 - 10 MB that only who makes one needs

    make_folder(path.parent, 0o750)
    with created(path, stamp=_stamp(demo=demo), mode=_MODE) as conn, immediate(conn):
        _make_tables(sqlite_utils.Database(conn, recursive_triggers=False))
        conn.execute(f"PRAGMA user_version = {_VERSION}")


def open_published(path: Path, *, demo: bool) -> sqlite3.Connection:
    """Open published.db for writing. Raises what `connect` raises, and `NotOurs` if it is of another version."""
    conn = connect(path, stamp=_stamp(demo=demo), mode=_MODE)
    if conn.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        conn.close()
        raise NotOurs("published.db was made by another version of care-voice. Install that version again.")
    return conn


def apply(conn: sqlite3.Connection, content: Content, note: ReleaseNote | None) -> bool:
    """Make published.db show `content`, whole, as the difference to what it shows; returns whether anything changed.

    `note` describes the release that shows it, if there was one. Runs inside a transaction of its caller's, who then
    wipes the file (`storage.opening.wipe`): what leaves is gone from the full-text index when this returns, and from
    the file after that.

    Raises:
        NotOurs: the file would not hold just this.
    """
    voices = _update(conn, "voices", ("id",), [asdict(voice) for voice in content.voices])
    counts = _update(conn, "counts", ("about", "value"), [asdict(count) for count in content.counts])
    notes = _update_note(conn, content, note)
    _check(conn, content)
    if voices:
        conn.execute("INSERT INTO voices_fts (voices_fts) VALUES ('optimize')")
    return voices or counts or notes


def _make_tables(db: sqlite_utils.Database) -> None:
    voices = db.table("voices")
    voices.create(
        {field.name: int if field.type == "int" else str for field in fields(PublishedVoice)},
        pk="id",
        not_null={"words", "theme", "kind", "may_quote"},
        strict=True,
    )
    for column in ("theme", "kind", *DETAILS, "may_quote"):
        voices.create_index([column])
    voices.enable_fts(["words"], tokenize="porter", create_triggers=True)
    db.table("counts").create(
        {"about": str, "value": str, "voices": int, "symbol": str}, pk=("about", "value"), strict=True
    )
    db.table("releases").create(
        {"number": int, "released_on": str, "voices": int, "held_back": int, "note": str, "digest": str},
        pk="number",
        not_null={"released_on", "voices", "held_back", "note", "digest"},
        strict=True,
    )


def _update(conn: sqlite3.Connection, table: str, key: tuple[str, ...], wanted: list[dict[str, object]]) -> bool:
    """Change `table` into `wanted`, touching only rows that differ."""
    columns = _columns(table)
    there = {row[: len(key)]: row for row in conn.execute(f"SELECT {', '.join(columns)} FROM {table}")}  # noqa: S608 - our names
    rows = {tuple(row[column] for column in key): tuple(row[column] for column in columns) for row in wanted}
    gone = [place for place in there if place not in rows]
    changed = [row for place, row in rows.items() if there.get(place) != row]
    where = " AND ".join(f"{column} = ?" for column in key)
    stale = gone + [row[: len(key)] for row in changed if row[: len(key)] in there]
    conn.executemany(f"DELETE FROM {table} WHERE {where}", stale)  # noqa: S608 - our names
    conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", changed)  # noqa: S608 - our names
    return bool(stale or changed)


def _columns(table: str) -> tuple[str, ...]:
    row = PublishedVoice if table == "voices" else Count
    return tuple(field.name for field in fields(row))


def _update_note(conn: sqlite3.Connection, content: Content, note: ReleaseNote | None) -> bool:
    if note is None:
        return False
    row = (note.released_on, len(content.voices), content.held_back, note.note, content.digest)
    there = conn.execute("SELECT * FROM releases WHERE number = ?", (note.number,)).fetchone()
    if there == (note.number, *row):
        return False
    conn.execute("INSERT OR REPLACE INTO releases VALUES (?, ?, ?, ?, ?, ?)", (note.number, *row))
    return True


def _check(conn: sqlite3.Connection, content: Content) -> None:
    """Compare what the file now holds with what it should, before the commit."""
    shown = conn.execute("SELECT * FROM voices ORDER BY id").fetchall()
    counts = conn.execute("SELECT * FROM counts").fetchall()
    if shown != [tuple(asdict(voice).values()) for voice in content.voices] or len(counts) != len(content.counts):
        raise NotOurs("published.db doesn't hold what was approved. Nothing was changed; run care-voice doctor.")
    # Rank 1: compare the index with the words too, not only with itself (sqlite.org/fts5.html).
    conn.execute("INSERT INTO voices_fts (voices_fts, rank) VALUES ('integrity-check', 1)")


def _stamp(*, demo: bool) -> int:
    return DEMO if demo else REAL
