"""`make screens` can be trusted: its conversation still goes through, and the page shows what it draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bot.over_http import door_open
from tests.bot.talking import Kept
from tests.browser.browsing import browsing
from tests.fakes.bot_api import BotApi
from tests.house.source import TOP
from tests.screens.camera import Camera
from tests.screens.walk import walk

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 60_000  # bytes


async def test_the_conversation_of_the_pictures_goes_through(tmp_path: Path) -> None:
    """Every picture of the page is drawn, in its order, and none is empty."""
    kept = Kept(tmp_path)
    async with BotApi() as api, door_open(api, kept), browsing("about:blank", tmp_path) as (page, said):
        camera = Camera(page, api.person(), tmp_path, "Care voice")
        await walk(camera)
    await kept.writer.close()
    assert [f"{name}.png" for name in camera.heights] == pictures_of_the_page()
    assert min(camera.heights.values()) > 200
    assert said == []


def test_pictures_are_few_and_small() -> None:
    """The repository stays light, and no picture lies there unseen."""
    drawn = sorted(path.name for path in (TOP / "docs" / "screens").iterdir())
    assert drawn == pictures_of_the_page()
    assert max((TOP / "docs" / "screens" / name).stat().st_size for name in drawn) <= LARGEST


def pictures_of_the_page() -> list[str]:
    """Return the pictures that docs/screens.md shows, in order."""
    return re.findall(r'src="screens/([^"]+)"', (TOP / "docs" / "screens.md").read_text())
