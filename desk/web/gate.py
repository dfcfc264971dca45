"""What a site answers to, and for whom: a list of what is open. Everything else is closed, to members as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

from desk.web.asgi import App, Receive, Scope, Send, cookie, header, raw_path, redirect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    Post = Callable[[App, Scope, Receive, Send], Awaitable[None]]

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
READ, POST = frozenset({"GET", "HEAD"}), frozenset({"POST"})
# A path of ours: nothing that a browser could read as another site.
OURS = re.compile(r"/([A-Za-z0-9_.?=&%+~-][A-Za-z0-9_./?=&%+~-]*)?")


@dataclass(frozen=True, slots=True)
class Route:
    """A way in: the whole path, and the only parameters and methods that it takes. `anyone` needs no sign-in.

    A parameter in `fixed` takes no other value than the one there.
    """

    path: re.Pattern[str]
    params: frozenset[str] = frozenset()
    methods: frozenset[str] = field(default=READ)
    anyone: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict)


class Gate:
    """Lets through what is on the list, once someone is signed in; `who` is None where no sign-in is asked for.

    `session` is the name of the cookie that says who it is; `post` looks at each form before it is passed on.
    """

    def __init__(
        self,
        app: App,
        open_routes: Sequence[Route],
        who: Callable[[str | None], str | None] | None,
        *,
        session: str,
        post: Post,
    ) -> None:
        self._app, self._routes, self._who, self._session, self._post = app, open_routes, who, session, post

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, send it to the sign-in, or show it that there is nothing here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        route = self._find(scope)
        if self._is_stranger(scope) and not (route and route.anyone):
            await redirect(send, SIGN_IN + _back(scope, route))
        elif route is None or not _fits(scope, route):
            await self._app(nothing_here(scope), receive, send)
        elif scope["method"] == "POST":
            await self._post(self._app, scope, receive, send)
        elif (tidy := _without_blanks(scope)) is not None:
            await redirect(send, tidy)
        else:
            await self._app(scope, receive, send)

    def _find(self, scope: Scope) -> Route | None:
        path = raw_path(scope)
        return next((route for route in self._routes if route.path.fullmatch(path)), None)

    def _is_stranger(self, scope: Scope) -> bool:
        return self._who is not None and self._who(cookie(scope, self._session)) is None


def is_small_form(scope: Scope, largest: int) -> bool:
    """Tell whether a request brings a plain form of at most `largest` bytes, and says so."""
    kind, length = header(scope, b"content-type").partition(";")[0], header(scope, b"content-length")
    is_number = length.isascii() and length.isdecimal()
    return kind == "application/x-www-form-urlencoded" and is_number and int(length) <= largest


def nothing_here(scope: Scope) -> Scope:
    """Return the request for a page that never exists, so that all closed pages look the same."""
    path = "/-/nothing-here" + (".json" if raw_path(scope).endswith(".json") else "")
    return {**scope, "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}


def _fits(scope: Scope, route: Route) -> bool:
    given = _params(scope)
    asked = dict(given)
    once = len(asked) == len(given)  # two readers of a page might each take another one of two
    as_fixed = all(asked.get(name, value) == value for name, value in route.fixed.items())
    return scope["method"] in route.methods and once and as_fixed and set(asked) <= route.params


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
    if route is None or scope["method"] not in READ or raw_path(scope) == "/":
        return ""
    query = scope["query_string"].decode("latin-1")
    return "?next=" + quote(raw_path(scope) + ("?" + query if query else ""), safe="/")
