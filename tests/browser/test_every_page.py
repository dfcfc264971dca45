"""Whoever sees, hears or moves otherwise than most can use every page: axe-core, Tab and our own looks find nothing."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.browsing import browsing, sign_in
from tests.browser.every_page import DESK, EMPTY, LAB, SIGNED_OUT, Look, stock
from tests.browser.fitness import CAN_BE_USED, EVERYTHING, IN_FOCUS
from tests.desk import published as lab_of
from tests.desk import reading as desk_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence
    from pathlib import Path

    from playwright.async_api import Page

    from tests.desk.at_desk import Desk

WIDTHS = (320, 768, 1200)
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = """
async (tags) => {
  const found = await axe.run({runOnly: tags, resultTypes: ["violations"]});
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}
"""
ALL_OF_OURS = f"() => [{', '.join(EVERYTHING)}].flatMap((look) => look())"
UNFOLD = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@asynccontextmanager
async def browser(address: str, folder: Path) -> AsyncIterator[Page]:
    """Open a browser; the console must stay silent, but for the pages that say no."""
    async with browsing(address, folder) as (page, said):
        yield page
    assert [line for line in said if "Failed to load resource" not in line] == []


async def examine(page: Page, looks: Sequence[Look], names: Mapping[str, int] | None = None) -> None:
    """Visit each page and look at it as everyone does who needs it to be well made."""
    wrong: dict[str, Any] = {}
    for look in looks:
        await page.goto(look.path.format(**names or {}))
        if look.act:
            await look.act(page)
        await page.evaluate(UNFOLD)
        if await page.locator("#choosing:visible").count():
            await page.locator("#choosing").click()
            await page.locator(".word").first.press("Space")
        await page.evaluate(AXE_SCRIPT)
        wide = [] if look.act else await by_keyboard(page, WIDTHS[-1])
        wrong[look.name] = [*await drawn(page), *await by_keyboard(page, WIDTHS[0]), *wide]
    assert {name: found for name, found in wrong.items() if found} == {}


async def drawn(page: Page) -> list[str]:
    """Return what is wrong with a page, wide and narrow, in light and in dark."""
    wrong: list[str] = []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 720})
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong += [f"{width} {scheme} {what}" for what in await page.evaluate(ALL_OF_OURS)]
        if width != WIDTHS[1]:
            wrong += [f"{width} {what}" for what in await page.evaluate(AXE, TAGS)]
    return wrong


async def by_keyboard(page: Page, width: int) -> list[str]:
    """Hold Tab until the page is over, and return what it never came to, or what could not be seen when it did."""
    wrong: list[str] = []
    await page.set_viewport_size({"width": width, "height": 720})
    await page.evaluate("document.activeElement.blur(); document.getSelection().removeAllRanges(); scrollTo(0, 0)")
    missing = set(range(await page.evaluate(CAN_BE_USED)))
    for _ in range(len(missing) + 5):
        await page.keyboard.down("Tab")
        if reached := await page.evaluate(IN_FOCUS):
            missing.discard(reached[0])
            wrong += [f"{width} {what}" for what in reached[1]]
        if not missing:
            break
    await page.keyboard.up("Tab")
    for number in missing:
        html = await page.evaluate("(n) => document.querySelector(`[data-tab='${n}']`).outerHTML", number)
        wrong.append(f"{width} never reached: {html[:120]}")
    return wrong


async def test_every_page_of_the_desk(desk: Desk, tmp_path: Path) -> None:
    """Empty and with voices of every sort, before and after signing in, and where something was left out."""
    with desk_of.serving(desk) as site:
        async with browser(site.address, tmp_path) as page:
            await examine(page, SIGNED_OUT)
            await sign_in(page, "reader", desk.password)
            await examine(page, EMPTY["desk"])
            await examine(page, DESK, stock(desk))


async def test_every_page_of_the_lab(tmp_path: Path) -> None:
    """Before and after the first release, and before and after signing in."""
    lab = lab_of.make_lab(tmp_path / "lab", empty=True)
    password = lab_of.sign_in_for(lab)
    with lab_of.serving(lab) as (address, _):
        async with browser(address, tmp_path) as page:
            await examine(page, SIGNED_OUT)
            await sign_in(page, lab_of.NAME, password)
            await examine(page, EMPTY["lab"])
            lab_of.fill(lab.folder)
            await examine(page, LAB)
