"""What can be asked for at any time: help, what is kept, to stop, and to start. Looks at nobody's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.choices import afresh
from bot.draft import Draft, Step
from bot.screen import Outcome
from bot.support import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.pages import Pages
    from bot.screens import Screens


ANYTIME = frozenset(("help", "save", NUMBERS))  # buttons that belong to no draft, besides those that begin one


class Ways:
    """Leads to pages beside the conversation, out of it and into it; `named` are the commands that do so."""

    def __init__(self, screens: Screens, pages: Pages) -> None:
        self._screens = screens
        self.named: dict[str, Callable[[Draft | None], Outcome]] = {
            "help": lambda draft: Outcome(draft, (pages.help(draft),)),
            NUMBERS: lambda draft: Outcome(draft, (pages.numbers(draft),)),
            "privacy": lambda draft: Outcome(draft, (pages.privacy(draft),)),
            "save": lambda draft: Outcome(draft, (pages.plain("bot-save", draft),)),
            "stop": self.stop,
            "start": self.start,
        }

    def start(self, draft: Draft | None) -> Outcome:
        """Begin, or ask whether to go on with what was begun."""
        if draft and draft.parts and (draft.greeted or draft.step is not Step.KIND):
            return Outcome(replace(draft, asks="begun"), (self._screens.begun(draft),))
        new = draft if draft and draft.parts else afresh(draft) if draft else Draft()
        return Outcome(replace(new, greeted=True), (self._screens.step(new),))

    def stop(self, draft: Draft | None) -> Outcome:
        """Forget everything."""
        if draft is None:
            return Outcome(None, (self._screens.over("bot-nothing-to-stop"),))
        return Outcome(None, (self._screens.over("bot-stopped" if draft.is_begun else "bot-stopped-kept"),))
