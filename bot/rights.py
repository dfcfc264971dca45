"""What somebody can expect by law, and what their council offers: asks which council that is, and doesn't keep it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.draft import Draft
from bot.screen import ANY, Outcome, button, in_columns, screen
from intake.rights import in_pages
from storage.model import UNLISTED

if TYPE_CHECKING:
    from bot.saying import Say
    from bot.screen import Rows
    from bot.screens import Screens
    from bot.settings import BotSettings

RIGHTS = "rights"  # the command, and the action of the buttons
EVERYWHERE = (
    *("who", "checked", "plan", "adviser", "advocate", "money", "education", "home", "homeless"),
    *("council-tax", "health", "offer", "files", "complain", "ask"),
)


class Rights:
    """Shows pages beside the conversation. A button holds the council's code and a page; nothing else knows of it."""

    def __init__(self, settings: BotSettings, say: Say, screens: Screens) -> None:
        self._settings = settings
        self._say = say
        self._buttons = screens.buttons

    def ask(self, draft: Draft | None) -> Outcome:
        """Ask which council somebody means."""
        here = replace(draft or Draft(), asks="rights", page="")
        buttons = (*self.rows(), *self._buttons.beside(here))
        return Outcome(here, (screen(self._say("bot-rights"), buttons=buttons),))

    async def show(self, draft: Draft | None, value: str) -> Outcome:
        """Show a page of what a council offers, or of what holds everywhere."""
        code, _, page = value.rpartition("-")
        names = dict(self._settings.councils)
        if not page or (code and code not in names):
            return self.ask(draft)
        offered = await asyncio.to_thread(self._settings.offer, code) if code else ()
        pages = in_pages(self._of(names[code], offered) if offered else self._everywhere(code))
        at = min(int(page), len(pages) - 1) if page.isascii() and page.isdigit() else 0
        here = replace(draft or Draft(), asks="rights", page=f"{code}-{at}")
        where = (self._say("bot-rights-page", page=at + 1, pages=len(pages)),) if len(pages) > 1 else ()
        buttons = (*self._ways(code, at, len(pages)), *self._buttons.beside(here))
        return Outcome(here, (screen(*pages[at], *where, buttons=buttons),))

    def rows(self) -> Rows:
        """Return the councils to choose from, and what holds everywhere."""
        councils = (button(name, ANY, RIGHTS, f"{code}-0") for code, name in self._settings.councils)
        return (*in_columns(councils), (button(self._say("bot-button-rights-everywhere"), ANY, RIGHTS, "-0"),))

    def typable(self, draft: Draft) -> Rows:
        """Return the buttons whose labels may be typed while one of these pages is shown."""
        code, _, page = draft.page.rpartition("-")
        return (*self.rows(), *(self._ways(code, int(page), int(page) + 2) if page else ()))

    def _of(self, name: str, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        return (self._say("bot-rights-of", council=name), *paragraphs, self._say("bot-rights-ask"))

    def _everywhere(self, code: str) -> tuple[str, ...]:
        missing = (self._say("bot-rights-none"),) if code and code != UNLISTED else ()
        return (*missing, *(self._say(f"bot-rights-{one}") for one in EVERYWHERE))

    def _ways(self, code: str, at: int, pages: int) -> Rows:
        """Return the ways to the page before, the next one, all of England and another council."""
        before = button(self._say("bot-button-rights-before"), ANY, RIGHTS, f"{code}-{at - 1}")
        more = button(self._say("bot-button-rights-more"), ANY, RIGHTS, f"{code}-{at + 1}")
        turns = (*((before,) if at else ()), *((more,) if at + 1 < pages else ()))
        everywhere = (button(self._say("bot-button-rights-everywhere"), ANY, RIGHTS, "-0"),)
        other = (button(self._say("bot-button-rights-council"), ANY, RIGHTS),)
        return (*((turns,) if turns else ()), *((everywhere,) if code else ()), other)
