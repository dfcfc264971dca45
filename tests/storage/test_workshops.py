"""Workshops: a code each for their links, and what came by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.errors import Refused
from storage.workshops import add_workshop, close_workshop, workshop, workshops
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

TUESDAYS = "Tuesdays at the Junction"


def test_a_code_fits_into_a_link_and_leads_back(deployment: Deployment) -> None:
    """Until the workshop is closed; however it was typed."""
    code = add_workshop(deployment.intake, f"  {TUESDAYS} ")
    assert len(f"w_{code}") <= 64
    assert workshop(deployment.intake, code.upper()) == TUESDAYS
    assert workshop(deployment.intake, "velvet-otter-plank") is None
    close_workshop(deployment.intake, TUESDAYS)
    assert workshop(deployment.intake, code) is None


def test_a_workshop_that_is_open_is_opened_once(deployment: Deployment) -> None:
    """After it was closed, the next of its name has another code; both are listed, with what came by either."""
    old = add_workshop(deployment.intake, TUESDAYS)
    with pytest.raises(Refused, match="care-voice workshop list"):
        add_workshop(deployment.intake, TUESDAYS)
    close_workshop(deployment.intake, TUESDAYS)
    new = add_workshop(deployment.intake, TUESDAYS)
    deployment.receive(voice(workshop=TUESDAYS))
    listed = [(one.code, one.closed, one.voices) for one in workshops(deployment.intake)]
    assert listed == [(new, False, 1), (old, True, 1)]


def test_what_is_not_open_is_not_closed(deployment: Deployment) -> None:
    """A mistyped name closes nothing and says where to look."""
    with pytest.raises(Refused, match="care-voice workshop list"):
        close_workshop(deployment.intake, TUESDAYS)


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Bell\x07", "Back\u202ewards"])
def test_a_workshops_name_can_be_shown(deployment: Deployment, name: str) -> None:
    """It stands on posters, in the bot and on moderators' pages."""
    with pytest.raises(Refused, match="100 characters"):
        add_workshop(deployment.intake, name)
