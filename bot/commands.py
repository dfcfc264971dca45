"""Commands, and what stands behind them: words typed behind a command are words, and a code is a code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons import BACK
from bot.choices import reach
from bot.codes import code_within, looks_like_code
from bot.draft import Draft, Part
from bot.incoming import Press
from bot.meaning import NAMES, is_short, skipping
from bot.screen import Outcome
from bot.starting import code_in_link, read_start
from intake.raw import RawWords

if TYPE_CHECKING:
    from bot.draft import Wish
    from bot.incoming import Command
    from bot.kit import Kit
    from bot.presses import Presses

_WISHES: dict[str, Wish] = {"status": "status", "withdraw": "withdraw", "change": "change"}


class Commands:
    """Does what commands say."""

    def __init__(self, kit: Kit, presses: Presses) -> None:
        self._kit = kit
        self._presses = presses

    async def do(self, person: str, draft: Draft | None, command: Command) -> Outcome:  # noqa: PLR0911 - a line each
        """Do what a command says, and lose nothing of what stands behind it."""
        name, rest, number = command.name, command.rest, command.message
        asks = _WISHES.get(name)
        if asks and (code := code_in_link(rest)):
            return await self._kit.codes.follow(person, draft, code, number, asks)
        code = code_within(rest)
        if asks and (code or (rest and is_short(rest))):
            tried = code is not None or looks_like_code(rest)
            part = Part(number, RawWords(rest), tried=tried)
            return await self._kit.codes.use(asks, person, draft, code or rest, part)
        start = read_start(rest if name == "start" else "")
        if start.kind == "preset":
            return await self._kit.arriving.come(draft, start)
        brought = start.kind if name == "start" else "words"
        if brought == "code":
            return await self._kit.codes.follow(person, draft, rest, number)
        if name == "start" and looks_like_code(rest):
            return await self._kit.codes.use("status", person, draft, rest, Part(number, RawWords(rest), tried=True))
        if brought == "unknown":
            return self._kit.ways.start(draft, self._kit.say("bot-start-unknown"))
        if name not in NAMES and not rest:
            return Outcome(draft, (self._kit.pages.plain("bot-unknown-command", draft),))
        if rest and brought == "words":  # words typed behind a command are words
            added = self._kit.writing.add(draft, Part(number, RawWords(rest if name in NAMES else f"/{name} {rest}")))
            if added.draft is None or name not in NAMES or not (name == "stop" or added.draft.has(number)):
                return added  # there was no room for them, or they are all there is
            draft = replace(added.draft, greeted=bool(draft and draft.greeted))
        return self.ask(asks, draft) if asks else await self._known(name, draft)

    def ask(self, wish: Wish, draft: Draft | None) -> Outcome:
        """Ask for a code."""
        asking = replace(draft or Draft(), expects=wish)
        return Outcome(asking, (self._kit.pages.ask(wish, asking),))

    async def _known(self, name: str, draft: Draft | None) -> Outcome:
        if name == "updates":
            return await self._kit.latest.show(draft)
        if name in self._kit.ways.named:
            return self._kit.ways.named[name](draft)
        if draft is None:
            return self._kit.ways.start(None)
        if draft.beside or name == "back":  # who is on a page beside wants to leave that
            return await self._kit.steps.at(draft if draft.beside else reach(draft, BACK[draft.step]))
        if meant := skipping(self._kit.screens.buttons.of(draft)):
            return await self._presses.press(draft, Press(*meant, 0))
        return await self._kit.steps.at(draft, self._kit.say("bot-no-skip"))
