"""Whoever sees, hears or moves otherwise than most can use the lab: axe-core, Tab and our own looks find nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.browsing import sign_in
from tests.browser.every_page import EMPTY, LAB, SIGNED_OUT, browser, examine
from tests.desk.published import NAME, fill, make_lab, serving, sign_in_for

if TYPE_CHECKING:
    from pathlib import Path


async def test_every_page_of_the_lab(tmp_path: Path) -> None:
    """Before and after the first release, and before and after signing in."""
    lab = make_lab(tmp_path / "lab", empty=True)
    password = sign_in_for(lab)
    with serving(lab) as (address, _):
        async with browser(address, tmp_path) as page:
            await examine(page, SIGNED_OUT)
            await sign_in(page, NAME, password)
            await examine(page, EMPTY["lab"])
            fill(lab.folder)
            await examine(page, LAB)
