"""Takes pictures of a chat as a phone shows it: every message and button, drawn by a browser and kept small."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from PIL import Image

from tests.house.source import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from tests.fakes.bot_api import BotApi
    from tests.fakes.bot_chats import Shown
    from tests.fakes.people import Person

WIDTH, A_PHONE = 375, 740  # CSS pixels; what is higher has to be scrolled
_COLOURS = 20  # enough for text on a few plain colours
_TAGS = {"blockquote": "blockquote", "code": "code", "bold": "b"}


@dataclass
class Camera:
    """Somebody's chat, and where its pictures go. `heights` are those of the pictures, by name."""

    page: Page
    api: BotApi
    folder: Path
    name: str
    heights: dict[str, int] = field(default_factory=dict)
    said: dict[int, str] = field(default_factory=dict)
    _from: int = 0

    def __post_init__(self) -> None:
        self.person = self.api.person()

    def hand_to(self, language: str) -> Person:
        """Let somebody else have the next pictures, whose Telegram speaks this language."""
        self.person, self.said, self._from = self.api.person("Sam", language), {}, 0
        return self.person

    async def says(self, text: str) -> None:
        """Write something, and remember it for the picture: the bot's server keeps what the bot said."""
        await self.person.says(text)
        self.said[self.person._last] = text

    async def comes_by(self, brings: str) -> None:
        """Open a link; Telegram's apps don't show what it brings."""
        await self.says(f"/start {brings}")
        self.said[self.person._last] = "/start"

    def begin(self) -> None:
        """Let the next picture begin with what comes now."""
        self._from = max((*self.said, *(shown.id for shown in self.person.messages)), default=0) + 1

    async def takes(self, name: str, *, most: int | None = None, language: str = "en") -> None:
        """Take a picture of the messages since `begin`, or of the first ones."""
        template = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True).get_template(
            "chat.html"
        )
        fonts = (TOP / "desk" / "poster" / "fonts").as_uri()
        html = template.render(messages=list(self._messages())[:most], name=self.name, fonts=fonts, language=language)
        drawn = self.folder / "chat.html"
        drawn.write_text(html, "utf-8")
        await self.page.set_viewport_size({"width": WIDTH, "height": 200})
        await self.page.goto(drawn.as_uri())
        await self.page.evaluate("document.fonts.ready")
        picture = await self.page.screenshot(full_page=True)
        drawn.unlink()
        self.heights[name] = _keep(picture, self.folder / f"{name}.png")

    def _messages(self) -> Iterator[dict[str, Any]]:
        bot = {shown.id: shown for shown in self.person.messages}
        for number in sorted(one for one in {*bot, *self.said} if one >= self._from):
            if number in bot:
                yield {"html": _marked(bot[number]), "rows": _rows(bot[number])}
            else:
                yield {"html": self.said[number], "theirs": True}


def _keep(picture: bytes, path: Path) -> int:
    """Write a picture with few colours; return its height in CSS pixels."""
    with Image.open(io.BytesIO(picture)) as opened:
        opened.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        return round(opened.height * WIDTH / opened.width)


def _rows(shown: Shown) -> list[list[str]]:
    return [[button["text"] for button in row] for row in shown.markup.get("inline_keyboard", [])]


def _marked(shown: Shown) -> Markup:
    """Return a text with its marks as HTML; their places count UTF-16 code units, and they lie within each other."""
    units = shown.text.encode("utf-16-le")
    tags: list[tuple[int, int, int, str]] = []
    for at, one in enumerate(shown.entities):
        start, end, tag = one["offset"], one["offset"] + one["length"], _TAGS[one["type"]]
        tags += [(start, 1, at, f"<{tag}>"), (end, 0, -at, f"</{tag}>")]
    html, last = "", 0
    for place, _, _, tag in sorted(tags):
        html += str(escape(units[2 * last : 2 * place].decode("utf-16-le"))) + tag
        last = place
    html += str(escape(units[2 * last :].decode("utf-16-le")))
    for quote in ("<blockquote>", "</blockquote>"):  # a block has its own line's end
        html = html.replace(f"\n{quote}", quote).replace(f"{quote}\n", quote)
    return Markup(html)  # noqa: S704 - escaped above
