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
from bot.meaning import LABELS, NAMES, SURES, age_band, folded, plain, plainly, pressed, skipping
from bot.pages import Pages
from bot.saying import Say, remembering
from bot.screen import ANY, Outcome, Screen
from bot.screens import Screens
from bot.steps import Steps
from bot.writing import Writing
from intake.raw import RawWords
from intake.signpost import suggests_risk
from storage.model import AgeBand

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.draft import Wish
    from bot.guesses import Guesses
    from bot.meaning import Sure
    from bot.settings import BotSettings
    from bot.voices import Voices
    from intake.passage import Passage

ALONE = "alone"  # what a link of ours puts behind /start
_WISHES: dict[str, Wish] = {"status": "status", "withdraw": "withdraw"}
_A_SENTENCE = 3  # messages that one sentence is spread over
_SHORT_ANSWER = 8  # words


class Conversation:
    """Answers everybody; what it knows of one person is in their draft."""

    def __init__(self, settings: BotSettings, passage: Passage, voices: Voices, say: Say, guesses: Guesses) -> None:
        self._settings = settings
        self._say = remembering(say)
        self.screens = Screens(settings, self._say)
        self.pages = Pages(settings, self._say, self.screens)
        self._steps = Steps(passage, self._say, self.screens)
        self._writing = Writing(self._say, self.screens, self.pages, self._steps)
        self._codes = Codes(voices, guesses, self.pages, self._writing, self._say)
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
        if draft is None or not draft.has_words or not isinstance(came, Typed):
            return None
        before = replace(draft, parts=draft.taking_in().without(came.message).parts[-_A_SENTENCE:])
        together = before.with_part(Part(came.message, RawWords(text))).words
        return self.screens.signpost() if suggests_risk(together) and not suggests_risk(before.words) else None

    async def answer(self, person: str, draft: Draft | None, came: Incoming) -> Outcome:
        """Answer one person. `person` is any text that tells people apart; it is kept only as a keyed hash."""
        press = self._plainly(draft, came) if draft else None
        draft = draft and replace(draft, asks=None)
        if press:
            return await self._press(draft, press)
        if draft and isinstance(came, Press | Command):
            draft = replace(draft, expects=None)  # who does this doesn't go on to type the code they were asked for
        if isinstance(came, Press):
            return await self._press(draft, came)
        if isinstance(came, Odd):
            return await self._odd(draft, came)
        if isinstance(came, Command):
            return await self._command(person, draft, came)
        return await (self._edited if came.edited else self._typed)(person, draft, came)

    # What is typed.

    def _plainly(self, draft: Draft, came: Incoming) -> Press | None:
        """Return the button that was meant by a yes or no, if the last thing that was asked can be answered so."""
        if draft.asks is None or not isinstance(came, Typed) or came.edited:
            return None
        sure = self._sure(came.text)
        return Press(draft.token, *plainly(draft, draft.asks, sure), came.update) if sure else None

    def _sure(self, text: str) -> Sure | None:
        """Return whether somebody plainly said yes or no; None if they said anything else."""
        said = (sure for sure in SURES if plain(self._say(f"bot-answers-{sure}"), text))
        return next(said, None)

    async def _typed(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:  # noqa: PLR0911 - one for each way
        expects = draft.expects if draft else None
        if draft and expects:
            draft = replace(draft, expects=None)
        words = RawWords(typed.text)
        if looks_like_code(typed.text):
            part = Part(typed.message, words, tried=expects is not None)
            outcome = await self._codes.use(expects or "status", person, draft, typed.text, part)
            odd = (self.pages.beside(typed.beside),) if typed.beside else ()
            return replace(outcome, screens=(*odd, *outcome.screens))
        here, part = draft or Draft(), Part(typed.message, words)
        if (word := folded(typed.text)) in NAMES:
            return await self._command(person, draft, Command(word, "", typed.message))
        if press := self._meant(here, typed, begun=draft is not None):
            return await self._press(here if press.token == here.token else draft, press)
        if expects and (sure := self._sure(typed.text)):
            return (
                self._ask(expects, draft) if sure == "yes" else Outcome(draft, (self.pages.plain("bot-kept", draft),))
            )
        if expects and _is_short(typed.text):
            return await self._codes.use(expects, person, draft, typed.text, part)
        if self._answers_nothing(here, typed.text):
            again = await self._handover.brought(draft, typed.update)  # a yes that sent, just before a restart
            return again or Outcome(draft, (self.pages.odd("answer", draft),))
        return self._writing.add(draft, part, beside=typed.beside)

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

    def _answers_nothing(self, draft: Draft, text: str) -> bool:
        """Say whether an answer was typed where no question has it, nor are words asked for."""
        if draft.step is Step.WORDS:
            return False
        labels = {self._say(f"bot-button-{name}").casefold() for name in LABELS}
        return self._sure(text) is not None or (not draft.has_words and folded(text) in labels)

    async def _edited(self, person: str, draft: Draft | None, typed: Typed) -> Outcome:
        """Let an edit change the draft; what was sent stays."""
        part = Part(typed.message, RawWords(typed.text))
        if looks_like_code(typed.text):
            return await self._codes.use_edited(person, draft, typed.text, part)
        if draft is None or not (draft.has(typed.message) or draft.sets_aside(typed.message)):
            return Outcome(draft, (self.pages.plain("bot-edit-too-late", draft),))
        return await self._writing.change(draft, part)

    async def _odd(self, draft: Draft | None, odd: Odd) -> Outcome:
        """Ask for words; who edited theirs away from beside a picture has taken them out."""
        if odd.emptied is None:
            return Outcome(draft, (self.pages.odd(odd.thing, draft),))
        if draft and (draft.has(odd.emptied) or draft.sets_aside(odd.emptied)):
            return await self._writing.take_out(draft, odd.emptied)
        return Outcome(draft, (self.pages.plain("bot-edit-too-late", draft),))

    # Commands.

    async def _command(self, person: str, draft: Draft | None, command: Command) -> Outcome:
        name, rest, number = command.name, command.rest, command.message
        asks = _WISHES.get(name)
        if asks and rest and _is_short(rest):
            tried = looks_like_code(rest)
            return await self._codes.use(asks, person, draft, rest, Part(number, RawWords(rest), tried=tried))
        if name == "start" and looks_like_code(rest):
            return await self._codes.use("status", person, draft, rest, Part(number, RawWords(rest), tried=True))
        if name not in NAMES and not rest:
            return Outcome(draft, (self.pages.plain("bot-unknown-command", draft),))
        if rest and not (name == "start" and rest == ALONE):  # words typed behind a command are words
            added = self._writing.add(draft, Part(number, RawWords(rest if name in NAMES else f"/{name} {rest}")))
            if added.draft is None or name not in NAMES or not (name == "stop" or added.draft.has(number)):
                return added  # there was no room for them, or they are all there is
            draft = replace(added.draft, greeted=bool(draft and draft.greeted))
        return self._ask(asks, draft) if asks else await self._known(name, draft)

    def _ask(self, wish: Wish, draft: Draft | None) -> Outcome:
        asking = replace(draft or Draft(), expects=wish)
        return Outcome(asking, (self.pages.ask(wish, asking),))

    async def _known(self, name: str, draft: Draft | None) -> Outcome:
        if name in self._commands:
            return self._commands[name](draft)
        if draft is None:
            return self._start(None)
        if name == "back":
            return await self._steps.at(reach(draft, BACK[draft.step]))
        if meant := skipping(self.screens.buttons.of(draft)):
            return await self._press(draft, Press(*meant, 0))
        return await self._steps.at(draft, self._say("bot-no-skip"))

    def _start(self, draft: Draft | None) -> Outcome:
        if draft and draft.parts and (draft.greeted or draft.step is not Step.KIND):
            return Outcome(replace(draft, asks="begun"), (self.screens.begun(draft),))
        new = draft if draft and draft.parts else afresh(draft) if draft else Draft()
        return Outcome(replace(new, greeted=True), (self.screens.step(new),))

    def _stop(self, draft: Draft | None) -> Outcome:
        if draft is None:
            return Outcome(None, (self.screens.over("bot-nothing-to-stop"),))
        return Outcome(None, (self.screens.over("bot-stopped" if draft.is_begun else "bot-stopped-kept"),))

    # Buttons.

    async def _press(self, draft: Draft | None, press: Press) -> Outcome:
        if press.token == ANY:
            return self._commands["help" if press.action == "help" else "start"](draft)
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
                return await self._steps.at(reach(draft, Step(press.value)))
            case "help" | "stop" as name:
                return self._commands[name](draft)
            case "again":
                return self._start(None)
            case "under16":
                young = under_16(draft)  # at once: who writes on instead of tapping is under 16 all the same
                return self._young(young)
            case "young":
                young = under_16(draft)
                return await self._steps.at(reach(young, young.step))
            case "drop" if press.value.isascii() and press.value.isdigit():
                new = replace(draft.without(int(press.value)), consent=None)
                return await self._steps.at(reach(new, Step.WORDS), self._say("bot-taken-out"))
            case "aside" if draft.aside:
                return self._writing.take_aside(draft)
            case action if action in CHOOSES:
                chosen = choose(draft, action, press.value, self._settings)
                if action == "age" and press.value == AgeBand.UNDER_16:
                    return self._young(chosen)
                return await self._steps.at(chosen)
        return await self._steps.at(draft)

    def _young(self, draft: Draft) -> Outcome:
        """Tell somebody under 16 what they must hear, and go on from there."""
        return Outcome(replace(draft, asks="young"), (self.screens.young(draft),))

    async def _send(self, draft: Draft, press: Press) -> Outcome:
        seen = reach(draft, Step.SUMMARY)
        if draft.step is not Step.SUMMARY or seen != draft or draft.consent is None:  # not all of it was seen
            return await self._steps.at(seen, self._say("bot-look-first"))
        return await self._handover.send(replace(draft, asks="send"), draft.consent, press.update)

    async def _stale(self, draft: Draft | None, press: Press) -> Outcome:
        """Answer a button of another draft, or of one that is gone."""
        if press.action == "send" and (outcome := await self._handover.again(draft, press.token, press.update)):
            return outcome
        if draft is not None:
            return await self._steps.at(draft, self._say("bot-stale-here"))
        sent = self._handover.was_sent(press.token)
        return Outcome(None, (self.screens.over("bot-sent-already" if sent else "bot-stale"),))


def _said(came: Incoming) -> str:
    """Return what was typed: a command too, for "/i want to die" is one."""
    if isinstance(came, Typed):
        return came.text
    return f"{came.name} {came.rest}" if isinstance(came, Command) else ""


def _is_short(text: str) -> bool:
    """Say whether a text may be an answer to who asked for a code; whoever wrote more wrote something else."""
    return len(text.split()) <= _SHORT_ANSWER
