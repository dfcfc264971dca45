"""The screens of the short way, from hello to the receipt. Pure: what is shown depends on the draft alone."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bot.buttons import Buttons
from bot.draft import Draft, Step
from bot.screen import GAP, Marked, Screen, screen
from bot.support import Support
from storage.model import AgeBand, Consent, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.saying import Say
    from bot.settings import BotSettings
    from bot.starting import Link


class Screens:
    """Makes screens in the deployment's words."""

    def __init__(self, settings: BotSettings, say: Say, link: Link) -> None:
        self._settings = settings
        self._say = say
        self._link = link
        self.support = Support(settings, say)
        self.buttons = Buttons(settings, say, self.support)

    def step(self, draft: Draft, *notes: str) -> Screen:
        """Return the screen of a step; a preview needs its redaction and is made by `Previews`."""
        texts = {
            Step.KIND: self._kind,
            Step.THEME: lambda _: self._say("bot-theme"),
            Step.WORDS: self._words,
            Step.SUMMARY: self._summary,
            Step.COUNCIL: self._about_them,
            Step.AGE: self._about_them,
        }
        if draft.answers and draft.step is Step.WORDS:
            return self._question(draft, draft.answers.text, *notes)
        text = texts[draft.step](draft) if draft.step in texts else self._say(f"bot-{draft.step}")
        first = self._first() if draft.step is Step.KIND else ()
        return screen(*notes, *first, text, buttons=self.buttons.of(draft))

    def _question(self, draft: Draft, question: str, *notes: str) -> Screen:
        """Show what the desk asks, to somebody who answers it."""
        how = self._say("bot-words-again" if draft.has_words else "bot-answer-words")
        return screen(*notes, self._say("bot-answer"), Marked(question, "quote"), how, buttons=self.buttons.of(draft))

    def no_preview(self, draft: Draft) -> Screen:
        """Say that the words could not be made safe just now."""
        return screen(self._say("bot-preview-trouble"), buttons=self.buttons.trouble(draft))

    def signpost(self, draft: Draft | None) -> Screen:
        """Say where to turn, at once."""
        rows = (*self.support.ways(draft), (self.support.help(),))
        return screen(self._say("bot-urgent"), self.support.helplines(draft), buttons=rows, lasting=True)

    def no_call(self, draft: Draft | None) -> Screen:
        """Say to who asks to be called that nobody here knows how to reach them, and who can talk with them."""
        ways = self.support.ways(draft)
        said = "bot-no-call-but" if self._settings.lead else "bot-no-call"
        rows = (*ways, (self.support.help(),))
        return screen(self._say(said), self.support.helplines(draft), buttons=rows, lasting=True)

    def added(self, draft: Draft, *notes: str) -> Screen:
        """Say that what was written is kept in mind, and what comes next."""
        said = {Step.KIND: "bot-kind-early", Step.THEME: "bot-theme-early"}.get(draft.step, "bot-words-more")
        return screen(*notes, self._say(said), buttons=self.buttons.of(draft))

    def early(self, draft: Draft, *notes: str) -> Screen:
        """Greet who wrote before anything was said, and keep their words."""
        hello = self._say("bot-hello-early", deployment=self._settings.deployment)
        return screen(*notes, *self._first(), hello, buttons=self.buttons.of(draft))

    def hello(self) -> str:
        """Say who this is and who reads what is written, to somebody who came past the first question."""
        return GAP.join((*self._first(), self._say("bot-hello-late", deployment=self._settings.deployment)))

    def _first(self) -> tuple[str, ...]:
        """Say what somebody must know before they write."""
        return (*self._unchecked(), *self._nobody_reads())

    def _nobody_reads(self) -> tuple[str, ...]:
        """Say that nobody is reading now, if that is so."""
        return (self._say("bot-nobody-reads"),) if self._settings.nobody_reads() else ()

    def _unchecked(self) -> tuple[str, ...]:
        """Say that nobody who speaks this language has checked its words yet."""
        told = self._say("bot-unchecked")
        return (told,) if told.strip() else ()

    def young(self, draft: Draft) -> Screen:
        """Be honest with somebody under 16, or who passes on the words of somebody who is."""
        if draft.speaker is Speaker.ADVOCATE:
            return screen(self._say("bot-under-16-other"), buttons=self.buttons.young(draft))
        address = self._mail()
        mail = [self._say("bot-under-16-mail", mail=address)] if address else []
        texts = (self._say("bot-under-16"), *mail, self._say("bot-under-16-advocate"), self._say("bot-under-13"))
        return screen(*texts, buttons=self.buttons.young(draft))

    def begun(self, draft: Draft, *notes: str) -> Screen:
        """Say what is there already to somebody who starts again."""
        return screen(*notes, self._say("bot-begun"), buttons=self.buttons.begun(draft))

    def receipt(self, code: str, consent: Consent | None, *, again: bool) -> Screen:
        """Show the code and its link, once. After a restart there is no draft any more that holds a consent."""
        return screen(
            self._say("bot-sent-before") if again else self._say("bot-sent"),
            self._say("bot-code"),
            Marked(code, "code"),
            self._code_look(code),
            self._say("bot-code-keep"),
            *self._nobody_reads(),
            self._say("bot-next-count") if consent is Consent.COUNT else self._say("bot-next"),
            self._say("bot-code-use"),
            self._say("bot-clear-offer"),
            buttons=self.buttons.leaving.receipt(),
            lasting=True,
        )

    def waiting(self, draft: Draft) -> tuple[Screen, ...]:
        """Say that what somebody wrote for the safeguarding lead was not sent with their voice."""
        lead, contact = self._settings.lead, draft.contact
        if lead is None or contact is None or not contact.has_words:
            return ()
        told = self._say("bot-contact-waits", role=lead.role)
        return (screen(told, buttons=(*self.support.ways(draft), (self.support.help(),)), lasting=True),)

    def not_saved(self, draft: Draft) -> Screen:
        """Say that it didn't save, with Send to press again."""
        return self.step(draft, self._say("bot-not-saved"))

    def not_yet(self, draft: Draft, seconds: float) -> Screen:
        """Ask somebody who sent very much today to wait, with Send to press again."""
        address = self._mail()
        mail = [self._say("bot-wait-mail", mail=address)] if address else []
        return self.step(draft, self._say("bot-wait", minutes=ceil(seconds / 60)), *mail)

    def over(self, message: str, *, clear: bool = False) -> Screen:
        """Say that something is over, with a way to begin; and to `clear` the chat, if it is left now."""
        return screen(self._say(message), buttons=self.buttons.leaving.over(clear=clear), lasting=True)

    def _code_look(self, code: str) -> str:
        """Say where to tap to see what happened, or what to send if our Bot API server told no name of the bot."""
        link = self._link(code)
        return self._say("bot-code-link", link=link) if link else self._say("bot-code-look")

    def _kind(self, draft: Draft) -> str:
        if not draft.greeted or not (draft.parts or draft.age_band is AgeBand.UNDER_16):
            hello = "bot-hello-early" if draft.parts else "bot-hello"
            return self._say(hello, deployment=self._settings.deployment)
        return self._say("bot-kind-early" if draft.parts else "bot-kind")

    def _words(self, draft: Draft) -> str:
        return self._say("bot-words-again") if draft.has_words else self._say("bot-words")

    def _about_them(self, draft: Draft) -> str:
        return self._say(f"bot-{draft.step}-other" if draft.speaker is Speaker.ADVOCATE else f"bot-{draft.step}")

    def _summary(self, draft: Draft) -> str:
        lines = [self.line(self._say(f"bot-summary-{name}"), shown) for name, shown in self._answers(draft)]
        others = [self._say("bot-do-they-know")] if draft.speaker is Speaker.ADVOCATE else []
        chosen = "\n".join([self._say("bot-summary"), *lines])
        return GAP.join(
            [chosen, *self.about_young(draft), *self._maybe_young(draft), *others, self._say("bot-summary-send")]
        )

    def about_young(self, draft: Draft) -> list[str]:
        """Say that words are never quoted, or that they are no longer taken for those of somebody under 16."""
        if draft.age_band is AgeBand.UNDER_16:
            return [self._say("bot-never-quoted")]
        return [self._say("bot-no-longer-young")] if draft.young else []

    def _maybe_young(self, draft: Draft) -> list[str]:
        """Say that words which tell an age under 16 are not quoted, and how to say that it is somebody else's."""
        return [self._say("bot-maybe-young")] if draft.tells_young and draft.age_band is None else []

    def _answers(self, draft: Draft) -> Iterator[tuple[str, str]]:
        """Give what was chosen; what was skipped is left out, and the words were shown just before."""
        if draft.kind:
            yield "kind", self._say(f"bot-kind-{draft.kind}")
        if draft.theme:
            yield "theme", dict(self._settings.themes)[draft.theme]
        if draft.consent:
            yield "use", self.buttons.use(draft.consent)
        if draft.workshop:
            yield "workshop", draft.workshop
        if draft.speaker:
            yield "speaker", self._say(f"bot-speaker-{draft.speaker}")
        if draft.council:
            yield "council", dict(self._settings.councils)[draft.council]
        if draft.age_band:
            yield "age", self._say(f"bot-age-{draft.age_band}")
        if draft.happened:
            yield "happened", self._say(f"bot-happened-{draft.happened}")

    def _mail(self) -> str:
        """Return the address that takes voices too; empty if there is none."""
        return "" if self._settings.mail.endswith("@localhost") else self._settings.mail

    def line(self, name: str, shown: str) -> str:
        """Return a line of a list."""
        return self._say("bot-line", name=name, shown=shown)
