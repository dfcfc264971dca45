"""The pages beside the conversation: help, privacy, what became of a voice, taking one back, and odd things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.permission import permitting
from bot.screen import Marked, Screen, screen
from intake.standing import standing
from storage.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.clearing import Cleared
    from bot.draft import Asking, Draft, Wish
    from bot.incoming import Thing
    from bot.lookup import Miss
    from bot.saying import Say
    from bot.screen import Rows
    from bot.screens import Screens
    from bot.settings import BotSettings
    from storage.consent import Changed
    from storage.model import Consent
    from storage.news import News
    from storage.responses import Response, Status


class Pages:
    """Makes pages in the deployment's words."""

    def __init__(self, settings: BotSettings, say: Say, screens: Screens) -> None:
        self._settings = settings
        self._say = say
        self._screens = screens
        self._buttons = screens.buttons

    def help(self, draft: Draft | None) -> Screen:
        """Say whom to call, and what can be done here."""
        return screen(
            self._say("bot-help"),
            self._screens.support.helplines(draft),
            self._say("bot-help-commands"),
            *self._other_languages(),
            buttons=self._buttons.beside_help(draft),
        )

    def who(self, draft: Draft | None) -> Screen:
        """Say who this is, who reads, and what to do, to somebody who asks."""
        return screen(
            self._say("bot-who", deployment=self._settings.deployment),
            self._say("bot-before-you-write"),
            self._say("bot-who-how"),
            buttons=self._buttons.beside(draft),
        )

    def lost(self, draft: Draft | None) -> Screen:
        """Say to who lost their code where it may be, and that their words count all the same."""
        return screen(self._say("bot-lost", contact=self._contact()), buttons=self._buttons.beside(draft))

    def privacy(self, draft: Draft | None) -> Screen:
        """Say what is kept, who reads it and what can't be promised."""
        return screen(
            self._say("bot-privacy"),
            self._say("bot-privacy-telegram"),
            self._say("bot-privacy-take-back", contact=self._contact()),
            buttons=self._buttons.beside(draft),
        )

    def numbers(self, draft: Draft | None) -> Screen:
        """List the councils' own numbers."""
        return screen(self._say("bot-numbers"), *self._screens.support.councils(), buttons=self._buttons.beside(draft))

    def ask_clearing(self, draft: Draft, *, code: bool) -> Screen:
        """Ask whether to clear the chat, or the code in it too."""
        begun = [self._say("bot-clear-begun")] if draft.has_words else []
        said = self._say("bot-clear-code" if code else "bot-clear")
        help_and_stop = self._buttons.beside(draft)[-1:]
        return screen(*begun, said, buttons=(*self._buttons.leaving.clearing(code=code), *help_and_stop))

    def cleared(self, draft: Draft | None, cleared: Cleared) -> Screen:
        """Say which messages are gone, which can't be taken out, and how a person deletes the chat."""
        how = "some" if cleared.left else "all" if cleared.known else "none"
        said = self._say(f"bot-cleared-{how}", gone=cleared.gone, left=cleared.left)
        code = [self._say("bot-cleared-but-code")] if cleared.code else []
        texts = (said, *code, self._say("bot-clear-rest"), self._say("bot-clear-phone"))
        return screen(*texts, buttons=self._buttons.beside(draft))

    def plain(self, message: str, draft: Draft | None) -> Screen:
        """Say one thing, with the way back."""
        return screen(self._say(message), buttons=self._buttons.beside(draft))

    def ask(self, wish: Wish, draft: Draft) -> Screen:
        """Ask for a code."""
        return screen(self._say(f"bot-ask-{wish}"), buttons=self._buttons.beside(draft))

    def languages(self, draft: Draft | None) -> Screen:
        """Let somebody choose another language."""
        if len(self._settings.languages) <= 1:
            return self.plain("bot-language-one", draft)
        unchecked = ", ".join(self._settings.unchecked)
        told = (self._say("bot-language-unchecked", names=unchecked),) if unchecked else ()
        return screen(self._say("bot-language"), *told, buttons=self._buttons.languages(draft))

    def _other_languages(self) -> tuple[str, ...]:
        return (self._say("bot-help-language"),) if len(self._settings.languages) > 1 else ()

    def offer(self) -> Screen:
        """Ask whether somebody would rather write in this language."""
        return screen(self._say("bot-language-offer"), buttons=self._buttons.language())

    def odd(self, thing: Thing, draft: Draft | None) -> Screen:
        """Say that something can't be kept, and ask for words."""
        buttons = self._buttons.of(draft) if draft else self._buttons.beside(None)
        return screen(self._say(f"bot-odd-{thing}"), buttons=buttons)

    def full(self, draft: Draft | None) -> Screen:
        """Say that others' words leave no room for more just now."""
        return self.plain("bot-full", draft)

    def beside(self, thing: Thing) -> Screen:
        """Say that what came with words can't be kept."""
        return screen(self._say(f"bot-odd-{thing}"))

    def status(self, status: Status, draft: Draft | None) -> Screen:
        """Say where a voice is, what came of it and what the desk asks. Never shows its words."""
        if draft and status.whether and status.state is State.ASKED:
            choices = permitting(self._say, draft, status.whether.offered)
            texts = (self._say("bot-status"), *self._about(status), self._say("bot-status-end"))
            return screen(*texts, buttons=(*choices, *self._buttons.beside(draft)), stays=True)
        asks = status.question is not None
        return screen(
            self._say("bot-status"),
            *self._about(status),
            *((self._say("bot-question-how"),) if asks else ()),
            self._say("bot-status-end"),
            buttons=self._buttons.question(draft) if draft and asks else self._buttons.beside(draft),
            stays=asks,
        )

    def updates(self, news: News, draft: Draft) -> Screen:
        """Show what councils did with what people said, or say honestly that there is nothing yet."""
        buttons = self._buttons.updates(draft, news.page, news.pages)
        if not news.responses:
            return screen(self._say("bot-updates-none"), buttons=buttons)
        where = self._say("bot-updates-page", page=news.page + 1, pages=news.pages) if news.pages > 1 else ""
        told = (part for response in news.responses for part in self._told(response))
        return screen(
            self._say("bot-updates"), *self._of_all(news), *told, *((where,) if where else ()), buttons=buttons
        )

    def _told(self, response: Response) -> tuple[str, Marked]:
        """Tell of an answer, by no time finer than a quarter: a day would say by when somebody had spoken."""
        quarter = self._say(f"bot-quarter-{(response.day.month + 2) // 3}", year=str(response.day.year))
        about = dict(self._settings.themes).get(response.theme or "")
        said = self._say(f"bot-response-{response.kind}", day=quarter)
        return f"{about}. {said}" if about else said, Marked(response.text, "quote")

    def _of_all(self, news: News) -> tuple[str, ...]:
        """Say of how many concerns this is what became: an honest denominator."""
        if not news.outcomes:
            return ()
        so_many = {one.outcome: self._about_so_many(one.so_many) for one in news.outcomes}
        said = self._say(
            "bot-updates-of-all",
            all=so_many["everything"],
            changed=so_many["changed"],
            planned=so_many["planned"],
            cannot=so_many["cannot-change"],
            none=so_many["no-answer"],
        )
        return (said,)

    def _about_so_many(self, voices: int | None) -> str:
        return self._say("bot-updates-few") if voices is None else str(voices)

    def no_code(self, miss: Miss, draft: Draft | None) -> Screen:
        """Say that a code leads to nothing, or why it isn't looked up."""
        contact = {"contact": self._contact()} if miss == "bot-no-such-code" else {}
        return screen(self._say(miss, **contact), buttons=self._aside(draft))

    def not_now(self, message: str, draft: Draft | None) -> Screen:
        """Say something about what was set aside."""
        return screen(self._say(message), buttons=self._aside(draft))

    def ask_withdrawal(self, draft: Draft) -> Screen:
        """Ask before a voice is taken back."""
        return screen(self._say("bot-withdraw-ask"), buttons=self._buttons.withdrawal(draft))

    def leaving(self, message: str, draft: Draft) -> Screen:
        """Say that a voice was taken back, and how that can still be undone. No other page takes this one's place."""
        return screen(self._say(message), buttons=self._buttons.stay(draft), stays=True)

    def ask_change(self, status: Status, draft: Draft) -> Screen:
        """Ask how words that were sent may be used from now on, beside what was chosen."""
        chosen = self._say("bot-status-use", use=self._buttons.use(status.consent))
        return screen(chosen, self._say("bot-change-ask"), buttons=self._buttons.change(draft))

    def changed(self, changed: Changed | None, consent: Consent, draft: Draft | None) -> Screen:
        """Say what became of a later answer; None if its voice was taken back meanwhile."""
        if changed is None:
            return self.no_code("bot-no-such-code", draft)
        told = self._say(f"answer-use-{changed}", use=self._buttons.use(consent))
        return screen(told, buttons=self._buttons.beside(draft))

    def failed(self, wish: Asking, draft: Draft) -> Screen:
        """Say that a voice may still be there, or used as before, and ask again."""
        asks = {"change": self._buttons.change, "stay": self._buttons.stay}.get(wish, self._buttons.withdrawal)
        return screen(self._say(f"bot-{wish}-failed"), buttons=asks(draft))

    def _about(self, status: Status) -> Iterator[str | Marked]:
        for text, quoted in standing(self._say, status, self._buttons.use):
            yield Marked(text, "quote") if quoted else text

    def _aside(self, draft: Draft | None) -> Rows:
        if draft and draft.aside:
            return self._buttons.not_a_code(draft)
        return self._buttons.beside(draft)

    def _contact(self) -> str:
        return self._settings.contact or self._say("bot-contact-unnamed")
