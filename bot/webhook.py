"""Takes updates that Telegram posts, and answers 200 only once one is done with. Never looks at what it says.

The other way is `bot.poller`; both lose nothing by the same means. Telegram posts an update again that it got no 200
for: so one that is in work for long, or one too many, is answered 503. One that comes again is folded with the first.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import structlog
from telegram.error import BadRequest, Conflict

from bot.hook_door import HookDoor
from bot.introducing import introduce
from bot.order import Order
from bot.patience import Patience
from bot.tries import Tries, asked_for, reason
from bot.updates import WANTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application import AnyApplication
    from bot.offset import Offset
    from bot.settings import Hook
    from bot.tries import Sorry

AT_ONCE = 40  # connections that Telegram may open: its own default
MOST_OPEN = 1_000  # updates in work
REMEMBERED = 20_000  # updates that were done with, by their numbers

_log = structlog.get_logger("bot")


class Webhook:
    """Takes updates from `open` to `close`, and hands each to the application: see `bot.poller.Poller`.

    Telegram is told where to post them as soon as it can be reached, and again whenever it has forgotten. At the end it
    is not told otherwise: it keeps what people write until we are back.
    """

    def __init__(
        self,
        application: AnyApplication,
        offset: Offset,
        hook: Hook,
        sorry: Sorry,
        patience: Patience | None = None,
        troubled: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._application = application
        self._offset = offset
        self._hook = hook
        self._patience = patience or Patience()
        self._troubled = troubled
        self._tries = Tries(application, sorry, self._patience, offset.brought_voice)
        self._door = HookDoor(hook.port, urlsplit(hook.url).path or "/", hook.secret, self.take)
        self._order = Order(self._patience.overtaken)
        self._begun = self._taking = self._closing = False
        self._open: dict[int, asyncio.Task[None]] = {}
        self._done: OrderedDict[int, None] = OrderedDict()
        self._last: int | None = None
        self._introducing: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._door.port

    async def open(self) -> None:
        """Begin to listen, and have Telegram told. Raises OSError: the port is taken."""
        self._door.open()
        self._asking = asyncio.create_task(self._run())

    async def close(self, seconds: float = 10.0) -> None:
        """Take no more, and let what is in work finish for that long."""
        self._closing = True
        for task in (self._asking, self._introducing):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])
        self._tries.close()
        if self._open:
            await asyncio.wait(list(self._open.values()), timeout=seconds)
        late = [task for task in self._open.values() if task.cancel()]
        await asyncio.gather(*late, return_exceptions=True)
        await self._door.close()
        await self._application.shutdown()
        await self._application.bot.shutdown()

    async def take(self, body: bytes) -> HTTPStatus:
        """Do all there is to do about an update that was posted; return what Telegram is answered."""
        update = _update_in(body)
        if update is None:
            return HTTPStatus.BAD_REQUEST
        number = update["update_id"]
        if number not in self._open and number not in self._done:
            await self._order.keep(number)
        if number in self._done:
            return HTTPStatus.OK
        task = self._open.get(number) or self._begin_work(number, update)
        if task is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        await asyncio.wait([task], timeout=self._patience.posting)
        return HTTPStatus.OK if number in self._done else HTTPStatus.SERVICE_UNAVAILABLE

    def _begin_work(self, number: int, update: dict[str, Any]) -> asyncio.Task[None] | None:
        if not self._taking or self._closing:
            return None
        if len(self._open) >= MOST_OPEN:
            _log.warning("update-put-off", count=len(self._open))
            return None
        task = self._open[number] = asyncio.create_task(self._finish(number, update))
        return task

    async def _finish(self, number: int, update: dict[str, Any]) -> None:
        try:
            done = await self._tries.finish(update)
        except Exception as error:  # noqa: BLE001 - no single update may come again for ever
            _log.error("update-dropped", error=type(error).__name__)
            done = True
        finally:
            del self._open[number]
        if done:
            self._done[number] = None
            self._last = number
            if len(self._done) > REMEMBERED:
                self._done.popitem(last=False)

    async def _run(self) -> None:
        pauses = self._patience.until_reachable()
        while True:
            try:
                await (self._look_after() if self._begun else self._begin())
            except Exception as error:  # noqa: BLE001 - whatever it was, people go on writing
                why = "webhook-refused" if isinstance(error, BadRequest) else reason(error)
                self._tries.reachable.clear()
                _log.error("telegram-not-told", reason=why, error=type(error).__name__)
                self._troubled(why)
                await asyncio.sleep(asked_for(error) or next(pauses))
            else:
                pauses = self._patience.until_reachable()
                await asyncio.sleep(self._patience.watching)

    async def _begin(self) -> None:
        await self._application.initialize()
        await self._confirm()
        self._tries.reachable.set()
        self._taking = True  # Telegram may post while it is still answering
        await self._tell()
        self._begun = True
        self._introducing = asyncio.create_task(introduce(self._application, self._patience))
        _log.info("door-open", door="telegram")

    async def _confirm(self) -> None:
        """Have Telegram forget what was done with while we polled, or it would post that once more."""
        with suppress(Conflict):  # a webhook was set already
            done = await self._offset.read()
            await self._ask("getUpdates", {"offset": done, "limit": 1, "timeout": 0, "allowed_updates": WANTED})

    async def _tell(self) -> None:
        await self._application.bot.set_webhook(
            self._hook.url,
            max_connections=AT_ONCE,
            allowed_updates=WANTED,
            drop_pending_updates=False,
            secret_token=self._hook.secret,
        )

    async def _look_after(self) -> None:
        """See that Telegram still posts here. If nothing waits there nor here, all is done with: remember how far."""
        done, quiet = self._last, not self._open
        answer = await self._ask("getWebhookInfo", {})
        self._tries.reachable.set()
        if answer.get("url") != self._hook.url:
            _log.warning("webhook-was-changed")
            self._troubled("others-poll-too")
            await self._tell()
        elif quiet and done is not None and answer.get("pending_update_count") == 0:
            await self._store(done + 1)

    async def _store(self, following: int) -> None:
        try:
            await self._offset.advance(following)
        except Exception as error:  # noqa: BLE001 - a full disk must not silence us
            _log.error("offset-not-stored", error=type(error).__name__)

    async def _ask(self, method: str, data: dict[str, Any]) -> Any:
        return await self._application.bot._post(method, data)  # noqa: SLF001 - the public ones read it all, or nothing


def _update_in(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    is_update = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if is_update else None
