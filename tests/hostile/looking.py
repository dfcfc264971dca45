"""What a page is made of besides its words, and whatever runs, asks or fetches on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from playwright.async_api import Page

Skeleton = tuple[tuple[str, tuple[str, ...]], ...]

_PARTS = ("gone", "hidden")  # the classes of what marks parts of a voice
_HEARING = """
window.heard = [];
window.hit = (what) => window.heard.push('hit ' + what);
window.addEventListener('securitypolicyviolation', (event) => window.heard.push('policy ' + event.violatedDirective));
"""


def skeleton(page: str) -> Skeleton:
    """Return a page's elements and the names of their attributes, but for what marks parts of a voice."""
    found = [node for node in LexborHTMLParser(page).css("*") if node.attributes.get("class") not in _PARTS]
    return tuple((str(node.tag), tuple(sorted(node.attributes))) for node in found)


async def listening(page: Page) -> list[str]:
    """Collect whatever a page asks of somebody, or fetches from elsewhere."""
    heard: list[str] = []
    await page.add_init_script(_HEARING)
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("popup", lambda popup: heard.append(popup.url))
    page.on("request", lambda request: heard.append(request.url) if "127.0.0.1" not in request.url else None)
    return heard
