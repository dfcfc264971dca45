"""The desk's accounts: names, hashes, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.accounts import (
    account,
    accounts,
    add_account,
    give_roles,
    names_with,
    password_hash,
    remove_account,
    roles_of,
)
from storage.errors import Refused
from storage.roles import READERS, Role

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def test_an_account_is_found_by_its_name(deployment: Deployment) -> None:
    """Each name has its own hash; an unknown one has none."""
    add_account(deployment.intake, "bo", "hash of bo")
    add_account(deployment.intake, "ash", "hash of ash")
    assert [each.name for each in accounts(deployment.intake)] == ["ash", "bo"]
    assert password_hash(deployment.intake, "bo") == "hash of bo"
    assert password_hash(deployment.intake, "cy") is None


def test_a_name_is_given_once(deployment: Deployment) -> None:
    """A second account of the same name is refused, and the first keeps its password."""
    add_account(deployment.intake, "ash", "first")
    with pytest.raises(Refused, match="already"):
        add_account(deployment.intake, "ash", "second")
    assert password_hash(deployment.intake, "ash") == "first"


def test_an_account_that_is_removed_can_sign_in_no_more(deployment: Deployment) -> None:
    """Its hash is gone, what it decided stays, and removing it twice says so."""
    add_account(deployment.intake, "ash", "hash")
    deployment.approved()
    assert remove_account(deployment.intake, "ash")
    assert not remove_account(deployment.intake, "ash")
    assert password_hash(deployment.intake, "ash") is None
    assert deployment.intake.execute("SELECT account FROM decisions").fetchall() == [("ash",)]


def test_an_account_has_roles(deployment: Deployment) -> None:
    """What an account may do is kept with it; nobody of that name, and a role that is none, may do nothing."""
    add_account(deployment.intake, "ash", "hash")
    add_account(deployment.intake, "bo", "hash", [Role.LEAD, Role.MODERATOR], "wigan")
    add_account(deployment.intake, "kit", "hash", [Role.ANALYST])
    deployment.intake.execute("UPDATE accounts SET role = 'root analyst' WHERE name = 'kit'")
    found = [roles_of(deployment.intake, name) for name in ("ash", "bo", "kit", "cy")]
    assert found == [{Role.MODERATOR}, READERS, {Role.ANALYST}, frozenset()]
    assert names_with(deployment.intake, Role.LEAD, Role.ANALYST) == ["bo", "kit"]


def test_roles_are_changed(deployment: Deployment) -> None:
    """Everything that a session rests on changes an account's mark; nobody of that name is said so."""
    add_account(deployment.intake, "ash", "hash")
    marks = [found.mark for found in accounts(deployment.intake)]
    for roles, council in (([Role.LEAD], None), ([Role.LEAD], "wigan")):
        give_roles(deployment.intake, "ash", roles, council)
        found = account(deployment.intake, "ash")
        assert found is not None
        assert (list(found.roles), found.council) == (roles, council)
        marks.append(found.mark)
    assert len(set(marks)) == len(marks)
    with pytest.raises(Refused, match="no account"):
        give_roles(deployment.intake, "cy", [Role.LEAD], None)
