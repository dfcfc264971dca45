"""Draws the pictures in docs/screens: `make screens`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desk.deployment import Files
from desk.setup import make_demonstration
from tests.browser.browsing import browsing
from tests.fakes.bot_api import BotApi
from tests.house.source import TOP
from tests.screens.bot import bot_running
from tests.screens.camera import A_PHONE, Camera
from tests.screens.walk import OTHERS, walk, walk_in_languages

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

PICTURES = TOP / "docs" / "screens"


@asynccontextmanager
async def camera_at(files: Files, page: Page, folder: Path, *languages: str) -> AsyncIterator[Camera]:
    """Give somebody's camera in front of a bot that runs while the block lasts."""
    async with BotApi() as api, bot_running(api, files, *languages):
        yield Camera(page, api, folder, "Care voice")


async def draw(files: Files, folder: Path, scratch: Path) -> dict[str, int]:
    """Talk every conversation and draw it; return the height of each picture."""
    async with browsing("about:blank", scratch, sharp=True) as (page, _):
        async with camera_at(files, page, folder, "en") as camera:
            await walk(camera)
        async with camera_at(files, page, folder, "en", *OTHERS) as others:
            await walk_in_languages(others)
    return camera.heights | others.heights


def main() -> None:
    """Draw all, and say which have to be scrolled on a phone."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        make_demonstration(data, lambda _: None)
        heights = asyncio.run(draw(Files(data, demo=True), PICTURES, Path(scratch)))
    for name, height in heights.items():
        size = (PICTURES / f"{name}.png").stat().st_size
        sys.stdout.write(f"{name}  {height} px{' (scrolls)' if height > A_PHONE else ''}  {size // 1000} kB\n")


if __name__ == "__main__":
    main()
