"""Looks every minute at what can't wait: tells the lead and the deputy, and the doors whether anybody reads.

Tells at most once in a quarter of an hour, however many voices come; what can't be told is tried again. What was told
is in intake.db, so that a restart tells nothing twice.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import structlog

from desk.outgoing import relay_settings
from intake.mail.alert import AlertPost, send_alert
from storage.watching import Limits, fail, is_due, last_sent, nobody_reads, tell, watch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desk.settings import Settings
    from intake.quiet import Readers
    from intake.wording import Wording
    from storage.writer import Writer

BETWEEN = 15 * 60  # seconds between two mails
_EVERY = 60.0  # seconds

_log = structlog.get_logger("desk")


def limits_of(settings: Settings) -> Limits:
    """Return after how long what is to be done."""
    its = settings.alerts
    return Limits(its.again_hours, its.unopened_hours, its.urgent_hours, its.quiet_days)


def post_of(settings: Settings) -> AlertPost:
    """Return to whom alerts go, and how."""
    mail = settings.mail
    return AlertPost(settings.alerts.addresses, mail.addresses[0], mail.from_name, relay_settings(settings))


class Alerting:
    """Watches, tells and keeps `readers` up to date, from `open` to `close`."""

    def __init__(
        self,
        writer: Writer,
        limits: Limits,
        post: AlertPost,
        say: Wording,
        readers: Readers,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._writer, self._limits, self._post = writer, limits, post
        self._say, self._readers, self._clock = say, readers, clock
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Look once, and go on looking."""
        self._task = asyncio.create_task(self._go_on())
        await self.look_for_readers()

    async def close(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self) -> None:
        """Look once: tell what has to be told now, if somebody is there to be told."""
        await self.look_for_readers()
        now = self._clock()
        if not self._post.addresses or not await self._writer.run(partial(self._has_to_tell, now=now)):
            return
        missed = await send_alert(self._post, self._say) if self._post.relay.host else self._post.addresses
        if len(missed) == len(self._post.addresses):
            _log.error("alert", outcome="failed")
            await self._writer.run(partial(fail, now=now))
            return
        _log.info("alert", outcome="sent")
        await self._writer.run(partial(tell, now=now, trouble=bool(missed)))

    async def look_for_readers(self) -> None:
        """Note what can't wait, and whether anybody reads."""
        self._readers.nobody = await self._writer.run(partial(self._note, now=self._clock()))

    def _note(self, conn: sqlite3.Connection, now: float) -> bool:
        watch(conn, self._limits, now)
        return nobody_reads(conn, self._limits, now)

    def _has_to_tell(self, conn: sqlite3.Connection, now: float) -> bool:
        return now - last_sent(conn) >= BETWEEN and is_due(conn, self._limits, now)

    async def _go_on(self) -> None:
        while True:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - the doors stay open, and the next minute tries again
                _log.error("alert", outcome="failed", error=type(error).__name__)
            await asyncio.sleep(_EVERY)
