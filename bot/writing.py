"""What is written: kept in mind, changed, taken out. Nothing of it is stored here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.choices import reach
from bot.draft import Draft, Part, Step
from bot.screen import Outcome

if TYPE_CHECKING:
    from bot.incoming import Thing
    from bot.pages import Pages
    from bot.saying import Say
    from bot.screen import Screen
    from bot.screens import Screens
    from bot.steps import Steps

_OF_THE_WORDS = frozenset((Step.PREVIEW, Step.HIDE, Step.SHOW))
_NOT_SEEN_YET = frozenset((Step.KIND, Step.THEME, Step.WORDS))  # at these steps nobody has seen their words


class Writing:
    """Keeps words in mind, whenever they come."""

    def __init__(self, say: Say, screens: Screens, pages: Pages, steps: Steps) -> None:
        self._say = say
        self._screens = screens
        self._pages = pages
        self._steps = steps

    def add(self, draft: Draft | None, part: Part, *notes: str, beside: Thing | None = None) -> Outcome:
        """Add words, and before them what was set aside: who writes on meant that as words too."""
        begun, odd = draft or Draft(), (self._pages.beside(beside),) if beside else ()
        if not begun.room_for(part):
            return self.too_much(begun)
        whole = begun.taking_in()
        said = notes if whole is begun else (self._say("bot-aside-taken"), *notes)
        return self._kept(begun, whole.with_part(part), *said, odd=odd)

    def take_aside(self, draft: Draft) -> Outcome:
        """Make words of all that was set aside."""
        return self._kept(draft, draft.taking_in(tried=True))

    async def change(self, draft: Draft, part: Part) -> Outcome:
        """Put an edited message in the place of what it was."""
        if not draft.room_for(part):
            return self.too_much(draft)
        if draft.sets_aside(part.message):
            new = draft.with_aside(part)
            return Outcome(new, (self._pages.not_now("bot-edited-aside", new),))
        return await self._changed(draft.with_part(part), "bot-edited")

    async def take_out(self, draft: Draft, message: int) -> Outcome:
        """Take out a message whose words were edited away."""
        if draft.sets_aside(message):
            new = draft.without_aside(message)
            return Outcome(new, (self._pages.plain("bot-taken-out", new),))
        return await self._changed(draft.without(message), "bot-taken-out")

    def too_much(self, draft: Draft) -> Outcome:
        """Say that there is no room for a message."""
        here = replace(draft, step=Step.WORDS) if draft.step in _OF_THE_WORDS else draft
        return Outcome(here, (self._screens.step(here, self._say("bot-too-much")),))

    def _kept(self, begun: Draft, words: Draft, *notes: str, odd: tuple[Screen, ...] = ()) -> Outcome:
        step = begun.step if begun.step in {Step.KIND, Step.THEME} else Step.WORDS
        new = replace(words, step=step, consent=None, greeted=True)
        # Who writes before anything was said still hears what this is.
        early = step is Step.KIND and not begun.greeted
        return Outcome(new, (*odd, self._screens.early(new, *notes) if early else self._screens.added(new, *notes)))

    async def _changed(self, draft: Draft, note: str) -> Outcome:
        """Go on with changed words: who has seen them sees them anew, and is asked again how they may be used."""
        new = replace(draft, consent=None)
        seen = draft.step not in _NOT_SEEN_YET
        return await self._steps.at(reach(new, Step.PREVIEW) if seen else new, self._say(note))
