"""Serves the moderators' pages in a process of its own, until it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.pages.site import application
from desk.web.serve import serve_site
from intake import memory

if TYPE_CHECKING:
    from desk.pages.settings import PagesSettings


def serve(settings: PagesSettings) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish those begun and return. Raises `StorageError`."""
    memory.close()  # passwords, and words that nobody has read yet
    serve_site(application(settings), settings.host, settings.port)
