"""ASGI's own shapes, and an answer held in memory until it is whole. Knows nothing of Datasette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(slots=True)
class Held:
    """An answer that has not been sent yet: give it to an app as its `send`."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    async def __call__(self, message: Message) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], [(key, value) for key, value in message["headers"]]
        else:
            self.body += message.get("body", b"")

    async def release(self, send: Send, *, with_body: bool = True) -> None:
        """Send it, with its length."""
        headers = [pair for pair in self.headers if pair[0].lower() != b"content-length"]
        headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": bytes(self.body) if with_body else b""})


def header(scope: Scope, name: bytes) -> str:
    """Return a request's header, or an empty string."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")


def cookie(scope: Scope, name: str) -> str | None:
    """Return one of the request's cookies."""
    try:
        morsel = SimpleCookie(header(scope, b"cookie")).get(name)
    except CookieError:
        return None
    return morsel.value if morsel else None


def raw_path(scope: Scope) -> str:
    """Return the path as it was sent, which is what Datasette routes by: %2F is not a slash."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1").partition("?")[0]


async def read_body(receive: Receive, most: int) -> bytes | None:
    """Return the whole body of a request; None if it is longer than `most` bytes, or broken off."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if not message.get("more_body"):
            return bytes(body)


async def redirect(send: Send, where: str) -> None:
    """Send a 303."""
    await send({"type": "http.response.start", "status": 303, "headers": [(b"location", where.encode("latin-1"))]})
    await send({"type": "http.response.body", "body": b""})
