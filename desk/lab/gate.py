"""What the lab answers to, and for whom: a list of what is open. Everything else is closed, to members as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

from desk.lab.asgi import App, Held, Receive, Scope, Send, cookie, header, raw_path, redirect
from desk.lab.sessions import COOKIE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
CSRF_COOKIE = "ds_csrftoken"
FILTERS = frozenset({"theme", "kind", "council", "age_band", "speaker", "quarter", "may_quote"})
_PAGING = frozenset({"_next", "_size", "_sort", "_shape", "_nl"})
_READ = frozenset({"GET", "HEAD"})
_POST = frozenset({"POST"})
_LARGEST_FORM = 4096  # bytes


@dataclass(frozen=True, slots=True)
class Route:
    """A way in: the whole path, and the only parameters and methods that it takes. `anyone` needs no sign-in."""

    path: re.Pattern[str]
    params: frozenset[str] = frozenset()
    methods: frozenset[str] = field(default=_READ)
    anyone: bool = False


def routes(queries: Mapping[str, Mapping[str, Any]], *, sign_in: bool) -> list[Route]:
    """Return all that is open: the pages, their data, the saved queries, and the sign-in if there is one."""
    doors = [
        Route(re.compile(SIGN_IN), frozenset({"next", "again", "out"}), _READ | _POST, anyone=True),
        Route(re.compile(SIGN_OUT), methods=_POST),
    ]
    return [
        *(doors if sign_in else []),
        Route(re.compile(r"/robots\.txt"), anyone=True),
        Route(re.compile(r"/static/[a-z]+\.(css|svg)"), anyone=True),
        Route(re.compile("/")),
        Route(re.compile(r"/published/voices(\.json|\.csv)?"), FILTERS | _PAGING | {"_search"}),
        Route(re.compile(r"/published/voices/\d{1,19}(\.json)?"), frozenset({"_shape"})),
        Route(re.compile(r"/published/(counts|releases)(\.json|\.csv)?"), _PAGING),
        *_saved(queries),
    ]


def _saved(queries: Mapping[str, Mapping[str, Any]]) -> Iterable[Route]:
    for name, query in queries.items():
        yield Route(re.compile(rf"/published/{re.escape(name)}(\.json|\.csv)?"), frozenset(query["params"]) | _PAGING)


class Gate:
    """Lets through what is on the list, once someone is signed in; `who` is None where no sign-in is asked for."""

    def __init__(self, app: App, open_routes: list[Route], who: Callable[[str | None], str | None] | None) -> None:
        self._app, self._routes, self._who = app, open_routes, who

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, send it to the sign-in, or show it that there is nothing here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        route = self._find(scope)
        if self._is_stranger(scope) and not (route and route.anyone):
            await redirect(send, SIGN_IN + _back(scope, route))
        elif route is None or not self._fits(scope, route):
            await self._app(_nothing_here(scope), receive, send)
        elif scope["method"] == "POST":
            await self._post(scope, receive, send)
        elif (tidy := _without_blanks(scope)) is not None:
            await redirect(send, tidy)
        else:
            await self._app(scope, receive, send)

    def _find(self, scope: Scope) -> Route | None:
        path = raw_path(scope)
        return next((route for route in self._routes if route.path.fullmatch(path)), None)

    def _fits(self, scope: Scope, route: Route) -> bool:
        given = _params(scope)
        asked = dict(given)
        once = len(asked) == len(given)  # a page and its list would each read another one of two
        in_our_order = asked.get("_sort", "id") == "id"  # what Datasette's own links to a next page say
        return scope["method"] in route.methods and once and in_our_order and set(asked) <= route.params

    def _is_stranger(self, scope: Scope) -> bool:
        return self._who is not None and self._who(cookie(scope, COOKIE)) is None

    async def _post(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a small form that carries its token; otherwise show the sign-in again."""
        answer = Held(status=403)
        if _is_small_form(scope) and cookie(scope, CSRF_COOKIE):
            await self._app(scope, receive, answer)
        if answer.status == 403:  # noqa: PLR2004 - the token was wrong or missing
            await redirect(send, f"{SIGN_IN}?again=1")
        else:
            await answer.release(send)


def _is_small_form(scope: Scope) -> bool:
    kind, length = header(scope, b"content-type").partition(";")[0], header(scope, b"content-length")
    is_number = length.isascii() and length.isdecimal()
    return kind == "application/x-www-form-urlencoded" and is_number and int(length) <= _LARGEST_FORM


def _params(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _without_blanks(scope: Scope) -> str | None:
    """Return the address without its empty parameters, if it has any: an empty choice in a form means all."""
    given = _params(scope)
    kept = [(name, value) for name, value in given if value.strip()]
    if kept == given:
        return None
    return raw_path(scope) + ("?" + urlencode(kept) if kept else "")


def _back(scope: Scope, route: Route | None) -> str:
    """Return the part of the sign-in's address that leads back to the page asked for."""
    if route is None or scope["method"] not in _READ or raw_path(scope) == "/":
        return ""
    query = scope["query_string"].decode("latin-1")
    return "?next=" + quote(raw_path(scope) + ("?" + query if query else ""), safe="/")


def _nothing_here(scope: Scope) -> Scope:
    """Return the request for a page that never exists, so that all closed pages look the same."""
    path = "/-/nothing-here" + (".json" if raw_path(scope).endswith(".json") else "")
    return {**scope, "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
