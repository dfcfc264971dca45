"""What members of the lab read, and take away with them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from desk.lab.export import harmless
from desk.lab.settings import LabSettings, NotReady, make_secret, metadata_path
from desk.lab.site import application
from tests.desk.published import HARD, content, make_lab, member, published, serving, sign_in_for


def rows_of(answer: httpx.Response) -> list[dict[str, str]]:
    """Read an exported CSV as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_every_table_and_column_is_described(tmp_path: Path) -> None:
    """datasette_metadata.json describes all of a real published.db, and nothing that isn't there."""
    make_lab(tmp_path)
    described = json.loads(metadata_path().read_text())["databases"]["published"]["tables"]
    with sqlite3.connect(tmp_path / "published.db") as conn:
        tables = {name for (name,) in conn.execute("select name from pragma_table_list where schema = 'main'")}
        assert tables - set(described) <= {"sqlite_schema", "sqlite_sequence", "sqlite_stat1"}
        for table in ("voices", "counts", "releases"):
            columns = [row[1] for row in conn.execute(f"pragma table_info({table})")]
            assert list(described[table]["columns"]) == columns
            assert all([described[table]["description"], *described[table]["columns"].values()])
    conn.close()
    assert all(described[name]["allow"] is False for name in described if name.startswith("voices_fts"))


def test_a_voice_page_says_how_to_cite_and_use_it(reader: httpx.Client) -> None:
    """A single voice shows its words, its citation with the release, and whether it may be quoted."""
    page = reader.get("/published/voices/1000000000").text
    assert "Voice 1000000000, Voices of Care, release 2" in page
    assert "Read only: do not quote" in page
    assert "not said, or not shown to keep people safe" in page


@pytest.mark.parametrize("path", ["/voices/{}", "/voices", "/ideas", "/voices?_search=bus"])
def test_what_may_be_hard_to_read_is_said_before(reader: httpx.Client, path: str) -> None:
    """On every list, found by a search too, and on its own page the words are folded away behind the note."""
    number = 1_000_000_000 + 104_729 * HARD
    page = reader.get("/published" + path.format(number)).text
    folded = re.findall(r'<details class="warned"><summary>(.*?)</summary>\s*<blockquote>', page)
    assert folded == ["May be hard to read: Abuse, Losing somebody. Show the words"] * (str(number) in page)
    assert page.count("<blockquote>") > 1 or "{}" in path


def test_content_notes_are_in_what_is_taken_away(reader: httpx.Client) -> None:
    """In plain words, and nothing where there are none."""
    notes = [row["May be hard to read"] for row in rows_of(reader.get("/published/voices.csv"))]
    assert sorted(set(notes)) == ["", "Abuse, Losing somebody"]


def test_a_wide_age_finds_all_that_it_holds(reader: httpx.Client) -> None:
    """Who looks for people of 21 and over finds those of whom a finer age is told, too, on the page and as CSV."""
    page = reader.get("/published/voices").text
    assert 'href="/published/voices?age_band__in=21-plus%2C21-24%2C25-plus"' in page
    alone = [len(rows_of(reader.get(f"/published/voices.csv?age_band={age}"))) for age in ("21-plus", "16-17")]
    assert all(alone)
    both = "?age_band__in=21-plus%2C16-17"
    assert len(rows_of(reader.get(f"/published/voices.csv{both}"))) == sum(alone)
    found = reader.get(f"/published/voices{both}").text
    assert f"<strong>{sum(alone)} voices found</strong>" in found
    assert "Age: 21-plus" in found


def test_words_are_shown_as_words(tmp_path: Path) -> None:
    """Whatever a voice says, it is text: no tag, no attribute, no marker gets through."""
    lab, saying = make_lab(tmp_path, sign_in=False), '<b>loud</b> & "quiet" <script>alert(1)</script>'
    with published(tmp_path) as conn, conn:
        conn.execute("begin")
        conn.execute("update voices set words = ?", (saying,))
    with serving(lab) as (address, _), httpx.Client(base_url=address) as anyone:
        for path in ("/published/voices", "/published/voices?_search=loud", "/published/ideas"):
            page = anyone.get(path).text
            assert "<script" not in page
            assert "<b>" not in page
            assert "&lt;script&gt;" in page


def test_searching_needs_no_special_words(reader: httpx.Client) -> None:
    """Quotes, operators and brackets in a search are ordinary characters, never an error of ours."""
    for search in ('worker"', "NEAR(", "a OR", "*", "(", "'; drop table voices", "worker AND", "^", "\x00", "é" * 500):
        assert reader.get("/published/voices", params={"_search": search}).status_code in {200, 400}


def test_json_stays_and_search_works_without_its_index(reader: httpx.Client) -> None:
    """Members get a table's rows and a search's as JSON, while the index itself is closed."""
    found = reader.get("/published/voices.json", params={"_search": "bus", "_shape": "array"}).json()
    assert len(found) == 11
    assert all("bus" in voice["words"] for voice in found)
    assert reader.get("/published/voices_fts.json").status_code == 404


def test_json_leads_from_page_to_page(reader: httpx.Client) -> None:
    """A program that follows `next_url` gets every voice once."""
    seen, following = [], "/published/voices.json?_shape=objects"
    while following:
        page = reader.get(following).json()
        seen += [voice["id"] for voice in page["rows"]]
        following = page["next_url"]
    assert len(seen) == len(set(seen)) == 66


def test_counts_show_symbols_and_rounding(reader: httpx.Client) -> None:
    """A count that is too small shows as [c] with a key, the others as they were rounded."""
    page = reader.get("/published/counts").text
    numbers = r'<td class="number">([^<]+)</td>'
    ages = re.findall(rf'<th scope="row">(25 or over|16 to 17)</th>{numbers}{numbers}</tr>', page)
    assert ages == [("16 to 17", "20", "31%"), ("25 or over", "[c]", "[c]")]
    assert "[k]" in page
    assert "So low that it rounds to nothing." in page


def test_counts_of_two_details_are_tables(reader: httpx.Client) -> None:
    """Each table of two has a heading, a column and a row for every value, and one of all voices."""
    page = reader.get("/published/counts").text
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page)[0] == "Theme by Kind"
    region = page.split('aria-labelledby="by-2"')[1].split("</table>")[0]
    columns = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', region)
    assert columns[:2] == ["Theme", "All voices"]
    assert {line.count("<td") for line in region.split("<tr>")[2:]} == {len(columns) - 1}


def test_csv_holds_every_row_of_the_page(reader: httpx.Client) -> None:
    """The CSV of a list has all its rows, not one page of them, with the same filters."""
    assert len(rows_of(reader.get("/published/voices.csv"))) == 66
    some = rows_of(reader.get("/published/voices.csv", params={"theme": "health", "_search": "bus"}))
    assert {row["Theme"] for row in some} == {"Health and wellbeing"}
    assert all("bus" in row["Words"] for row in some)


def test_csv_carries_its_release_and_the_day_to_delete_it_by(reader: httpx.Client) -> None:
    """The file's name says which release it is of and when to delete it, and every row says that too."""
    answer = reader.get("/published/releases.csv")
    found = re.search(r'filename="releases-release-2-delete-by-([\d-]+)\.csv"', answer.headers["content-disposition"])
    assert found
    assert date.fromisoformat(found[1]) == datetime.now(UTC).date() + timedelta(days=92)
    assert {row["Delete by"] for row in rows_of(answer)} == {found[1]}
    assert answer.content.startswith(b"\xef\xbb\xbf")


def test_saved_queries_take_their_parameters(reader: httpx.Client) -> None:
    """A saved list can be narrowed to a theme, on its page and as CSV; without a choice it shows all themes."""
    every, one = (rows_of(reader.get("/published/ideas.csv", params=params)) for params in ({}, {"theme": "money"}))
    assert {row["Theme"] for row in one} == {"Money"}
    assert len(every) > len(one) > 0
    assert reader.get("/published/ideas", params={"theme": "money"}).text.count("<article") == len(one)


def test_a_list_of_one_council_asks_for_it_first(reader: httpx.Client) -> None:
    """Nobody takes a choice that was not made yet for a council of which nothing was said."""
    unasked, asked = (reader.get("/published/one_council", params=params).text for params in ({}, {"council": "wigan"}))
    assert ("Choose one above" in unasked, "voices found" in unasked.lower()) == (True, False)
    assert "Choose one above" not in asked


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])  # noqa: RUF001 - its twin
def test_no_spreadsheet_runs_a_cell(start: str) -> None:
    """A cell that starts like a formula starts with an apostrophe instead; other cells are left alone."""
    assert harmless(f'{start}HYPERLINK("x")').startswith("'")
    assert harmless("It is 5 - 3 = 2") == "It is 5 - 3 = 2"


def test_an_empty_lab_says_so(tmp_path: Path) -> None:
    """Before the first release no page is an error, and each says what it waits for."""
    with (
        serving(make_lab(tmp_path, empty=True, sign_in=False)) as (address, _),
        httpx.Client(base_url=address) as anyone,
    ):
        for path in ("/", "/published/counts", "/published/releases"):
            assert "Nothing has been released yet" in anyone.get(path).text
        assert "No voices found" in anyone.get("/published/voices").text
        assert anyone.get("/published/voices.csv").status_code == 200


def test_the_lab_says_what_it_needs(tmp_path: Path) -> None:
    """Without its database or its key the lab doesn't open, and says what to run."""
    lab = LabSettings(folder=tmp_path, title="x")
    with pytest.raises(NotReady, match="care-voice"):
        application(lab)
    (tmp_path / "published.db").touch()
    with pytest.raises(NotReady, match="key"):
        application(lab)


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    """The key that signs sessions is kept: a restart signs nobody out."""
    make_secret(tmp_path)
    first = (tmp_path / "secret").read_text()
    make_secret(tmp_path)
    assert (tmp_path / "secret").read_text() == first
    assert len(first) == 64


def test_the_process_opens_no_other_database(tmp_path: Path) -> None:
    """The lab's process holds published.db open, and no other file outside its program."""
    lab = make_lab(tmp_path)
    password = sign_in_for(lab)
    with serving(lab) as (address, process), member(address, password) as reader:
        reader.get("/published/voices")
        links = [str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()]
        kept = {link for link in links if link.startswith("/") and not link.startswith(("/dev/", "/proc/"))}
        assert {name.removeprefix(str(tmp_path / "published.db")) for name in kept} <= {"", "-wal", "-shm"}


def test_nothing_of_a_visit_is_printed(tmp_path: Path) -> None:
    """At DEBUG level too, and when a page fails, the process prints no search, name, password or address."""
    lab = make_lab(tmp_path)
    password = sign_in_for(lab)
    with serving(lab) as (address, process), member(address, password) as reader:
        reader.get("/published/voices", params={"_search": 'canary"'})
        reader.get("/published/voices", params={"_next": "canary,canary", "_size": "canary"})
        with published(tmp_path) as conn:
            conn.execute("drop table counts")
        assert reader.get("/published/counts_by_theme?_next=canary").is_error
        assert reader.get("/published/counts.csv?_next=canary").status_code == 500
        process.terminate()
        said = process.stdout.read() if process.stdout else ""
    assert not [
        word for word in ("canary", password, "127.0.0.1:", "select", "Traceback") if word in said.replace(address, "")
    ]


def test_content_is_what_a_release_shows() -> None:
    """The fictional release of these tests has what they count on: blanks, suppressed counts, both kinds of use."""
    shown = content()
    assert any(voice.age_band is None for voice in shown.voices)
    assert {voice.may_quote for voice in shown.voices} == {0, 1}
    assert any(count.symbol for count in shown.counts)
