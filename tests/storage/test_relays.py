"""Addresses of advocates' organisations: made, found by their code, taken away; what came by them is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.errors import Refused
from storage.receipts import WORDS_IN_A_CODE, code_words
from storage.relays import add_relay, organisation, relays, revoke_relay
from tests.storage.deployment import voice

if TYPE_CHECKING:
    from tests.storage.deployment import Deployment

NORTH = "Coram Voice North"


def test_a_code_is_easy_to_type_and_never_a_receipts(deployment: Deployment) -> None:
    """Plain words with hyphens, each drawn anew, fewer than in a receipt code, short enough for an address."""
    codes = {add_relay(deployment.intake, f"Organisation {number}") for number in range(50)}
    assert len(codes) == 50
    for code in codes:
        words = code.split("-")
        assert len(words) == WORDS_IN_A_CODE - 1
        assert set(words) <= code_words()
        assert len(f"voice+{code}") <= 64


def test_a_code_tells_whose_address_it_is_in(deployment: Deployment) -> None:
    """Until it is taken away; after that it tells only whose it was."""
    code = add_relay(deployment.intake, f"  {NORTH} ")
    assert organisation(deployment.intake, code) == NORTH
    assert organisation(deployment.intake, "velvet-otter-plank-sunny") is None
    revoke_relay(deployment.intake, NORTH)
    assert organisation(deployment.intake, code) is None
    assert organisation(deployment.intake, code, revoked=True) == NORTH


def test_a_lost_address_is_replaced(deployment: Deployment) -> None:
    """Revoked, and made anew with another code; both are listed, with what came by either."""
    old = add_relay(deployment.intake, NORTH)
    with pytest.raises(Refused, match="revoke that one first"):
        add_relay(deployment.intake, NORTH)
    deployment.receive(voice(relay=NORTH))
    revoke_relay(deployment.intake, NORTH)
    new = add_relay(deployment.intake, NORTH)
    deployment.receive(voice(relay=NORTH))
    assert new != old
    listed = [(relay.code, relay.revoked, relay.voices) for relay in relays(deployment.intake)]
    assert listed == [(new, False, 2), (old, True, 2)]


def test_what_is_not_there_is_not_revoked(deployment: Deployment) -> None:
    """A mistyped name takes nothing away and says where to look."""
    add_relay(deployment.intake, NORTH)
    with pytest.raises(Refused, match="care-voice relay list"):
        revoke_relay(deployment.intake, "Coram Voice South")


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Bell\x07", "Back\u202ewards"])
def test_a_name_can_be_shown(deployment: Deployment, name: str) -> None:
    """It stands on moderators' pages and in their terminals."""
    with pytest.raises(Refused, match="100 characters"):
        add_relay(deployment.intake, name)


def test_a_withdrawn_voice_counts_for_nobody(deployment: Deployment) -> None:
    """Nothing is left that says a voice came by an address once it is taken back."""
    add_relay(deployment.intake, NORTH)
    deployment.withdraw(deployment.arrived(voice(relay=NORTH)))
    assert [relay.voices for relay in relays(deployment.intake)] == [0]


def test_moderators_see_it_and_the_lab_never(deployment: Deployment) -> None:
    """It is read back with the voice; no file that the lab can read holds the name (promise 5)."""
    code = deployment.approved("Our bus was late.", relay=NORTH)
    assert deployment.voice(code).relay == NORTH
    deployment.publish()
    assert deployment.shown() == ["Our bus was late."]
    assert {name.partition("-")[0] for name in deployment.find_bytes(NORTH)} == {"intake.db"}
