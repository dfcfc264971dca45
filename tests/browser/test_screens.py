"""`make screens` can be trusted: its conversation still goes through, and the page shows what it draws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.deployment import Files
from tests.house.source import TOP
from tests.screens.__main__ import draw

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 60_000  # bytes


async def test_the_conversation_of_the_pictures_goes_through(tmp_path: Path) -> None:
    """Every picture of the page is drawn, in its order, and none is empty."""
    heights = await draw(Files(tmp_path / "data", demo=False), tmp_path, tmp_path)
    assert [f"{name}.png" for name in heights] == pictures_of_the_page()
    assert min(heights.values()) > 200


def test_pictures_are_few_and_small() -> None:
    """The repository stays light, and no picture lies there unseen."""
    drawn = sorted(path.name for path in (TOP / "docs" / "screens").iterdir())
    assert drawn == pictures_of_the_page()
    assert max((TOP / "docs" / "screens" / name).stat().st_size for name in drawn) <= LARGEST


def test_pictures_of_every_page_are_small() -> None:
    """Each page of the list of looks is drawn twice, and none lies in docs/pages unseen."""
    drawn = sorted(path.name for path in (TOP / "docs" / "pages").iterdir())
    assert drawn == sorted(re.findall(r'src="pages/([^"]+)"', (TOP / "docs" / "pages.md").read_text()))
    assert max((TOP / "docs" / "pages" / name).stat().st_size for name in drawn) <= LARGEST


def pictures_of_the_page() -> list[str]:
    """Return the pictures that docs/screens.md shows, in order."""
    return re.findall(r'src="screens/([^"]+)"', (TOP / "docs" / "screens.md").read_text())
