"""`published.db` shows one release whole, whatever it showed before, and has no room for anything else."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from storage.errors import NotOurs
from storage.opening import immediate
from storage.published_db import ReleaseNote, create_published, open_published, recount, wipe_published
from tests.storage import content as contents
from tests.storage.content import Content, make_content
from tests.storage.deployment import OPEN
from tests.storage.test_release import ONE, thresholds, voices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTE = ReleaseNote(1, "2026-11-21", "The first.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a new published.db."""
    create_published(tmp_path / "lab" / "published.db", demo=False)
    return tmp_path / "lab" / "published.db"


@pytest.fixture
def conn(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to it, opened for writing."""
    conn = open_published(path, demo=False)
    yield conn
    conn.close()


def content(*words: str) -> Content:
    """Make a release of voices that say these words."""
    return make_content([replace(ONE, id=number, words=text) for number, text in enumerate(words, 1)], OPEN)


def show(conn: sqlite3.Connection, release: Content, note: ReleaseNote | None = NOTE) -> bool:
    """Apply a release as `sync` does; tells whether anything left with it."""
    with immediate(conn):
        return contents.show(conn, release, note).left


def search(conn: sqlite3.Connection, word: str) -> list[str]:
    """Return the words of the voices that full-text search finds."""
    rows = conn.execute(
        "SELECT words FROM voices WHERE id IN (SELECT rowid FROM voices_fts WHERE voices_fts MATCH ?)", (word,)
    )
    return [row[0] for row in rows]


def everything(conn: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Return all rows that the lab can read, and what the full-text index knows."""
    conn.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, voices_fts, instance)")
    rows = [
        conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - our names
        for table in ("voices", "counts", "releases", "terms")
    ]
    conn.execute("DROP TABLE temp.terms")
    return rows


@pytest.mark.usefixtures("no_umask")
def test_its_group_may_read_it_and_nobody_else(tmp_path: Path) -> None:
    """The file is 0640 in a folder of 0750: the lab may run under a user of its own."""
    create_published(tmp_path / "new" / "published.db", demo=False)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o750
    assert stat.S_IMODE((tmp_path / "new" / "published.db").stat().st_mode) == 0o640


def test_an_existing_file_is_not_made_again(path: Path) -> None:
    """Making it twice fails: a running lab must never lose its file."""
    with pytest.raises(FileExistsError):
        create_published(path, demo=False)


def test_a_file_of_another_kind_or_version_is_refused(path: Path) -> None:
    """Neither the demonstration's nor another version's file is written to."""
    with pytest.raises(NotOurs, match="demonstration"):
        open_published(path, demo=True)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    with pytest.raises(NotOurs, match="another version"):
        open_published(path, demo=False)


def test_a_file_of_the_first_version_is_taken_over(path: Path) -> None:
    """Its counts are told again, in the columns of now; its voices stay."""
    conn = sqlite3.connect(path)
    conn.executescript("DROP TABLE counts; CREATE TABLE counts (about TEXT, value TEXT); PRAGMA user_version = 1")
    conn.close()
    conn = open_published(path, demo=False)
    assert conn.execute("SELECT beside, release FROM counts").fetchall() == []
    conn.close()


def test_a_file_from_before_content_notes_is_taken_over(path: Path) -> None:
    """Its voices stay, without any note until the next sync brings them."""
    conn = sqlite3.connect(path)
    conn.executescript(
        "INSERT INTO voices (id, words, theme, kind, may_quote) VALUES (1, 'Words.', 'home', 'idea', 1);"
        "ALTER TABLE voices DROP COLUMN content_notes"
    )
    conn.close()
    conn = open_published(path, demo=False)
    assert conn.execute("SELECT words, content_notes FROM voices").fetchall() == [("Words.", "")]
    conn.close()


@pytest.mark.parametrize("column", ["theme", "kind", "council", "age_band", "speaker", "quarter", "may_quote"])
def test_every_facet_has_an_index(conn: sqlite3.Connection, column: str) -> None:
    """A lab that counts a column never reads the whole table for it (fact 33)."""
    plan = conn.execute(f"EXPLAIN QUERY PLAN SELECT {column}, count(*) FROM voices GROUP BY 1").fetchall()  # noqa: S608 - our names
    assert "COVERING INDEX" in plan[0][3]


@given(voices, voices, thresholds)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_difference_to_any_release_gives_the_same_file(
    path: Path, before: list[object], after: list[object], limits: object
) -> None:
    """A release applied after any other shows just what it shows in an empty file, in the index too."""
    empty = path.with_name("empty.db")
    empty.unlink(missing_ok=True)
    create_published(empty, demo=False)
    shown = []
    for place, releases in ((path, [before, after]), (empty, [after])):
        conn = open_published(place, demo=False)
        for release in releases:
            show(conn, make_content(release, limits))  # type: ignore[arg-type]
        shown.append(everything(conn))
        conn.close()
    assert shown[0] == shown[1]


def test_applying_a_release_again_changes_nothing(conn: sqlite3.Connection) -> None:
    """The second time nothing leaves, and all is as it was; what leaves later is told, so that it can be wiped."""
    assert not show(conn, content("one", "two"))
    before = everything(conn)
    assert not show(conn, content("one", "two"))
    assert everything(conn) == before
    assert show(conn, content("one"))


def test_only_rows_that_differ_are_touched(conn: sqlite3.Connection) -> None:
    """A release that adds one voice to a thousand writes about one row, however many there are."""
    show(conn, content(*["same"] * 1000))
    before = conn.total_changes
    show(conn, content(*["same"] * 1000, "new"))
    assert conn.total_changes - before < 40


def test_search_finds_what_is_shown_and_nothing_else(conn: sqlite3.Connection) -> None:
    """The index follows every change: what came in is found by its stem, what left or was hidden is not."""
    show(conn, content("We were listening.", "My worker rang."))
    assert search(conn, "listen") == ["We were listening."]
    show(conn, content("[hidden]", "My worker rang."))
    assert (search(conn, "listen"), search(conn, "hidden")) == ([], ["[hidden]"])


def test_what_leaves_is_gone_from_every_byte(conn: sqlite3.Connection, path: Path) -> None:
    """After the wipe neither the table, nor the index, nor the `-wal` holds a removed word."""
    show(conn, content("zanzibar quagga", "stays"))
    show(conn, content("[hidden]", "stays"))
    wipe_published(conn)
    kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"stays" in kept
    assert b"zanzibar" not in kept
    assert b"quagga" not in kept


def test_the_release_says_what_it_shows(conn: sqlite3.Connection) -> None:
    """A release note carries its number, day, note and digest; a later change of the same release updates it."""
    show(conn, content("one", "two"))
    show(conn, content("one"))
    digest = recount(conn).digest(content("one").counts)
    row = (1, "2026-11-21", 1, 0, "The first.", digest, "")
    assert conn.execute("SELECT * FROM releases").fetchall() == [row]


def test_without_a_release_there_is_no_note(conn: sqlite3.Connection) -> None:
    """A file that nothing was released into has no note."""
    show(conn, content(), None)
    assert conn.execute("SELECT * FROM releases").fetchall() == []


def test_a_file_that_would_show_something_else_is_not_changed(conn: sqlite3.Connection) -> None:
    """The release is compared with the file before the commit, and taken back whole if they differ."""
    show(conn, content("one"))
    conn.execute(
        "CREATE TRIGGER meddle AFTER INSERT ON voices BEGIN UPDATE voices SET words = 'x' WHERE id = NEW.id; END"
    )
    before = everything(conn)
    with pytest.raises(NotOurs, match="Nothing was changed"):
        show(conn, content("one", "two"))
    assert everything(conn) == before


def test_an_index_that_lags_behind_is_noticed(conn: sqlite3.Connection) -> None:
    """An index that still knows a word of a voice that left stops the release."""
    show(conn, content("one", "two"))
    conn.execute("DROP TRIGGER voices_ad")
    with pytest.raises(NotOurs, match="Nothing was changed"):
        show(conn, content("one"))
    assert conn.execute("SELECT count(*) FROM voices").fetchone() == (2,)


def test_a_reader_sees_one_release_or_the_other(conn: sqlite3.Connection, path: Path) -> None:
    """While a release goes in, another connection sees the last one whole."""
    show(conn, content("old", "old"))
    reader = sqlite3.connect(path)
    with immediate(conn):
        contents.show(conn, content("new", "new", "new"), NOTE)
        assert reader.execute("SELECT words FROM voices").fetchall() == [("old",)] * 2
    assert reader.execute("SELECT words FROM voices").fetchall() == [("new",)] * 3
    reader.close()
