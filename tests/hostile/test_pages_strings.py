"""Hostile strings in every field and on every page: shown as they are, and run, obeyed or fetched nowhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from argon2 import PasswordHasher
from selectolax.lexbor import LexborHTMLParser

from desk.pages.settings import HERE
from desk.pages.showing import shown
from desk.passwords import tidy_password
from desk.settings import FILE
from storage.arriving import add
from storage.decisions import sort
from storage.opening import immediate
from storage.responses import NewResponse, ResponseKind, draft
from storage.submissions import find, read
from tests.browser.browsing import browsing, follow, sign_in
from tests.desk.at_desk import Desk, make_desk
from tests.desk.reading import Moderator, Site, hidden, serving
from tests.hostile.looking import Skeleton, listening, skeleton
from tests.hostile.strings import STRINGS
from tests.storage.deployment import TODAY, voice

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.async_api import Page

_NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


# How much anybody reads in a day, and in a row, before the pages say that it is enough: here one person reads it all.
MUCH = re.compile(r"(?m)^((?:hard_a_day|voices_before_break) = )\d+")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a desk where every string is a voice, and an answer to it."""
    desk = make_desk(tmp_path_factory.mktemp("hostile") / "data")
    settings = desk.files.data / FILE
    settings.write_text(MUCH.sub(r"\g<1>1000", settings.read_text()))
    with desk.opened() as intake, immediate(intake):
        for text in STRINGS:
            number = receive(desk, intake, text)
            if answer := re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text).strip():
                draft(intake, NewResponse(ResponseKind.THANKS, answer, "reader", TODAY, approver="reader"), [number])
    with serving(desk) as served:
        yield served


@pytest.fixture
def ash(site: Site) -> Iterator[Moderator]:
    """A moderator who has signed in."""
    with site.moderator() as moderator:
        yield moderator


def receive(desk: Desk, intake: sqlite3.Connection, text: str, **changes: Any) -> int:
    """Store a voice inside a transaction that stores others too; return its id."""
    keys = desk.files.load_keys()
    return find(intake, keys, add(intake, keys, voice(text, **changes), TODAY).code or "") or 0


def voices(desk: Desk) -> dict[int, str]:
    """Return the words of every voice, by its id."""
    with desk.opened() as intake:
        return dict(intake.execute("SELECT id, words FROM submissions").fetchall())


def words_on(page: str) -> str:
    """Return the text of the voice that a page shows."""
    found = LexborHTMLParser(page).css_first("#words")
    assert found is not None
    return found.text()


def test_there_are_two_hundred() -> None:
    """As many as were promised, each another one."""
    assert len(set(STRINGS)) == len(STRINGS) >= 200


def test_no_voice_changes_its_page(site: Site, ash: Moderator) -> None:
    """Each is shown whole, as text, on a page with the same elements as every other."""
    pages = {number: ash.read(f"/voice/{number}") for number in voices(site.desk)}
    for number, text in voices(site.desk).items():
        assert words_on(pages[number]) == shown(text), text
        assert not _NOT_SHOWN.search(pages[number]), text
    answered = [page for page in pages.values() if 'class="answer"' in page and 'id="next"' in page]
    assert len(answered) > len(pages) * 0.9
    assert len({skeleton(page) for page in answered}) == 1


def test_no_queue_changes_its_page(ash: Moderator) -> None:
    """Every page of the queue has so many links and nothing besides, whatever the voices say."""
    following, seen = "/", 0
    while following:
        page = ash.read(following)
        tree = LexborHTMLParser(page)
        seen += len(tree.css("ol.queue > li.card > a.opening"))
        allowed = {"ol", "li", "a", "p", "span"}
        assert {node.tag for node in tree.css("ol.queue *")} - {"-text"} <= allowed
        found = tree.css_first('a[rel="next"]')
        following = str(found.attributes["href"]) if found else ""
    assert seen == len(STRINGS)


# Where each form is sent, from which page, and which of its fields takes anything.
FIELDS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("/account/password", "/account", "now", {"new": "heron Tractor lemonade", "again": "heron Tractor lemonade"}),
    ("/account/password", "/account", "new", {"now": "wrong", "again": "heron Tractor lemonade"}),
    ("/account/password", "/account", "again", {"now": "wrong", "new": "heron Tractor lemonade"}),
    ("/people", "/people", "do", {"name": "nobody"}),
    ("/people", "/people", "role", {"do": "roles", "name": "nobody"}),
    ("/people", "/people", "council", {"do": "roles", "name": "nobody", "role": "lead"}),
    ("{voice}/hide", "{voice}", "words", {}),
    ("{voice}/hide", "{voice}", "spans", {"sure": "yes"}),
    ("{voice}/hide", "{voice}", "version", {"words": "e"}),
    ("{voice}/sort", "{voice}", "theme", {"version": "0"}),
    ("{voice}/sort", "{voice}", "kind", {}),
    ("{voice}/approve", "{voice}", "theme", {}),
    ("{voice}/approve", "{voice}", "kind", {}),
    ("{voice}/approve", "{voice}", "version", {"theme": "money", "kind": "idea"}),
    ("{voice}/approve", "{voice}", "understood", {"version": "0"}),
    ("{voice}/approve", "{voice}", "tell", {"theme": "money", "kind": "idea", "version": "0"}),
    ("{voice}/sort", "{voice}", "choices", {"version": "0"}),
    ("{voice}/sort", "{voice}", "outcome", {"choices": "yes"}),
    ("{voice}/sort", "{voice}", "content-note", {"choices": "yes"}),
    ("{voice}/hold", "{voice}", "why", {"until": "tomorrow"}),
    ("{voice}/hold", "{voice}", "until", {"why": "lead", "version": "0"}),
    ("{voice}/hold", "{voice}", "note", {"why": "nothing"}),
    ("{voice}/second-opinion", "{voice}", "why", {"version": "0"}),
    ("{voice}/second-opinion", "{voice}", "note", {"why": "nothing"}),
    ("{voice}/escalate", "{voice}", "why", {"version": "0"}),
    ("{voice}/escalate", "{voice}", "note", {"why": "nothing"}),
    ("{voice}/send-back", "{voice}", "why", {"version": "0"}),
    ("{voice}/send-back", "{voice}", "note", {"why": "nothing"}),
    ("{voice}/ask-permission", "{voice}", "summary", {"version": "0"}),
    ("{voice}/decline", "{voice}", "reason", {}),
    ("{voice}/ask", "{voice}", "text", {}),
    ("{voice}/unask", "{voice}", "question", {}),
    ("{voice}/hide-answer", "{voice}", "words", {"question": "1", "answer-version": "1"}),
    ("{voice}/hide-answer", "{voice}", "answer-version", {"question": "1", "words": "e"}),
    ("{voice}/respond", "{voice}", "kind", {"text": "Thank you."}),
    ("{voice}/respond", "{voice}", "text", {"kind": "not-a-kind"}),
    ("{voice}/respond", "{voice}", "everyone", {"kind": "not-a-kind", "text": "Thank you."}),
    ("{voice}/respond", "{voice}", "sure", {"kind": "thanks", "text": ""}),
    ("{voice}/take-back", "{voice}", "response", {}),
    ("/answers/write", "/answers", "step", {"voice": "1"}),
    ("/answers/write", "/answers", "voice", {}),
    ("/answers/write", "/answers", "voice", {"step": "send", "kind": "not-a-kind"}),
    ("/answers/write", "/answers", "theme", {}),
    ("/answers/write", "/answers", "release", {"theme": "money"}),
    ("/answers/write", "/answers", "response", {}),
    ("/answers/write", "/answers", "kind", {"step": "send", "voice": "1", "text": "Thank you."}),
    ("/answers/write", "/answers", "text", {"step": "send", "voice": "1", "kind": "not-a-kind"}),
    ("/answers/write", "/answers", "everyone", {"step": "send", "voice": "1", "kind": "not-a-kind"}),
    ("/answers/write", "/answers", "sure", {"step": "send", "voice": "1", "kind": "thanks", "text": ""}),
    ("{answer}/let-out", "{answer}", "seen", {}),
    ("{answer}/let-out", "{answer}", "alone", {"seen": "nothing"}),
    ("{drill}", "{drill}", "verdict", {"follows": "nothing"}),
    ("{drill}", "{drill}", "follows", {"verdict": "nobody"}),
    ("{drill}", "{drill}", "version", {"verdict": "nobody", "follows": "nothing"}),
    ("/care", "/care", "at-once", {}),
    ("/care", "/care", "voice", {}),
    ("/care/read-on", "/care", "voice", {}),
    ("/care/rested", "/care", "voice", {}),
    ("{voice}/undo", "{voice}", "version", {}),
    ("/release", "/release", "seen", {"reason": "the lab meets"}),
    ("/spam", "/spam", "seen", {"sure": "yes"}),
    ("/spam/undo", "/spam", "at", {}),
    ("/release", "/release", "until", {"reason": "the lab meets"}),
    ("/release", "/release", "reason", {"seen": "another"}),
    ("/withdraw", "/release", "sure", {"code": "no such code"}),
    ("/withdraw", "/release", "code", {}),
)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a desk with an answered voice that can be published; each test brings a voice of its own."""
    desk = make_desk(tmp_path_factory.mktemp("forms") / "data")
    number = desk.voice(desk.approved()).id
    desk.let_a_minute_pass()
    with desk.opened() as intake, immediate(intake):
        draft(intake, NewResponse(ResponseKind.THANKS, "Thank you.", "sam", TODAY, approver="sam"), [number])
    with serving(desk) as served:
        yield served


def test_every_field_is_tried() -> None:
    """What a form is asked for anywhere stands in the table above, or is typed in at the sign-in."""
    code = "".join(path.read_text() for path in HERE.rglob("*.py"))
    asked = set(re.findall(r"""(?:\.(?:one|all)\(|_number\(request, )"([\w-]+)"\)""", code))
    assert asked - {"name", "password", "next"} == {name for _, _, name, _ in FIELDS}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field[0]} {field[2]}")
def test_no_field_changes_its_page(forms: Site, field: tuple[str, str, str, dict[str, str]]) -> None:
    """Whatever is typed or sent into a field: an answer in words under the same elements, never an error of ours."""
    code = forms.desk.receive("The bus pass helped.")
    forms.desk.let_a_minute_pass()
    with forms.desk.opened() as intake:
        ((answered, answer_to),) = intake.execute("SELECT submission, response FROM answered")
    places = {"answer": f"/answers/{answer_to}", "drill": f"/drill/{answered}"}
    places["voice"] = f"/voice/{forms.desk.voice(code).id}"
    path, origin, name, others = field
    path, origin = path.format(**places), origin.format(**places)
    with forms.moderator() as moderator:
        form = {**hidden(moderator.read(origin)), **others}
        seen: dict[int, set[Skeleton]] = {}
        for number, text in enumerate(STRINGS):
            if path == "/withdraw" and number % 19 == 0:  # whoever knows a code may go on
                assert moderator.client.post(path, data={**form, "code": code, "sure": ""}).status_code == 200
            answer = moderator.client.post(path, data={**form, name: text})
            assert answer.status_code in {200, 303, 404, 409, 422}, text
            assert not _NOT_SHOWN.search(answer.text), text
            if answer.status_code != 303:
                seen.setdefault(answer.status_code, set()).add(skeleton(answer.text))
    assert sum(map(len, seen.values())) <= 4
    assert not {tag for page in seen.values() for one in page for tag, _ in one} & {"img", "iframe", "svg", "base"}


def test_no_address_changes_its_page(ash: Moderator) -> None:
    """What stands in an address is looked at and shown, and leads nowhere else."""
    seen = set()
    for text in STRINGS:
        answer = ash.client.get("/find", params={"number": text})
        assert answer.status_code in {200, 303, 404}, text
        assert answer.headers.get("location", "/find") == "/find"
        if answer.status_code == 404 and "Find a published voice" in answer.text:
            seen.add(skeleton(answer.text))
        for path in ("/", "/release", "/voice/1"):
            assert ash.client.get(path, params={"after": text}).status_code in {200, 303, 404}, text
    assert len(seen) == 1


@pytest.fixture
def quick(desk: Desk) -> Desk:
    """A desk whose moderator's password is checked in no time: it is tried as often as there are strings."""
    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(tidy_password(desk.password))
    with desk.opened() as intake, immediate(intake):
        intake.execute("UPDATE accounts SET password_hash = ?", (hashed,))
    return desk


@pytest.mark.parametrize("half", [0, 1])
def test_nobody_gets_in_by_a_string(quick: Desk, half: int) -> None:
    """As a name, a password, or where to go afterwards: refused in words, under the same elements."""
    seen = set()
    with serving(quick) as site, httpx.Client(base_url=site.address) as client:  # two hundred refused take their time
        token = hidden(client.get("/sign-in").text)["token"]
        for text in STRINGS[half::2]:
            seen.add(skeleton(client.get("/sign-in", params={"next": text}).text))
            form = {"token": token, "name": text, "password": text, "next": text}
            answer = client.post("/sign-in", data=form)
            assert answer.status_code == 401, text
            assert not _NOT_SHOWN.search(answer.text), text
            seen.add(skeleton(answer.text))
            good = {**form, "name": "reader", "password": quick.password}
            assert client.post("/sign-in", data=good).headers["location"] in {"/", text}, text
            client.cookies.delete("desk_session")
    assert len(seen) <= 4  # asked and refused, each with and without somewhere to go


# What a deployment's settings can hold; each is what a theme and a council are called, and somewhere in the name, the
# lead, the deputy and the hours.
LABELS = [text for text in STRINGS if re.fullmatch(r"[^\x00-\x1f\x7f]{1,500}", text)]
PEOPLE = {name: " ".join(LABELS[first::3]) for first, name in enumerate(("lead", "deputy", "hours"))}
NAME = "</title></a></header><script>hit(1)</script>{{ 7*7 }} { $name }"


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a desk whose settings are made of strings, with an urgent voice for each label, sorted by somebody."""
    desk = make_desk(tmp_path_factory.mktemp("labelled") / "data")
    (desk.files.data / FILE).write_text("\n".join(settings_of_strings()))
    with desk.opened() as intake, immediate(intake):
        for number, _ in enumerate(LABELS):
            label = f"label-{number}"
            one = receive(desk, intake, "The bus pass helped.", council=label, urgent=True)
            sort(intake, read(intake, one), "reader", theme=label)
    with serving(desk) as served:
        yield served


def settings_of_strings() -> Iterator[str]:
    """Give the lines of a care-voice.toml."""
    yield from table("[deployment]", {"name": NAME, **PEOPLE})
    yield from table("[consent]", {"quote": NAME, "read": NAME, "count": NAME})
    yield from ("[accounts]", "codes = false", "own_password = false")
    yield from ("[desk]", 'host = "127.0.0.1"', "port = 8001")
    yield from ("[care]", "hard_a_day = 1000", "voices_before_break = 1000")
    yield f"talk_to = {json.dumps(NAME)}"
    for number, text in enumerate(LABELS):
        yield from table("[[themes]]", {"code": f"label-{number}", "shown_as": text, "covers": text})
        yield from table("[[councils]]", {"code": f"label-{number}", "name": text})


def table(head: str, values: dict[str, str]) -> list[str]:
    """Return the lines of one table of a file of settings."""
    return [head, *(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())]


def test_no_label_changes_a_page(labelled: Site) -> None:
    """Whatever a theme, a council, the deployment or its people are called stands on every page, and is text there."""
    with labelled.desk.opened() as intake:
        rows = intake.execute("SELECT id, theme FROM submissions").fetchall()
    with labelled.moderator() as moderator:
        pages = {LABELS[int(theme.removeprefix("label-"))]: moderator.read(f"/voice/{one}") for one, theme in rows}
        assert NAME in "".join(node.text() for node in LexborHTMLParser(moderator.read("/care")).css("main"))
    for text, page in pages.items():
        tree = LexborHTMLParser(page)
        assert [node.text() for node in tree.css("option[selected]")] == [text]
        assert text in [node.text() for node in tree.css("dd")]
        assert text in "".join(node.text() for node in tree.css(".history"))
        assert NAME in "".join(node.text() for node in tree.css(".top"))
        assert all(part in "".join(node.text() for node in tree.css(".urgent")) for part in PEOPLE.values())
    parts = {tuple(sorted(skeleton(page))) for page in pages.values() if 'id="next"' in page}
    assert len(parts) == 1  # another option is selected in each


async def look_through(page: Page) -> None:
    """Read every page of the queue: nothing is heard on any."""
    await page.goto("/")
    while True:
        assert await page.evaluate("window.heard") == []
        following = page.get_by_role("link", name="Next page")
        if not await following.count():
            break
        await follow(page, following)


async def test_nothing_runs_in_the_queue(site: Site, tmp_path: Path) -> None:
    """In a real browser, on every page of the queue: nothing is heard."""
    async with browsing(site.address, tmp_path) as (page, said):
        heard = await listening(page)
        await sign_in(page, "reader", site.desk.password)
        await look_through(page)
    assert (heard, said) == ([], [])


async def test_nothing_runs_on_a_voices_page(desk: Desk, tmp_path: Path) -> None:
    """With our script at work on its words, some strings to a voice: each is shown as text, and nothing is heard."""
    with desk.opened() as intake, immediate(intake):
        for some in several(STRINGS, 6):
            receive(desk, intake, "\n".join(some))
    with serving(desk) as site:
        async with browsing(site.address, tmp_path) as (page, said):
            heard = await listening(page)
            await sign_in(page, "reader", desk.password)
            for number, text in voices(desk).items():
                await page.goto(f"/voice/{number}", wait_until="domcontentloaded")
                assert await page.evaluate("document.getElementById('words').textContent") == shown(text), text
                assert await page.evaluate("window.heard") == [], text
                assert await page.locator("#choosing").is_visible(), text
    assert (heard, said) == ([], [])


async def test_nothing_runs_by_its_label(labelled: Site, tmp_path: Path) -> None:
    """In a real browser, on the queue and on a voice's page, whatever settings say: nothing is heard."""
    async with browsing(labelled.address, tmp_path) as (page, said):
        heard = await listening(page)
        await sign_in(page, "reader", labelled.desk.password)
        await look_through(page)
        await page.goto("/")
        await follow(page, page.get_by_role("link", name="Start reading"))
        assert await page.title() == f"A voice from 21 November 2026 · {NAME}"
        assert await page.evaluate("window.heard") == []
    assert (heard, said) == ([], [])


async def test_nothing_runs_where_it_was_typed(desk: Desk, tmp_path: Path) -> None:
    """Typed into every field in a real browser and shown again beside what was wrong: nothing is heard."""
    code = desk.receive("The bus pass helped.")
    some = [text for text in STRINGS if "hit(" in text and not set(text) & set("\x00\n\r")]
    with serving(desk) as site:
        async with browsing(site.address, tmp_path) as (page, said):
            heard = await listening(page)
            await sign_in(page, "reader", desk.password)
            await page.goto("/find")
            for text in some[::3]:
                await page.get_by_label("Number of the voice").fill(text)
                async with page.expect_navigation(wait_until="domcontentloaded"):
                    await page.keyboard.press("Enter")
                await page.get_by_role("alert").wait_for()
                assert await page.evaluate("window.heard") == [], text
            for label, opens, press, told in (
                ("Which words?", "Type the words instead", "Find them", "Nothing was changed."),
                ("Your answer", "Write an answer", "Save it for a second person", "This is not saved yet."),
            ):
                for typed in map(" ".join, several(some, 26)):
                    await page.goto(f"/voice/{desk.voice(code).id}")
                    if not await page.get_by_label(label).is_visible():
                        await page.get_by_text(opens).click()
                    await page.get_by_label(label).fill(typed)
                    if label == "Your answer":
                        await page.get_by_label("Thank you").check()
                    await page.get_by_role("button", name=press).click()
                    await page.get_by_text(told).wait_for()
                    assert await page.evaluate("window.heard") == [], typed
    assert heard == []
    assert [line for line in said if "404" not in line and "422" not in line] == []


def several(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    """Put so many and so many together: a page takes its time, and whatever any of them does can be heard."""
    return [texts[first : first + size] for first in range(0, len(texts), size)]
