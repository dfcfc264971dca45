"""How the Bot API is reached: over a few connections, each used by one request at a time.

Never logs: the library's address of a request holds the token.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
from telegram.request import BaseRequest, HTTPXRequest

if TYPE_CHECKING:
    import ssl

    from telegram.request import RequestData

CONNECTIONS = 16  # measured best (fact 25)


class Connections(BaseRequest):
    """A client of its own for each connection, made when it is first needed, the last used taken first.

    httpx looks through its pool, and at the socket of every connection in it, each time that a request begins or ends.
    """

    def __init__(self, most: int = CONNECTIONS) -> None:
        self._free: list[HTTPXRequest] = []
        self._all: list[HTTPXRequest] = []
        self._turn = asyncio.Semaphore(most)
        self._trusted: ssl.SSLContext | None = None

    @property
    def read_timeout(self) -> float | None:
        """The library's own: 5 seconds."""
        return 5.0

    async def initialize(self) -> None:
        """Open nothing yet."""

    async def shutdown(self) -> None:
        """Close every connection."""
        self._free.clear()
        while self._all:
            await self._all.pop().shutdown()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """Ask over a connection that is free, once there is one."""
        async with self._turn:
            client = self._free.pop() if self._free else self._new()
            try:
                return await client.do_request(url, method, request_data, *timeouts, **more)
            finally:
                self._free.append(client)

    def _new(self) -> HTTPXRequest:
        if self._trusted is None:
            self._trusted = httpx.create_ssl_context()  # takes a while: one is enough for all
        client = HTTPXRequest(connection_pool_size=1, httpx_kwargs={"verify": self._trusted})
        self._all.append(client)
        return client
