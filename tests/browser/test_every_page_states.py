"""Whoever sees or moves otherwise than most can use the desk while it is empty, and when they left something out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.browsing import sign_in
from tests.browser.every_page import DESK, EMPTY, SIGNED_OUT, browser, examine, stock
from tests.desk.reading import serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.at_desk import Desk


async def test_every_page_of_an_empty_desk(desk: Desk, tmp_path: Path) -> None:
    """Before and after signing in."""
    with serving(desk) as site:
        async with browser(site.address, tmp_path) as page:
            await examine(page, SIGNED_OUT)
            await sign_in(page, "reader", desk.password)
            await examine(page, EMPTY["desk"])


async def test_every_page_where_something_was_left_out(desk: Desk, tmp_path: Path) -> None:
    """What a form says that cannot be taken as it is, and what it asks before it is."""
    with serving(desk) as site:
        async with browser(site.address, tmp_path) as page:
            await sign_in(page, "reader", desk.password)
            await examine(page, [look for look in DESK if look.act], stock(desk))
