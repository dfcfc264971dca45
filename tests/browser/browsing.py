"""Debian's Chromium, driven by Playwright, with whatever the console says collected."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Locator, Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@asynccontextmanager
async def browsing(address: str, downloads: Path, *, sharp: bool = False) -> AsyncIterator[tuple[Page, list[str]]]:
    """Open a page on `address`; also gives the list that what its console says is added to.

    A `sharp` one is drawn with two pixels to each of CSS, as on a phone.
    """
    said: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=FLAGS, downloads_path=downloads
        )
        page = await browser.new_page(base_url=address, device_scale_factor=2 if sharp else 1)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        try:
            yield page, said
        finally:
            await browser.close()


async def sign_in(page: Page, name: str, password: str) -> None:
    """Sign in with the keyboard alone."""
    await page.goto("/")
    await page.get_by_label("Name").focus()
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(password)
    await page.keyboard.press("Enter")
    await page.wait_for_url(lambda url: "/sign-in" not in url, wait_until="load")


async def follow(page: Page, link: Locator) -> None:
    """Click a link, and wait for the page it leads to and its style: a click comes back before they are there."""
    async with page.expect_navigation(wait_until="load"):
        await link.click()
