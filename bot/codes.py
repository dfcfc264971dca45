"""What is done with a receipt code: say what became of its voice, or take it back. Wrong ones are counted."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.draft import Draft, Step
from bot.screen import Outcome
from storage.receipts import WORDS_IN_A_CODE, code_words

if TYPE_CHECKING:
    from bot.draft import Part, Wish
    from bot.guesses import Guesses
    from bot.pages import Pages
    from bot.voices import Voices
    from storage.responses import Status

_log = structlog.get_logger("bot")


def looks_like_code(text: str) -> bool:
    """Say whether a text is five words with hyphens between them, or five that a code can hold but for one."""
    words = text.lower().replace("-", " ").split()
    if len(words) != WORDS_IN_A_CODE or not all(map(str.isalpha, words)):
        return False
    hyphens = text.count("-") == WORDS_IN_A_CODE - 1
    return hyphens or len(code_words().intersection(words)) >= WORDS_IN_A_CODE - 1


class Codes:
    """Uses codes for people."""

    def __init__(self, voices: Voices, guesses: Guesses, pages: Pages) -> None:
        self._voices = voices
        self._guesses = guesses
        self._pages = pages

    async def use(self, wish: Wish, person: str, draft: Draft | None, code: str, typed: Part | None) -> Outcome:
        """Look a code up; what turns out to be none is kept aside, for it may have been meant as words."""
        if self._guesses.are_used_up(person):
            return self._aside("bot-too-many-codes", draft, typed)
        try:
            status = await self._voices.status(code)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told that it's not their code
            _log.error("status", outcome="failed", error=type(error).__name__)
            return self._aside("bot-no-answer-now", draft, typed)
        if status is None:
            self._guesses.count(person)
            return self._aside(None, draft, typed)
        return self._found(wish, draft, code, status)

    async def withdraw(self, draft: Draft, answer: str) -> Outcome:
        """Take back the voice that was asked about, or leave it. A Yes to an earlier question takes nothing back."""
        sure, _, asked = answer.partition("-")
        code, after = (draft.code, _forgetting(draft)) if asked == draft.asked else (None, draft)
        if sure != "yes":
            return Outcome(after, (self._pages.plain("bot-kept", after),))
        if code is None:
            return Outcome(draft, (self._pages.plain("bot-withdraw-what", draft),))
        try:
            await self._voices.withdraw(code)  # False: an earlier try did it
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear that it may still be there
            _log.error("withdrawal", outcome="failed", error=type(error).__name__)
            return Outcome(draft, (self._pages.withdrawal_failed(draft),))
        _log.info("withdrawal", outcome="done")
        return Outcome(after, (self._pages.plain("bot-withdrawn", after),))

    def _found(self, wish: Wish, draft: Draft | None, code: str, status: Status) -> Outcome:
        if wish == "status":
            return Outcome(draft, (self._pages.status(status, draft),))
        asking = replace(draft or Draft(), code=code, asked=secrets.token_hex(4))
        return Outcome(asking, (self._pages.ask_withdrawal(asking),))

    def _aside(self, message: str | None, draft: Draft | None, typed: Part | None) -> Outcome:
        after = replace(draft or Draft(), aside=typed) if typed else draft
        page = self._pages.no_such_code(after) if message is None else self._pages.not_now(message, after)
        return Outcome(after, (page,))


def _forgetting(draft: Draft) -> Draft | None:
    """Forget the code, and the draft too when there is nothing else in it."""
    return replace(draft, code=None) if draft.parts or draft.step is not Step.KIND else None
