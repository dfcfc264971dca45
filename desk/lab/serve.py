"""Serves the lab in a process of its own, until it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.lab.site import application
from desk.web.serve import serve_site

if TYPE_CHECKING:
    from desk.lab.settings import LabSettings


def serve(lab: LabSettings) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish those begun and return. Raises NotReady."""
    serve_site(application(lab), lab.host, lab.port)
