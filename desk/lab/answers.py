"""Every page of the lab: whole, and from one release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.web.asgi import App, Held, Receive, Scope, Send

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from contextlib import AbstractContextManager

STATIC = "/shared/"


class Whole:
    """Renders each page inside one snapshot and sends it when the snapshot is over.

    So a page never mixes two releases, and a slow reader never keeps a withdrawn voice's bytes in the -wal file.
    """

    def __init__(self, app: App, snapshot: Callable[[], AbstractContextManager[None]], room: asyncio.Semaphore) -> None:
        self._app, self._snapshot, self._room = app, snapshot, room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(STATIC):
            await self._app(scope, receive, send)
            return
        answer = Held()
        async with self._room:
            with self._snapshot():
                await self._app({**scope, "method": "GET"}, receive, answer)
        await answer.release(send, with_body=scope["method"] == "GET")
