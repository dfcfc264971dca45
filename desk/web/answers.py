"""Every answer: under strict headers, and never a traceback. Never says what went wrong inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from desk.web.asgi import App, Held, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from collections.abc import Mapping

_log = structlog.get_logger("desk")

# No style but our own, nothing from anywhere else; a site with a script of its own adds that.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-store",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    b"x-robots-tag": b"noindex, nofollow",
}


class Guarded:
    """The outermost layer: our headers on every answer, and a plain apology for whatever nobody foresaw.

    Only with `script` may a page run scripts, and only files of our own.
    """

    def __init__(self, app: App, *, sorry: str, script: bool = False) -> None:
        self._app, self._sorry = app, sorry
        policy = f"{_POLICY}; script-src 'self'" if script else _POLICY
        self._headers = {b"content-security-policy": policy.encode(), **_HEADERS}

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
                message = {**message, "headers": _strict(message["headers"], self._headers, scope["scheme"])}
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception:  # noqa: BLE001 - nobody may be shown a traceback
            _log.exception("page", outcome="failed")
            if not started:
                await self._apologise(with_headers)

    async def _apologise(self, send: Send) -> None:
        answer = Held(500, [(b"content-type", b"text/plain; charset=utf-8")], bytearray(self._sorry.encode()))
        await answer.release(send)


def _strict(headers: list[tuple[bytes, bytes]], ours: Mapping[bytes, bytes], scheme: str) -> list[tuple[bytes, bytes]]:
    """Return an answer's headers with ours in place of its own, and every cookie out of reach of scripts."""
    kept = [(key.lower(), value) for key, value in headers if key.lower() not in ours]
    shut = [(key, _shut(value, scheme) if key == b"set-cookie" else value) for key, value in kept]
    return [*shut, *ours.items()]


def _shut(cookie: bytes, scheme: str) -> bytes:
    # Datasette sets the cookie of the form's token without these.
    wanted = (b"HttpOnly", b"Secure") if scheme == "https" else (b"HttpOnly",)
    return b"; ".join([cookie, *(each for each in wanted if each.lower() not in cookie.lower())])
