"""The lab as a member sees it: a real server, Debian's Chromium, no mouse needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import browsing, follow, sign_in
from tests.desk.published import NAME, make_lab, serving, sign_in_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from playwright.async_api import Page

PAGES = (
    "/",
    "/published/voices",
    "/published/voices?_search=worker&theme=home",
    "/published/voices?_search=nothingtofind",
    "/published/voices/1000000000",
    "/published/counts",
    "/published/releases",
    "/published/ideas",
    "/published/one_council",
    "/published/counts_by_theme",
    "/-/databases",
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve a lab; gives its address and the password of its only member."""
    settings = make_lab(tmp_path_factory.mktemp("lab"))
    password = sign_in_for(settings)
    with serving(settings) as (address, _):
        yield address, password


@pytest.fixture
async def page(lab: tuple[str, str], tmp_path: Path) -> AsyncIterator[Page]:
    """Open a browser on the lab; the test fails if the console says anything."""
    async with browsing(lab[0], tmp_path) as (page, said):
        yield page
    assert [line for line in said if "404 (Not Found)" not in line and "401 (Unauthorized)" not in line] == []


async def test_search_finds_and_marks(page: Page, lab: tuple[str, str]) -> None:
    """A member signs in, searches, and sees the searched word marked in every voice found, whatever its ending."""
    await sign_in(page, NAME, lab[1])
    await page.get_by_label("Search the words").fill("moving")
    await page.keyboard.press("Enter")
    await page.get_by_text("33 voices found").wait_for()
    assert {await mark.inner_text() for mark in await page.locator("mark").all()} == {"moved", "move"}
    assert await page.locator("article mark").count() >= await page.locator("article").count()


async def test_narrowing_down_by_keyboard(page: Page, lab: tuple[str, str]) -> None:
    """A filter is opened, chosen and taken off again with the keyboard, and reads in plain words."""
    await sign_in(page, NAME, lab[1])
    await page.goto("/published/voices")
    await page.locator("summary", has_text="Theme").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.get_by_text("17 voices found").wait_for()
    await page.get_by_role("link", name="Theme: Where you live").press("Enter")
    await page.get_by_text("66 voices found").wait_for()


async def test_paging_shows_every_voice_once(page: Page, lab: tuple[str, str]) -> None:
    """Following "Next page" to the end shows each voice once."""
    await sign_in(page, NAME, lab[1])
    await page.goto("/published/voices")
    seen: list[str] = []
    while True:
        seen += await page.locator("article h2").all_inner_texts()
        following = page.get_by_role("link", name="Next page")
        if not await following.count():
            break
        await follow(page, following)
    assert len(seen) == len(set(seen)) == 66


async def test_the_first_tab_skips_the_menu(page: Page, lab: tuple[str, str]) -> None:
    """The first thing the keyboard reaches is a link past the menu, and it can be seen."""
    await sign_in(page, NAME, lab[1])
    await page.keyboard.press("Tab")
    skip = await page.get_by_role("link", name="Go to the main part").bounding_box()
    assert skip
    assert skip["y"] >= 0
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "main"


async def test_a_list_can_be_taken_along(page: Page, lab: tuple[str, str]) -> None:
    """The link under a list saves it under a name that says its release and when to delete it."""
    await sign_in(page, NAME, lab[1])
    await page.goto("/published/voices?theme=home")
    async with page.expect_download() as saving:
        await page.get_by_role("link", name="spreadsheet (CSV)").click()
    assert (await saving.value).suggested_filename.startswith("voices-release-2-delete-by-2")


async def test_signing_out_closes_every_page(page: Page, lab: tuple[str, str]) -> None:
    """After signing out, a page leads to the sign-in and from there back to itself."""
    await sign_in(page, NAME, lab[1])
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_text("You are signed out.").wait_for()
    await page.goto("/published/counts")
    await page.get_by_label("Name").fill(NAME)
    await page.get_by_label("Password").fill(lab[1])
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/published/counts")


async def test_no_page_breaks_its_own_policy(page: Page, lab: tuple[str, str]) -> None:
    """Every page loads its style, runs no script, has one main heading and a language, and the console is silent."""
    await sign_in(page, NAME, lab[1])
    for path in PAGES:
        await page.goto(path)
        assert await page.evaluate("getComputedStyle(document.body).margin") == "0px"
        assert await page.locator("script, [style], style").count() == 0
        assert await page.locator("h1").count() == 1
        assert await page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_no_page_scrolls_sideways(page: Page, lab: tuple[str, str], width: int) -> None:
    """From 320 px on nothing is wider than the screen, an open filter included."""
    await page.set_viewport_size({"width": width, "height": 700})
    await sign_in(page, NAME, lab[1])
    for path in PAGES:
        await page.goto(path)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, path
        for summary in await page.locator("summary").all():
            await summary.click()
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, path


async def test_no_raw_names_on_pages(page: Page, lab: tuple[str, str]) -> None:
    """Pages show no code, column or table name, and no SQL."""
    await sign_in(page, NAME, lab[1])
    for path in PAGES:
        await page.goto(path)
        text = await page.locator("body").inner_text()
        assert not [raw for raw in ("age_band", "may_quote", "25-plus", "swindon", "select ", "null") if raw in text], (
            path
        )


async def test_wrong_password_says_what_to_do(page: Page) -> None:
    """A wrong password is answered in words, in the page's language, where a screen reader says it."""
    await page.goto("/")
    await page.get_by_label("Name").fill("nobody")
    await page.get_by_label("Password").fill("wrong")
    await page.keyboard.press("Enter")
    assert "don't belong together" in await page.get_by_role("alert").inner_text()
