"""Takes updates from Telegram, and lets it forget one only after it was answered. Never looks at what it says.

Telegram forgets what lies below the number it is asked for (the offset). So that stays at the oldest update that isn't
done with, and is in intake.db, if that can be, before Telegram hears of it (facts 23, 25). But Telegram gives no more
than a hundred updates from there: before some of them keep everybody else out, they are kept in memory alone.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import structlog

from bot.introducing import introduce
from bot.patience import Patience
from bot.tries import Tries, reason
from bot.updates import WANTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application import AnyApplication
    from bot.offset import Offset
    from bot.tries import Sorry

GIVEN = 100  # updates at most, in one answer
MOST_ASIDE = 2_000  # updates kept in memory alone
_REMEMBERED = 10_000  # numbers of updates that were handed out: one that comes again isn't handed out again
_LATE = 1_000  # so far below what was asked for, an update is late; further below, Telegram counts anew

_log = structlog.get_logger("bot")


class Poller:
    """Asks for updates from `open` to `close`, and hands each to the application.

    The application has no updater, and handlers that are awaited (not `block=False`). `sorry` tells the person in a
    chat that a message could not be handled. Being out of reach of Telegram is no failure: it is asked again, and
    `troubled` hears why ("token-refused", "others-poll-too" or "unreachable") each time; it may not raise.
    """

    def __init__(
        self,
        application: AnyApplication,
        offset: Offset,
        sorry: Sorry,
        patience: Patience | None = None,
        troubled: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._application = application
        self._offset = offset
        self._patience = patience or Patience()
        self._troubled = troubled
        self._tries = Tries(application, sorry, self._patience, offset.brought_voice)
        self._begun = False
        self._asked = 0
        self._stored = 0  # the same, unless it can't be stored: then what is done would come again after a restart
        self._seen = -1
        self._handed: dict[int, None] = {}
        self._open: dict[int, asyncio.Task[None]] = {}  # handed out, and not done with
        self._tasks: set[asyncio.Task[None]] = set()  # of those kept in memory alone, too
        self._storing: asyncio.Task[None] | None = None
        self._introducing: asyncio.Task[None] | None = None
        self._storable = self._patience.until_reachable()
        self._store_from = 0.0

    async def open(self) -> None:
        """Begin to ask."""
        self._asking = asyncio.create_task(self._run())

    async def close(self, seconds: float = 10.0) -> None:
        """Ask no more, let what is in work finish for that long, and remember how far we are."""
        await _end(self._asking)
        await _end(self._introducing)
        self._tries.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        late = [task for task in self._tasks if task.cancel()]
        await asyncio.gather(*late, return_exceptions=True)
        if self._storing is not None:
            await self._storing
        self._store_from = 0.0
        await self._store()
        await self._application.shutdown()
        await self._application.bot.shutdown()  # which has been opened even if the application never was

    async def _run(self) -> None:
        pauses = self._patience.until_reachable()
        while True:
            try:
                await self._take_some()
            except Exception as error:  # noqa: BLE001 - whatever it was, people go on writing
                self._tries.reachable.clear()
                _log.error("telegram-gave-nothing", reason=reason(error), error=type(error).__name__)
                self._troubled(reason(error))
                await asyncio.sleep(next(pauses))
                continue
            pauses = self._patience.until_reachable()
            if self._open:  # Telegram would give them again, at once
                await asyncio.wait(list(self._open.values()), timeout=self._patience.between)

    async def _take_some(self) -> None:
        """Ask, and hand out what comes; keep none of it here through the next question."""
        updates = await self._ask()
        self._tries.reachable.set()
        new = [update for update in updates if update["update_id"] not in self._handed]
        self._take(new)
        if len(updates) >= GIVEN:
            self._make_room()
        if updates and not new and not self._open:
            await asyncio.sleep(self._patience.between)

    async def _ask(self) -> list[dict[str, Any]]:
        """Return what Telegram has for us, as JSON: one update that can't be read must not keep the others back."""
        if not self._begun:
            await self._begin()
        await self._store()
        wait = 0 if self._open else self._patience.asking
        asked = self._asked
        data = {"offset": asked, "timeout": wait, "allowed_updates": WANTED}
        # `get_updates` fails for all updates if one can't be read, and logs them all (fact 26).
        answer: Any = await self._application.bot._post(  # noqa: SLF001
            "getUpdates", data, read_timeout=wait + self._patience.answering
        )
        updates = _in_order(answer)
        if updates and updates[0]["update_id"] < asked - _LATE:
            self._begin_anew(updates[0]["update_id"])
        return updates

    async def _begin(self) -> None:
        await self._application.initialize()
        await self._application.bot.delete_webhook()  # else Telegram hands updates to nobody else
        self._asked = self._stored = await self._offset.read()
        self._seen = self._asked - 1
        self._begun = True
        self._introducing = asyncio.create_task(introduce(self._application, self._patience))
        _log.info("door-open", door="telegram")

    def _take(self, updates: list[dict[str, Any]]) -> None:
        for update in updates:
            number = update["update_id"]
            self._seen = max(self._seen, number)
            self._handed[number] = None
            task = self._open[number] = asyncio.create_task(self._finish(update))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        while len(self._handed) > _REMEMBERED:
            del self._handed[next(iter(self._handed))]

    def _make_room(self) -> None:
        """Keep in memory alone what waits, for the next try or for others of the same person's.

        What brought a voice would get no receipt after a crash: it goes last.
        """
        room = MOST_ASIDE - (len(self._tasks) - len(self._open))
        waits = [update for update in self._open if update in self._tries.waiting]
        if not waits and all(update in self._tries.unreceipted for update in self._open):
            waits = list(self._open)
        for update in waits[: max(room, 0)]:
            del self._open[update]

    async def _finish(self, update: dict[str, Any]) -> None:
        try:
            done = await self._tries.finish(update)
        except Exception as error:  # noqa: BLE001 - no single update may keep all others back for ever
            _log.error("update-dropped", error=type(error).__name__)
            done = True
        if done:
            self._open.pop(update["update_id"], None)
            if self._storing is None or self._storing.done():  # a crash would bring again what isn't stored by then
                self._storing = asyncio.create_task(self._store())

    async def _store(self) -> None:
        """Remember how far we are: up to the oldest update that isn't done with."""
        following = min(self._open, default=self._seen + 1)
        if not self._begun:
            return
        if following != self._stored and _now() >= self._store_from:
            await self._try_to_store(following)
        self._asked = following

    async def _try_to_store(self, following: int) -> None:
        try:
            await self._offset.advance(following)
        except Exception as error:  # noqa: BLE001 - a full disk must not silence us: what it can't store, it did not
            _log.error("offset-not-stored", error=type(error).__name__)
            self._store_from = _now() + next(self._storable)
        else:
            self._stored = following
            self._storable = self._patience.until_reachable()

    def _begin_anew(self, first: int) -> None:
        """Follow Telegram, which after a quiet week counts on from any number (core.telegram.org/bots/api#update)."""
        self._open.clear()
        self._handed.clear()
        self._seen = first - 1
        _log.info("updates-counted-anew")


def _in_order(answer: Any) -> list[dict[str, Any]]:
    """Return the updates of an answer that have a number, each once, in the order of these: servers differ."""
    found = (update for update in answer if isinstance(update, dict) and isinstance(update.get("update_id"), int))
    by_number = {update["update_id"]: update for update in found}
    return [by_number[number] for number in sorted(by_number)]


async def _end(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
        await asyncio.wait([task])


def _now() -> float:
    return asyncio.get_running_loop().time()
