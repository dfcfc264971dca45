"""Buttons that were pressed: each does the same however often it is pressed, and old ones do no harm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import arriving, asked
from bot.buttons import CHOOSES
from bot.choices import choose, reach, under_16
from bot.codes import ASKED
from bot.draft import Draft, Step
from bot.hiding import ACTIONS
from bot.permission import PERMIT
from bot.rights import RIGHTS
from bot.screen import ANY, Outcome
from bot.ways import ANYTIME
from storage.model import AgeBand

if TYPE_CHECKING:
    from bot.incoming import Press
    from bot.kit import Kit


class Presses:
    """Does what buttons say."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    async def press(self, draft: Draft | None, press: Press, person: str = "") -> Outcome:  # noqa: PLR0911 - a line each
        """Do what a button says. `person` is who sends, if it may be Send."""
        if press.token == ANY or press.action == "clear":
            return await self._anybodys(draft, press)
        if draft is None or press.token != draft.token:
            return await self._stale(draft, press)
        if press.action == "send":
            return await self._send(draft, press, person)
        if wish := ASKED.get(press.action):
            return await self._kit.codes.answered(wish, draft, press.value)
        if press.action in asked.ACTIONS:
            return await self._kit.asked.press(draft, press)
        if press.action == PERMIT:
            return await self._kit.permits.press(draft, press)
        if press.action in arriving.ACTIONS:
            return await self._kit.arriving.press(draft, press.action, press.value)
        if press.action in ACTIONS:
            return await self._kit.hiding.press(draft, press.action, press.value)
        return await self._own(draft, press)

    async def _anybodys(self, draft: Draft | None, press: Press) -> Outcome:
        """Do what a button says that belongs to no draft."""
        if press.action == "updates":
            return await self._kit.latest.show(draft, press.value)
        if press.action == RIGHTS:
            return await self._kit.rights.show(draft, press.value)
        if press.action == "clear":
            return self._kit.ways.clear(draft, press.value)
        return self._kit.ways.named[press.action if press.action in ANYTIME else "start"](draft)

    async def _own(self, draft: Draft, press: Press) -> Outcome:  # noqa: PLR0911 - one line for each button
        match press.action:
            case "go" if press.value in tuple(Step):
                return await self._kit.steps.at(reach(draft, Step(press.value)))
            case "help" | "stop" as name:
                return self._kit.ways.named[name](draft)
            case "again":
                return self._kit.ways.start(None)
            case "under16":
                young = under_16(draft)  # at once: who writes on instead of tapping is under 16 all the same
                return self._young(young)
            case "young":
                young = under_16(draft)
                return await self._kit.steps.at(reach(young, young.step))
            case "drop" if press.value.isascii() and press.value.isdigit():
                new = replace(draft.without(int(press.value)), consent=None)
                return await self._kit.steps.at(reach(new, Step.WORDS), self._kit.say("bot-taken-out"))
            case "aside" if draft.aside:
                return self._kit.writing.take_aside(draft)
            case action if action in CHOOSES:
                chosen = choose(draft, action, press.value, self._kit.settings)
                if action == "age" and press.value == AgeBand.UNDER_16:
                    return self._young(chosen)
                again = (self._kit.say("bot-council-changed"),) if draft.consent and not chosen.consent else ()
                return await self._kit.steps.at(chosen, *again)
        return await self._kit.steps.at(draft)

    def _young(self, draft: Draft) -> Outcome:
        """Tell somebody under 16 what they must hear, and go on from there."""
        return Outcome(replace(draft, asks="young"), (self._kit.screens.young(draft),))

    async def _send(self, draft: Draft, press: Press, person: str) -> Outcome:
        seen = reach(draft, Step.SUMMARY)
        if draft.step is not Step.SUMMARY or seen != draft or draft.consent is None:  # not all of it was seen
            return await self._kit.steps.at(seen, self._kit.say("bot-look-first"))
        return await self._kit.handover.send(replace(draft, asks="send"), draft.consent, press.update, person)

    async def _stale(self, draft: Draft | None, press: Press) -> Outcome:
        """Answer a button of another draft, or of one that is gone."""
        if outcome := await self._done_before(draft, press):
            return outcome
        if press.action == "help":
            return self._kit.ways.named["help"](draft)
        if press.action == "stay":
            return Outcome(draft, (self._kit.pages.plain("bot-stay-what", draft),))
        if draft is not None:
            return await self._kit.steps.at(draft, self._kit.say("bot-stale-here"))
        sent = self._kit.handover.was_sent(press.token)
        return Outcome(None, (self._kit.screens.over("bot-sent-already" if sent else "bot-stale"),))

    async def _done_before(self, draft: Draft | None, press: Press) -> Outcome | None:
        """Answer what was kept already, as just before a restart; None if it wasn't, or keeps nothing."""
        if press.action == "send":
            return await self._kit.handover.again(draft, press.token, press.update)
        if press.action == "reply":
            return await self._kit.asked.again(draft, press)
        return await self._kit.permits.again(draft, press) if press.action == PERMIT else None
