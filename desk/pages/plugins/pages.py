"""Hooks the pages into Datasette. Loaded from this folder by their own process alone, never by entry point."""  # noqa: INP001 - a folder of plugins is not a package

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from datasette import hookimpl  # type: ignore[import-untyped]
from datasette.utils.asgi import Base400, Response  # type: ignore[import-untyped]

from desk.pages import doors
from desk.pages.access import checked, places_of
from desk.pages.forms import REFUSED
from desk.pages.routes import PAGES
from desk.pages.sessions import COOKIE
from desk.pages.showing import opening, shown
from desk.web import look

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from jinja2 import Environment

    from desk.pages.site import Desk

_log = structlog.get_logger("desk")


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """Add every page of ours, before Datasette's routes."""
    return [*((f"^{page.path}$", checked(page)) for page in PAGES), (f"^{REFUSED}$", doors.refused)]


@hookimpl  # type: ignore[untyped-decorator]
def actor_from_request(datasette: Desk, request: Any) -> dict[str, Any] | None:
    """Say who is signed in."""
    name = datasette.sessions.who(request.cookies.get(COOKIE))
    return {"id": name} if name else None


@hookimpl  # type: ignore[untyped-decorator]
def skip_csrf() -> bool:
    """Leave forms to our own check, which every one of them has passed before Datasette sees it."""
    return True


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment) -> None:
    """Share the frame of all pages."""
    look.share(env)


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(datasette: Desk, request: Any) -> dict[str, Any]:
    """Give templates the deployment's words."""
    return {
        "site": "pages",
        "t": datasette.words,
        "places": places_of(datasette.roles(request)) if request else [],
        "showing": datasette.showing,
        "opening": opening,
        "shown": shown,
        "deployment": datasette.desk.title,
        "on_duty": datasette.desk.on_duty,
    }


@hookimpl  # type: ignore[untyped-decorator]
def forbidden(datasette: Desk, request: Any) -> Callable[[], Awaitable[Response]]:
    """Show the same as for a page that isn't there."""

    async def answer() -> Response:
        return await _error_page(datasette, request, 404)

    return answer


@hookimpl  # type: ignore[untyped-decorator]
def handle_exception(datasette: Desk, request: Any, exception: Exception) -> Callable[[], Awaitable[Response]]:
    """Apologise in plain words; the log learns the kind of problem and nothing of what was asked."""

    async def answer() -> Response:
        status = exception.status if isinstance(exception, Base400) else 500
        if status >= 500:  # noqa: PLR2004 - ours, not theirs
            _log.error("desk-page", outcome="failed", exc_info=exception)
        return await _error_page(datasette, request, status)

    return answer


async def _error_page(datasette: Desk, request: Any, status: int) -> Response:
    known = status if status in {403, 404} else 500
    shown = {"status": known, "what": datasette.words(f"pages-error-{known}"), "token": ""}
    session = datasette.session(request)
    if session is not None:
        shown["token"] = session.form
    return Response.html(await datasette.render_template("error.html", shown, request=request), status=status)
