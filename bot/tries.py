"""Hands an update to the application until it is done with, or whoever wrote was told that it could not be.

Logs say the kinds of errors alone: the library's messages quote tokens and texts.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import structlog
from telegram import Update
from telegram.constants import ChatType, UpdateType
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.application import AnyApplication
    from bot.patience import Patience

    Sorry = Callable[[int], Awaitable[None]]

AT_ONCE = 16  # measured best (fact 25)
_KINDS: tuple[tuple[type[TelegramError], str], ...] = ((InvalidToken, "token-refused"), (Conflict, "others-poll-too"))
_MORE = 0.1  # seconds: Telegram counts in whole ones

_log = structlog.get_logger("bot")


class Tries:
    """Belongs to one application, whose failures it hears of. `reachable` says whether Telegram is.

    `sorry` tells the person in a chat that a message could not be handled.

    `waiting` are the updates that wait for others of the same person's, or failed and are tried again; `unreceipted`
    those that brought a voice before they failed. They are tried until the receipt is shown: it can't be unsaid.
    """

    def __init__(
        self,
        application: AnyApplication,
        sorry: Sorry,
        patience: Patience,
        brought_voice: Callable[[int], Awaitable[bool]] | None = None,
    ) -> None:
        self._application = application
        self._brought_voice = brought_voice
        self._sorry = sorry
        self.waiting: set[int] = set()
        self.unreceipted: set[int] = set()
        self._patience = patience
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._failed: dict[int, Exception] = {}
        self._closing = asyncio.Event()
        self.reachable = asyncio.Event()
        application.add_error_handler(self._remember)

    def close(self) -> None:
        """Begin nothing more; what is being done may end."""
        self._closing.set()
        self.reachable.set()

    async def finish(self, raw: dict[str, Any]) -> bool:
        """Do all there is to do about an update; False if we closed before that."""
        update = self._parsed(raw)
        if update is None:
            return await self._tell(_chat_of(raw))
        done: list[bool] = []

        async def when_it_is_their_turn() -> None:
            self.waiting.discard(update.update_id)
            done.append(await self._finish(update))

        self.waiting.add(update.update_id)
        try:
            await self._application.update_processor.process_update(update, when_it_is_their_turn())
        finally:
            self.waiting.discard(update.update_id)
            self.unreceipted.discard(update.update_id)
        return done == [True] or not (done or self._closing.is_set())  # too many of theirs waited, and they were told

    def _parsed(self, raw: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(trimmed(raw), self._application.bot)
        except Exception as error:  # noqa: BLE001 - whatever Telegram thinks of next
            _log.error("update-not-understood", error=type(error).__name__)
            return None

    async def _finish(self, update: Update) -> bool:
        network, ours = iter(self._patience.network), iter(self._patience.ours)
        attempt = 0
        while True:
            async with self._at_once:
                if self._closing.is_set():
                    return False
                error = await self._try(update)
            if error is None or isinstance(error, Forbidden):  # they have blocked the bot: nobody is there to be told
                return True
            attempt += 1
            _log.error("update-failed", attempt=attempt, error=type(error).__name__)
            brought = await self._may_have_brought_voice(update.update_id)
            pause = asked_for(error) or next(network if may_pass(error) else ours, None)
            if pause is None and not brought:
                return await self._tell(_chat(update))
            await self._rest(self._patience.network[-1] if pause is None else pause)

    async def _may_have_brought_voice(self, update: int) -> bool:
        """Say whether an update that failed may have brought a voice: it may as long as that can't be read."""
        if update in self.unreceipted:
            return True
        try:
            brought = self._brought_voice is not None and await self._brought_voice(update)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the disk
            _log.error("voice-not-looked-up", error=type(error).__name__)
            self.waiting.add(update)
            return True
        (self.unreceipted if brought else self.waiting).add(update)
        return brought

    async def _try(self, update: Update) -> Exception | None:
        """Let the application handle it once; return what went wrong."""
        try:
            async with asyncio.timeout(self._patience.one_try):
                await self._application.process_update(update)
        except Exception as error:  # noqa: BLE001 - handlers' own errors come by way of `_remember`
            return error
        return self._failed.pop(update.update_id, None)

    async def _remember(self, update: object, context: Any) -> None:
        """Keep what a handler raised, which the application would swallow (fact 23)."""
        if isinstance(update, Update):
            self._failed[update.update_id] = context.error
        raise ApplicationHandlerStop

    async def _tell(self, chat: int | None) -> bool:
        """Say that it didn't work; False if we closed before that."""
        pauses = iter(self._patience.ours)
        while chat is not None and (error := await self._tell_once(chat)):
            pause = asked_for(error) or next(pauses, None)
            if pause is None:
                _log.error("person-not-told")
                return True
            await self._rest(pause)
            if self._closing.is_set():
                return False
        return True

    async def _tell_once(self, chat: int) -> TelegramError | None:
        try:
            await self._sorry(chat)
        except (Forbidden, BadRequest):
            return None  # nobody is there (any more)
        except TelegramError as error:
            return error
        return None

    async def _rest(self, seconds: float) -> None:
        """Wait that long, and until Telegram can be reached; not while closing."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)
        await self.reachable.wait()


def may_pass(error: Exception) -> bool:
    """Tell whether it may be the network's or Telegram's fault."""
    return isinstance(error, NetworkError | TimeoutError) and not isinstance(error, BadRequest)


def reason(error: Exception) -> str:
    """Return why Telegram gave nothing."""
    return next((why for kind, why in _KINDS if isinstance(error, kind)), "unreachable")


def asked_for(error: Exception) -> float | None:
    """Return the pause that Telegram asked for (429), of this chat alone: its messages are taken after that."""
    if not isinstance(error, RetryAfter):
        return None
    return error._retry_after.total_seconds() + _MORE  # noqa: SLF001 - the public one warns that its type will change


def _chat(update: Update) -> int | None:
    """Return whom to tell: somebody who wrote in private."""
    chat = update.effective_chat
    wrote = update.effective_message or update.callback_query
    return chat.id if chat and wrote and chat.type == ChatType.PRIVATE else None


def _chat_of(raw: dict[str, Any]) -> int | None:
    """Return the same of an update that can't be read."""
    tapped = raw.get(UpdateType.CALLBACK_QUERY) or raw
    for kind in (UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE):
        with suppress(AttributeError, TypeError, KeyError):
            chat = tapped[kind]["chat"]
            if chat["type"] == ChatType.PRIVATE:
                return int(chat["id"])
    return None
