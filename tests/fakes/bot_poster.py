"""Posts updates to a webhook as Telegram's own server does: one after the other of each person, until it gets 200.

A test may ask for worse than Telegram: `rough` posts in any order and at once, and many a one twice.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    import random

    from tests.fakes.bot_updates import Updates

AGAIN = 0.05  # seconds until the next try


class Poster:
    """Posts what is pending from `begin` to `end`. `statuses` are its answers, `trouble` what it tells of them."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._posting: asyncio.Task[None] | None = None
        self._ended: list[asyncio.Task[None]] = []
        self.rough: random.Random | None = None
        self.seconds = 60.0
        self.trusts: str | None = None  # a file with the certificate of who vouches for the webhook
        self.statuses: list[int] = []
        self.trouble: dict[str, Any] = {}

    def begin(self, url: str, secret: str, at_once: int) -> None:
        """Post to this address from now on; to nobody if it is empty."""
        self.end()
        if url:
            self._posting = asyncio.create_task(self._post_all(url, secret, at_once))

    def end(self) -> None:
        """Post no more."""
        if self._posting is not None:
            self._posting.cancel()
            self._ended.append(self._posting)
        self._posting = None

    async def close(self) -> None:
        """Post no more, and hang up."""
        self.end()
        await asyncio.gather(*self._ended, return_exceptions=True)

    async def was_answered(self, status: int, seconds: float = 10.0) -> None:
        """Wait for an answer with this status."""
        async with asyncio.timeout(seconds), self._updates.changed:
            await self._updates.changed.wait_for(lambda: status in self.statuses)

    async def _post_all(self, url: str, secret: str, at_once: int) -> None:
        limits = httpx.Limits(max_connections=at_once, max_keepalive_connections=at_once)
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        async with (
            httpx.AsyncClient(
                limits=limits, headers=headers, timeout=self.seconds, verify=_trusted(self.trusts)
            ) as client,
            asyncio.TaskGroup() as posts,
        ):
            in_work: set[int] = set()
            while True:
                for number, update in self._due(in_work, at_once):
                    in_work.add(number)
                    posts.create_task(self._post(client, url, update, in_work))
                async with self._updates.changed:
                    await self._updates.changed.wait()

    def _due(self, in_work: set[int], at_once: int) -> list[tuple[int, dict[str, Any]]]:
        due = [(number, update) for number, update in self._updates.pending.items() if number not in in_work]
        if self.rough:
            self.rough.shuffle(due)
        else:
            busy = {_whose(self._updates.pending[number]) for number in in_work if number in self._updates.pending}
            first = {_whose(update): number for number, update in reversed(due)}
            due = [(number, update) for number, update in due if first[_whose(update)] == number]
            due = [(number, update) for number, update in due if _whose(update) not in busy]
        return due[: max(at_once - len(in_work), 0)]

    async def _post(self, client: httpx.AsyncClient, url: str, update: dict[str, Any], in_work: set[int]) -> None:
        number, body = update["update_id"], json.dumps(update).encode()
        times = 2 if self.rough and self.rough.random() < 0.3 else 1
        answers = await asyncio.gather(*(self._once(client, url, body) for _ in range(times)))
        if 200 in answers:
            await self._updates.done(number)
        else:
            await asyncio.sleep(AGAIN)
        in_work.discard(number)
        async with self._updates.changed:
            self._updates.changed.notify_all()

    async def _once(self, client: httpx.AsyncClient, url: str, body: bytes) -> int:
        status = 0
        with suppress(httpx.HTTPError):
            answer = await client.post(url, content=body, headers={"Content-Type": "application/json"})
            status = answer.status_code
        self.statuses.append(status)
        if status != 200:
            self.trouble = {"last_error_date": int(time.time()), "last_error_message": f"Wrong response: {status}"}
        async with self._updates.changed:
            self._updates.changed.notify_all()
        return status


def _trusted(file: str | None) -> ssl.SSLContext | bool:
    return ssl.create_default_context(cafile=file) if file else True


def _whose(update: dict[str, Any]) -> object:
    """Return the queue of an update: that of its person."""
    about = next((each for each in update.values() if isinstance(each, dict)), {})
    who = about.get("from") or about.get("user") or {}
    return who.get("id") if isinstance(who, dict) else None
