"""The HTTP door that Telegram posts updates to, behind the operator's proxy. Takes bytes, gives a status; logs nothing.

Listens on this machine only. Whoever doesn't know the secret gets 403, and nothing of what they send is looked at.
"""

from __future__ import annotations

import asyncio
import hmac
import socket
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPMessageDelegate, HTTPServerConnectionDelegate, ResponseStartLine
from tornado.iostream import StreamClosedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from tornado.httputil import HTTPConnection, RequestStartLine
    from tornado.iostream import IOStream

    Takes = Callable[[bytes], Awaitable[HTTPStatus]]

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LARGEST = 1_000_000  # bytes of an update
LARGEST_HEAD = 16_384
MOST = 128  # connections: Telegram opens at most 100
HOST = "127.0.0.1"
_IDLE, _BODY = 75.0, 20.0  # seconds for the next request to begin, and for its body to come


class HookDoor:
    """Listens from `open` to `close`, and gives the body of each request that knows the secret to `takes`."""

    def __init__(self, port: int, path: str, secret: str, takes: Takes) -> None:
        self.port = port
        self.path = path
        self.takes = takes
        self._secret = secret.encode()
        self._server = _Server(
            _Requests(self),
            max_header_size=LARGEST_HEAD,
            max_body_size=LARGEST,
            max_buffer_size=2 * LARGEST,
            idle_connection_timeout=_IDLE,
            body_timeout=_BODY,
        )

    def open(self) -> None:
        """Begin to listen. Raises OSError: the port is taken."""
        listening = socket.create_server((HOST, self.port), backlog=MOST)
        listening.setblocking(False)  # noqa: FBT003 - the socket's own
        self.port = int(listening.getsockname()[1])
        self._server.add_socket(listening)

    async def close(self) -> None:
        """Listen no more, and hang up."""
        self._server.stop()
        await self._server.close_all_connections()

    def refusal(self, line: RequestStartLine, headers: HTTPHeaders) -> HTTPStatus | None:
        """Return why a request isn't taken, as far as its head tells; None if it is."""
        given = headers.get(SECRET, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return HTTPStatus.FORBIDDEN
        if line.path.partition("?")[0] != self.path:
            return HTTPStatus.NOT_FOUND
        if line.method != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        length = headers.get("Content-Length", "0")
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if length.isdigit() and int(length[:12]) > LARGEST else None


class _Server(HTTPServer):
    """Hangs up on whoever comes when too many are there."""

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        if len(self._connections) >= MOST:
            stream.close()
        else:
            super().handle_stream(stream, address)


class _Requests(HTTPServerConnectionDelegate):
    def __init__(self, door: HookDoor) -> None:
        self._door = door

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> _Request:  # noqa: ARG002 - Tornado's
        return _Request(self._door, request_conn)


class _Request(HTTPMessageDelegate):
    """One request. What is refused by its head is answered at once; what else comes then is dropped by Tornado."""

    def __init__(self, door: HookDoor, connection: HTTPConnection) -> None:
        self._door = door
        self._connection = connection
        self._body: list[bytes] = []
        self._refused = False

    def headers_received(self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders) -> None:
        refusal = self._door.refusal(cast("RequestStartLine", start_line), headers)
        if refusal is not None:
            self._refused = True
            self._answer(refusal)

    def data_received(self, chunk: bytes) -> None:
        if not self._refused:
            self._body.append(chunk)

    def finish(self) -> None:
        if not self._refused:
            self._taking = asyncio.ensure_future(self._take())

    async def _take(self) -> None:
        body = b"".join(self._body)
        self._body.clear()
        self._answer(await self._door.takes(body))

    def _answer(self, status: HTTPStatus) -> None:
        try:
            line = ResponseStartLine("HTTP/1.1", status, status.phrase)
            self._connection.write_headers(line, HTTPHeaders({"Content-Length": "0"}))
            self._connection.finish()
        except StreamClosedError:  # who asked has gone; Telegram will ask again
            return
