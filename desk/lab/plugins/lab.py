"""Hooks the lab into Datasette. Loaded from this folder by the lab's process alone, never by entry point."""  # noqa: INP001 - a folder of plugins is not a package

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from datasette import hookimpl  # type: ignore[import-untyped]
from datasette.utils.asgi import Base400, Response  # type: ignore[import-untyped]
from datasette.views.base import DatasetteError  # type: ignore[import-untyped]

from desk.lab import counts, doors, pages
from desk.lab.export import export
from desk.lab.sessions import COOKIE
from desk.lab.showing import marked
from desk.web import look
from desk.web.gate import SIGN_IN, SIGN_OUT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from jinja2 import Environment

    from desk.lab.site import Lab

_log = structlog.get_logger("desk")


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """Add the sign-in and our own CSV, before Datasette's routes."""
    return [
        (f"^{SIGN_IN}$", doors.sign_in),
        (f"^{SIGN_OUT}$", doors.sign_out),
        (r"^/published/(?P<name>\w+)\.csv$", export),
    ]


@hookimpl  # type: ignore[untyped-decorator]
def actor_from_request(datasette: Lab, request: Any) -> dict[str, Any] | None:
    """Say who is signed in."""
    return datasette.who(request.cookies.get(COOKIE))


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment) -> None:
    """Share the frame of all pages."""
    look.share(env)


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(datasette: Lab, request: Any) -> dict[str, Any]:
    """Give templates the deployment's words and what `pages` can find out."""
    return {
        "site": "lab",
        "t": datasette.words,
        "showing": datasette.showing,
        "marked": marked,
        "deployment": datasette.lab.title,
        "round_to": datasette.lab.round_to,
        "latest": lambda: pages.latest(datasette),
        "count_tables": lambda: counts.tables(datasette),
        "themes": lambda: pages.themes(datasette),
        "found": lambda search, rows: pages.found(datasette, search, rows),
        "chosen": lambda: pages.chosen(datasette, request),
        "groups": lambda facets: pages.groups(datasette, request, facets),
        "link": lambda **changes: pages.link(request, **changes),
    }


@hookimpl  # type: ignore[untyped-decorator]
def forbidden(datasette: Lab, request: Any) -> Callable[[], Awaitable[Response]]:
    """Send a stranger to the sign-in; tell a member that this is closed."""

    async def answer() -> Response:
        if request.actor is None:
            return Response.redirect(SIGN_IN, status=303)
        return await _error_page(datasette, request, 403)

    return answer


@hookimpl  # type: ignore[untyped-decorator]
def handle_exception(datasette: Lab, request: Any, exception: Exception) -> Callable[[], Awaitable[Response]]:
    """Apologise in plain words; the log learns the kind of problem and nothing of what was asked."""

    async def answer() -> Response:
        status = exception.status if isinstance(exception, Base400 | DatasetteError) else 500
        if status >= 500:  # noqa: PLR2004 - ours, not theirs
            _log.error("lab-page", outcome="failed", exc_info=exception)
        return await _error_page(datasette, request, status)

    return answer


async def _error_page(datasette: Lab, request: Any, status: int) -> Response:
    known = status if status in {403, 404, 500} else (500 if status > 500 else 400)  # noqa: PLR2004 - HTTP's classes
    what = datasette.words(f"lab-error-{known}")
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": what, "status": status}, status=status)
    page = await datasette.render_template("error.html", {"status": known, "what": what}, request=request)
    return Response.html(page, status=status)
