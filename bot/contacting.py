"""Asks the safeguarding lead to contact somebody who wants that: hears them, shows what would be sent, and sends it.

Nothing of it is stored or logged, and the voice that they may be writing stays as it is. What is sent is forgotten.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.contact import Contact, Stage
from bot.contact_screens import ContactScreens
from bot.draft import Draft, Part
from bot.incoming import Command, Odd, Press, Typed
from bot.meaning import folded, plain, pressed
from bot.screen import ANY, Outcome
from bot.support import CONTACT
from intake.clean import clean
from intake.raw import RawWords

if TYPE_CHECKING:
    from bot.incoming import Incoming
    from bot.remembered import Remembered
    from bot.saying import Say
    from bot.screen import Screen
    from bot.screens import Screens
    from intake.plea import Lead

PAGES = frozenset(("help", "privacy", "updates", "rights", "language"))  # who looks at these comes back
LEAVE = frozenset(("stop", "back", "clear"))  # who types these goes elsewhere
_LEADS_TO = {  # where a button leads; one that stands here nowhere shows where they are
    "next": Stage.CHECK,
    "more": Stage.WORDS,
    "reach": Stage.REACH,
    "before": Stage.WORDS,
    "drop": Stage.WORDS,
}


class Contacting:
    """Answers what belongs to a plea, and nothing else."""

    def __init__(self, lead: Lead, say: Say, screens: Screens, remembered: Remembered) -> None:
        self._lead = lead
        self._say = say
        self._screens = ContactScreens(lead, say, screens)
        self._buttons = screens.buttons
        self._people, self._remembered = remembered.pleas, remembered

    def open(self, draft: Draft | None) -> Outcome:
        """Tell who reads it and what is sent, before anything is typed; or go on with what was begun."""
        contact = (draft and draft.contact) or Contact()
        return self._at(draft or Draft(), contact.at(contact.stage))

    def meanwhile(self, person: str, draft: Draft | None, came: Incoming) -> Screen | None:
        """Say that something is being sent, if it is about to be."""
        press, contact = self._press(draft, came), draft.contact if draft else None
        sends = press and contact and press.value == "send" and press.token == contact.token
        ready = contact and contact.plea and contact.stage is Stage.CHECK
        return self._screens.sending() if sends and ready and not self._people.is_used_up(person) else None

    async def answer(self, person: str, draft: Draft | None, came: Incoming) -> Outcome | None:
        """Answer what belongs to a plea; None for all else."""
        if press := self._press(draft, came):
            return await self._pressed(person, draft, press)
        contact = draft.contact if draft else None
        if draft is None or contact is None:
            return None
        if isinstance(came, Typed):
            return self._edited(draft, contact, came) if came.edited else self._typed(draft, contact, came)
        return self._odd(draft, contact, came) if isinstance(came, Odd) else None

    def leaving(self, draft: Draft | None, came: Incoming) -> Draft | None:
        """Return the draft, in which the plea is put aside if somebody goes on with their voice."""
        if draft is None or draft.contact is None:
            return draft
        elsewhere = isinstance(came, Press) and (came.token != ANY or came.action == "new")
        said = isinstance(came, Typed) and not came.edited and folded(came.text) in LEAVE
        if elsewhere or said or (isinstance(came, Command) and came.name not in PAGES):
            return replace(draft, contact=replace(draft.contact, is_open=False))
        return draft

    def _press(self, draft: Draft | None, came: Incoming) -> Press | None:
        """Return the button of a plea that was pressed, or meant by what was typed."""
        if isinstance(came, Press):
            return came if came.action == CONTACT and came.token != ANY else None
        contact = draft.contact if draft else None
        if draft is None or contact is None or not contact.is_open or not isinstance(came, Typed) or came.edited:
            return None
        rows = (*self._screens.typable(contact), *self._buttons.carry_on(draft))
        meant = pressed(rows, came.text)
        if meant and meant[1] == CONTACT:
            return Press(*meant, came.update)
        return self._sure(contact, came)

    def _sure(self, contact: Contact, typed: Typed) -> Press | None:
        """Return what a plain yes or no means, where it is asked whether to send it."""
        if contact.stage is not Stage.CHECK:
            return None
        said = (value for sure, value in (("yes", "send"), ("no", "wait")) if self._says(sure, typed.text))
        value = next(said, None)
        return Press(contact.token, CONTACT, value, typed.update) if value else None

    def _says(self, sure: str, text: str) -> bool:
        return plain(self._say(f"bot-answers-{sure}"), text)

    async def _pressed(self, person: str, draft: Draft | None, press: Press) -> Outcome:
        contact = draft.contact if draft else None
        if draft is None or contact is None or press.token != contact.token:
            gone = "bot-contact-sent-already" if press.token in self._remembered.pleaded else "bot-contact-lost"
            return Outcome(draft, (self._screens.told(gone, draft),))
        if press.value == "send":
            return await self._send(person, draft, contact)
        if press.value == "no":
            after = _without(draft)
            return Outcome(after, (self._screens.told("bot-contact-forgotten", after),))
        return self._go(draft, contact, press.value)

    def _go(self, draft: Draft, contact: Contact, value: str) -> Outcome:
        """Do what changes nothing for anybody else."""
        to, notes = _LEADS_TO.get(value, contact.stage), self._missing(contact) if value == "next" else ()
        if value == "before" and draft.parts:
            contact, notes = replace(contact, before=clean(draft.words)), (self._added(),)
        if value == "drop" and contact.parts:
            contact, notes = replace(contact, parts=contact.parts[:-1]), (self._say("bot-taken-out"),)
        if value == "wait":
            notes = (self._say("bot-contact-not-yet"),)
        return self._at(draft, contact.at(to), *notes)

    async def _send(self, person: str, draft: Draft, contact: Contact) -> Outcome:
        plea = contact.plea
        if plea is None or contact.stage is not Stage.CHECK:  # not all of it was seen
            return self._at(draft, contact.at(Stage.CHECK), *self._missing(contact))
        if self._people.is_used_up(person):
            return Outcome(draft, (self._screens.unsent("bot-contact-often", draft, contact),))
        if not await self._lead.send(plea):
            return Outcome(draft, (self._screens.unsent("bot-contact-failed", draft, contact),))
        self._people.count(person)
        self._remembered.plea(contact.token)
        after = _without(draft)
        return Outcome(after, (self._screens.sent(after),))

    def _typed(self, draft: Draft, contact: Contact, typed: Typed) -> Outcome | None:
        if not contact.is_open or folded(typed.text) in {*PAGES, *LEAVE}:  # commands without their slash
            return None
        part = Part(typed.message, clean(RawWords(typed.text)))
        odd = (self._screens.odd(typed.beside, draft, contact),) if typed.beside else ()
        if not contact.room_for(part):
            return self._at(draft, contact, self._say("bot-contact-too-much"), odd=odd)
        if contact.stage is Stage.REACH:
            return self._at(draft, replace(contact, reach=part).at(Stage.CHECK), odd=odd)
        notes = (self._added(),) if contact.stage is Stage.CHECK else ()
        return self._at(draft, contact.with_part(part).at(contact.stage), *notes, odd=odd)

    def _edited(self, draft: Draft, contact: Contact, typed: Typed) -> Outcome | None:
        if not contact.has(typed.message):
            return None
        part = Part(typed.message, clean(RawWords(typed.text)))
        if not contact.room_for(part):
            return self._at(draft, contact, self._say("bot-contact-too-much"))
        return self._at(draft, contact.with_part(part).at(contact.stage), self._say("bot-contact-changed"))

    def _odd(self, draft: Draft, contact: Contact, odd: Odd) -> Outcome | None:
        if odd.emptied is not None and contact.has(odd.emptied):
            less = contact.without(odd.emptied)
            return self._at(draft, less.at(contact.stage), self._say("bot-taken-out"))
        if odd.emptied is not None or not contact.is_open:
            return None
        return Outcome(draft, (self._screens.odd(odd.thing, draft, contact),))

    def _at(self, draft: Draft, contact: Contact, *notes: str, odd: tuple[Screen, ...] = ()) -> Outcome:
        new = replace(draft, contact=contact)
        return Outcome(new, (*odd, self._screens.stage(new, contact, *notes)))

    def _missing(self, contact: Contact) -> tuple[str, ...]:
        return () if contact.has_words else (self._say("bot-contact-no-words"),)

    def _added(self) -> str:
        return self._say("bot-contact-added")


def _without(draft: Draft) -> Draft | None:
    """Forget the plea, and the draft too when there is nothing else in it."""
    return replace(draft, contact=None) if draft.is_begun or draft.greeted or draft.code else None
