"""What can be asked for at any time: help, what is kept, to stop, and to start. Looks at nobody's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.choices import afresh
from bot.clearing import Cleared
from bot.draft import Draft, Step
from bot.rights import RIGHTS
from bot.screen import Outcome
from bot.support import CONTACT, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.contacting import Contacting
    from bot.draft import Question
    from bot.pages import Pages
    from bot.rights import Rights
    from bot.screens import Screens


# buttons that belong to no draft, besides those that begin one
ANYTIME = frozenset(("help", "save", "language", NUMBERS, CONTACT))


class Ways:
    """Leads to pages beside the conversation, out of it and into it; `named` are the commands that do so."""

    def __init__(self, screens: Screens, pages: Pages, contacting: Contacting | None, rights: Rights) -> None:
        self._screens = screens
        self._pages = pages
        self.named: dict[str, Callable[[Draft | None], Outcome]] = {
            "help": lambda draft: Outcome(draft, (pages.help(draft),)),
            CONTACT: contacting.open if contacting else lambda draft: Outcome(draft, (pages.help(draft),)),
            NUMBERS: lambda draft: Outcome(draft, (pages.numbers(draft),)),
            "language": lambda draft: Outcome(draft, (pages.languages(draft),)),
            RIGHTS: rights.ask,
            "privacy": lambda draft: Outcome(draft, (pages.privacy(draft),)),
            "save": lambda draft: Outcome(draft, (pages.plain("bot-save", draft),)),
            "clear": self.clear,
            "stop": self.stop,
            "start": self.start,
        }

    def start(self, draft: Draft | None, *notes: str, asks: Question | None = None) -> Outcome:
        """Begin, or ask whether to go on with what was begun; `asks` is what the notes do when somebody begins."""
        if draft and draft.parts and (draft.greeted or draft.step is not Step.KIND):
            return Outcome(replace(draft, asks="begun"), (self._screens.begun(draft, *notes),))
        new = draft if draft and draft.parts else afresh(draft) if draft else Draft()
        new = replace(new, asks=asks)
        return Outcome(replace(new, greeted=True), (self._screens.step(new, *notes),))

    def clear(self, draft: Draft | None, what: str = "") -> Outcome:
        """Ask whether to clear the chat, and whether the code too, or have it cleared. The draft stays as it is.

        Whoever clears (`bot.door`) says in the place of our page what was done.
        """
        if what not in {"all", "most", "no"}:
            asking = replace(draft or Draft(), asks="clear-code" if what == "code" else "clear")
            return Outcome(asking, (self._pages.ask_clearing(asking, code=what == "code"),))
        left = draft if draft and draft != Draft(draft.token, beside=draft.beside) else None
        if what == "no":
            return Outcome(left, (self._pages.plain("bot-clear-no", left),))
        return Outcome(left, (self._pages.cleared(left, Cleared()),), clears="all" if what == "all" else "most")

    def stop(self, draft: Draft | None) -> Outcome:
        """Forget everything."""
        if draft is None:
            return Outcome(None, (self._screens.over("bot-nothing-to-stop", clear=True),), language="")
        said = "bot-stopped" if draft.is_begun or draft.contact else "bot-stopped-kept"
        return Outcome(None, (self._screens.over(said, clear=True),), language="")
