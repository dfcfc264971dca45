"""Shows the step that a draft is at; the preview, and the pages where words are hidden or shown, need the redactor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.draft import Draft, Step
from bot.screen import Outcome
from bot.terms import names_council
from bot.wishing import wishes
from intake.passage import NotSaved, tells_young

if TYPE_CHECKING:
    from bot.previews import Previews
    from bot.saying import Say
    from bot.screens import Screens
    from bot.settings import BotSettings
    from intake.passage import Passage, Preview
    from intake.wishes import Wishes

_OF_THE_WORDS = frozenset((Step.PREVIEW, Step.HIDE, Step.SHOW))


class Steps:
    """Shows steps. Whoever has not heard who reads what they write hears it first, however they came here."""

    def __init__(self, settings: BotSettings, passage: Passage, say: Say, screens: Screens, previews: Previews) -> None:
        self._settings = settings
        self._passage = passage
        self._say = say
        self._screens = screens
        self._previews = previews

    async def at(self, draft: Draft, *notes: str, page: int = 0) -> Outcome:
        """Show the step that a draft is at; `page` is of the words to tap, where there are many."""
        if draft.step not in _OF_THE_WORDS:
            return self._step(draft, *notes)
        made = await self.look(draft)
        if not isinstance(made, NotSaved):
            return self.seen(draft, made, *notes, page=page)
        if made.why == "empty":
            return await self.at(replace(draft, step=Step.WORDS, parts=()), self._say("bot-no-words"))
        return Outcome(replace(draft, step=Step.WORDS), (self._screens.no_preview(draft),))  # nobody has seen them

    async def look(self, draft: Draft) -> Preview | NotSaved:
        """Return what would be kept of a draft's words, as they want it."""
        return await self._passage.preview(draft.words, self.wishes(draft))

    def wishes(self, draft: Draft) -> Wishes:
        """Return how somebody wants their words."""
        return wishes(draft, self._settings.councils)

    def seen(self, draft: Draft, made: Preview, *notes: str, page: int = 0) -> Outcome:
        """Show the words of a draft at one of the steps that need them redacted."""
        draft = replace(draft, names_council=names_council(made), tells_young=tells_young(made.redaction))
        if draft.step is Step.PREVIEW:
            new = replace(draft, greeted=True, asks=self._previews.asks(draft, made))
            return Outcome(new, (self._previews.preview(draft, made, *self._hello(draft), *notes),))
        make = self._previews.hiding if draft.step is Step.HIDE else self._previews.showing
        return Outcome(replace(draft, greeted=True), (make(draft, made, page, *self._hello(draft), *notes),))

    def _step(self, draft: Draft, *notes: str) -> Outcome:
        new = replace(draft, greeted=True, asks="send" if draft.step is Step.SUMMARY else None)
        return Outcome(new, (self._screens.step(draft, *self._hello(draft), *notes),))

    def _hello(self, draft: Draft) -> tuple[str, ...]:
        """Say who reads it, before anything else; the first step does so by itself."""
        return () if draft.greeted or draft.step is Step.KIND else (self._screens.hello(),)
