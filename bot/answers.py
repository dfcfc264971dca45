"""The conversation: what came in and the draft so far go in, the next draft and what to show come out.

Free of Telegram's types. Nothing of it is stored before Send.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons import leads_back
from bot.commands import Commands
from bot.draft import Draft, Part
from bot.incoming import Command, Incoming, Odd, Press, Typed
from bot.presses import Presses
from bot.typed import Typing
from bot.wanting_call import wants_call
from intake.raw import RawWords
from intake.signpost import suggests_risk

if TYPE_CHECKING:
    from bot.kit import Kit
    from bot.screen import Outcome, Screen

_A_SENTENCE = 3  # messages that one sentence is spread over


class Conversation:
    """Answers everybody in one language; what it knows of one person is in their draft."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.settings, self.say, self.screens, self.pages = kit.settings, kit.say, kit.screens, kit.pages
        self._contacting = kit.contacting
        self._presses = Presses(kit)
        self._commands = Commands(kit, self._presses)
        self._typing = Typing(kit, self._commands, self._presses)

    def signpost(self, draft: Draft | None, came: Incoming) -> Screen | None:
        """Say where to turn if what was typed suggests a risk of harm, by itself or below what was written before.

        Who asks to be called hears that this can't, and who can.
        """
        text = _said(came)
        if not text:
            return None
        if suggests_risk(RawWords(text)):
            return self.screens.signpost(draft)
        if not isinstance(came, Typed):
            return None
        if wants_call(text) and not (came.forwarded or (draft and draft.contact and draft.contact.is_open)):
            return self.screens.no_call(draft)
        if draft is None or not (told := _told(draft, came)):
            return None
        before = replace(draft, parts=told[-_A_SENTENCE:])
        together = before.with_part(Part(came.message, RawWords(text))).words
        new = suggests_risk(together) and not suggests_risk(before.words)
        return self.screens.signpost(draft) if new else None

    def meanwhile(self, person: str, draft: Draft | None, came: Incoming) -> Screen | None:
        """Return what somebody sees at once who has to wait for an answer."""
        return self._contacting.meanwhile(person, draft, came) if self._contacting else None

    async def welcome(self, draft: Draft | None, language: str) -> Outcome:
        """Go on in this language, with whoever just chose it, from where they are."""
        if self._contacting and draft and draft.contact and draft.contact.is_open:
            return replace(self._contacting.open(draft), language=language)
        draft = draft and replace(draft, asks=None, expects=None)  # what is typed next is meant for what is shown now
        begun = draft is not None and (draft.is_begun or draft.greeted)
        shown = await self._kit.steps.at(draft) if draft and begun else self._kit.ways.start(draft)
        return replace(shown, language=language)

    async def answer(self, person: str, draft: Draft | None, came: Incoming) -> Outcome:
        """Answer one person. `person` is any text that tells people apart; it is kept only as a keyed hash."""
        outcome = await self._answer(person, draft, came)
        new, buttons = outcome.draft, outcome.screens[-1].buttons
        return replace(outcome, draft=replace(new, beside=not leads_back(new, buttons))) if new else outcome

    async def _answer(self, person: str, draft: Draft | None, came: Incoming) -> Outcome:
        if self._contacting:
            if outcome := await self._contacting.answer(person, draft, came):
                return outcome
            draft = self._contacting.leaving(draft, came)
        outcome = await self._about_voice(person, draft, came)
        contact, new = draft.contact if draft else None, outcome.draft
        if contact and new and new.contact is None:  # whatever became of the voice
            return replace(outcome, draft=replace(new, contact=contact))
        return outcome

    async def _about_voice(self, person: str, draft: Draft | None, came: Incoming) -> Outcome:
        press = self._typing.plainly(draft, came) if draft else None
        below_question = isinstance(came, Typed) and draft is not None and draft.asks == "answer"
        draft = draft and replace(draft, asks="answer" if below_question and not press else None)
        if press:
            return await self._presses.press(draft, press, person)
        if draft and isinstance(came, Press | Command):
            draft = replace(draft, expects=None)  # who does this doesn't go on to type the code they were asked for
        if isinstance(came, Press):
            return await self._presses.press(draft, came, person)
        if isinstance(came, Odd):
            return await self._typing.odd(draft, came)
        if isinstance(came, Command):
            return await self._commands.do(person, draft, came)
        return await (self._typing.edited if came.edited else self._typing.typed)(person, draft, came)


def _told(draft: Draft, came: Typed) -> tuple[Part, ...]:
    """Return what was written before, where what comes now belongs."""
    if draft.contact and draft.contact.is_open:
        return draft.contact.without(came.message).parts
    return draft.taking_in().without(came.message).parts


def _said(came: Incoming) -> str:
    """Return what was typed: a command too, for "/i want to die" is one."""
    if isinstance(came, Typed):
        return came.text
    return f"{came.name} {came.rest}" if isinstance(came, Command) else ""
