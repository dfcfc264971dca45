"""Shows the step that a draft is at; the preview among them needs the redactor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.draft import Draft, Step
from bot.screen import Outcome
from intake.passage import NotSaved

if TYPE_CHECKING:
    from bot.saying import Say
    from bot.screens import Screens
    from intake.passage import Passage


class Steps:
    """Shows steps. Whoever has not heard who reads what they write hears it first, however they came here."""

    def __init__(self, passage: Passage, say: Say, screens: Screens) -> None:
        self._passage = passage
        self._say = say
        self._screens = screens

    async def at(self, draft: Draft, *notes: str) -> Outcome:
        """Show the step that a draft is at."""
        if draft.step is not Step.PREVIEW:
            return self._step(draft, *notes)
        made = await self._passage.preview(draft.words)
        if not isinstance(made, NotSaved):
            new = replace(draft, greeted=True)
            return Outcome(new, (self._screens.preview(draft, made.redaction, *self._hello(draft), *notes),))
        if made.why == "empty":
            return await self.at(replace(draft, step=Step.WORDS, parts=()), self._say("bot-no-words"))
        return Outcome(replace(draft, step=Step.WORDS), (self._screens.no_preview(draft),))  # nobody has seen them

    def _step(self, draft: Draft, *notes: str) -> Outcome:
        new = replace(draft, greeted=True, asks="send" if draft.step is Step.SUMMARY else None)
        return Outcome(new, (self._screens.step(draft, *self._hello(draft), *notes),))

    def _hello(self, draft: Draft) -> tuple[str, ...]:
        """Say who reads it, before anything else; the first step does so by itself."""
        return () if draft.greeted or draft.step is Step.KIND else (self._screens.hello(),)
