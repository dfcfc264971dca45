"""Hands a draft over to be kept, and answers a Send that comes again. Only here is anything stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.draft import Draft
from bot.screen import Outcome, Screen
from bot.wishing import wishes
from intake.passage import NotSaved, Voice
from storage.arriving import Known
from storage.model import Channel

if TYPE_CHECKING:
    from bot.remembered import Remembered
    from bot.screens import Screens
    from bot.settings import BotSettings
    from intake.passage import Passage
    from intake.voices import Voices
    from intake.wishes import Wishes
    from storage.model import Consent


class Handover:
    """Sends drafts.

    For an hour it remembers, by the token of a draft, the code that was given for it: who taps Send twice, or never
    got the code because Telegram was away, is shown it again. Neither of them names anybody.
    """

    def __init__(
        self,
        settings: BotSettings,
        passage: Passage,
        voices: Voices,
        screens: Screens,
        remembered: Remembered,
    ) -> None:
        self._settings = settings
        self._passage = passage
        self._voices = voices
        self._screens = screens
        self._remembered = remembered

    def was_sent(self, token: str) -> bool:
        """Say whether the draft of this token was sent a short while ago."""
        return token in self._remembered.sent

    async def send(self, draft: Draft, consent: Consent, update: int, person: str) -> Outcome:
        """Keep a voice and give its receipt; if it could not be kept, or not yet, say so, and keep the draft."""
        if pause := self._remembered.today.pause(person):
            return await self.brought(None, update) or Outcome(draft, (self._screens.not_yet(draft, pause),))
        answer = await self._passage.accept(_voice(draft, consent, update, wishes(draft, self._settings.councils)))
        urgent = (self._screens.signpost(draft),) if answer.urgent else ()
        if isinstance(answer, NotSaved):
            return Outcome(draft, (*urgent, self._screens.not_saved(draft)))
        self._remembered.voice(draft.token, answer.code)
        self._remembered.today.count(person)
        receipt = self._receipt(answer.code, consent, again=answer.again)
        return Outcome(rest(draft), (*urgent, receipt, *self._screens.waiting(draft)))

    async def again(self, draft: Draft | None, token: str, update: int) -> Outcome | None:
        """Answer a Send whose draft is gone, as after a restart; None if it belongs to no draft, and another is begun.

        A voice that this very update brought gets a fresh code. Never says that something is saved, or is not,
        unless that is known.
        """
        if (outcome := await self.brought(draft, update)) is not None:
            return outcome
        if self.was_sent(token):
            return Outcome(
                draft, (self._receipt(await self._still_good(self._remembered.sent[token]), None, again=True),)
            )
        return None if draft else Outcome(None, (self._screens.over("bot-send-lost"),))

    async def brought(self, draft: Draft | None, update: int) -> Outcome | None:
        """Give a fresh code for the voice that this very update brought before; None if it brought none."""
        receipt = await self._voices.receipt_again(update)
        return Outcome(draft, (self._receipt(receipt.code, None, again=True),)) if receipt else None

    def _receipt(self, code: str | None, consent: Consent | None, *, again: bool) -> Screen:
        return self._screens.receipt(code, consent, again=again) if code else self._screens.over("bot-sent-gone")

    async def _still_good(self, code: str | None) -> str | None:
        """Return the code, unless its voice was taken back since."""
        return code if code and await self._voices.status(code) else None


def rest(draft: Draft) -> Draft | None:
    """Return what is left of a draft that was sent: what they want to tell the safeguarding lead is no part of it."""
    return Draft(greeted=True, contact=draft.contact) if draft.contact else None


def _voice(draft: Draft, consent: Consent, update: int, wanted: Wishes) -> Voice:
    return Voice(
        words=draft.words,
        known=Known(
            channel=Channel.WORKSHOP if draft.workshop else Channel.TELEGRAM,
            workshop=draft.workshop,
            consent=consent,
            kind=draft.kind,
            theme=draft.theme,
            council=draft.council,
            age_band=draft.age_band,
            speaker=draft.speaker,
            happened=draft.happened,
            update=update,
        ),
        wishes=wanted,
    )
