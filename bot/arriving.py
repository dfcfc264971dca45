"""Greets who came by the link of a poster: a council's is asked about, a workshop's is noted unless they say no.

A poster proves nothing: it may hang anywhere, and anybody may scan it. What its link says is shown, and changed with a
tap.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.draft import Draft
from storage.model import UNLISTED

if TYPE_CHECKING:
    from bot.saying import Say
    from bot.screen import Outcome
    from bot.settings import BotSettings
    from bot.starting import Start
    from bot.steps import Steps
    from bot.ways import Ways
    from intake.voices import Voices

ACTIONS = frozenset(("poster", "workshop"))

_log = structlog.get_logger("bot")


class Arriving:
    """Knows whose posters there are."""

    def __init__(self, settings: BotSettings, voices: Voices, say: Say, ways: Ways, steps: Steps) -> None:
        self._councils = {code: name for code, name in settings.councils if code != UNLISTED}
        self._voices = voices
        self._say = say
        self._ways = ways
        self._steps = steps

    async def come(self, draft: Draft | None, start: Start) -> Outcome:
        """Begin, or go on, with what the link of a poster brought."""
        if start.what == "workshop":
            return await self._from_workshop(draft, start.value)
        return self._by_council(draft, start.value.casefold())

    async def press(self, draft: Draft, action: str, value: str) -> Outcome:
        """Take the answer to what was asked about a poster; a later one counts."""
        if action == "workshop":
            left = replace(draft, workshop=None) if value == "no" else draft
            return await self._steps.at(left, *([self._say("bot-workshop-left")] if left != draft else []))
        if draft.poster is None:
            return await self._steps.at(draft)
        if value == "yes":
            return await self._noted(draft, draft.with_council(draft.poster), "bot-mine")
        ours = draft.council == draft.poster
        return await self._noted(draft, draft.with_council(None) if ours else draft, "bot-not-mine")

    async def _noted(self, before: Draft, after: Draft, note: str) -> Outcome:
        again = [self._say("bot-council-changed")] if before.consent and not after.consent else []
        return await self._steps.at(after, self._say(note), *again)

    def _by_council(self, draft: Draft | None, code: str) -> Outcome:
        if (name := self._councils.get(code)) is None:
            return self._ways.start(draft, self._say("bot-poster-unknown"))
        if draft and draft.council:
            return self._ways.start(draft)
        came = replace(draft or Draft(), poster=code)
        return self._ways.start(came, self._say("bot-poster-council", council=name), asks="poster")

    async def _from_workshop(self, draft: Draft | None, code: str) -> Outcome:
        try:
            name = await self._voices.workshop(code)
        except Exception as error:  # noqa: BLE001 - whatever it is, they can tell us all the same
            _log.error("workshop", outcome="failed", error=type(error).__name__)
            return self._ways.start(draft, self._say("bot-workshop-later"))
        if name is None:
            return self._ways.start(draft, self._say("bot-workshop-over"))
        came = replace(draft or Draft(), workshop=name)
        return self._ways.start(came, self._say("bot-workshop", workshop=name), asks="workshop")
