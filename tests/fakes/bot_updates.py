"""The updates that wait for a bot, and what an offset does to them, as Telegram's own server has it."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# Telegram takes an offset further than this ahead of its next update for a mistake, and starts at the oldest one.
AHEAD = 10
ALWAYS_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}  # only if they are named


class Conflict(Exception):
    """Two ask for the same updates, or a webhook does."""


class Updates:
    """Updates in their order. `pending` are those not yet confirmed, `confirmed` what the bot ever confirmed."""

    def __init__(self, first: int | None = None) -> None:
        # From the same wide range as Telegram's own first update.
        self.next_id = first or random.randint(2_000_001, 2**30)  # noqa: S311 - not a secret
        self.pending: dict[int, dict[str, Any]] = {}
        self.confirmed: list[int] = []
        self.changed = asyncio.Condition()
        self.gives: Callable[[list[dict[str, Any]]], list[dict[str, Any]]] = list  # as a server does that gives others
        self._wanted: list[str] = []
        self._asking: asyncio.Future[None] | None = None

    async def add(self, kind: str, content: Any) -> int:
        """Queue an update, if the bot wants this kind; return its id."""
        return await self.add_raw({kind: content})

    async def add_raw(self, content: dict[str, Any]) -> int:
        """Queue an update that may be like no update there is."""
        number, self.next_id = self.next_id, self.next_id + 1
        kind = next(iter(content), "")
        wanted = kind in self._wanted if self._wanted else kind not in ALWAYS_ASKED_FOR
        async with self.changed:
            if wanted or kind not in KINDS:
                self.pending[number] = {"update_id": number, **content}
            self.changed.notify_all()
        return number

    async def add_unasked(self, content: dict[str, Any]) -> int:
        """Queue an update whatever kinds the bot wants, as another server than Telegram's may."""
        number, self.next_id = self.next_id, self.next_id + 1
        async with self.changed:
            self.pending[number] = {"update_id": number, **content}
            self.changed.notify_all()
        return number

    async def get(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """Confirm all below `offset` and return those that wait, or wait for one."""
        self._wanted = data.get("allowed_updates", self._wanted)
        offset, limit = data.get("offset", 0), data.get("limit", 100)
        self._end_other()
        asking = self._asking = asyncio.get_running_loop().create_future()
        async with self.changed:
            self._confirm(offset)
            self.changed.notify_all()
        try:
            return await self._or_conflict(asking, max(1, min(limit, 100)), data.get("timeout", 0))
        finally:
            asking.cancel()

    async def _or_conflict(self, asking: asyncio.Future[None], limit: int, seconds: float) -> list[dict[str, Any]]:
        waiting = asyncio.ensure_future(self._some())
        try:
            await asyncio.wait((asking, waiting), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
        if asking.done():
            raise Conflict(
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        return self.gives(list(self.pending.values())[:limit])

    async def _some(self) -> None:
        async with self.changed:
            await self.changed.wait_for(lambda: self.pending)

    def want(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; None: as before."""
        self._wanted = self._wanted if kinds is None else kinds

    async def done(self, number: int) -> None:
        """Forget an update that a webhook took."""
        async with self.changed:
            if self.pending.pop(number, None):
                self.confirmed.append(number)
            self.changed.notify_all()

    def _end_other(self) -> None:
        if self._asking is not None and not self._asking.done():
            self._asking.set_result(None)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = (sorted(self.pending)[offset:] or [self.next_id])[0]
        if offset > self.next_id + AHEAD:
            return
        done = [number for number in self.pending if number < offset]
        for number in done:
            del self.pending[number]
        self.confirmed.extend(done)


KINDS = {
    *("message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message"),
    *("edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count"),
    *("inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query"),
    *("purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request"),
    *("chat_boost", "removed_chat_boost"),
}
