"""What the lab answers to: its pages, their data, the saved queries, the sign-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.web.asgi import App, Held, Receive, Scope, Send, cookie, redirect
from desk.web.gate import POST, READ, SIGN_IN, SIGN_OUT, Route, is_small_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

CSRF_COOKIE = "ds_csrftoken"
# A wide age is looked for with all that it holds: "21 and over" finds "21 to 24" too.
HELD = "age_band__in"
FILTERS = frozenset({"theme", "kind", "council", "age_band", HELD, "speaker", "quarter", "may_quote"})
_PAGING = frozenset({"_next", "_size", "_sort", "_shape", "_nl"})
_BY_NUMBER = {"_sort": "id"}  # what Datasette's own links to a next page say
_LARGEST_FORM = 4096  # bytes


def routes(queries: Mapping[str, Mapping[str, Any]], *, sign_in: bool) -> list[Route]:
    """Return all that is open: the pages, their data, the saved queries, and the sign-in if there is one."""
    doors = [
        Route(re.compile(SIGN_IN), frozenset({"next", "again", "out"}), READ | POST, anyone=True),
        Route(re.compile(SIGN_OUT), methods=POST),
    ]
    return [
        *(doors if sign_in else []),
        Route(re.compile(r"/robots\.txt"), anyone=True),
        Route(re.compile(r"/shared/[a-z]+\.(css|svg)"), anyone=True),
        Route(re.compile("/")),
        Route(re.compile(r"/published/voices(\.json|\.csv)?"), FILTERS | _PAGING | {"_search"}, fixed=_BY_NUMBER),
        Route(re.compile(r"/published/voices/\d{1,19}(\.json)?"), frozenset({"_shape"})),
        Route(re.compile(r"/published/(counts|outcomes|releases)(\.json|\.csv)?"), _PAGING, fixed=_BY_NUMBER),
        *_saved(queries),
    ]


def _saved(queries: Mapping[str, Mapping[str, Any]]) -> Iterable[Route]:
    for name, query in queries.items():
        params = frozenset(query["params"]) | _PAGING
        yield Route(re.compile(rf"/published/{re.escape(name)}(\.json|\.csv)?"), params, fixed=_BY_NUMBER)


async def with_its_token(app: App, scope: Scope, receive: Receive, send: Send) -> None:
    """Pass on a small form that carries Datasette's token; otherwise show the sign-in again."""
    answer = Held(status=403)
    if is_small_form(scope, _LARGEST_FORM) and cookie(scope, CSRF_COOKIE):
        await app(scope, receive, answer)
    if answer.status == 403:  # noqa: PLR2004 - the token was wrong or missing
        await redirect(send, f"{SIGN_IN}?again=1")
    else:
        await answer.release(send)
