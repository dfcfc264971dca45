"""Moderators' accounts: names and hashes, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.accounts import account_names, add_account, password_hash, remove_account, role_of
from storage.errors import Refused

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def test_an_account_is_found_by_its_name(deployment: Deployment) -> None:
    """Each name has its own hash; an unknown one has none."""
    add_account(deployment.intake, "bo", "hash of bo")
    add_account(deployment.intake, "ash", "hash of ash")
    assert account_names(deployment.intake) == ["ash", "bo"]
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


def test_an_account_has_a_role(deployment: Deployment) -> None:
    """What an account may do is kept with it; nobody of that name may do nothing."""
    add_account(deployment.intake, "ash", "hash")
    add_account(deployment.intake, "bo", "hash", "analyst")
    assert [role_of(deployment.intake, name) for name in ("ash", "bo", "cy")] == ["moderator", "analyst", None]
