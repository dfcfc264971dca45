"""Where people can turn: the numbers that help, those of their own council first, and the buttons that lead to more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screen import ANY, Button, Rows, button

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.draft import Draft
    from bot.saying import Say
    from bot.settings import BotSettings
    from intake.signpost import Helpline

CONTACT = "contact"  # what the button says that asks the safeguarding lead to contact somebody
NUMBERS = "numbers"  # what the button says that leads to the councils' own numbers


class Support:
    """Lists helplines in the deployment's words."""

    def __init__(self, settings: BotSettings, say: Say) -> None:
        self._settings = settings
        self._say = say

    def helplines(self, draft: Draft | None) -> str:
        """List who can help: first the council of who asks, if they chose one, then those for everybody."""
        return self._listed([*self._own(draft), *self._of("")])

    def councils(self) -> Iterator[str]:
        """Yield the numbers of each council that has some, below its name."""
        for code, name in self._settings.councils:
            if lines := self._of(code):
                yield f"{name}:\n{self._listed(lines)}"

    def ways(self, draft: Draft | None) -> Rows:
        """Return the buttons below the helplines, for what can't stand there itself."""
        known = {line.council for line in self._settings.helplines if line.council}
        numbers = button(self._say("bot-button-numbers"), ANY, NUMBERS)
        return (*self._contact(draft), *(((numbers,),) if known and not self._own(draft) else ()))

    def help(self) -> Button:
        """Return the Help button of a screen that belongs to no draft."""
        return button(self._say("bot-button-help"), ANY, "help")

    def _contact(self, draft: Draft | None) -> Rows:
        """Return the way to the safeguarding lead, for who isn't on it already."""
        asking = draft and draft.contact and draft.contact.is_open
        ask = button(self._say("bot-button-contact"), ANY, CONTACT)
        return ((ask,),) if self._settings.lead and not asking else ()

    def _own(self, draft: Draft | None) -> list[Helpline]:
        return self._of(draft.council) if draft and draft.council else []

    def _of(self, council: str) -> list[Helpline]:
        return [line for line in self._settings.helplines if line.council == council]

    def _listed(self, lines: Iterable[Helpline]) -> str:
        return "\n".join(
            self._say("bot-helpline-hours", name=line.name, how=line.how, hours=line.hours)
            if line.hours
            else self._say("bot-helpline", name=line.name, how=line.how)
            for line in lines
        )
