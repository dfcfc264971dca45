"""How each moderator likes to read is remembered, and goes with their account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.preferences import show_at_once, shows_at_once

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment


def test_a_preference_is_ones_own_and_goes_with_the_account(deployment: Deployment) -> None:
    """Words that may be hard to read are folded away, unless somebody wants it otherwise."""
    conn = deployment.intake
    conn.execute("INSERT INTO accounts (name, role, password_hash) VALUES ('ash', 'moderator', 'x')")
    assert not shows_at_once(conn, "ash")
    show_at_once(conn, "ash", at_once=True)
    assert (shows_at_once(conn, "ash"), shows_at_once(conn, "sam")) == (True, False)
    show_at_once(conn, "ash", at_once=False)
    assert not shows_at_once(conn, "ash")
    conn.execute("DELETE FROM accounts WHERE name = 'ash'")
    assert conn.execute("SELECT * FROM preferences").fetchall() == []
