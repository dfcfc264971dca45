"""The screens on which somebody asks the safeguarding lead to contact them. Pure: the draft tells what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.contact import Stage
from bot.screen import Marked, Screen, button, screen
from bot.support import CONTACT
from storage.model import AgeBand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.contact import Contact
    from bot.draft import Draft
    from bot.incoming import Thing
    from bot.saying import Say
    from bot.screen import Button, Rows
    from bot.screens import Screens
    from intake.plea import Lead
    from intake.raw import RawWords

_LABELS = (
    ("contact-next", "next"),
    ("contact-before", "before"),
    ("take-out", "drop"),
    ("contact-more", "more"),
    ("contact-reach", "reach"),
    ("contact-send", "send"),
    ("try-again", "send"),
    ("contact-no", "no"),
)


class ContactScreens:
    """Makes screens in the deployment's words."""

    def __init__(self, lead: Lead, say: Say, screens: Screens) -> None:
        self._role, self._hours = lead.role, lead.hours
        self._say = say
        self._screens = screens

    def stage(self, draft: Draft, contact: Contact, *notes: str) -> Screen:
        """Show what is asked for now."""
        texts = {Stage.WORDS: self._words, Stage.REACH: self._reach, Stage.CHECK: self._check}[contact.stage]
        return screen(*notes, *texts(draft, contact), buttons=self.rows(draft, contact), lasting=not contact.has_words)

    def odd(self, thing: Thing, draft: Draft, contact: Contact) -> Screen:
        """Say that something can't be sent, and ask for words."""
        return screen(self._say(f"bot-odd-{thing}"), buttons=self.rows(draft, contact))

    def sending(self) -> Screen:
        """Say that it is on its way: somebody waits."""
        return screen(self._say("bot-contact-sending"), lasting=True)

    def sent(self, draft: Draft | None) -> Screen:
        """Say that it got there, and whom to call all the same; the chat shows what they wrote until it is cleared."""
        buttons = self._screens.buttons
        told = self._say("bot-contact-sent", role=self._role, hours=self._hours)
        return self._with_numbers(draft, told, (*buttons.leaving.clear(), *buttons.beside(draft)))

    def unsent(self, why: str, draft: Draft, contact: Contact) -> Screen:
        """Say that it did not, with another try and other ways."""
        again = button(self._say("bot-button-try-again"), contact.token, CONTACT, "send")
        return self._with_numbers(draft, self._say(why), ((again,), *self.rows(draft, contact)[1:]))

    def told(self, message: str, draft: Draft | None) -> Screen:
        """Say one thing, with the way back."""
        return screen(self._say(message), buttons=self._screens.buttons.beside(draft))

    def rows(self, draft: Draft, contact: Contact) -> Rows:
        """Return the buttons of a stage."""
        rows = {Stage.WORDS: self._of_words, Stage.REACH: self._of_reach, Stage.CHECK: self._of_check}
        out = self._button(contact, "contact-no", "no")
        return (*rows[contact.stage](draft, contact), (out, self._screens.support.help()))

    def typable(self, contact: Contact) -> Rows:
        """Return every button of every stage: their labels may be typed."""
        return (tuple(self._button(contact, label, value) for label, value in _LABELS),)

    def _words(self, draft: Draft, contact: Contact) -> Iterator[str]:
        if contact.has_words:
            yield self._say("bot-contact-words", role=self._role)
            return
        yield self._say("bot-contact-told", role=self._role, hours=self._hours)
        if draft.age_band in {None, AgeBand.UNDER_16}:
            yield self._say("bot-contact-under-13")
        yield self._say("bot-contact-ask")

    def _reach(self, _: Draft, __: Contact) -> Iterator[str]:
        yield self._say("bot-contact-reach")

    def _check(self, _: Draft, contact: Contact) -> Iterator[str | Marked]:
        yield self._say("bot-contact-check", role=self._role)
        for words in (contact.words, contact.before):
            if words:
                yield _quoted(words)
        if contact.reach:
            yield self._say("bot-contact-check-reach")
            yield _quoted(contact.reach.words)
        yield self._say("bot-contact-check-end", hours=self._hours)

    def _of_words(self, draft: Draft, contact: Contact) -> Iterator[tuple[Button, ...]]:
        if contact.has_words:
            yield (self._button(contact, "contact-next", "next"),)
        if draft.parts and contact.before is None:
            yield (self._button(contact, "contact-before", "before"),)
        if contact.parts:
            yield (self._button(contact, "take-out", "drop"),)

    def _of_reach(self, _: Draft, contact: Contact) -> Iterator[tuple[Button, ...]]:
        further = (self._button(contact, "contact-next", "next"),) if contact.reach else ()
        yield (self._button(contact, "contact-more", "more"), *further)

    def _of_check(self, _: Draft, contact: Contact) -> Iterator[tuple[Button, ...]]:
        yield (self._button(contact, "contact-send", "send"),)
        yield (self._button(contact, "contact-reach", "reach"),)
        yield (self._button(contact, "contact-more", "more"),)

    def _button(self, contact: Contact, label: str, value: str) -> Button:
        return button(self._say(f"bot-button-{label}"), contact.token, CONTACT, value)

    def _with_numbers(self, draft: Draft | None, told: str, rows: Rows) -> Screen:
        return screen(told, self._screens.support.helplines(draft), buttons=rows, lasting=True)


def _quoted(words: RawWords) -> Marked:
    """Show somebody their own words, as they will be sent."""
    return Marked(words.reveal(), "quote")
