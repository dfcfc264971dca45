"""Which page is whose: every page with every role, over HTTP."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.pages.access import PLACES, ROLES, checked, may_open
from desk.pages.routes import PAGES, Page
from desk.web.gate import POST, READ
from storage.accounts import add_account, password_hash
from storage.opening import immediate
from storage.release import Thresholds
from storage.responses import NewResponse, ResponseKind, draft
from storage.roles import Role
from storage.syncing import sync
from tests.desk.at_desk import copy_of
from tests.desk.reading import Moderator, Site, hidden, serving, words_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tests.desk.at_desk import Desk

GATED = [page for page in PAGES if not page.anyone]


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve pages with one voice, and an account of each role that is called as its role is."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("roles"))
    desk.receive("The bus pass helped.")
    with desk.opened() as intake, immediate(intake):
        for role in Role:
            add_account(intake, role, str(password_hash(intake, "reader")), [role])
        answer_it(intake)
    with serving(desk) as served:
        yield served


def answer_it(intake: sqlite3.Connection) -> None:
    """Answer the voice, with an answer of the same number."""
    (number,) = intake.execute("SELECT id FROM submissions").fetchone()
    draft(
        intake, NewResponse(ResponseKind.THANKS, "Thank you.", "reader", date(2026, 11, 1), approver="reader"), [number]
    )
    intake.execute("UPDATE responses SET id = ?", (number,))
    intake.execute("UPDATE answered SET response = ?", (number,))


@pytest.fixture(scope="module", params=list(Role))
def member(site: Site, request: pytest.FixtureRequest) -> Iterator[tuple[Role, Moderator]]:
    """Somebody of one role, signed in."""
    with site.moderator(request.param) as signed_in:
        yield request.param, signed_in


def address(site: Site, page: Page) -> str:
    """Return a page's address, for the voice that is there."""
    with site.desk.opened() as intake:
        number = intake.execute("SELECT id FROM submissions").fetchone()[0]
    return re.sub(r"\(\?P<number>.*?\)", str(number), page.path)


def kept(site: Site) -> list[str]:
    """Return everything that intake.db holds."""
    with site.desk.opened() as intake:
        return list(intake.iterdump())


def token(member: Moderator) -> str:
    """Return what the forms of this session carry."""
    return hidden(member.client.get("/-/nothing").text)["token"]


def test_every_page_is_somebodys() -> None:
    """The table has every page of the list and no other, and what stands at the top of pages is in it."""
    assert set(ROLES) == {page.path for page in GATED}
    assert all(ROLES.values())
    assert {path for _, path in PLACES} <= set(ROLES)


def test_a_page_that_is_not_in_the_table_is_nobodys() -> None:
    """Who forgets to say whose a page is has a page that opens to nobody."""
    assert not any(may_open(frozenset({role}), "/forgotten") for role in Role)
    assert checked(PAGES[0]) is not PAGES[0].view


@pytest.mark.parametrize("page", GATED, ids=lambda page: page.path)
def test_each_page_opens_to_its_roles_alone(site: Site, member: tuple[Role, Moderator], page: Page) -> None:
    """Wrong roles get a page that says whose it is and whom to ask, nothing of a voice, and change nothing."""
    role, signed_in = member
    if role in ROLES[page.path]:
        if page.methods & READ:
            answer = signed_in.client.get(address(site, page))
            assert answer.status_code in {200, 303, 409}  # a voice may not be where its page needs it
        return
    before = kept(site)
    for method in page.methods & (POST | {"GET"}):
        answer = signed_in.client.request(method, address(site, page), data={"token": token(signed_in), "sure": "yes"})
        if answer.status_code != 303:  # the first page leads whoever has another to theirs
            assert answer.status_code == 403
            assert "Ask administrator, reader: they look after the accounts." in words_of(answer.text)
        assert "bus pass" not in answer.text
    assert kept(site) == before


def test_the_top_of_a_page_shows_what_one_may_open(member: tuple[Role, Moderator]) -> None:
    """No link leads to a page that says no."""
    role, signed_in = member
    shown = signed_in.client.get("/-/nothing").text
    nav = re.search(r"<nav.*?</nav>", shown, re.DOTALL)
    links = re.findall(r'href="([^"]+)"', nav[0]) if nav else []
    assert links == [path for _, path in PLACES if role in ROLES[path]]


def test_an_analyst_sees_counts_and_no_words(site: Site) -> None:
    """Their first page is the counts, even while there are none: what is kept safe would look as if there were some."""
    with site.desk.opened() as intake, closing(site.desk.files.open_published()) as published:
        sync(intake, published, Thresholds())
    with site.moderator("analyst") as analyst:
        assert analyst.client.get("/").headers["location"] == "/counts"
        assert "Nothing is published yet" in analyst.text("/counts")
