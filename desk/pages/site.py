"""Builds the pages: Datasette without a database, and nothing open but what our own routes show."""

from __future__ import annotations

import re
import secrets
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]
from datasette.utils.asgi import Response  # type: ignore[import-untyped]

from desk.answering.look import look_over
from desk.pages.banner import banners
from desk.pages.forms import OwnForms
from desk.pages.locking import KnownBrowsers, Locking
from desk.pages.pace import Pace
from desk.pages.routes import PAGES
from desk.pages.sessions import COOKIE, Session, Sessions
from desk.pages.settings import HERE
from desk.pages.showing import Showing
from desk.pages.steps import Steps
from desk.pages.store import Store
from desk.passwords import OffLoop
from desk.web import look
from desk.web.answers import Guarded
from desk.web.gate import Gate, Route
from desk.web.lifespan import Living
from desk.web.slowing import Slowing
from desk.web.throttle import Throttle
from intake.redaction.result import RedactionFailed
from storage.accounts import names_with
from storage.preferences import shows_at_once
from storage.roles import Role
from storage.watching import failing_since, nobody_reads

if TYPE_CHECKING:
    import sqlite3

    from desk.answering.look import Look
    from desk.pages.settings import PagesSettings
    from desk.web.asgi import App
    from storage.accounts import Account
    from storage.responses import ResponseKind

SETTINGS = {
    "default_allow_sql": False,
    "allow_download": False,
    "allow_csv_stream": False,
    "suggest_facets": False,
    "allow_facet": False,
    "trace_debug": False,
    "template_debug": False,
    "num_sql_threads": 1,
    "default_cache_ttl": 0,
}


class Desk(Datasette):  # type: ignore[misc]
    """Datasette, with what the pages' plugin needs: the settings, the words, the files, who is signed in."""

    def __init__(self, settings: PagesSettings) -> None:
        pm.set_blocked("datasette.handle_exception")  # it prints every local variable of a failing page
        self.desk = settings
        self.words = settings.words
        self.showing = Showing(self.words, settings)
        self.store = Store(settings)
        self.sessions = Sessions(self.store.mark)
        self.steps = Steps(self.store.account, codes=settings.codes, own_password=settings.own_password)
        self.keys = settings.files.load_keys()
        self.known, self.locking = KnownBrowsers(self.keys.codes), Locking()
        self.pace = Pace(settings.caring)
        self.forms = OwnForms(self.sessions)
        self.sign_ins, self.codes = Slowing(), Throttle(each=20)
        self.off_loop = OffLoop()
        super().__init__(
            files=[],
            metadata={"title": settings.title, "allow": {"id": "*"}, "allow_sql": False},
            settings=SETTINGS,
            secret=secrets.token_hex(32),
            template_dir=str(HERE / "templates"),
            plugins_dir=str(HERE / "plugins"),
            static_mounts=[("static", str(HERE / "static")), look.MOUNT],
        )
        self.remove_database("_memory")

    def session(self, request: Any) -> Session | None:
        """Return the session of whoever asks."""
        return self.sessions.find(request.cookies.get(COOKIE))

    def roles(self, request: Any) -> frozenset[Role]:
        """Return what whoever asks may do."""
        found = self.account(request)
        return found.roles if found else frozenset()

    def account(self, request: Any) -> Account | None:
        """Return the account of whoever asks."""
        session = self.session(request)
        return self.store.account(session.name) if session else None

    async def whom_to_ask(self) -> list[str]:
        """Return the names of those who look after accounts."""
        return await self.store.read(lambda conn: names_with(conn, Role.ADMINISTRATOR))

    async def look_over(self, kind: ResponseKind, text: str, said: list[str]) -> Look | None:
        """Return what to think about before an answer goes on; None if it can't be looked over just now."""
        try:
            return await look_over(kind, text, said, self.desk.redaction)
        except RedactionFailed:
            return None

    def _alarms(self, conn: sqlite3.Connection) -> tuple[str, ...]:
        """Return the names of what everyone at the desk has to know."""
        failing = ("alert-desk-failing",) if self.desk.alerts and failing_since(conn) else ()
        return failing + (("alert-desk-nobody",) if nobody_reads(conn, self.desk.limits, time.time()) else ())

    def lead_to(self, address: str) -> Response:
        """Answer by leading to a page of ours."""
        return Response.redirect(address, status=303)

    async def page(self, request: Any, template: str, shown: dict[str, Any], status: int = 200) -> Response:
        """Answer with a page, under the banner of what can be undone still."""
        session = self.session(request)
        note, undoable, at_once = "", [], False
        if session is not None:
            note, session.note = session.note, ""
            number = request.url_vars.get("number")
            undoable = await banners(self, session, int(number) if number else None)
            at_once = await self.store.read(partial(shows_at_once, account=session.name))
        context = {
            "at_once": at_once,
            "token": session.form if session else "",
            "note": note,
            "banners": undoable,
            "alarms": await self.store.read(self._alarms) if session else (),
            **shown,
        }
        html = await self.render_template(template, context, request=request)
        return Response.html(html, status=status)


def application(settings: PagesSettings) -> App:
    """Return the pages as an ASGI application. Raises `StorageError` if the files are not as they have to be."""
    site = Desk(settings)
    gate = Gate(site.app(), open_routes(), site.sessions.who, session=COOKIE, post=site.forms)
    guarded = Guarded(gate, sorry=site.words("lab-error-500"), script=True)
    return Living(guarded, site.store.open, site.store.close)


def open_routes() -> list[Route]:
    """Return all that is open."""
    return [
        Route(re.compile(r"/robots\.txt"), anyone=True),
        Route(re.compile(r"/(static|shared)/[a-z]+\.(css|js|svg)"), anyone=True),
        *(Route(re.compile(page.path), page.params, page.methods, page.anyone) for page in PAGES),
    ]
