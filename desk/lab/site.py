"""Builds the lab: Datasette on published.db, closed to everything that its pages don't need."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]

from desk.accounts import SignIns
from desk.lab.answers import Whole
from desk.lab.gate import routes, with_its_token
from desk.lab.sessions import COOKIE, Sessions
from desk.lab.settings import HERE, NotReady, load_metadata, read_secret
from desk.lab.showing import Showing
from desk.lab.snapshot import Published
from desk.passwords import OffLoop
from desk.web import look
from desk.web.answers import Guarded
from desk.web.gate import Gate
from desk.web.slowing import Slowing

if TYPE_CHECKING:
    from desk.lab.settings import LabSettings
    from desk.web.asgi import App

DATABASE = "published"
SETTINGS = {
    "default_allow_sql": False,  # a denied table can be read through SQL
    "allow_download": False,
    "allow_csv_stream": False,  # ours neutralises formulas and reads one release
    "suggest_facets": False,  # the biggest gain in speed there is
    "trace_debug": False,
    "template_debug": False,
    "default_page_size": 20,
    "max_returned_rows": 1000,
    "default_facet_size": 60,
    "num_sql_threads": 2,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "cache_size_kb": 2000,
    "default_cache_ttl": 0,
    "truncate_cells_html": 0,
}


class Lab(Datasette):  # type: ignore[misc]
    """Datasette, with what the lab's plugin needs: the settings, the words, the sign-ins."""

    def __init__(self, lab: LabSettings) -> None:
        if not lab.published.exists():
            raise NotReady("There is no published.db yet. Run: care-voice init")
        secret = read_secret(lab.folder)
        pm.set_blocked("datasette.handle_exception")  # it prints every local variable of a failing page
        self.lab = lab
        self.words = lab.words
        self.showing = Showing(self.words, lab.labels)
        self.sign_ins = SignIns(lab.folder / "sign-ins.json")
        self.sessions = Sessions(secret, self.sign_ins)
        self.slowing, self.off_loop = Slowing(), OffLoop()
        super().__init__(
            files=[str(lab.published)],
            metadata=load_metadata(lab),
            settings=SETTINGS,
            secret=secret,
            template_dir=str(HERE / "templates"),
            plugins_dir=str(HERE / "plugins"),
            static_mounts=[look.MOUNT],
        )
        self.remove_database(DATABASE)
        self.pages = Published(self, str(lab.published))
        self.add_database(self.pages, name=DATABASE)

    def who(self, cookie: str | None) -> dict[str, Any] | None:
        """Return Datasette's actor for a session cookie, or None."""
        name = self.sessions.who(cookie)
        return {"id": name} if name else None


def application(lab: LabSettings) -> App:
    """Return the lab as an ASGI application. Raises NotReady if a file that it needs is missing."""
    site = Lab(lab)
    queries = load_metadata(lab)["databases"][DATABASE]["queries"]
    pages = Whole(site.app(), site.pages.snapshot, asyncio.Semaphore(4))
    who = site.sessions.who if lab.sign_in else None
    gate = Gate(pages, routes(queries, sign_in=lab.sign_in), who, session=COOKIE, post=with_its_token)
    return Guarded(gate, sorry=site.words("lab-error-500"))
