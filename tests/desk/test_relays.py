"""`care-voice relay`: addresses for advocates' organisations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage.arriving import add
from storage.opening import immediate
from tests.storage.deployment import TODAY, voice

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

NORTH = "Coram Voice North"


def address(said: str) -> str:
    """Return the address that was shown."""
    (found,) = re.findall(r"voice\+[a-z-]+@localhost", said)
    return str(found)


def receive(desk: Desk, number: int) -> None:
    """Store so many voices that came through the organisation."""
    intake, keys = desk.files.open_intake(), desk.files.load_keys()
    with immediate(intake):
        for _ in range(number):
            add(intake, keys, voice(relay=NORTH), TODAY)
    intake.close()


def test_an_address_is_made_listed_and_revoked(desk: Desk) -> None:
    """The whole address is shown each time; taking it away is said."""
    assert "No organisation has an address yet" in desk.run("relay", "list").output
    made = address(desk.run("relay", "add", NORTH).output)
    assert f"{made}  {NORTH}: fewer than 10 voices\n" in desk.run("relay", "list").output
    assert "does not work any more" in desk.run("relay", "revoke", NORTH).output
    assert f"{made}  {NORTH}: fewer than 10 voices (revoked" in desk.run("relay", "list").output


def test_a_second_address_for_one_organisation_is_refused(desk: Desk) -> None:
    """With what to do."""
    desk.run("relay", "add", NORTH)
    said = desk.run("relay", "add", NORTH)
    assert said.exit_code == 1
    assert "revoke that one first" in said.output


def test_counts_are_shown_as_published_ones_are(desk: Desk) -> None:
    """Small ones not at all, the others rounded: a list on a desk singles nobody out either."""
    desk.run("relay", "add", NORTH)
    receive(desk, 9)
    assert "fewer than 10 voices" in desk.run("relay", "list").output
    receive(desk, 4)
    assert "about 15 voices" in desk.run("relay", "list").output


def test_moderators_see_what_a_voice_came_through(desk: Desk) -> None:
    """In the terminal; a voice that came by the plain address says nothing."""
    desk.receive("Said to us.")
    assert "Through:" not in desk.moderate("q")
    receive(desk, 1)
    assert f"Through: {NORTH}" in desk.moderate("s", "s")
