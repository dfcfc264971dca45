"""What was typed: words, a code, or an answer that a button would have given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.codes import code_within, looks_like_code
from bot.draft import Draft, Part, Step
from bot.incoming import Command, Press, Typed
from bot.meaning import ANSWERS, LABEL_ALONE, LABELS, NAMES, SURES, age_band, folded, is_short, plain, plainly, pressed
from bot.permission import PERMIT, permitting
from bot.rights import RIGHTS
from bot.screen import Outcome
from bot.starting import code_in_link
from intake.raw import RawWords
from intake.signpost import suggests_risk
from storage.model import AgeBand
from storage.permission import SAYABLE

if TYPE_CHECKING:
    from bot.commands import Commands
    from bot.draft import Question
    from bot.incoming import Incoming, Odd, Thing
    from bot.kit import Kit
    from bot.meaning import Sure
    from bot.presses import Presses


_AFTER = {Step.KIND: Step.THEME, Step.THEME: Step.PREVIEW, Step.WORDS: Step.PREVIEW}  # where who is done goes on


class Typing:
    """Finds out what somebody meant who typed; what can't be told apart is words, and is kept."""

    def __init__(self, kit: Kit, commands: Commands, presses: Presses) -> None:
        self._kit = kit
        self._commands = commands
        self._presses = presses

    def plainly(self, draft: Draft, came: Incoming) -> Press | None:
        """Return the button that was meant by what was typed, if the last thing that was asked can be answered so."""
        if draft.asks is None or not isinstance(came, Typed) or came.edited or came.forwarded:
            return None
        if draft.asks == "change" and (meant := pressed(self._kit.screens.buttons.change(draft), came.text)):
            return Press(*meant, came.update)
        if draft.asks == "answer" and (meant := pressed(self._kit.screens.buttons.question(draft), came.text)):
            return Press(*meant, came.update)
        if draft.asks == PERMIT and (meant := pressed(permitting(self._kit.say, draft, SAYABLE), came.text)):
            return Press(*meant, came.update)
        if draft.asks == RIGHTS:
            meant = pressed(self._kit.rights.typable(draft), came.text)
            return Press(*meant, came.update) if meant else None
        sure = None if draft.asks in LABEL_ALONE else self._sure(came.text)
        sure = sure or self._labelled(draft.asks, came.text)
        if draft.asks == "send" and plain(self._kit.say("bot-answers-send"), came.text):
            sure = "yes"
        return Press(draft.token, *plainly(draft, draft.asks, sure), came.update) if sure else None

    async def typed(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:  # noqa: PLR0911 - one for each way
        """Take what was typed for what it is."""
        expects, below_question = (draft.expects, draft.asks == "answer") if draft else (None, False)
        if draft and (expects or below_question):
            draft = replace(draft, expects=None, asks=None)
        if code := code_in_link(typed.text, anywhere=typed.forwarded):  # a receipt that was saved is passed on whole
            return await self._kit.codes.follow(person, draft, code, typed.message, expects or "status")
        words = RawWords(typed.text)
        hiding = self._hiding(draft, typed) if not expects else None
        code = typed.text if looks_like_code(typed.text) else code_within(typed.text)
        if code and not hiding:
            part = Part(typed.message, words, tried=expects is not None)
            outcome = await self._kit.codes.use(expects or "status", person, draft, code, part)
            odd = (self._kit.pages.beside(typed.beside),) if typed.beside else ()
            return replace(outcome, screens=(*odd, *outcome.screens))
        here, part = draft or Draft(), Part(typed.message, words)
        if not typed.forwarded and (answered := await self._to_me(person, draft, typed)):
            return answered
        if not typed.forwarded and (press := self._meant(here, typed, begun=draft is not None)):
            return await self._presses.press(here if press.token == here.token else draft, press, person)
        if expects and (sure := self._sure(typed.text)):
            kept = Outcome(draft, (self._kit.pages.plain("bot-kept", draft),))
            return self._commands.ask(expects, draft) if sure == "yes" else kept
        if expects and is_short(typed.text):
            return await self._kit.codes.use(expects, person, draft, typed.text, part)
        if draft and (hiding or (hiding is False and not self._sure(typed.text) and not suggests_risk(words))):
            return await self._kit.hiding.typed(draft, part)
        if not typed.forwarded and (said := self._to_nobody(draft, typed.text)):
            again = await self._kit.handover.brought(draft, typed.update)  # a yes that sent, just before a restart
            return again or Outcome(draft, (self._kit.pages.odd(said, draft),))
        return await self._words(draft if below_question else None, draft, part, typed)

    async def _words(self, asked: Draft | None, draft: Draft | None, part: Part, typed: Typed) -> Outcome:
        """Take words for what they are: an answer if the desk asked just before, unless a voice was begun."""
        if asked and not (asked.has_words or typed.beside or typed.forwarded):
            return await self._kit.asked.typed(asked, part, typed.update)
        notes = (self._kit.say("bot-forwarded"),) if typed.forwarded else ()
        return self._kit.writing.add(draft, part, *notes, beside=typed.beside)

    async def edited(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:
        """Let an edit change the draft; what was sent stays."""
        part = Part(typed.message, RawWords(typed.text))
        if draft and draft.sets_aside(typed.message) and self._hiding(draft, typed):
            return await self._kit.hiding.typed(draft, part)
        if looks_like_code(typed.text):
            return await self._kit.codes.use_edited(person, draft, typed.text, part)
        if draft is None or not (draft.has(typed.message) or draft.sets_aside(typed.message)):
            return Outcome(draft, (self._kit.pages.plain("bot-edit-too-late", draft),))
        return await self._kit.writing.change(draft, part)

    async def odd(self, draft: Draft | None, odd: Odd) -> Outcome:
        """Ask for words; who edited theirs away from beside a picture has taken them out."""
        if odd.emptied is None:
            return Outcome(draft, (self._kit.pages.odd(odd.thing, draft),))
        if draft and (draft.has(odd.emptied) or draft.sets_aside(odd.emptied)):
            return await self._kit.writing.take_out(draft, odd.emptied)
        return Outcome(draft, (self._kit.pages.plain("bot-edit-too-late", draft),))

    def _hiding(self, draft: Draft | None, typed: Typed) -> bool | None:
        """Return whether the words hold what was typed to be hidden; None if nothing is typed for that."""
        if draft is None or draft.step is not Step.HIDE or typed.beside:
            return None
        return self._kit.hiding.takes(draft, RawWords(typed.text))

    def _sure(self, text: str) -> Sure | None:
        """Return whether somebody plainly said yes or no; None if they said anything else."""
        said = (sure for sure in SURES if plain(self._kit.say(f"bot-answers-{sure}"), text))
        return next(said, None)

    def _labelled(self, asks: Question, text: str) -> Sure | None:
        """Return the answer whose button somebody typed, of a question below a preview."""
        labels = {folded(self._kit.say(f"bot-button-{name}")): sure for name, sure in ANSWERS.get(asks, ())}
        return labels.get(folded(text))

    def _meant(self, draft: Draft, typed: Typed, *, begun: bool) -> Press | None:
        """Return the button whose label somebody typed instead of pressing it."""
        word = folded(typed.text)
        if not begun and word == folded(self._kit.say("bot-button-send")):
            return Press("", "send", "", typed.update)  # it may have been sent just before a restart
        finishes = self._finishes(draft, typed.text)
        if finishes and draft.step in _AFTER:
            return Press(draft.token, "go", _AFTER[draft.step], typed.update)
        buttons = self._kit.screens.buttons
        if meant := pressed(
            buttons.typable(draft) if begun else (*buttons.leaving.anytime(), *buttons.of(draft)), word
        ):
            return Press(*meant, typed.update)
        if finishes:
            return Press(draft.token, "go", draft.step, typed.update)
        band = age_band(word) if draft.step in {Step.AGE, Step.KIND} else None
        if draft.step is Step.KIND:  # a number alone may be anything there
            young = band is AgeBand.UNDER_16 and not (word.isdigit() or draft.has_words)
            return Press(draft.token, "under16", "", typed.update) if young else None
        return Press(draft.token, "age", band, typed.update) if band else None

    def _finishes(self, draft: Draft, text: str) -> bool:
        """Say whether somebody said that they are done, or that it shall be sent, where words are or are asked for."""
        if not (draft.has_words or draft.step is Step.WORDS) or draft.step in {Step.HIDE, Step.SHOW}:
            return False
        return any(plain(self._kit.say(f"bot-answers-{name}"), text) for name in ("done", "send"))

    async def _to_me(self, person: str, draft: Draft | None, typed: Typed) -> Outcome | None:
        """Answer a command without its slash, a greeting, or who asks what this is: it is not what they want to tell.

        A greeting within a voice, or a word that is to be hidden, is words.
        """
        say, asked = self._kit.say, typed.text.strip().rstrip("?؟") or "?"
        hides = draft is not None and draft.step in {Step.HIDE, Step.SHOW}
        named = (name for name in ("stop", "status") if plain(say(f"bot-answers-{name}"), asked))
        command = None if hides else next(named, None)
        if command or folded(typed.text) in NAMES:
            return await self._commands.do(person, draft, Command(command or folded(typed.text), "", typed.message))
        pages = (("who", self._kit.pages.who), ("lost", self._kit.pages.lost))
        page = next((page for name, page in pages if not hides and plain(say(f"bot-answers-{name}"), asked)), None)
        if page:
            return Outcome(draft, (page(draft),))
        fresh = draft is None or (draft.step is Step.KIND and not draft.has_words)
        greets = fresh and plain(say("bot-answers-hello"), asked)
        return self._kit.ways.start(draft) if greets else None

    def _to_nobody(self, draft: Draft | None, text: str) -> Thing | None:
        """Return what was said where words aren't asked for: thanks, or an answer that no question has."""
        if draft and draft.step is Step.WORDS:
            return None
        if draft is None and plain(self._kit.say("bot-answers-thanks"), text):
            return "thanks"
        labels = {folded(self._kit.say(f"bot-button-{name}")) for name in LABELS}
        label = not (draft and draft.has_words) and folded(text) in labels
        return "answer" if label or self._sure(text) is not None else None
