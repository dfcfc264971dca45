"""Who may open which page: one table. A page that isn't in it is open to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog

from storage.roles import EVERYONE, READERS, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datasette.utils.asgi import Response  # type: ignore[import-untyped]

    from desk.pages.routes import Page, View
    from desk.pages.site import Desk

_log = structlog.get_logger("desk")

VOICE = r"/voice/(?P<number>[0-9]{1,19})"
DRILLED = r"/drill/(?P<number>[0-9]{1,19})"
ANSWER = r"/answers/(?P<number>[0-9]{1,19})"
ANSWERERS = READERS | {Role.RESPONDER}
NOBODY: frozenset[Role] = frozenset()

# The address of each page as it stands in routes.py, and the roles that may open it and send its forms.
ROLES: Mapping[str, frozenset[Role]] = {
    "/sign-out": EVERYONE,
    "/": READERS,
    VOICE: READERS,
    f"{VOICE}/sort": READERS,
    f"{VOICE}/approve": READERS,
    f"{VOICE}/decline": READERS,
    f"{VOICE}/undo": READERS,
    f"{VOICE}/hide": READERS,
    f"{VOICE}/ask": READERS,
    f"{VOICE}/unask": READERS,
    f"{VOICE}/read-answer": READERS,
    f"{VOICE}/hide-answer": READERS,
    f"{VOICE}/ask-permission": READERS,
    f"{VOICE}/stop-asking": READERS,
    "/asked": READERS,
    "/care": READERS,
    "/care/read-on": READERS,
    "/care/rested": READERS,
    f"{VOICE}/leave": READERS,
    f"{VOICE}/take": READERS,
    f"{VOICE}/hold": READERS,
    f"{VOICE}/second-opinion": READERS,
    f"{VOICE}/escalate": READERS,
    f"{VOICE}/send-back": READERS,
    "/next": READERS,
    "/keys": READERS,
    f"{VOICE}/respond": READERS,
    f"{VOICE}/take-back": READERS,
    "/answers": ANSWERERS,
    "/answers/write": ANSWERERS,
    ANSWER: ANSWERERS,
    f"{ANSWER}/let-out": READERS,
    f"{ANSWER}/call-back": READERS,
    f"{ANSWER}/take-back": ANSWERERS,
    "/spam": READERS,
    "/spam/undo": READERS,
    "/find": READERS,
    "/release": READERS,
    "/drill": READERS,
    DRILLED: READERS,
    "/withdraw": READERS,
    "/counts": READERS | {Role.ANALYST},
    "/people": frozenset({Role.ADMINISTRATOR}),
    "/account": EVERYONE,
    "/account/password": EVERYONE,
    "/account/codes": EVERYONE,
    "/account/recovery": EVERYONE,
    "/account/others": EVERYONE,
}

# What stands at the top of every page, for those who may open it: its name in pages-nav-…, and its address.
# The first one that somebody may open is where they begin.
PLACES = (
    ("queue", "/"),
    ("answers", "/answers"),
    ("release", "/release"),
    ("find", "/find"),
    ("withdraw", "/withdraw"),
    ("care", "/care"),
    ("counts", "/counts"),
    ("people", "/people"),
)


def may_open(roles: frozenset[Role], path: str) -> bool:
    """Tell whether one of these roles opens a page."""
    return bool(roles & ROLES.get(path, NOBODY))


def places_of(roles: frozenset[Role]) -> list[tuple[str, str]]:
    """Return what stands at the top of every page for these roles."""
    return [(place, address) for place, address in PLACES if may_open(roles, address)]


def checked(page: Page) -> View:
    """Return what answers at a page: the page itself, for those alone who may open it."""

    async def view(request: Any, datasette: Desk) -> Response:
        if page.anyone or may_open(datasette.roles(request), page.path):
            return await page.view(request, datasette)
        return await _not_yours(request, datasette, page)

    return view


async def _not_yours(request: Any, datasette: Desk, page: Page) -> Response:
    """Say kindly whose page this is and whom to ask; whoever just begins is led to a page of theirs."""
    roles = datasette.roles(request)
    mine = places_of(roles)
    if page.path == "/" and mine and request.method == "GET":
        return datasette.lead_to(mine[0][1])
    _log.warning("desk-page", outcome="refused", reason="role")
    theirs = sorted(ROLES.get(page.path, NOBODY), key=list(Role).index)
    shown = {"mine": sorted(roles, key=list(Role).index), "theirs": theirs, "ask": await datasette.whom_to_ask()}
    return await datasette.page(request, "not-yours.html", shown, 403)
