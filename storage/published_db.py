"""`published.db`: what the lab reads. Holds approved, redacted, coarse rows and nothing else.

Changed in place, in one transaction, and never replaced: a Datasette that holds a replaced file goes on showing
what was withdrawn.
"""

from __future__ import annotations

from array import array
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, fields
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from storage.counting import Count
from storage.errors import NotOurs
from storage.intake_db import DEMO, REAL
from storage.opening import connect, created, immediate, made_again, make_folder, wipe
from storage.outcomes import TABLE as OUTCOMES
from storage.release import Figures, PublishedVoice
from storage.widening import DETAILS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import sqlite_utils

_VERSION = 2
_MODE = 0o640  # the lab's process may run under another user of the same group; its folder shuts out everybody else
_BATCH = 500  # rows
_MANY = 5_000
_ROW = ", ".join(PublishedVoice._fields)


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """A row of `releases`, but for what the content itself says. `released_on` is an ISO date.

    `note`: why it came out early; `told`: what it held back, a sentence a line.
    """

    number: int
    released_on: str
    note: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What may differ from what the file shows: the voices of these `numbers`, of which `rows` gives what they show.

    `before` are the figures of what the file shows; without them everything in the file is looked at.
    """

    numbers: Iterable[int]
    rows: Callable[[Sequence[int]], Mapping[int, PublishedVoice]]
    counts: Sequence[Count]
    before: Figures | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What the file shows now. `left`: whether anything left that has to be wiped."""

    figures: Figures
    digest: str
    left: bool


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
    _upgrade(conn)
    if conn.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        conn.close()
        raise NotOurs("published.db was made by another version of care-voice. Install that version again.")
    _add_columns(conn)
    return conn


def _add_columns(conn: sqlite3.Connection) -> None:
    """Make the columns for what a release held back and for content notes, where the file is from before there were."""
    for table, column in (("releases", "told"), ("voices", "content_notes")):
        if column not in {row[1] for row in conn.execute(f"PRAGMA table_info({table})")}:
            with immediate(conn):
                conn.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


def _upgrade(conn: sqlite3.Connection) -> None:
    """Give a file of the first version the counts of this one: none, until they are told again."""
    if conn.execute("PRAGMA user_version").fetchone() == (1,):
        with immediate(conn):
            conn.execute("DROP TABLE IF EXISTS counts")
            _make_counts(conn)
            conn.execute(f"CREATE TABLE IF NOT EXISTS {OUTCOMES}")
            conn.execute(f"PRAGMA user_version = {_VERSION}")


def apply(conn: sqlite3.Connection, change: Change, note: ReleaseNote | None) -> Applied:
    """Make published.db show what it should, touching only rows that differ.

    `note` describes the release that shows it, if there was one. Runs inside a transaction of its caller's, who then
    wipes the file (`wipe_published`): what leaves is not found any more when this returns, and gone from every byte
    after that.

    Raises:
        NotOurs: the file would not hold just this.
    """
    figures, left = change.before or Figures(), False
    numbers = _in_order(change.numbers) if change.before else _all(conn, change.numbers)
    anew = len(numbers) >= _MANY and len(numbers) >= _count(conn, "voices") // 4
    with _indexed_after(conn) if anew else nullcontext():
        for some in _batches(numbers):
            should, there = change.rows(some), _there(conn, some)
            gone = [PublishedVoice._make(row) for number, row in there.items() if should.get(number) != row]
            new = [should[number] for number in some if number in should and should[number] != there.get(number)]
            _replace(conn, gone, new)
            _check_rows(conn, some, should)
            figures = figures.plus(gone, -1).plus(new) if change.before else figures.plus(should.values())
            left = left or bool(gone)
    _update_counts(conn, change.counts)
    digest = figures.digest(change.counts)
    _update_note(conn, figures, digest, note)
    _check(conn, figures, whole=change.before is None and not anew)
    return Applied(figures, digest, left)


def wipe_published(conn: sqlite3.Connection) -> None:
    """Leave no trace of words that left, neither in the full-text index nor in any byte. Raises what `wipe` does."""
    with immediate(conn):
        conn.execute("INSERT INTO voices_fts (voices_fts) VALUES ('optimize')")
    wipe(conn)


def is_as_left(conn: sqlite3.Connection, figures: Figures, digest: str | None) -> bool:
    """Tell whether the file shows what it showed when these were written down."""
    latest = conn.execute("SELECT digest FROM releases ORDER BY number DESC LIMIT 1").fetchone()
    return digest is not None and latest == (digest,) and _count(conn, "voices") == figures.voices


def recount(conn: sqlite3.Connection) -> Figures:
    """Add everything in the file up anew."""
    rows = conn.execute(f"SELECT {_ROW} FROM voices")  # noqa: S608 - our names
    return Figures().plus(PublishedVoice(*row) for row in rows)


def _make_counts(conn: sqlite3.Connection) -> None:
    conn.execute(
        "CREATE TABLE counts (about TEXT NOT NULL, value TEXT NOT NULL, beside TEXT NOT NULL, "
        "value_beside TEXT NOT NULL, voices INTEGER, symbol TEXT, release INTEGER, "
        "PRIMARY KEY (about, value, beside, value_beside)) STRICT"
    )


def _make_tables(db: sqlite_utils.Database) -> None:
    voices = db.table("voices")
    numbers = {"id", "may_quote"}
    voices.create(
        {name: int if name in numbers else str for name in PublishedVoice._fields},
        pk="id",
        not_null={"words", "theme", "kind", "may_quote", "content_notes"},
        defaults={"content_notes": ""},
        strict=True,
    )
    for column in ("theme", "kind", *DETAILS, "may_quote"):
        voices.create_index([column])
    voices.enable_fts(["words"], tokenize="porter", create_triggers=True)
    _make_counts(db.conn)
    db.execute(f"CREATE TABLE {OUTCOMES}")
    db.table("releases").create(
        {"number": int, "released_on": str, "voices": int, "held_back": int, "note": str, "digest": str}
        | {"told": str},
        pk="number",
        not_null={"released_on", "voices", "held_back", "note", "digest", "told"},
        defaults={"told": ""},
        strict=True,
    )


def _all(conn: sqlite3.Connection, numbers: Iterable[int]) -> array[int]:
    """Return these numbers and all that are in the file, in order and each once."""
    there = (row[0] for row in conn.execute("SELECT id FROM voices"))
    return _in_order(chain(numbers, there))


def _in_order(numbers: Iterable[int]) -> array[int]:
    return array("q", (number for number, _ in groupby(sorted(numbers))))


def _batches(numbers: array[int]) -> Iterator[array[int]]:
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


@contextmanager
def _indexed_after(conn: sqlite3.Connection) -> Iterator[None]:
    """Make what finds voices anew at the end: where much changes that takes less time than row by row.

    In one transaction with the rows: no reader ever finds it missing.
    """
    with made_again(conn, "name = 'voices_ai' OR (tbl_name = 'voices' AND type = 'index' AND sql IS NOT NULL)"):
        yield
    conn.execute("INSERT INTO voices_fts (voices_fts) VALUES ('rebuild')")


def _there(conn: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[object, ...]]:
    marks = ", ".join("?" * len(numbers))
    rows = conn.execute(f"SELECT {_ROW} FROM voices WHERE id IN ({marks})", numbers)  # noqa: S608 - our names
    return {row[0]: row for row in rows}


def _replace(conn: sqlite3.Connection, gone: list[PublishedVoice], new: list[PublishedVoice]) -> None:
    conn.executemany("DELETE FROM voices WHERE id = ?", [(row.id,) for row in gone])
    marks = ", ".join("?" * len(PublishedVoice._fields))
    conn.executemany(f"INSERT INTO voices ({_ROW}) VALUES ({marks})", new)  # noqa: S608 - our names


def _update_counts(conn: sqlite3.Connection, counts: Iterable[Count]) -> None:
    names = [field.name for field in fields(Count)]
    columns = ", ".join(names)
    there = set(conn.execute(f"SELECT {columns} FROM counts"))  # noqa: S608 - our names
    wanted = set(map(attrgetter(*names), counts))
    where = " AND ".join(f"{name} IS ?" for name in names)
    conn.executemany(f"DELETE FROM counts WHERE {where}", there - wanted)  # noqa: S608 - our names
    marks = ", ".join("?" * len(names))
    conn.executemany(f"INSERT INTO counts ({columns}) VALUES ({marks})", sorted(wanted - there, key=str))  # noqa: S608 - our names


def _update_note(conn: sqlite3.Connection, figures: Figures, digest: str, note: ReleaseNote | None) -> None:
    if note is None:
        return
    row = (note.number, note.released_on, figures.voices, figures.held_back, note.note, digest, note.told)
    if conn.execute("SELECT * FROM releases WHERE number = ?", (note.number,)).fetchone() != row:
        conn.execute("INSERT OR REPLACE INTO releases VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _check_rows(conn: sqlite3.Connection, some: Sequence[int], should: Mapping[int, PublishedVoice]) -> None:
    """Compare what the file now holds with what it should, before the commit."""
    if _there(conn, some) != should:
        raise NotOurs(_WRONG)


def _check(conn: sqlite3.Connection, figures: Figures, *, whole: bool) -> None:
    if _count(conn, "voices") != figures.voices or _count(conn, "voices_fts_docsize") != figures.voices:
        raise NotOurs(_WRONG)
    if whole:  # rank 1: compare the index with the words too, not only with itself (sqlite.org/fts5.html)
        conn.execute("INSERT INTO voices_fts (voices_fts, rank) VALUES ('integrity-check', 1)")


_WRONG = "published.db doesn't hold what was approved. Nothing was changed; run care-voice doctor."


def _count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our names


def _stamp(*, demo: bool) -> int:
    return DEMO if demo else REAL
