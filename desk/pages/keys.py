"""The page that lists the keyboard shortcuts, and turns them on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.site import Desk


async def show(request: Any, datasette: Desk) -> Response:
    """Show the list."""
    return await datasette.page(request, "keys.html", {"here": "keys"})
