"""How many come from one network, and whom the mail server in front of us speaks for."""

from __future__ import annotations

import asyncio
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from intake.mail.forwarded import Client, forwarded
from intake.mail.limits import LOOPBACK, Crowd
from intake.wording import load_wording
from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from tests.fakes.passage import MemoryPassage

BUSY = load_wording()("smtp-busy")


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("192.0.2.1", "192.0.2.250", "192.0.3.1"),
        ("2001:db8:0:ab00::1", "2001:db8:0:abff::2", "2001:db8:0:ac00::1"),
        ("::ffff:192.0.2.1", "192.0.2.2", "192.0.1.2"),
        ("fe80::1%eth0", "fe80::2", "2001:db8::1"),
        ("unheard of", "(", "192.0.2.1"),
    ],
)
def test_a_network_is_what_one_household_or_server_room_has(first: str, second: str, third: str) -> None:
    """An IPv4 /24 and an IPv6 /56 count together; another network doesn't."""
    crowd = Crowd(1)
    mark = crowd.enter(first)
    assert mark
    assert crowd.enter(second) is None
    assert crowd.enter(third)
    crowd.leave(mark)
    assert crowd.enter(second)


def test_a_crowd_holds_no_address_and_forgets_who_left() -> None:
    """What is kept is a keyed hash while somebody is there, and another process's key gives another."""
    one, other = Crowd(5, LOOPBACK), Crowd(5, LOOPBACK)
    mark = one.enter("192.0.2.1")
    assert mark
    assert mark != other.enter("192.0.2.1")
    assert "192.0.2" not in repr(vars(one))
    one.leave(mark)
    assert not one._here


def test_trusted_networks_are_not_counted() -> None:
    """A mail server in front of us brings everybody's mail from one address."""
    crowd = Crowd(1, (ip_network("192.0.2.0/28"),))
    assert [crowd.enter("192.0.2.5") for _ in range(3)] == [b""] * 3
    assert not crowd.trusts("192.0.2.16")
    assert not crowd.trusts("")


async def test_one_network_does_not_take_every_place(passage: MemoryPassage) -> None:
    """Whoever comes from where too many are already is told to come back, and let in when one has left."""
    async with mail_door(passage, per_network=2, trusted=()) as door:
        async with Peer(door.port), Peer(door.port) as second:
            async with Peer(door.port) as third:
                assert third.said == f"421 4.3.2 {BUSY}"
            assert (await second.mail(mail())).startswith("250")
        await asyncio.sleep(0.05)
        async with Peer(door.port) as again:
            assert again.said.startswith("220")


async def test_the_server_in_front_is_not_choked_but_those_behind_it_are(passage: MemoryPassage) -> None:
    """From loopback as many come as may; whom they speak for is counted, and has to wait its turn."""
    async with mail_door(passage, per_network=1) as door, Peer(door.port) as one, Peer(door.port) as two:
        for peer in (one, two):
            assert "XFORWARD ADDR HELO" in await peer.ask("EHLO front.example")
            assert await peer.ask("XFORWARD ADDR=192.0.2.77 HELO=flood.example") == "250 2.0.0 OK"
        assert (await one.ask("MAIL FROM:<a@x.example>")).startswith("250")
        assert await two.ask("MAIL FROM:<a@x.example>") == f"451 4.3.2 {BUSY}"
        await two.ask("XFORWARD ADDR=IPV6:2001:db8::1")
        assert (await two.ask("MAIL FROM:<a@x.example>")).startswith("250")
        one.hang_up()
        await asyncio.sleep(0.05)
        async with Peer(door.port) as three:
            await three.ask("EHLO front.example")
            await three.ask("XFORWARD ADDR=192.0.2.77")
            assert (await three.ask("MAIL FROM:<a@x.example>")).startswith("250")


async def test_nobody_else_speaks_for_others(passage: MemoryPassage) -> None:
    """Only a network that is trusted is asked whom it speaks for."""
    async with mail_door(passage, trusted=()) as door, Peer(door.port) as peer:
        assert "XFORWARD" not in await peer.ask("EHLO x")
        assert (await peer.ask("XFORWARD ADDR=192.0.2.77")).startswith("550")


async def test_wrong_ways_to_speak_for_others_are_refused(passage: MemoryPassage) -> None:
    """In the middle of a mail, or without a name and a value."""
    async with mail_door(passage) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        for wrong in ("", " ADDR", " =1", " ADDR=1.2.3.4 !=", f" {'A=1 ' * 30}"):
            assert (await peer.ask(f"XFORWARD{wrong}")).startswith("501")
        await peer.ask("MAIL FROM:<a@x.example>")
        assert (await peer.ask("XFORWARD ADDR=192.0.2.77")).startswith("503")
        assert (await peer.ask(f"RCPT TO:<{ADDRESS}>")).startswith("250")


def test_what_is_said_of_a_client_adds_up() -> None:
    """Values are xtext, several commands add up, and what is not available is not taken for a name."""
    first = forwarded("NAME=a ADDR=IPV6:2001:db8::1", None)
    assert first == Client("2001:db8::1", "")
    assert forwarded("helo=mail+2Ex.example", first) == Client("2001:db8::1", "mail.x.example")
    assert forwarded("ADDR=[UNAVAILABLE] HELO=[TEMPUNAVAIL]", first) == Client("", "")
    assert "2001" not in repr(first)
