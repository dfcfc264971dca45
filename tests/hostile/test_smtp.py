"""What people do to mail servers, done to ours over real sockets."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.passage import MemoryPassage
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from intake.mail.door import MailDoor

# Everything that some server somewhere has taken for the end of a mail (CVE-2023-51764, -51765, -51766).
NO_ENDS = [
    b"\n.\n",
    b"\n.\r",
    b"\n.\r\n",
    b"\r.\n",
    b"\r.\r",
    b"\r.\r\n",
    b"\r\n.\n",
    b"\r\n.\r",
    b"\r\n.\r\r\n",
    b"\r\n\0.\r\n",
    b"\r\n.\0\r\n",
]
SECOND = f"EHLO x\r\nMAIL FROM:<forged@x.example>\r\nRCPT TO:<{ADDRESS}>\r\nDATA\r\nforged\r\n.\r\n".encode()


@pytest.fixture
def passage() -> MemoryPassage:
    """Return a passage that keeps voices in memory."""
    return MemoryPassage()


@pytest.fixture
async def door(passage: MemoryPassage) -> AsyncIterator[MailDoor]:
    """Open a door that takes at most 1 MB."""
    async with mail_door(passage, largest_bytes=1_000_000) as opened:
        yield opened


def _resident() -> int:
    """Return how many bytes of memory this process has in use."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


async def _taken(peer: Peer, sent: bytes, times: int) -> int:
    """Send the same again and again; return how many bytes of memory that took at the most."""
    before, most = _resident(), 0
    for _ in range(times):
        await peer.send(sent)
        most = max(most, _resident() - before)
    return most


@pytest.mark.parametrize("no_end", NO_ENDS, ids=repr)
async def test_nobody_smuggles_a_second_mail(door: MailDoor, passage: MemoryPassage, no_end: bytes) -> None:
    """Only CR LF dot CR LF ends a mail; what follows anything else is part of the same mail."""
    async with Peer(door.port) as peer:
        assert (
            await peer.mail(mail("I moved four times and nobody asked me about it.") + no_end + SECOND[:-5])
        ).startswith("250")
        assert await peer.ask("NOOP") == "250 OK"
    assert len(passage.voices) == 1


@pytest.mark.parametrize("no_end", NO_ENDS, ids=repr)
async def test_a_mail_that_begins_with_no_end_does_not_end(
    door: MailDoor, passage: MemoryPassage, no_end: bytes
) -> None:
    """The first line is no exception, though the line's end before it belongs to DATA."""
    async with Peer(door.port) as peer:
        await peer.mail(no_end.removeprefix(b"\r\n") + mail("words"))
        assert await peer.ask("NOOP") == "250 OK"
    assert len(passage.voices) <= 1


async def test_commands_sent_with_starttls_are_not_taken_for_encrypted(door: MailDoor) -> None:
    """Without a certificate there is no STARTTLS to inject anything into (CVE-2021-33515 and its like)."""
    async with Peer(door.port) as peer:
        await peer.send(b"EHLO x\r\nSTARTTLS\r\nNOOP\r\n")
        assert "STARTTLS" not in await peer.hear()
        assert await peer.hear() == "454 4.7.0 TLS not available"
        assert await peer.hear() == "250 OK"


async def test_a_line_without_an_end_does_not_fill_the_memory(door: MailDoor, passage: MemoryPassage) -> None:
    """60 MB without a line's end leave the memory where it was (fact 7), and are refused when they end."""
    async with Peer(door.port) as peer:
        await peer.begin()
        assert await _taken(peer, b"x" * 1_000_000, 60) < 12_000_000
        await peer.send(b"\r\n.\r\n")
        assert (await peer.hear()).startswith("552 5.3.4")
        assert (await peer.mail(mail("still here"))).startswith("250")
    assert passage.words == ["still here"]


async def test_lines_that_never_become_a_mail_do_not_fill_the_memory(door: MailDoor) -> None:
    """The same for 60 MB of short lines, and for dots that are nearly an end."""
    async with Peer(door.port) as peer:
        await peer.begin()
        assert await _taken(peer, b"..\r\n\r\n" * 170_000, 60) < 12_000_000


async def test_a_command_without_an_end_does_not_fill_the_memory(door: MailDoor) -> None:
    """A command line is 512 bytes (RFC 5321, 4.5.3.1.4); one of 30 MB is dropped while it comes."""
    async with Peer(door.port) as peer:
        assert await _taken(peer, b"x" * 1_000_000, 30) < 12_000_000
        assert (await peer.ask("")).startswith("500")
        assert await peer.ask("NOOP") == "250 OK"


async def test_a_mail_with_a_very_long_line_is_taken(door: MailDoor, passage: MemoryPassage) -> None:
    """Real HTML mail has lines over 1,000 bytes (fact 10)."""
    async with Peer(door.port) as peer:
        assert (await peer.mail(mail("word " * 100_000))).startswith("250")
    assert len(passage.words[0].split()) == 100_000


async def test_null_bytes_break_nothing(door: MailDoor, passage: MemoryPassage) -> None:
    """Nor in a command, nor in an address, nor in a mail."""
    async with Peer(door.port) as peer:
        await peer.ask("EHLO x\0y")
        assert (await peer.ask("NO\0OP")).startswith("500")
        assert (await peer.ask("MAIL FROM:<a\0b@x.example>"))[:1] in "25"
        assert (await peer.mail(mail("before\0after"))).startswith("250")
    assert "before" in passage.words[0]


async def test_everything_sent_at_once_is_understood_in_order(door: MailDoor, passage: MemoryPassage) -> None:
    """A peer that waits for no reply, not even before its mail, loses nothing."""
    one = f"MAIL FROM:<a@x.example>\r\nRCPT TO:<{ADDRESS}>\r\nDATA\r\n".encode()
    async with Peer(door.port) as peer:
        both = one + mail("first") + b"\r\n.\r\n" + one + mail("second") + b"\r\n.\r\n"
        await peer.send(b"EHLO x\r\n" + both + b"QUIT\r\n")
        said = [(await peer.hear())[:3] for _ in range(10)]
    assert said == ["250", "250", "250", "354", "250", "250", "250", "354", "250", "221"]
    assert passage.words == ["first", "second"]


async def test_five_thousand_recipients_are_too_many(door: MailDoor) -> None:
    """A peer that goes on naming recipients is cut off."""
    async with Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<a@x.example>")
        await peer.send(f"RCPT TO:<{ADDRESS}>\r\n".encode() * 5_000)
        said = [(await peer.hear())[:3] for _ in range(110)]
    assert said[:12] == ["250"] * 10 + ["452"] * 2
    assert said[-1] == ""


@pytest.mark.parametrize("line", ["", "NOOP", "RSET", "EHLO x", "HELP", "AUTH PLAIN", "QUIT now", "é" * 90, "x" * 600])
async def test_nothing_keeps_a_session_alive_for_ever(door: MailDoor, line: str) -> None:
    """Whatever is repeated, right or wrong, ends with the session cut off."""
    async with Peer(door.port) as peer:
        peer.writer.write(f"{line}\r\n".encode() * 300)
        said = [await peer.hear() for _ in range(110)]
    assert said[-1] == ""


@pytest.mark.parametrize(
    "junk", [bytes(range(256)) * 40, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x02\0\x01"]
)
async def test_other_protocols_do_not_stop_the_door(door: MailDoor, junk: bytes) -> None:
    """Browsers, TLS clients and noise get nowhere, and the next peer is served."""
    async with Peer(door.port) as peer:
        await peer.send(junk)
    async with Peer(door.port) as peer:
        assert (await peer.mail(mail())).startswith("250")


async def test_two_hundred_peers_at_once_leave_the_door_open(door: MailDoor) -> None:
    """100 are served, the others told to come back; when they are gone, there is room again."""
    peers = [Peer(door.port) for _ in range(200)]
    await asyncio.gather(*(peer.__aenter__() for peer in peers))
    assert sorted(peer.said[:3] for peer in peers) == ["220"] * 100 + ["421"] * 100
    for peer in peers:
        peer.hang_up()
    await asyncio.sleep(0.1)
    async with Peer(door.port) as peer:
        assert (await peer.mail(mail())).startswith("250")


async def test_a_peer_that_reads_nothing_is_let_go(passage: MemoryPassage) -> None:
    """Replies that nobody fetches hold neither a session nor memory beyond its time."""
    async with mail_door(passage, session_seconds=0.3, max_connections=1) as door, Peer(door.port) as deaf:
        deaf.writer.write(b"HELP\r\n" * 90)
        await asyncio.sleep(0.6)
        async with Peer(door.port) as other:
            assert other.said.startswith("220")


async def test_addresses_that_hurt_a_parser_cost_nothing(door: MailDoor) -> None:
    """Nested comments and endless quotes are answered at once (fact 15)."""
    async with Peer(door.port) as peer, asyncio.timeout(2):
        await peer.ask("EHLO x")
        for bad in ("<" + "(" * 450, '<"' * 220, "<" + '"' * 450 + "@x>", "<@" * 200, "=?utf-8?q?" * 45):
            assert await peer.ask(f"MAIL FROM:{bad}")
            await peer.ask("RSET")
        assert (await peer.mail(mail())).startswith("250")
