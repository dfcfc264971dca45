"""The preview, and the pages beside it where words are hidden or shown again. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.buttons import uses
from bot.screen import Marked, Screen, screen
from bot.terms import asked, council, hideable, placeholders, showable
from bot.word_buttons import A_PAGE
from storage.model import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.draft import Draft, Question
    from bot.saying import Say
    from bot.screen import Rows
    from bot.screens import Screens
    from bot.settings import BotSettings
    from intake.passage import Preview
    from intake.redaction import Redaction

_SHORT = 1_500  # characters of words that are shown again beside the buttons


class Previews:
    """Makes previews in the deployment's words."""

    def __init__(self, settings: BotSettings, say: Say, screens: Screens) -> None:
        self._settings = settings
        self._say = say
        self._screens = screens
        self._buttons = screens.buttons

    def asks(self, draft: Draft, preview: Preview) -> Question | None:
        """Return the one question that is asked below a preview; nobody has to answer it."""
        if draft.aside:
            return "extra"
        if asked(preview, draft.decisions):
            return "name"
        return "mine" if not draft.answers and council(preview, draft, self._settings.councils) else None

    def preview(self, draft: Draft, preview: Preview, *notes: str) -> Screen:
        """Show the words exactly as they will be kept, and ask how they may be used."""
        question, buttons = self._question(draft, preview)
        redaction = preview.redaction
        return screen(
            *notes,
            self._say("bot-preview"),
            quoted(preview),
            self._hidden(redaction),
            *self._not_english(redaction),
            *self._jigsaw(redaction),
            *question,
            self._say("bot-preview-check"),
            self._uses(draft),
            *self._screens.about_young(draft),
            buttons=self._buttons.preview(draft, buttons, show=bool(showable(preview))),
            stays=True,
        )

    def hiding(self, draft: Draft, preview: Preview, page: int, *notes: str) -> Screen:
        """Let somebody tap what is to be hidden, or type it."""
        terms = hideable(preview)
        text = self._say("bot-hide" if terms else "bot-hide-typing")
        rows = self._buttons.about.words(draft, "hide", terms, _within(page, len(terms)))
        return self._beside(draft, preview, rows, *notes, text)

    def showing(self, draft: Draft, preview: Preview, page: int, *notes: str) -> Screen:
        """Let somebody tap what was hidden without need."""
        terms = showable(preview)
        text = self._say("bot-show" if terms else "bot-show-nothing")
        rows = self._buttons.about.words(draft, "show", terms, _within(page, len(terms)))
        return self._beside(draft, preview, rows, *notes, text)

    def unfound(self, draft: Draft) -> Screen:
        """Ask whether what was typed, and can't be found, is part of what somebody tells us."""
        buttons = (*self._buttons.about.left_over(draft), *self._buttons.of(draft))
        return screen(self._say("bot-hide-unfound"), buttons=buttons)

    def too_much(self, draft: Draft) -> Screen:
        """Say that there is no room for what was typed."""
        return screen(self._say("bot-too-much"), buttons=self._buttons.of(draft))

    def _beside(self, draft: Draft, preview: Preview, rows: Rows, *texts: str) -> Screen:
        short = len(preview.redaction.words.text) <= _SHORT
        words = (quoted(preview),) if short else ()
        return screen(*texts, *words, buttons=(*rows, *self._buttons.of(draft)), stays=True)

    def _question(self, draft: Draft, preview: Preview) -> tuple[tuple[str, ...], Rows]:
        match self.asks(draft, preview):
            case "extra":
                return (self._say("bot-extra"),), self._buttons.about.left_over(draft)
            case "name":
                one = asked(preview, draft.decisions)[0]
                text = self._say("bot-is-name", word=one.term.shown, near=one.near)
                return (text,), self._buttons.about.is_name(draft, one.term)
            case "mine" if code := council(preview, draft, self._settings.councils):
                name = dict(self._settings.councils)[code]
                return (self._say("bot-is-mine", council=name),), self._buttons.about.is_mine(draft)
        return (), ()

    def _hidden(self, redaction: Redaction) -> str:
        hidden = redaction.words.hidden
        if not hidden:
            return self._say("bot-hidden-nothing")
        whats = (self._say(f"hidden-{label.lower()}", count=count) for label, count in hidden)
        return self._say("bot-hidden", what=", ".join(whats))

    def _not_english(self, redaction: Redaction) -> list[str]:
        """Say that more was hidden than need be, and that names may be left."""
        return [] if redaction.language == ENGLISH else [self._say("bot-not-english")]

    def _jigsaw(self, redaction: Redaction) -> Iterator[str]:
        """Say why somebody who knows the person might know them all the same; nobody has to change anything."""
        if redaction.words.jigsaw:
            reasons = (self._say(f"jigsaw-{reason}-writer") for reason in redaction.words.jigsaw)
            lines = (self._say("jigsaw-warning-writer"), *reasons, self._say("jigsaw-advice-writer"))
            yield "\n".join(lines)

    def _uses(self, draft: Draft) -> str:
        if draft.answers:
            return self._say("bot-answer-send")
        lines = [self._screens.line(self._buttons.use(one), self._say(f"bot-use-{one}")) for one in uses(draft)]
        return "\n".join([self._settings.uses.question, *lines])


def quoted(preview: Preview) -> Marked:
    """Return the words as they will be kept, with every placeholder marked."""
    return Marked(preview.redaction.words.text, "quote", placeholders(preview))


def _within(page: int, many: int) -> int:
    return max(0, min(page, (many - 1) // A_PAGE))
