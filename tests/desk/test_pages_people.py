"""The administrator's page: accounts are made, changed, unlocked and taken away, and nobody takes away their own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from storage.accounts import account
from storage.opening import immediate
from storage.second_factors import lock
from tests.desk.at_desk import copy_of, passwords
from tests.desk.reading import Moderator, Site, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.accounts import Account
    from tests.desk.at_desk import Desk


@pytest.fixture(scope="module")
def site(_new_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve pages."""
    desk = copy_of(_new_desk, tmp_path_factory.mktemp("people"))
    desk.receive("The bus pass helped.")
    with serving(desk) as served:
        yield served


@pytest.fixture
def admin(site: Site) -> Iterator[Moderator]:
    """Somebody who looks after accounts, signed in."""
    with site.moderator() as signed_in:
        yield signed_in


def kept(site: Site, name: str) -> Account | None:
    """Return an account as it is."""
    with site.desk.opened() as intake:
        return account(intake, name)


def test_an_account_lives_on_the_page(site: Site, admin: Moderator) -> None:
    """Added, with a password that works and is shown once; given other roles, which ends its sessions; removed."""
    made = admin.fill("/people", "/people", do="add", name="Bo", role="responder", council="wigan")
    (password,) = passwords(made.text)
    assert not passwords(admin.read("/people"))
    with site.moderator("bo", password) as bo:
        assert bo.client.get("/people").status_code == 403
        admin.fill("/people", "/people", do="roles", name="bo", role="lead")
        assert bo.client.get("/account").status_code == 303
    found = kept(site, "bo")
    assert found is not None
    assert (list(found.roles), found.council) == (["lead"], None)
    (again,) = passwords(admin.fill("/people", "/people", do="password", name="bo").text)
    with site.moderator("bo", again) as bo:
        assert bo.client.get("/people").status_code == 403
    admin.fill("/people", "/people", do="remove", name="bo")
    assert kept(site, "bo") is None
    assert "bo can't sign in any more." in admin.text("/people")


def test_who_is_missing_is_said(admin: Moderator) -> None:
    """One moderator alone can't approve all there is, and without a lead nobody is told first."""
    assert "Only one person reads voices." in admin.text("/people")
    admin.fill("/people", "/people", do="add", name="lee", role="lead")
    assert "Who is missing" not in admin.text("/people")
    admin.fill("/people", "/people", do="remove", name="lee")


def test_nobody_is_given_a_role_that_was_not_chosen(admin: Moderator) -> None:
    """No role is ticked until somebody ticks it, and what was typed stays where a role was forgotten."""
    assert "checked" not in admin.read("/people").partition('id="new-name"')[2]
    form = admin.fill("/people", "/people", do="add", name="kit", council="wigan").text.partition('id="new-name"')[2]
    assert 'value="kit"' in form
    assert 'value="wigan" selected' in form


@pytest.mark.parametrize(
    "wrong",
    [
        {"do": "remove", "name": "reader"},
        {"do": "roles", "name": "reader", "role": "moderator"},
        {"do": "roles", "name": "reader"},
        {"do": "remove", "name": "nobody"},
        {"do": "codes", "name": "nobody"},
        {"do": "unlock", "name": "nobody"},
        {"do": "add", "name": "reader", "role": "lead"},
        {"do": "add", "name": "-", "role": "lead"},
        {"do": "add", "name": "kit"},
        {"do": "anything", "name": "reader"},
    ],
    ids=lambda wrong: " ".join(wrong.values()),
)
def test_what_can_not_be_is_refused(site: Site, admin: Moderator, wrong: dict[str, str]) -> None:
    """Nobody shuts themselves out, and whatever else is wrong is said on the page."""
    before = kept(site, "reader")
    answer = admin.fill("/people", "/people", **wrong)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert (kept(site, "reader"), kept(site, "kit")) == (before, None)


def test_a_lock_is_shown_and_lifted(site: Site, admin: Moderator) -> None:
    """Whoever looks after accounts sees who is locked, and lets them in with one press."""
    admin.fill("/people", "/people", do="add", name="lee", role="analyst")
    with site.desk.opened() as intake, immediate(intake):
        lock(intake, "lee", int(time.time()), 900)
    assert "locked until" in admin.text("/people")
    admin.fill("/people", "/people", do="unlock", name="lee")
    assert "locked until" not in admin.text("/people")
