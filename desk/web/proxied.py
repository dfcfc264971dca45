"""Where a web server on this machine speaks TLS for a site: what it is believed, which is that alone.

Whoever asked stays unknown: an address in a header could be anybody's invention.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from desk.web.asgi import header

if TYPE_CHECKING:
    from desk.web.asgi import App, Receive, Scope, Send


class Proxied:
    """An app whose cookies are for https alone if a web server on this machine says that it is asked by https."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "http" and _is_near(scope) and header(scope, b"x-forwarded-proto") == "https":
            scope = {**scope, "scheme": "https"}
        await self._app(scope, receive, send)


def _is_near(scope: Scope) -> bool:
    address = (scope.get("client") or ("",))[0]
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
