"""Whoever sees, hears or moves otherwise than most can use the desk: axe-core, Tab and our own looks find nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.browsing import sign_in
from tests.browser.every_page import DESK, browser, examine, stock
from tests.browser.every_role import as_each, staff
from tests.desk.reading import serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk


async def test_every_page_of_the_desk(desk: Desk, tmp_path: Path) -> None:
    """With voices of every sort, for somebody who does everything; and for each who does one thing what differs."""
    names = stock(desk)
    with serving(desk) as site:
        async with browser(site.address, tmp_path) as page:
            await sign_in(page, "reader", desk.password)
            await examine(page, [look for look in DESK if not look.act], names)
            staff(desk)
            async for looks in as_each(page, desk):
                await examine(page, looks, names)
