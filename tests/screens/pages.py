"""`make screens-pages`: visits the pages of the desk and of the lab, and draws docs/pages.md with pictures of each."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from tests.browser.browsing import browsing, sign_in
from tests.browser.every_page import DESK, LAB, SIGNED_OUT, Look, stock
from tests.browser.every_role import as_each, staff
from tests.desk import published as lab_of
from tests.desk import reading as desk_of
from tests.desk.at_desk import make_desk
from tests.house.source import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.async_api import Page

WIDTHS = {"wide": 1000, "narrow": 320}
TALLEST = 1_500  # pixels; what is lower on a page has to be scrolled to
_COLOURS = 24
# States that differ by a line from one that is drawn, what shows nothing of its own, and what shows a password.
_ALIKE = {"sign-in-again", "signed-out", "no-such-voice", "no-such-number", "next", "lab-no-such-page"}
LEFT_OUT = frozenset(_ALIKE | {"administrator-new-password"})
INTRO = """# Every page

What moderators, responders and members of the lab see, at a desk and on a phone of 320 pixels; every voice is fiction.
`make screens-pages` visits the pages of a new deployment and draws this page; `tests/browser/every_page.py` says which.
"""


async def draw(folder: Path) -> dict[str, list[str]]:
    """Draw every page into `folder`; return the names of the pictures by what they are of."""
    with TemporaryDirectory(prefix="care-voice-pages-") as made:
        return {**await _desk(Path(made), folder), "The lab": await _lab(Path(made), folder)}


async def _desk(made: Path, folder: Path) -> dict[str, list[str]]:
    desk = make_desk(made / "desk")
    names = stock(desk)
    with desk_of.serving(desk) as site:
        async with browsing(site.address, made) as (page, _):
            first = await _visit(page, SIGNED_OUT, {}, folder)
            await sign_in(page, "reader", desk.password)
            every = [*first, *await _visit(page, DESK, names, folder)]
            staff(desk)
            one = [name async for looks in as_each(page, desk) for name in await _visit(page, looks, names, folder)]
            return {"The desk": every, "With one role alone": one}


async def _lab(made: Path, folder: Path) -> list[str]:
    lab = lab_of.make_lab(made / "lab")
    password = lab_of.sign_in_for(lab)
    with lab_of.serving(lab) as (address, _):
        async with browsing(address, made) as (page, _said):
            await sign_in(page, lab_of.NAME, password)
            return await _visit(page, LAB, {}, folder)


async def _visit(page: Page, looks: Sequence[Look], names: Mapping[str, int], folder: Path) -> list[str]:
    drawn = [look for look in looks if look.name not in LEFT_OUT]
    for look in drawn:
        await page.goto(look.path.format(**names))
        if look.act:
            await look.act(page)
        for size, width in WIDTHS.items():
            await page.set_viewport_size({"width": width, "height": 700})
            _keep(await page.screenshot(full_page=True), folder / f"{look.name}-{size}.png")
    return [look.name for look in drawn]


def _keep(picture: bytes, path: Path) -> None:
    """Write a picture with few colours, down to where it has to be scrolled."""
    with Image.open(io.BytesIO(picture)) as opened:
        top = opened.crop((0, 0, opened.width, min(opened.height, TALLEST)))
        top.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def page_of(drawn: Mapping[str, Sequence[str]]) -> str:
    """Return docs/pages.md."""
    parts = [INTRO]
    for title, names in drawn.items():
        parts.append(f"\n## {title}\n")
        parts += [_shown(name) for name in names]
    return "".join(parts)


def _shown(name: str) -> str:
    said = name.replace("-", " ").capitalize()
    wide = f'<img src="pages/{name}-wide.png" width="600" alt="{said}, at a desk">'
    return f'\n**{said}**\n\n{wide} <img src="pages/{name}-narrow.png" width="200" alt="{said}, on a phone">\n'


def main() -> None:
    """Draw docs/pages and write docs/pages.md anew."""
    folder = TOP / "docs" / "pages"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    (TOP / "docs" / "pages.md").write_text(page_of(asyncio.run(draw(folder))), "utf-8")


if __name__ == "__main__":
    main()
