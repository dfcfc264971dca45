"""Pieces of the moderators' pages that a page alone doesn't bring to light."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

import desk.pages.store as store_module
from desk.answering.plain import Missing
from desk.pages.forms import is_ours
from desk.pages.settings import HERE
from desk.pages.showing import marked, opening, shown
from desk.pages.store import Store
from desk.pages.telling import ANSWERS
from desk.pages.voice import ASIDE
from desk.pages_settings import pages_settings
from desk.settings import load_settings
from desk.web import look
from desk.web.lifespan import Living
from desk.web.words import places
from intake.wording import load_wording
from storage import due
from storage.decisions import Action, hide
from storage.drills import Follows, Verdict
from storage.due import what_is_due
from storage.model import (
    ContentNote,
    Distress,
    Flag,
    Happened,
    Jigsaw,
    Label,
    Outcome,
    RedactedWords,
    Section,
    Span,
    State,
)
from storage.moves import UNDOABLE
from storage.opening import immediate
from storage.outcomes import ORDER
from storage.permission import Permission
from storage.questions import Standing
from storage.queue import Listing
from storage.responses import ResponseKind
from storage.roles import Role
from storage.submissions import read

if TYPE_CHECKING:
    import sqlite3

    from desk.pages.settings import PagesSettings
    from desk.web.asgi import Message, Receive, Scope, Send
    from storage.release import Thresholds
    from tests.desk.at_desk import Desk

TEMPLATES = sorted(path for folder in (HERE / "templates", look.TEMPLATES) for path in folder.glob("*.html"))
# The ends of messages that templates put together.
ENDS = {
    "pages-nav-": ("queue", "answers", "release", "find", "withdraw", "care", "people", "counts"),
    "pages-done-": UNDOABLE | {Action.TOGETHER},
    "queue-list-": (*Listing, "spam"),
    "queue-means-": set(Listing) - {Listing.ALL},
    "queue-empty-": set(Listing) - {Listing.ALL},
    "queue-set-by-": set(Section) - {Section.NONE},
    "queue-why-": {reason for reasons in ASIDE.values() for reason in reasons},
    "queue-do-": {f"{what}{part}" for what in ASIDE for part in ("", "-means", "-now")},
    "queue-key-": re.findall(r"\('.', '([a-z]+)'\)", (HERE / "templates" / "_key-list.html").read_text()),
    "outcome-": set(Outcome),
    "content-note-": set(ContentNote),
    "answers-ask-": tuple(Missing),
    "lab-outcome-": ORDER,
    "pages-is-": (State.APPROVED, State.DECLINED, State.COUNTED, State.ASKED, "published"),
    "pages-answer-": tuple(ResponseKind),
    "pages-question-": tuple(Standing),
    "care-about-": tuple(Distress),
    "pages-tell-": ANSWERS,
    "people-role-": set(Role),
    "lab-symbol-": ("c", "k", "z"),
    "people-role-means-": set(Role),
    "drill-verdict-": set(Verdict),
    "drill-follows-": set(Follows),
    "pages-permitted-": set(Permission) - {Permission.COUNT},  # whose words are gone
    "pages-error-title-": ("403", "404", "500"),
    "lab-column-": ("council", "age_band", "speaker", "quarter"),
    "flag-": tuple(f"{flag}-{part}" for flag in Flag for part in ("short", "warning", "advice")),
    "jigsaw-": tuple(f"{reason}-moderator" for reason in Jigsaw),
}
BUILT = {
    *(f"pages-{detail}" for detail in ("came-in", "use", "age", "speaking", "council", "happened", "through")),
    *(f"pages-did-{action}" for action in set(Action) - {Action.TOGETHER}),  # which is shown as declined
    *(f"pages-happened-{when}" for when in Happened),
    *(f"pages-error-{status}" for status in (403, 404, 500)),
}


def test_every_message_of_a_page_is_written() -> None:
    """No page stops because words are missing, whatever somebody decides."""
    text = "".join(path.read_text() for path in TEMPLATES).replace("t(site ~ '", "t('pages")
    code = "".join(path.read_text() for path in HERE.parent.rglob("*.py"))
    named = set(re.findall(r"""t\('([a-z-]+)'[,)]""", text)) | set(re.findall(r'"(pages-[a-z-]+)"', code))
    starts = set(re.findall(r"""t\('([a-z-]+-)' ~""", text))
    assert starts == ENDS.keys()
    named |= {start + end for start, ends in ENDS.items() for end in ends} | BUILT
    say = load_wording()
    known = (
        "day number count seconds lead deputy hours who what verdict follows names left until council reason choice k "
        "most minutes waiting urgent ready batch days theme asked began used voices name time to about "
        "beside"
    )
    parts = dict.fromkeys(known.split(), 1)
    assert not [name for name in named if not say(name, **parts)]
    assert set(re.findall(r"(?m)^(pages-[a-z0-9-]+) =", _pages_ftl())) - named == set()


def _pages_ftl() -> str:
    return (Path(__file__).parents[2] / "intake" / "locales" / "en" / "pages.ftl").read_text()


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_marks_never_change_the_words(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever is marked, the page's text is the words themselves, so that offsets into the one fit the other."""
    asked = tuple(Span(start, end, Label.NAME, 0.5) for start, end in spans if start < end <= len(text))
    page = marked(RedactedWords(text, (), asked), spans)
    assert Markup(re.sub(r"</?span[^>]*>", "", str(page))).unescape() == shown(text)  # noqa: S704 - checked here
    assert not re.search(r"<(?!/?span)", str(page))


def test_marks_say_what_they_are() -> None:
    """Hidden parts, suggestions and what is chosen are told apart, also where they overlap."""
    words = RedactedWords("[name 1] & Oakley", (), (Span(11, 17, Label.NAME, 0.5),))
    assert marked(words, [(11, 17)]) == ('<span class="gone">[name 1]</span> &amp; <span class="ask cut">Oakley</span>')


@pytest.mark.parametrize("text", ["", " ", "\x00" * 240, " " * 240, "W" * 240])
def test_an_opening_of_nothing_is_no_error(text: str) -> None:
    """Words that are none, or one long one, are shown as they are."""
    assert opening(text).startswith(shown(text)[:1])


@pytest.mark.parametrize(
    ("sought", "found"),
    [("oak", [(0, 3)]), ("OAK  house", [(0, 9)]), ("aks", [(15, 18)]), (".", [(18, 19)]), ("", []), (" \n", [])],
)
def test_words_are_found_where_they_stand(sought: str, found: list[tuple[int, int]]) -> None:
    """As whole words if they stand as such, however they are written or broken; else inside of others."""
    assert places(sought, "Oak\nHouse and oaks.") == found


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, True),
        ({"origin": "null"}, True),
        ({"origin": "http://desk.example:8001"}, True),
        ({"origin": "http://DESK.example:8001", "sec-fetch-site": "same-origin"}, True),
        ({"origin": "https://desk.example:8001"}, False),
        ({"origin": "http://desk.example"}, False),
        ({"origin": "http://desk.example:8001.evil.example"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, True),
    ],
)
def test_only_our_own_pages_send_forms(headers: dict[str, str], ours: bool) -> None:  # noqa: FBT001 - a table of answers
    """What the browser says of where a form comes from is believed where it speaks against it."""
    sent = [(name.encode(), value.encode()) for name, value in {"host": "desk.example:8001", **headers}.items()]
    assert is_ours({"headers": sent, "scheme": "http"}) is ours


def settings_of(at: Desk) -> PagesSettings:
    """Return how the pages of a deployment are served."""
    return replace(pages_settings(load_settings(at.files.data, {}), at.files.data), quiet=0.01)


async def test_a_decision_never_waits_for_a_wipe(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is being rewritten is left alone for it, and rewritten at the next quiet moment."""
    code, begun, calls, real = desk.receive("Hear zanzibar."), threading.Event(), 0, due.finish

    def finish(intake: sqlite3.Connection, published: sqlite3.Connection, limits: Thresholds) -> None:
        nonlocal calls
        calls += 1
        if calls > 1:
            real(intake, published, limits)
            return
        with immediate(intake):  # for ever, were it not interrupted
            begun.set()
            intake.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")

    monkeypatch.setattr(due, "finish", finish)
    monkeypatch.setattr(store_module, "_AGAIN_AFTER", 0.01)
    store = Store(settings_of(desk))
    await store.open()
    number = desk.voice(code).id
    await store.write(lambda conn: hide(conn, read(conn, number), "ash", [(5, 13)]))
    await asyncio.to_thread(begun.wait, 20)
    await asyncio.wait_for(store.write(lambda conn: conn.execute("SELECT 1").fetchone()), 3)
    async with asyncio.timeout(20):
        while await store.read(what_is_due):  # each is a look at the file
            pass
    await store.close()
    assert calls > 1


async def test_a_server_that_can_not_open_does_not_start(desk: Desk) -> None:
    """What is wrong with the files is raised before anything is answered."""
    desk.files.intake_db.unlink()
    with pytest.raises(Exception, match=r"intake\.db is missing"):
        Store(settings_of(desk))


async def test_what_a_site_needs_lives_as_long_as_its_server() -> None:
    """Opened before the first request, closed after the last, and requests are passed on."""
    seen: list[str] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    async def note(what: str) -> None:
        seen.append(what)

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        seen.append(message["type"])

    site = Living(app, lambda: note("opened"), lambda: note("closed"))
    await site({"type": "lifespan"}, receive, send)
    await site({"type": "http"}, receive, send)
    assert seen == ["opened", "lifespan.startup.complete", "closed", "lifespan.shutdown.complete", "http"]
