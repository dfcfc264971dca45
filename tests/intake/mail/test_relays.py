"""Addresses of advocates' organisations, at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from intake.mail.delivery import Behind
from intake.mail.letter import may_be_answered
from intake.mail.relays import Addresses
from intake.wording import load_wording
from storage.model import Speaker
from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from tests.fakes.passage import MemoryPassage

NORTH = "Coram Voice North"
RELAY = "voice+velvet-otter-plank-sunny@care.example"
GONE = "voice+river-candle-moss-seven@care.example"
UNKNOWN = f"550 5.1.1 {load_wording()('smtp-unknown-relay')}"


class Known:
    """One address that works, and one that was revoked."""

    async def organisation(self, code: str, *, revoked: bool) -> str | None:
        """Look it up."""
        known = {"velvet-otter-plank-sunny": NORTH} | ({"river-candle-moss-seven": "Gone"} if revoked else {})
        return known.get(code)


async def test_a_voice_comes_through_the_organisation_of_its_address(passage: MemoryPassage) -> None:
    """Whoever uses the address: it says where the words come from, and that somebody passed them on."""
    async with mail_door(passage, behind=Behind(Known())) as door, Peer(door.port) as peer:
        await peer.begin(to=RELAY.replace("velvet", "Velvet"))
        await peer.send(mail("I moved four times.") + b"\r\n.\r\n")
        assert (await peer.hear()).startswith("250")
        await peer.mail(mail("Nobody asked me."))
    through, plain = (voice.known for voice in passage.voices)
    assert (through.relay, through.speaker) == (NORTH, Speaker.ADVOCATE)
    assert (plain.relay, plain.speaker) == (None, None)


@pytest.mark.parametrize(
    "address",
    [GONE, "voice+@care.example", "voice+velvet@care.example", "voice+velvet-otter-plank-sunny+x@care.example"],
)
async def test_unknown_and_revoked_addresses_are_refused_alike(passage: MemoryPassage, address: str) -> None:
    """At RCPT, in plain words; the reply doesn't say which of the two it is."""
    async with mail_door(passage, behind=Behind(Known())) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<a@x.example>")
        assert await peer.ask(f"RCPT TO:<{address}>") == UNKNOWN
        assert (await peer.ask(f"RCPT TO:<{RELAY}>")).startswith("250")
    assert not passage.voices


async def test_a_code_behind_another_name_is_nobodys_address(passage: MemoryPassage) -> None:
    """Only our own address takes a code."""
    async with mail_door(passage, behind=Behind(Known())) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<a@x.example>")
        said = await peer.ask("RCPT TO:<other+velvet-otter-plank-sunny@care.example>")
    assert said == f"550 5.1.1 {load_wording()('smtp-unknown-address')}"


def test_no_address_of_ours_is_answered() -> None:
    """Two of our own addresses never thank each other."""
    own = Addresses([ADDRESS], Known())
    assert not any(may_be_answered(address, own) for address in (ADDRESS, RELAY, GONE))
    assert may_be_answered("advocate+voice@council.example", own)


async def test_an_address_of_the_settings_may_hold_a_plus() -> None:
    """It is taken as it stands, and is no organisation's."""
    own = Addresses(["voice+lab@care.example"], Known())
    assert await own.refusal("Voice+Lab@care.example") is None
    assert await own.organisation(["voice+lab@care.example"]) is None
