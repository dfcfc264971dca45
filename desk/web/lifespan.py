"""Opens what a site needs when its server starts, and closes it when the server stops (ASGI's lifespan)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desk.web.asgi import App, Receive, Scope, Send


class Living:
    """An app between an `opens` and a `closes`, all on one event loop."""

    def __init__(self, app: App, opens: Callable[[], Awaitable[None]], closes: Callable[[], Awaitable[None]]) -> None:
        self._app, self._opens, self._closes = app, opens, closes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or live through the server's life."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        await receive()
        await self._opens()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._closes()
        await send({"type": "lifespan.shutdown.complete"})
