"""Hostile strings as voices, labels, notes and addresses of the lab: shown as they are, and run or obeyed nowhere."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from desk.lab.export import harmless
from desk.web.gate import OURS
from intake.clean import clean
from intake.raw import RawWords
from storage.model import Consent
from storage.opening import immediate
from storage.published_db import Change, ReleaseNote, apply, wipe_published
from storage.release import Thresholds
from tests.browser.browsing import browsing, sign_in
from tests.desk.published import NAME, make_lab, member, published, serving, sign_in_for, try_to_sign_in
from tests.hostile.looking import Skeleton, listening, skeleton
from tests.hostile.strings import STRINGS
from tests.storage.content import ApprovedVoice, make_content, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desk.lab.settings import LabSettings
    from storage.release import PublishedVoice

SOUGHT = "kindly"  # stands in every voice: a search for it finds them all
# Each as the passage keeps it.
VOICES = {1_000_000_000 + number: clean(RawWords(f"{text} {SOUGHT}")).reveal() for number, text in enumerate(STRINGS)}
CODED = ("theme", "council", "age_band", "speaker")
# Each string is what a code is called: a theme's, a council's, an age band's or a speaker's.
LABELS = {
    column: {f"{column}-{number}".replace("_", "-"): text for number, text in enumerate(STRINGS[first::4])}
    for first, column in enumerate(CODED)
}
TITLE = "</title></a><script>hit(1)</script>{{ 7*7 }}"
EVERY = "/published/voices?_size=max"
FOUND = f"/published/voices?_search={SOUGHT}&_size=max"
SAVED = ("/published/ideas", "/published/may_be_quoted", "/published/one_council?council=council-1")
OTHERS = (
    *("/", "/published/counts", "/published/releases?_size=max", "/published/release_notes"),
    "/published/voices.json?_size=max",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d")
NOT_OURS = """
() => [...document.querySelectorAll('*')].filter((node) =>
  node.matches('script, img, iframe, svg, math, object, embed, base, style, dialog, video, audio, template, xmp')
  || [...node.attributes].some(({name, value}) => name.startsWith('on') || name === 'style'
    || (/^(href|src|action|formaction)$/.test(name) && new URL(value, location).origin !== location.origin))
).map((node) => node.outerHTML)
"""


@dataclass(frozen=True, slots=True)
class Lab:
    """A lab that is served at `address`, for a member with this password."""

    address: str
    password: str


def approved() -> Iterator[ApprovedVoice]:
    """Give a voice for each string, and each label to some voices."""
    codes = {column: list(LABELS[column]) for column in CODED}
    for number, (voice, words) in enumerate(VOICES.items()):
        theme, council, age_band, speaker = (codes[column][number % len(codes[column])] for column in CODED)
        kind = ("idea", "feedback")[number % 2]
        yield ApprovedVoice(voice, words, theme, kind, council, age_band, speaker, date(2026, 11, 5), Consent.QUOTE)


def no_rows(_: Sequence[int]) -> dict[int, PublishedVoice]:
    """Change no voice."""
    return {}


def fill(lab: LabSettings) -> None:
    """Publish them all, in a release for each string, which is its note."""
    content = make_content(approved(), Thresholds(k=1, count=1))
    with published(lab.folder) as conn:
        with immediate(conn):
            figures = show(conn, replace(content, counts=()), ReleaseNote(1, "2026-11-05", STRINGS[0])).figures
            for number, text in enumerate(STRINGS[1:], 2):  # only the note is new, and in the last one the counts
                counts = content.counts if number == len(STRINGS) else ()
                note = ReleaseNote(number, "2026-11-05", text)
                figures = apply(conn, Change((), no_rows, counts, figures), note).figures
        wipe_published(conn)


def some_rows() -> list[str]:
    """Return the addresses of some of the voices that would run."""
    return [f"/published/voices/{voice}" for voice, words in VOICES.items() if "hit(" in words][::6]


def some_addresses() -> list[str]:
    """Return addresses that would run themselves, if what stands in them were more than text."""
    texts = [text for text in STRINGS if "hit(" in text][1::6]
    voices = ["/published/voices?" + urlencode({"_search": text, "theme": text}) for text in texts]
    saved = ["/published/ideas?" + urlencode({"theme": "theme-1", "_next": text}) for text in texts[::3]]
    return voices + saved


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Serve a lab where every string is a voice, a label and a release's note."""
    settings = make_lab(tmp_path_factory.mktemp("hostile"), empty=True, title=TITLE, labels=LABELS)
    fill(settings)
    password = sign_in_for(settings)
    with serving(settings) as (address, _):
        yield Lab(address, password)


@pytest.fixture
def reader(lab: Lab) -> Iterator[httpx.Client]:
    """A member of the lab, signed in."""
    with member(lab.address, lab.password) as client:
        yield client


def as_parsed(text: str) -> str:
    """Return a text as it comes out of HTML (HTML 13.2.3.5, 13.2.6.4.7)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def each(page: str, what: str) -> list[str]:
    """Return some elements of a page, each as HTML of its own."""
    return [node.html or "" for node in LexborHTMLParser(page).css(what)]


def texts(page: str, where: str) -> list[str]:
    """Return the texts of some elements of a page."""
    return [node.text() for node in LexborHTMLParser(page).css(where)]


def test_no_voice_changes_a_list(reader: httpx.Client) -> None:
    """In every list each is shown whole, as text, among the same elements as every other."""
    for path in (EVERY, FOUND, *SAVED):
        found = each(reader.get(path).text, "article.voice")
        shown = {int(texts(one, "h2")[0].removeprefix("Voice ")): texts(one, "blockquote p") for one in found}
        assert shown == {voice: [VOICES[voice]] for voice in shown}, path
        assert len(shown) == len(found) == (len(VOICES) if path in {EVERY, FOUND} else len(found)) > 0, path
        assert len(set(map(skeleton, found))) == 1, path


def test_a_search_marks_what_was_found_and_nothing_else(reader: httpx.Client) -> None:
    """Every voice found has one mark, and it holds the word that was sought."""
    page = reader.get(FOUND).text
    assert texts(page, "mark") == [SOUGHT] * len(VOICES)
    assert texts(reader.get(EVERY).text, "mark") == []


def test_no_voice_changes_its_page(reader: httpx.Client) -> None:
    """Alone on its page each is shown whole, among the same elements as every other."""
    pages = {voice: reader.get(f"/published/voices/{voice}").text for voice in VOICES}
    assert {voice: texts(page, "blockquote p") for voice, page in pages.items()} == {
        voice: [words] for voice, words in VOICES.items()
    }
    assert len(set(map(skeleton, pages.values()))) == 1


def test_no_label_changes_a_page(reader: httpx.Client) -> None:
    """What a deployment calls its themes and councils is text: beside voices, in choices, in tables, at the top."""
    names = {column: list(map(as_parsed, labels.values())) for column, labels in LABELS.items()}
    every, counts, home = (reader.get(path).text for path in (EVERY, "/published/counts", "/"))
    for column, place in (("theme", 1), ("speaker", 3), ("age_band", 4), ("council", 5)):
        assert set(texts(every, f"dl.details > div:nth-child({place}) dd")) == set(names[column])
        assert set(texts(counts, "th[scope=row]")) >= set(names[column])
    assert texts(home, ".tiles a") == names["theme"]
    assert len(set(texts(every, "details a")).intersection(*[chain(*names.values())])) > len(STRINGS) * 0.9
    for page, one in ((home, ".tiles li"), (counts, "tbody tr"), (every, "details li")):
        assert len(set(map(skeleton, each(page, one)))) == 1
    for page in (every, counts, home):
        assert texts(page, "a.name") == [TITLE]
        assert texts(page, "title")[0].endswith(TITLE)


def test_no_note_changes_its_page(reader: httpx.Client) -> None:
    """The note of each release is text, in a section like every other."""
    releases = each(reader.get("/published/releases?_size=max").text, "section.release")
    assert [texts(one, "p")[0].removeprefix("Came out early: ") for one in releases] == list(
        map(as_parsed, reversed(STRINGS))
    )
    assert len(set(map(skeleton, releases))) == 1
    assert "<script" not in reader.get("/published/release_notes").text


def test_no_address_changes_its_page(reader: httpx.Client) -> None:
    """Whatever is sought, chosen or asked for in an address: an answer in words, of the same elements."""
    seen: dict[tuple[str, int, bool], set[Skeleton]] = {}
    for number, text in enumerate(STRINGS):
        asked = (
            ("/published/voices", {"_search": text, **dict.fromkeys(CODED, text)}),
            ("/published/ideas", {"theme": "theme-1", "_next": text}),
            ("/published/one_council", {"council": text}),
        )
        for path, params in (asked[0], asked[1 + number % 2]):
            answer = reader.get(path, params=params, follow_redirects=True)
            assert answer.status_code in {200, 400}, text
            seen.setdefault((path, answer.status_code, not text.strip()), set()).add(skeleton(answer.text))
    assert all(len(pages) == 1 for pages in seen.values()), {key: len(pages) for key, pages in seen.items()}


def test_what_is_taken_away_is_only_text(reader: httpx.Client) -> None:
    """JSON holds each voice to the letter, CSV all but what spreadsheets would run; no browser takes them for pages."""
    answer = reader.get("/published/voices.json?_shape=array&_size=max")
    assert {voice["id"]: voice["words"] for voice in answer.json()} == VOICES
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    for path, column, expected in (
        ("/published/voices.csv", "Words", VOICES.values()),
        (f"/published/voices.csv?_search={SOUGHT}", "Words", VOICES.values()),
        ("/published/releases.csv", "Why it came out early", STRINGS),
    ):
        answer = reader.get(path)
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert [row[column] for row in rows] == list(map(harmless, expected)), path
        assert not [cell for row in rows for cell in row.values() if cell.lstrip(" ").startswith(FORMULA)]
        assert answer.headers["content-type"].startswith("text/csv")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_nobody_is_led_elsewhere_by_a_sign_in(lab: Lab) -> None:
    """Where to go afterwards is text on the form, and a path of ours or the front page."""
    with httpx.Client(base_url=lab.address) as client:
        pages = {text: client.get("/sign-in", params={"next": text}).text for text in STRINGS if text.strip()}
        for text in STRINGS[::10]:
            answer = try_to_sign_in(client, NAME, lab.password, next=text)
            assert answer.headers["location"] == (text if OURS.fullmatch(text) else "/")
            client.cookies.clear()
    assert len(set(map(skeleton, pages.values()))) == 1


async def test_nothing_runs_in_a_browser(lab: Lab, tmp_path: Path) -> None:
    """On each page that shows them, with all choices open: every voice is there as text, and nothing is heard."""
    async with browsing(lab.address, tmp_path) as (page, said):
        heard = await listening(page)
        await sign_in(page, NAME, lab.password)
        for path in (EVERY, FOUND, *SAVED, *OTHERS, *some_rows(), *some_addresses()):
            await page.goto(path, wait_until="load")
            assert await page.evaluate("window.heard") == [], path
            assert await page.evaluate(NOT_OURS) == [], path
            if path in {EVERY, FOUND}:
                shown = await page.evaluate("[...document.querySelectorAll('blockquote p')].map((p) => p.textContent)")
                assert shown == list(VOICES.values())
        await page.goto(EVERY)
        for summary in await page.locator("summary").all():
            await summary.click()
        assert await page.evaluate("window.heard") == []
    assert heard == []
    assert [line for line in said if "400 (Bad" not in line and "404 (Not" not in line] == []
