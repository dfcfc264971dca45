"""What councils did with what people said: read by anybody, without any code. Asks nobody who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.draft import Draft
from bot.screen import Outcome

if TYPE_CHECKING:
    from bot.pages import Pages
    from intake.voices import Voices

_log = structlog.get_logger("bot")


class Latest:
    """Shows the latest answers, beside whatever was begun."""

    def __init__(self, voices: Voices, pages: Pages) -> None:
        self._voices = voices
        self._pages = pages

    async def show(self, draft: Draft | None, page: str = "") -> Outcome:
        """Show a page; whoever has no draft gets an empty one, for then the next page takes this one's place."""
        try:
            news = await self._voices.news(int(page) if page.isascii() and page.isdigit() else 0)
        except Exception as error:  # noqa: BLE001 - whatever it is, they must not read that nothing was done
            _log.error("news", outcome="failed", error=type(error).__name__)
            return Outcome(draft, (self._pages.plain("bot-updates-not-now", draft),))
        here = draft or Draft()
        return Outcome(here, (self._pages.updates(news, here),))
