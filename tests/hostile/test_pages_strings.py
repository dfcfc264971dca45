"""Hostile strings in every field and on every page: shown as they are, and run, obeyed or fetched nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from desk.pages.showing import shown
from storage.opening import immediate
from storage.responses import ResponseKind, respond
from tests.browser.browsing import browsing, sign_in
from tests.desk.at_desk import Desk, make_desk
from tests.desk.reading import Moderator, Site, hidden, serving
from tests.hostile.looking import Skeleton, listening, skeleton
from tests.hostile.strings import STRINGS
from tests.storage.deployment import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a desk where every string is a voice, and an answer to it."""
    desk = make_desk(tmp_path_factory.mktemp("hostile") / "data")
    for text in STRINGS:
        code = desk.receive(text, TODAY)
        if answer := re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text).strip():
            with desk.opened() as intake, immediate(intake):
                respond(intake, ResponseKind.THANKS, answer, "reader", TODAY, [desk.voice(code).id])
    with serving(desk) as served:
        yield served


@pytest.fixture
def ash(site: Site) -> Iterator[Moderator]:
    """A moderator who has signed in."""
    with site.moderator() as moderator:
        yield moderator


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
    answered = [page for page in pages.values() if 'class="answer"' in page and 'rel="next"' in page]
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
    ("{voice}/hide", "{voice}", "words", {}),
    ("{voice}/hide", "{voice}", "spans", {"sure": "yes"}),
    ("{voice}/hide", "{voice}", "version", {"words": "e"}),
    ("{voice}/sort", "{voice}", "theme", {"version": "0"}),
    ("{voice}/approve", "{voice}", "theme", {}),
    ("{voice}/approve", "{voice}", "kind", {}),
    ("{voice}/approve", "{voice}", "version", {"theme": "money", "kind": "idea"}),
    ("{voice}/decline", "{voice}", "reason", {}),
    ("{voice}/respond", "{voice}", "kind", {"text": "Thank you."}),
    ("{voice}/respond", "{voice}", "text", {"kind": "not-a-kind"}),
    ("{voice}/take-back", "{voice}", "response", {}),
    ("{voice}/undo", "{voice}", "version", {}),
    ("/release", "/release", "seen", {"reason": "the lab meets"}),
    ("/release", "/release", "until", {"reason": "the lab meets"}),
    ("/release", "/release", "reason", {"seen": "another"}),
    ("/withdraw", "/release", "sure", {"code": "no such code"}),
)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field[0]} {field[2]}")
def test_no_field_changes_its_page(desk: Desk, field: tuple[str, str, str, dict[str, str]]) -> None:
    """Whatever is typed or sent into a field: an answer in words under the same elements, never an error of ours."""
    code = desk.receive("The bus pass helped.")
    number = desk.voice(code).id
    desk.approved()
    desk.let_a_minute_pass()
    where, origin, name, others = field
    path = where.format(voice=f"/voice/{number}")
    with serving(desk) as site, site.moderator() as moderator:
        form = {**hidden(moderator.read(origin.format(voice=f"/voice/{number}"))), **others}
        seen: dict[int, set[Skeleton]] = {}
        for text in STRINGS if path != "/withdraw" else STRINGS[:19]:
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


@pytest.mark.parametrize("half", [0, 1])
def test_nobody_gets_in_by_a_string(desk: Desk, half: int) -> None:
    """As a name, a password, or where to go afterwards: refused in words, under the same elements."""
    seen = set()
    with serving(desk) as site:  # one that has refused two hundred takes its time
        for text in STRINGS[half::2]:
            with httpx.Client(base_url=site.address) as client:
                token = hidden(client.get("/sign-in", params={"next": "/find"}).text)["token"]
                form = {"token": token, "name": text, "password": text, "next": text}
                answer = client.post("/sign-in", data=form)
                assert answer.status_code == 401, text
                assert not _NOT_SHOWN.search(answer.text), text
                seen.add(skeleton(answer.text))
                good = {**form, "name": "reader", "password": desk.password}
                assert client.post("/sign-in", data=good).headers["location"] in {"/", text}, text
    assert len(seen) <= 2  # with and without somewhere to go


async def test_nothing_runs_in_a_browser(site: Site, tmp_path: Path) -> None:
    """On every voice's page, with our script at work on its words, and on every page of the queue: nothing is heard."""
    async with browsing(site.address, tmp_path) as (page, said):
        heard = await listening(page)
        await sign_in(page, "reader", site.desk.password)
        for number, text in voices(site.desk).items():
            await page.goto(f"/voice/{number}", wait_until="domcontentloaded")
            assert await page.evaluate("document.getElementById('words').textContent") == shown(text), text
            assert await page.evaluate("window.heard") == [], text
            assert await page.locator("#choosing").is_visible(), text
        await page.goto("/")
        while True:
            assert await page.evaluate("window.heard") == []
            following = page.get_by_role("link", name="Next page")
            if not await following.count():
                break
            await following.click()
    assert (heard, said) == ([], [])


async def test_nothing_runs_where_it_was_typed(desk: Desk, tmp_path: Path) -> None:
    """Typed into every field in a real browser and shown again beside what was wrong: nothing is heard."""
    code = desk.receive("The bus pass helped.")
    some = [text for text in STRINGS if "hit(" in text and not set(text) & set("\x00\n\r")]
    with serving(desk) as site:
        async with browsing(site.address, tmp_path) as (page, said):
            heard = await listening(page)
            await sign_in(page, "reader", desk.password)
            for text in some[::3]:
                await page.goto("/find")
                await page.get_by_label("Number of the voice").fill(text)
                await page.keyboard.press("Enter")
                await page.get_by_role("alert").wait_for()
                assert await page.evaluate("window.heard") == [], text
            for label, opens, press in (
                ("Which words?", "Type the words instead", "Find them"),
                ("Your answer", "Write an answer", "Save the answer"),
            ):
                await page.goto(f"/voice/{desk.voice(code).id}")
                for text in some[1::4]:
                    if not await page.get_by_label(label).is_visible():
                        await page.get_by_text(opens).click()
                    await page.get_by_label(label).fill(text)
                    if press == "Save the answer":
                        await page.get_by_label("Thank you").check()
                    await page.get_by_role("button", name=press).click()
                    await page.get_by_text("Nothing was changed." if "words" in label else "Saved. They can").wait_for()
                    assert await page.evaluate("window.heard") == [], text
    assert heard == []
    assert [line for line in said if "404" not in line and "422" not in line] == []
