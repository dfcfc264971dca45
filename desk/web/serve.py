"""Serves a site in a process of its own, until it is told to stop. Never touches how anything is logged."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import uvicorn

from desk.web.proxied import Proxied

if TYPE_CHECKING:
    from desk.web.asgi import App


def serve_site(app: App, host: str, port: int) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish those begun and return."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: None)  # uvicorn hands the signal on when it has shut down: that is not news
    config = uvicorn.Config(
        Proxied(app),
        host=host,
        port=port,
        proxy_headers=False,  # it takes an address from whoever says one
        access_log=False,  # it holds addresses and what was searched for
        log_config=None,
        server_header=False,
        ws="none",
        limit_concurrency=200,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run()
