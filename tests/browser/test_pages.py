"""The moderators' pages as people use them: Debian's Chromium, at a desk, on a phone, and without a mouse."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from storage.answering import let_out, waiting
from storage.model import Label, RedactedWords
from storage.opening import immediate
from storage.responses import status
from tests.browser.browsing import browsing, follow, sign_in
from tests.browser.every_page import SAID, answering, suggesting
from tests.browser.fitness import EVERYTHING
from tests.desk.at_desk import Desk, make_desk
from tests.desk.reading import Site, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from playwright.async_api import Locator, Page

DESK, PHONE = {"width": 1100, "height": 800}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a desk with a few voices; none of its tests decides on any."""
    desk = make_desk(tmp_path_factory.mktemp("pages") / "data")
    suggesting(desk)
    desk.approved("Shown one day.")
    answering(desk)
    with serving(desk) as served:
        yield served


@asynccontextmanager
async def reading(site: Site, folder: Path, size: dict[str, int]) -> AsyncIterator[Page]:
    """Open a browser of this size and sign in; the console must stay silent, but for the pages that say no."""
    async with browsing(site.address, folder) as (page, said):
        await page.set_viewport_size(size)  # type: ignore[arg-type]
        await sign_in(page, "reader", site.desk.password)
        yield page
    assert [line for line in said if "Failed to load resource" not in line] == []


async def unfold(page: Page) -> None:
    """Open whatever is folded away, and begin to choose words."""
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    if await page.locator("#choosing").count():
        await page.locator("#choosing").click()
        await page.locator(".word").first.press("Space")


def answers_read(desk: Desk, code: str) -> list[str]:
    """Let every answer out, as a second moderator does; return what is read by code after a minute."""
    with desk.opened() as intake, immediate(intake):
        for one in waiting(intake):
            let_out(intake, one.id, one.seen, "sam", 0.0)
        told = status(intake, desk.files.load_keys(), code)
    return [answer.text for answer in told.responses] if told else []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_the_whole_way(desk: Desk, tmp_path: Path, size: dict[str, int]) -> None:
    """Sign in, read, tap a suggestion and words away, theme, approve, undo, approve, publish, answer, sign out."""
    code = suggesting(desk)
    with serving(desk) as site:
        async with reading(site, tmp_path, size) as page:
            await page.get_by_role("link", name="Start reading").click()
            assert await page.locator("#words .ask").inner_text() == "Zanzibar"
            await page.get_by_label("Zanzibar").check()
            await page.get_by_role("button", name="Hide what I ticked").click()
            await page.get_by_role("heading", name="Hide these for good?").wait_for()
            assert await page.locator("#words .cut").all_inner_texts() == ["Zanzibar"]
            await page.locator(".sure").get_by_role("button", name="Hide them for good").click()
            await page.get_by_text("Hidden. Nobody can bring those words back.").wait_for()
            await page.get_by_role("button", name="Choose words to hide").click()
            for text in ("number", "9"):
                await word(page, text).click()
            assert await page.locator("#said").inner_text() == "2 words chosen."
            await page.locator("#hide-chosen").click()
            await page.get_by_text("Hidden. Nobody can bring those words back.").wait_for()
            assert desk.voice(code).words == RedactedWords(
                SAID.replace("Zanzibar", "[hidden]").replace("number 9", "[hidden]"),
                ((Label.NAME, 1), (Label.HIDDEN, 2)),
            )
            await page.get_by_role("button", name="Approve").click()
            await page.get_by_text("Choose a theme first.").wait_for()
            await page.get_by_label("Theme").select_option("Where you live")
            await page.get_by_label("An idea").check()
            await page.get_by_label("Nobody could").check()
            await page.get_by_role("button", name="Approve").click()
            await page.get_by_text("Nothing waits. Thank you for reading.").wait_for()
            await page.get_by_role("button", name="Undo").click()
            await page.get_by_text("Taken back: this voice waits again.").wait_for()
            await page.get_by_label("Nobody could").check()
            await page.get_by_role("button", name="Approve").click()
            await page.get_by_text("Nothing waits. Thank you for reading.").wait_for()
            desk.let_a_minute_pass()
            await page.get_by_role("link", name="Publish", exact=True).first.click()
            await page.get_by_label("Why can't it wait?").fill("the lab meets")
            await page.get_by_role("button", name="Publish 1 voice all the same").click()
            await page.get_by_text("Release 1 is out, with 1 new voice.").wait_for()
            assert len(desk.shown()) == 1
            await page.get_by_role("link", name="Find a voice").click()
            await page.get_by_label("Number of the voice").fill(str(desk.voice(code).public_id))
            await page.keyboard.press("Enter")
            await page.get_by_text("Write an answer").click()
            await page.get_by_label("Something is planned").check()
            await page.get_by_label("Your answer").fill("New lamps come in May.")
            await page.get_by_role("button", name="Save it for a second person").click()
            await page.get_by_text("Saved. A second person reads it before it goes out.").wait_for()
            await page.get_by_role("button", name="Sign out").click()
            await page.get_by_text("You are signed out.").wait_for()
    assert answers_read(desk, code) == ["New lamps come in May."]


async def test_several_decisions_can_be_undone_on_a_phone(desk: Desk, tmp_path: Path) -> None:
    """The last one at the top, those before it in a list that says which is which, as fit to use as every page."""
    codes = [desk.approved(f"My worker {name} listens. {'She rings. ' * 9}") for name in ("[name 1]", "[name 2]")]
    desk.receive("The bus pass helped.")
    with serving(desk) as site:
        async with reading(site, tmp_path, PHONE) as page:
            await unfold(page)
            assert [await page.evaluate(look) for look in EVERYTHING] == [[], [], [], []]
            await page.get_by_role("link", name="My worker [name 1] listens. She").click()
            first = page.locator("form", has=page.get_by_role("button", name="Undo")).first
            assert await first.get_attribute("action") == f"/voice/{desk.voice(codes[0]).id}/undo"
            await first.get_by_role("button").click()
            await page.get_by_text("Taken back: this voice waits again.").wait_for()
    assert [desk.voice(code).state for code in codes] == ["waiting", "approved"]


async def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until something has the focus, and see that the focus can be seen."""
    for _ in range(60):
        if await target.evaluate("node => node === document.activeElement"):
            outline = await target.evaluate(
                "node => [node, node.closest('li')].map((one) => one ? getComputedStyle(one).outlineStyle : 'none')"
            )
            assert set(outline) != {"none"}
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never gets to {target}")


async def test_the_whole_way_by_keyboard_alone(desk: Desk, tmp_path: Path) -> None:
    """No step needs a mouse: the list, choosing words with arrows and space, a theme, a kind, approving, undoing."""
    code = suggesting(desk)
    with serving(desk) as site:
        async with reading(site, tmp_path, DESK) as page:
            await tab_to(page, page.get_by_role("link", name="Start reading"))
            await page.keyboard.press("Enter")
            await tab_to(page, page.get_by_role("button", name="Choose words to hide"))
            await page.keyboard.press("Enter")
            for key in ("ArrowRight", "Space", "Shift+ArrowRight", "End", "Space"):
                await page.keyboard.press(key)
            assert await page.locator('.word[aria-checked="true"]').all_inner_texts() == ["worker", "came", "helps"]
            assert all(text.strip() for text in await page.locator(".word").all_text_contents())
            await tab_to(page, page.locator("#hide-chosen"))
            await page.keyboard.press("Enter")
            await page.get_by_text("Hidden. Nobody can bring those words back.").wait_for()
            await tab_to(page, page.get_by_label("Theme"))
            await page.keyboard.type("Money")
            await tab_to(page, page.get_by_label("How things are or were"))
            await page.keyboard.press("Space")
            await tab_to(page, page.get_by_label("Nobody could"))
            await page.keyboard.press("Space")
            await tab_to(page, page.get_by_role("button", name="Approve"))
            await page.keyboard.press("Enter")
            await page.get_by_text("Nothing waits. Thank you").wait_for()
            await tab_to(page, page.get_by_role("button", name="Undo"))
            await page.keyboard.press("Enter")
            await page.get_by_text("Taken back").wait_for()
    kept = desk.voice(code)
    assert kept.words is not None
    assert kept.words.text == SAID.replace("worker [name 1] came", "[hidden]").replace("helps", "[hidden]")
    assert (kept.theme, kept.kind, kept.state) == ("money", "feedback", "waiting")


def word(page: Page, text: str) -> Locator:
    """Return a word that can be chosen."""
    return page.locator(".word", has_text=re.compile(f"^{text}$"))


async def test_dragging_over_words_chooses_them(site: Site, tmp_path: Path) -> None:
    """With the mouse, as one marks words with a pen; Escape lets go of them."""
    async with reading(site, tmp_path, DESK) as page:
        await page.get_by_role("link", name="My worker").click()
        await page.locator("#choosing").wait_for()
        first, last = [await word(page, text).bounding_box() for text in ("flat", "Road")]
        assert first
        assert last
        await page.mouse.move(first["x"] + 8, first["y"] + first["height"] / 2)
        await page.mouse.down()
        await page.mouse.move(last["x"] + 20, last["y"] + last["height"] / 2, steps=5)
        await page.mouse.up()
        await page.locator("#hide-chosen:enabled").wait_for()
        start, end = SAID.index("flat"), SAID.index("Road") + 4
        assert await page.locator("#choose input[name=spans]").input_value() == f"{start}-{end}"
        await page.locator(".word").first.focus()
        await page.keyboard.press("Escape")
        assert await page.locator(".cut").count() == 0


async def test_what_was_chosen_and_not_hidden_is_not_approved(site: Site, tmp_path: Path) -> None:
    """Approving with words still chosen, or a suggestion still ticked, says so first and sends nothing."""
    async with reading(site, tmp_path, DESK) as page:
        for choose in (".word", ".suggested .tick input"):
            await page.goto("/")
            await page.get_by_role("link", name="My worker").click()
            if choose == ".word":
                await page.get_by_role("button", name="Choose words to hide").click()
            await page.locator(choose).first.click()
            for press in ("Approve", "Save theme and kind"):
                await page.get_by_role("button", name=press).click()
                await page.get_by_text("You chose words but have not hidden them yet.").wait_for()
    with site.desk.opened() as intake:
        done = intake.execute("SELECT DISTINCT action FROM decisions ORDER BY action").fetchall()
        assert done == [("approve",), ("ask",)]  # of other voices


async def test_offsets_count_as_the_server_does(site: Site, tmp_path: Path) -> None:
    """An emoji before a word, which a browser counts as two, doesn't move what is hidden."""
    async with reading(site, tmp_path, DESK) as page:
        await page.get_by_role("link", name="My worker").click()
        await page.get_by_role("button", name="Choose words to hide").click()
        await page.locator(".word").last.click()
        start = SAID.index("helps")
        assert await page.locator("#choose input[name=spans]").input_value() == f"{start}-{start + 5}"


async def test_without_scripts_words_are_typed(desk: Desk, tmp_path: Path) -> None:
    """Where scripts are shut off nothing is offered that needs one, and hiding works all the same."""
    code = suggesting(desk)
    with serving(desk) as site:
        async with browsing(site.address, tmp_path) as (first, _):
            assert first.context.browser
            context = await first.context.browser.new_context(java_script_enabled=False, base_url=site.address)
            page = await context.new_page()
            await sign_in(page, "reader", desk.password)
            await follow(page, page.get_by_role("link", name="Start reading"))
            assert not await page.get_by_role("button", name="Choose words to hide").is_visible()
            await page.get_by_text("Type the words instead").click()
            await page.get_by_label("Which words?").fill("zanzibar road")
            await page.keyboard.press("Enter")
            await page.get_by_role("button", name="Hide them for good").click()
            await page.get_by_text("Hidden. Nobody can bring those words back.").wait_for()
    kept = desk.voice(code).words
    assert kept is not None
    assert kept.text == SAID.replace("Zanzibar Road", "[hidden]")
