"""Just enough of an HTTP server to answer a client of the Bot API, or to fail it in every way."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_TEXTS = {"text", "callback_query_id", "description", "short_description", "name"}


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it came in: `data` holds what JSON held, decoded."""

    token: str
    method: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back; `sent` is how many bytes of the body (None: all), nothing at all without a `status`."""

    status: int | None
    body: bytes = b""
    sent: int | None = None


class BotHttp:
    """Listens from `open` to `close`, and asks `answer` about each request. `deserted` is set when all have gone."""

    def __init__(self, answer: Callable[[Call], Awaitable[Answer]], port: int = 0) -> None:
        self.answer = answer
        self.port = port
        self.clients: set[_Client] = set()
        self.deserted = asyncio.Event()

    async def open(self) -> None:
        """Listen, on the port of last time if there was one."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Client(self), "127.0.0.1", self.port)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Hang up on everyone and listen no more."""
        self._server.close()
        for client in list(self.clients):
            client.hang_up()
        await asyncio.sleep(0)


class _Client(asyncio.Protocol):
    """One connection. Whoever hangs up is not answered, and what waited for them is cancelled."""

    def __init__(self, server: BotHttp) -> None:
        self._server = server
        self._heard = b""
        self._answering: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._server.clients.add(self)
        self._server.deserted.clear()

    def data_received(self, data: bytes) -> None:
        self._heard += data
        call = self._whole_call() if self._answering is None else None
        if call is not None:
            self._answering = asyncio.ensure_future(self._exchange(call))

    def connection_lost(self, _: Exception | None) -> None:
        self._server.clients.discard(self)
        if not self._server.clients:
            self._server.deserted.set()
        if self._answering is not None:
            self._answering.cancel()

    def hang_up(self) -> None:
        """Break the connection off."""
        self._transport.abort()

    def _whole_call(self) -> Call | None:
        head, found, body = self._heard.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
        length = int(headers.get("content-length", 0))
        if not found or len(body) < length:
            return None
        self._heard = body[length:]
        return _call(first.split()[1], headers, body[:length])

    async def _exchange(self, call: Call) -> None:
        try:
            answer = await self._server.answer(call)
        except Exception:
            self.hang_up()
            raise
        if answer.status is None:
            self.hang_up()
            return
        head = f"HTTP/1.1 {answer.status} .\r\nContent-Type: application/json\r\nContent-Length: {len(answer.body)}\r\n"
        self._transport.write(head.encode() + b"\r\n" + answer.body[: answer.sent])
        self._answering = None
        if answer.sent is not None:
            self._transport.close()


def _call(path: str, headers: dict[str, str], body: bytes) -> Call:
    where, _, query = path.partition("?")
    _, _, rest = where.partition("/bot")
    token, _, method = rest.partition("/")
    if headers.get("content-type", "").startswith("application/json"):
        return Call(token, method, json.loads(body or b"{}"))
    fields = parse_qsl(query, keep_blank_values=True) + parse_qsl(body.decode(), keep_blank_values=True)
    return Call(token, method, {name: _decoded(name, value) for name, value in fields})


def _decoded(name: str, value: str) -> Any:
    """Undo the JSON in a form's field; texts stay as they are."""
    if name in _TEXTS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
