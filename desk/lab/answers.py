"""Every answer: from one release, under strict headers, and never a traceback. Never says what went wrong inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from desk.lab.asgi import App, Held, Message, Receive, Scope, Send

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from contextlib import AbstractContextManager

_log = structlog.get_logger("desk")

# No script at all, no style but our own, nothing from anywhere else.
HEADERS = {
    b"content-security-policy": b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    b"frame-ancestors 'none'; base-uri 'none'",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-store",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    b"x-robots-tag": b"noindex, nofollow",
}


class Whole:
    """Renders each page inside one snapshot and sends it when the snapshot is over.

    So a page never mixes two releases, and a slow reader never keeps a withdrawn voice's bytes in the -wal file.
    """

    def __init__(self, app: App, snapshot: Callable[[], AbstractContextManager[None]], room: asyncio.Semaphore) -> None:
        self._app, self._snapshot, self._room = app, snapshot, room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        answer = Held()
        async with self._room:
            with self._snapshot():
                await self._app({**scope, "method": "GET"}, receive, answer)
        await answer.release(send, with_body=scope["method"] == "GET")


class Guarded:
    """The outermost layer: our headers on every answer, and a plain apology for whatever nobody foresaw."""

    def __init__(self, app: App, *, sorry: str) -> None:
        self._app, self._sorry = app, sorry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            started = True
            if message["type"] == "http.response.start":
                message = {**message, "headers": _headers(message["headers"], scope["scheme"])}
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception:  # noqa: BLE001 - nobody may be shown a traceback
            _log.exception("lab-page", outcome="failed")
            if not started:
                await self._apologise(with_headers)

    async def _apologise(self, send: Send) -> None:
        answer = Held(500, [(b"content-type", b"text/plain; charset=utf-8")], bytearray(self._sorry.encode()))
        await answer.release(send)


def _headers(headers: list[tuple[bytes, bytes]], scheme: str) -> list[tuple[bytes, bytes]]:
    """Return an answer's headers with ours in place of its own, and every cookie out of reach of scripts."""
    kept = [(key.lower(), value) for key, value in headers if key.lower() not in HEADERS]
    shut = [(key, _shut(value, scheme) if key == b"set-cookie" else value) for key, value in kept]
    return [*shut, *HEADERS.items()]


def _shut(cookie: bytes, scheme: str) -> bytes:
    # Datasette sets the cookie of the form's token without these.
    wanted = (b"HttpOnly", b"Secure") if scheme == "https" else (b"HttpOnly",)
    return b"; ".join([cookie, *(each for each in wanted if each.lower() not in cookie.lower())])
