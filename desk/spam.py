"""Voices that a filter took for spam, at the terminal: looked over together, and declined with one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from storage import together
from storage.opening import immediate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Sequence

    from desk.shown import Shows
    from intake.wording import Wording
    from storage.together import Taken


class Spam:
    """One moderator's look at them."""

    def __init__(
        self, intake: sqlite3.Connection, shows: Shows, say: Wording, account: str, hidden: str | None = None
    ) -> None:
        self._intake = intake
        self._shows = shows
        self._say = say
        self._account = account
        self._hidden = hidden  # the council whose voices are not shown

    def look(self, skipped: Collection[int], opened: Callable[[int], object]) -> None:
        """Show them until all that are shown are declined, or left; a number has one `opened`, to be decided on alone.

        Those that were `skipped` are for somebody else.
        """
        while seen := [one for one in together.spam(self._intake, self._hidden) if one.id not in skipped]:
            self._shows.spam(seen)
            prompt = self._say("moderate-spam-prompt", count=len(seen))
            answer = click.prompt(prompt, default="", show_default=False).strip().lower()
            if answer.isdecimal() and 1 <= int(answer) <= len(seen):
                opened(seen[int(answer) - 1].id)
            elif answer[:1] == "d" and click.confirm(self._say("pages-spam-sure", count=len(seen)), default=False):
                if self._decline(seen):
                    return
            else:
                click.echo(self._say("moderate-nothing-changed"))
                return
        click.echo(self._say("pages-spam-none"))

    def _decline(self, seen: Sequence[Taken]) -> bool:
        with immediate(self._intake):
            looked_at = [(one.id, one.version) for one in seen]
            declined = together.decline_spam(self._intake, looked_at, self._account, self._hidden)
        if not declined.voices:
            click.echo(self._say("pages-spam-changed"))
            return False
        click.echo(self._say("pages-done-decline-together", count=len(declined.voices)))
        return True
