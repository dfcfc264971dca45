"""The conversation: what came in and the draft so far go in, the next draft and what to show come out.

Free of Telegram's types. Nothing of it is stored before Send.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons import BACK, CHOOSES
from bot.choices import afresh, choose, reach, under_16
from bot.codes import Codes, looks_like_code
from bot.draft import Draft, Part, Step
from bot.handover import Handover
from bot.incoming import Command, Incoming, Odd, Press, Typed
from bot.meaning import NAMES, age_band, folded, pressed, skipping
from bot.pages import Pages
from bot.saying import Say, remembering
from bot.screen import ANY, Outcome, Screen
from bot.screens import Screens
from intake.passage import NotSaved
from intake.raw import RawWords
from intake.signpost import suggests_risk

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.draft import Wish
    from bot.guesses import Guesses
    from bot.incoming import Thing
    from bot.settings import BotSettings
    from bot.voices import Voices
    from intake.passage import Passage

_A_SENTENCE = 3  # messages that one sentence is spread over
_SHORT_ANSWER = 8  # words: whoever was asked for a code and wrote more than this wrote something else


class Conversation:
    """Answers everybody; what it knows of one person is in their draft."""

    def __init__(self, settings: BotSettings, passage: Passage, voices: Voices, say: Say, guesses: Guesses) -> None:
        self._settings = settings
        self._passage = passage
        self._say = remembering(say)
        self.screens = Screens(settings, self._say)
        self.pages = Pages(settings, self._say, self.screens)
        self._codes = Codes(voices, guesses, self.pages)
        self._handover = Handover(passage, voices, self.screens)
        self._commands: dict[str, Callable[[Draft | None], Outcome]] = {
            "help": lambda draft: Outcome(draft, (self.pages.help(draft),)),
            "privacy": lambda draft: Outcome(draft, (self.pages.privacy(draft),)),
            "stop": self._stop,
            "start": self._start,
        }

    def signpost(self, draft: Draft | None, came: Incoming) -> Screen | None:
        """Say where to turn if what was typed suggests a risk of harm, by itself or below what was written before."""
        text = _said(came)
        if not text:
            return None
        if suggests_risk(RawWords(text)):
            return self.screens.signpost()
        if draft is None or not draft.parts or not isinstance(came, Typed):
            return None
        before = replace(draft, parts=draft.without(came.message).parts[-_A_SENTENCE:])
        together = before.with_part(Part(came.message, RawWords(text))).words
        return self.screens.signpost() if suggests_risk(together) and not suggests_risk(before.words) else None

    async def answer(self, person: str, draft: Draft | None, came: Incoming) -> Outcome:
        """Answer one person. `person` is any text that tells people apart; it is kept only as a keyed hash."""
        if draft and isinstance(came, Press | Command):
            draft = replace(draft, expects=None)  # who does this doesn't go on to type the code they were asked for
        if isinstance(came, Press):
            return await self._press(draft, came)
        if isinstance(came, Odd):
            return await self._odd(draft, came)
        if isinstance(came, Command):
            return await self._command(person, draft, came)
        return await self._typed(person, draft, came)

    # What is typed.

    async def _typed(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:
        if typed.edited:
            return await self._edited(person, draft, typed)
        expects = draft.expects if draft else None
        if draft and expects:
            draft = replace(draft, expects=None)
        part = Part(typed.message, RawWords(typed.text))
        if looks_like_code(typed.text):
            return await self._codes.use(expects or "status", person, draft, typed.text, part)
        here = draft or Draft()
        if (word := folded(typed.text)) in NAMES:
            return await self._command(person, draft, Command(word, "", typed.message))
        if press := self._meant(here, typed, begun=draft is not None):
            return await self._press(here if press.token == here.token else draft, press)
        if expects and len(typed.text.split()) <= _SHORT_ANSWER:
            return await self._codes.use(expects, person, draft, typed.text, part)
        return self._add(draft, part, typed.beside)

    def _meant(self, draft: Draft, typed: Typed, *, begun: bool) -> Press | None:
        """Return the button whose label somebody typed instead of pressing it."""
        word = folded(typed.text)
        if not begun and word == self._say("bot-button-send").casefold():
            return Press("", "send", "", typed.update)  # it may have been sent just before a restart
        begins = {self._say(label).casefold() for label in ("bot-button-begin", "bot-button-something-else")}
        if not begun and word in begins:
            return Press(ANY, "new", "", typed.update)
        if meant := pressed(self.screens.buttons.typable(draft) if begun else self.screens.buttons.of(draft), word):
            return Press(*meant, typed.update)
        band = age_band(word) if draft.step is Step.AGE else None
        return Press(draft.token, "age", band, typed.update) if band else None

    def _add(self, draft: Draft | None, part: Part, beside: Thing | None = None) -> Outcome:
        """Keep words in mind, whenever they come."""
        begun, odd = draft or Draft(), (self.pages.beside(beside),) if beside else ()
        if not begun.room_for(part):
            return self._too_much(begun)
        new = replace(begun.with_part(part), step=_writing(begun.step), consent=None, greeted=True)
        # Who writes before anything was said still hears what this is.
        early = new.step is Step.KIND and not begun.greeted
        return Outcome(new, (*odd, self.screens.early(new) if early else self.screens.added(new)))

    async def _edited(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:
        """Let an edit change the draft; what was sent stays."""
        part = Part(typed.message, RawWords(typed.text))
        if draft and draft.sets_aside(typed.message):
            return await self._edited_aside(person, draft, typed.text, part)
        if draft is None or not draft.has(typed.message):
            if looks_like_code(typed.text):
                return await self._codes.use("status", person, draft, typed.text, None)
            return Outcome(draft, (self.pages.plain("bot-edit-too-late", draft),))
        if not draft.room_for(part):
            return self._too_much(draft)
        return await self._changed(draft.with_part(part), "bot-edited")

    async def _edited_aside(self, person: str, draft: Draft, text: str, part: Part) -> Outcome:
        if looks_like_code(text):
            return await self._codes.use("status", person, replace(draft, aside=None), text, part)
        new = replace(draft, aside=part)
        return Outcome(new, (self.pages.not_now("bot-edited-aside", new),))

    def _too_much(self, draft: Draft) -> Outcome:
        here = replace(draft, step=Step.WORDS) if draft.step is Step.PREVIEW else draft
        return Outcome(here, (self.screens.step(here, self._say("bot-too-much")),))

    async def _odd(self, draft: Draft | None, odd: Odd) -> Outcome:
        """Ask for words; who edited theirs away from beside a picture has taken them out."""
        if odd.emptied is None:
            return Outcome(draft, (self.pages.odd(odd.thing, draft),))
        if draft and draft.sets_aside(odd.emptied):
            draft = replace(draft, aside=None)
            return Outcome(draft, (self.pages.plain("bot-taken-out", draft),))
        if draft and draft.has(odd.emptied):
            return await self._changed(draft.without(odd.emptied), "bot-taken-out")
        return Outcome(draft, (self.pages.plain("bot-edit-too-late", draft),))

    async def _changed(self, draft: Draft, note: str) -> Outcome:
        """Go on with changed words: who has seen them sees them anew, and is asked again how they may be used."""
        new = replace(draft, consent=None)
        seen = draft.step not in {Step.KIND, Step.THEME, Step.WORDS}
        return await self._at(reach(new, Step.PREVIEW) if seen else new, self._say(note))

    # Commands.

    async def _command(self, person: str, draft: Draft | None, command: Command) -> Outcome:
        name, rest = command.name, command.rest
        if name in {"status", "withdraw"}:
            return await self._ask_or_use("status" if name == "status" else "withdraw", person, draft, command)
        if name == "start" and looks_like_code(rest):
            return await self._codes.use("status", person, draft, rest, None)
        if name in NAMES:
            if " " in rest and name != "stop":  # words typed behind a command are words
                draft = self._add(draft, Part(command.message, RawWords(rest))).draft
            return await self._known(name, draft)
        if rest:
            return self._add(draft, Part(command.message, RawWords(f"/{name} {rest}")))
        return Outcome(draft, (self.pages.plain("bot-unknown-command", draft),))

    async def _known(self, name: str, draft: Draft | None) -> Outcome:
        if name in self._commands:
            return self._commands[name](draft)
        if draft is None:
            return self._start(None)
        if name == "back":
            return await self._at(reach(draft, BACK[draft.step]))
        if meant := skipping(self.screens.buttons.of(draft)):
            return await self._press(draft, Press(*meant, 0))
        return await self._at(draft, self._say("bot-no-skip"))

    async def _ask_or_use(self, expects: Wish, person: str, draft: Draft | None, command: Command) -> Outcome:
        if not command.rest:
            asking = replace(draft or Draft(), expects=expects)
            return Outcome(asking, (self.pages.ask(expects, draft),))
        part = Part(command.message, RawWords(command.rest))
        return await self._codes.use(expects, person, draft, command.rest, part)

    def _start(self, draft: Draft | None) -> Outcome:
        if draft and draft.parts:
            return Outcome(draft, (self.screens.begun(draft),))
        new = replace(afresh(draft) if draft else Draft(), greeted=True)
        return Outcome(new, (self.screens.step(new),))

    def _stop(self, draft: Draft | None) -> Outcome:
        return Outcome(None, (self.screens.over("bot-stopped" if draft else "bot-nothing-to-stop"),))

    # Buttons.

    async def _press(self, draft: Draft | None, press: Press) -> Outcome:
        if press.token == ANY:
            return self._commands["start"](draft)
        if draft is None or press.token != draft.token:
            return await self._stale(draft, press)
        if press.action == "send":
            return await self._send(draft, press)
        if press.action == "withdraw":
            return await self._codes.withdraw(draft, press.value)
        return await self._own(draft, press)

    async def _own(self, draft: Draft, press: Press) -> Outcome:  # noqa: PLR0911 - one line for each button
        match press.action:
            case "go" if press.value in tuple(Step):
                return await self._at(reach(draft, Step(press.value)))
            case "help" | "stop" as name:
                return self._commands[name](draft)
            case "again":
                return self._start(None)
            case "under16":
                young = under_16(draft)  # at once: who writes on instead of tapping is under 16 all the same
                return Outcome(young, (self.screens.young(young),))
            case "young":
                return await self._at(reach(under_16(draft), Step.KIND))
            case "drop" if press.value.isascii() and press.value.isdigit():
                new = replace(draft.without(int(press.value)), consent=None)
                return await self._at(reach(new, Step.WORDS), self._say("bot-taken-out"))
            case "aside" if draft.aside:
                return self._add(replace(draft, aside=None), draft.aside)
            case action if action in CHOOSES:
                return await self._at(choose(draft, action, press.value, self._settings))
        return await self._at(draft)

    async def _send(self, draft: Draft, press: Press) -> Outcome:
        if draft.step is not Step.SUMMARY or draft.consent is None:  # not all that would be kept was seen
            return await self._at(reach(draft, Step.SUMMARY), self._say("bot-look-first"))
        return await self._handover.send(draft, draft.consent, press.update)

    async def _stale(self, draft: Draft | None, press: Press) -> Outcome:
        """Answer a button of another draft, or of one that is gone."""
        if press.action == "send" and (outcome := await self._handover.again(draft, press.token, press.update)):
            return outcome
        if draft is not None:
            return await self._at(draft, self._say("bot-stale-here"))
        sent = self._handover.was_sent(press.token)
        return Outcome(None, (self.screens.over("bot-sent-already" if sent else "bot-stale"),))

    async def _at(self, draft: Draft, *notes: str) -> Outcome:
        """Show the step that a draft is at."""
        if draft.step is not Step.PREVIEW:
            new = replace(draft, greeted=True) if draft.step is Step.KIND else draft
            return Outcome(new, (self.screens.step(new, *notes),))
        made = await self._passage.preview(draft.words)
        if not isinstance(made, NotSaved):
            return Outcome(draft, (self.screens.preview(draft, made, *notes),))
        if made.why == "empty":
            return await self._at(replace(draft, step=Step.WORDS, parts=()), self._say("bot-no-words"))
        return Outcome(replace(draft, step=Step.WORDS), (self.screens.no_preview(draft),))  # nobody has seen them


def _said(came: Incoming) -> str:
    """Return what was typed: a command too, for "/i want to die" is one."""
    if isinstance(came, Typed):
        return came.text
    return f"{came.name} {came.rest}" if isinstance(came, Command) else ""


def _writing(step: Step) -> Step:
    """Return the step at which words are typed: before kind and theme are chosen it is the same one."""
    return step if step in {Step.KIND, Step.THEME} else Step.WORDS
