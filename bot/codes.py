"""What is done with a receipt code: say what became of its voice, change its use, take it back. Wrong ones count."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.draft import Draft, Step
from bot.screen import Outcome
from storage.model import Consent, State
from storage.receipts import WORDS_IN_A_CODE, code_words

if TYPE_CHECKING:
    from bot.draft import Asking, Part, Question, Wish
    from bot.lookup import LookUp, Miss
    from bot.pages import Pages
    from bot.saying import Say
    from bot.writing import Writing
    from intake.voices import Voices
    from storage.responses import Status

ASKED: dict[str, Asking] = {
    "withdraw": "withdraw",
    "change": "change",
    "stay": "stay",
}  # by the action of the answers' buttons
_DOES: dict[Asking, frozenset[str]] = {
    "withdraw": frozenset({"yes"}),
    "change": frozenset(Consent),
    "stay": frozenset({"yes"}),
}
_MOST_AROUND = 5  # words beside a code; who writes more tells something
_LETTERS = re.compile("[a-z]+")
_ALIKE = 3  # words that a mistyped code shares with the right one, in their places

_log = structlog.get_logger("bot")


def looks_like_code(text: str) -> bool:
    """Say whether a text is five words with hyphens between them, or five that a code can hold but for one."""
    words = _words(text)
    if len(words) != WORDS_IN_A_CODE or not all(map(str.isalpha, words)):
        return False
    hyphens = text.count("-") == WORDS_IN_A_CODE - 1
    return hyphens or len(code_words().intersection(words)) >= WORDS_IN_A_CODE - 1


def code_within(text: str) -> str | None:
    """Return the code in a short text, whatever stands around its words and between them; None if there is none."""
    said = _LETTERS.findall(text.lower())
    if len(said) > WORDS_IN_A_CODE + _MOST_AROUND:
        return None
    fives = [said[at : at + WORDS_IN_A_CODE] for at in range(len(said) - WORDS_IN_A_CODE + 1)]
    codes = [five for five in fives if code_words().issuperset(five)]
    return "-".join(min(codes, key=lambda five: "status" in five)) if codes else None  # a code can hold that word too


class Codes:
    """Uses codes for people. What turns out to be none is never lost: it may have been meant as words."""

    def __init__(self, voices: Voices, look_up: LookUp, pages: Pages, writing: Writing, say: Say) -> None:
        self._voices = voices
        self._look_up = look_up
        self._pages = pages
        self._writing = writing
        self._say = say

    async def use(self, wish: Wish, person: str, draft: Draft | None, code: str, typed: Part) -> Outcome:
        """Look up what looks like a code, or came when one was asked for (`typed.tried`)."""
        found = await self._look_up.status(person, code)
        if not isinstance(found, str):
            return self._found(wish, draft, code, typed.message, found)
        if draft and not typed.tried and (draft.step is Step.WORDS or draft.parts):
            return self._writing.add(draft, typed, *self._or_words(found))
        return self._aside(found, draft or Draft(), typed)

    async def follow(self, person: str, draft: Draft | None, code: str, message: int, wish: Wish = "status") -> Outcome:
        """Look up the code of a receipt's link: nobody made it up, so if it leads to nothing it was no words."""
        found = await self._look_up.status(person, code)
        if isinstance(found, str):
            return Outcome(draft, (self._pages.no_code(found, draft),))
        return self._found(wish, draft, code, message, found)

    async def use_edited(self, person: str, draft: Draft | None, code: str, typed: Part) -> Outcome:
        """Look up what looks like a code since it was edited; if it is none, it stays what it was."""
        found = await self._look_up.status(person, code)
        if not isinstance(found, str):
            return self._found("status", draft, code, typed.message, found)
        if draft and draft.has(typed.message):
            return await self._writing.change(draft, typed)
        if draft and draft.sets_aside(typed.message):
            return self._aside(found, draft, typed)
        return Outcome(draft, (self._pages.no_code(found, draft),))

    async def answered(self, wish: Asking, draft: Draft, answer: str) -> Outcome:
        """Do what was answered when a code was found, or leave the voice as it is.

        An answer to an earlier question does nothing: it would be done to another voice.
        """
        said, _, asked = answer.partition("-")
        code, after = (draft.code, forgetting(draft)) if asked == draft.asked else (None, draft)
        if said not in _DOES[wish]:
            return Outcome(after, (self._pages.plain("bot-kept", after),))
        if code is None:
            return Outcome(draft, (self._pages.plain(f"bot-{wish}-what", draft),))
        try:
            return await self._done(wish, code, said, after)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear that it may not be done
            _log.error("wish-by-code", outcome="failed", error=type(error).__name__)
            asking = replace(draft, asks=wish)
            return Outcome(asking, (self._pages.failed(wish, asking),))

    async def _done(self, wish: Asking, code: str, said: str, after: Draft | None) -> Outcome:
        """Do it, and say so. That a choice was changed isn't logged: a time could be laid beside Telegram's."""
        if wish == "change":
            changed = await self._voices.choose(code, Consent(said))
            return Outcome(after, (self._pages.changed(changed, Consent(said), after),))
        if wish == "stay":
            back = await self._voices.stay(code)
            return Outcome(after, (self._pages.plain("bot-stayed" if back else "bot-stay-late", after),))
        if not await self._voices.leave(code):  # it was erased since it was found
            return Outcome(after, (self._pages.plain("bot-gone", after),))
        _log.info("withdrawal", outcome="done")
        leaving = _asking("stay", after, code)
        return Outcome(leaving, (self._pages.leaving("bot-withdrawn", leaving),))

    def _found(self, wish: Wish, draft: Draft | None, code: str, message: int, status: Status) -> Outcome:
        draft = draft and _without_tries(draft, code, message)
        if status.state is State.LEAVING:
            leaving = _asking("stay", draft, code)
            return Outcome(leaving, (self._pages.leaving("bot-leaving", leaving),))
        if wish == "status" and status.state is State.ASKED:
            asking = _asking("permit", draft, code)
            return Outcome(asking, (self._pages.status(status, asking),))
        if wish == "status" and status.question:
            asking = _asking("answer", draft, code)
            return Outcome(asking, (self._pages.status(status, asking),))
        if wish == "status":
            return Outcome(draft, (self._pages.status(status, draft),))
        asking = _asking(wish, draft, code)
        ask = self._pages.ask_change(status, asking) if wish == "change" else self._pages.ask_withdrawal(asking)
        return Outcome(asking, (ask,))

    def _aside(self, miss: Miss, draft: Draft, typed: Part) -> Outcome:
        if not draft.room_for(typed):
            return self._writing.too_much(draft)
        after = draft.with_aside(typed)
        return Outcome(after, (self._pages.no_code(miss, after),))

    def _or_words(self, miss: Miss) -> tuple[str, ...]:
        why = self._say("bot-words-no-code" if miss == "bot-no-such-code" else miss)
        return (why, self._say("bot-words-or-code"))


def _asking(asks: Question, draft: Draft | None, code: str) -> Draft:
    """Remember what is asked about which voice, under a new mark: the buttons of earlier questions do nothing."""
    return replace(draft or Draft(), code=code, asked=secrets.token_hex(4), asks=asks)


def _without_tries(draft: Draft, code: str, message: int) -> Draft:
    """Forget what was set aside and is this very code, mistyped: its writer has sent it right now.

    A part that was edited into the code is part of the words no more.
    """
    if draft.has(message):
        draft = replace(draft.without(message), consent=None)
    right = _words(code)
    alike = (
        part
        for part in draft.aside
        if sum(one == other for one, other in zip(_words(part.words.reveal()), right, strict=False)) >= _ALIKE
    )
    for part in alike:
        draft = draft.without_aside(part.message)
    return draft


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").split()


def forgetting(draft: Draft) -> Draft | None:
    """Forget the code, and the draft too when there is nothing else in it."""
    return replace(draft, code=None) if draft.is_begun or draft.contact else None
