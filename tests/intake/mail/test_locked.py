"""STARTTLS at the mail door, over real sockets and with real certificates."""

from __future__ import annotations

import asyncio
import os
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import trustme
import uvloop

from intake.mail.certificate import Certificate, CertificateUnusable, expires
from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.passage import MemoryPassage
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path


@dataclass
class Pair:
    """A certificate and a key in files, and an authority that vouches for it."""

    folder: Path
    authority: trustme.CA = field(default_factory=trustme.CA)
    times: int = 0

    def __post_init__(self) -> None:
        """Write the first pair."""
        self.chain, self.key = self.folder / "door.pem", self.folder / "door.key"
        self.renew()

    def renew(self) -> bytes:
        """Put another pair in place, as a program that renews certificates does; return its certificate."""
        issued = self.authority.issue_cert("care.example")
        self.times += 1
        for path, content in ((self.chain, issued.cert_chain_pems[0]), (self.key, issued.private_key_pem)):
            new = path.with_suffix(".new")
            new.write_bytes(content.bytes())
            os.utime(new, (self.times, self.times))
            new.rename(path)
        return ssl.PEM_cert_to_DER_cert(self.chain.read_text())

    def client(self) -> ssl.SSLContext:
        """Return a client that trusts the authority, and nobody else."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(context)
        return context


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Give a certificate and its key."""
    return Pair(tmp_path)


async def locked(peer: Peer, pair: Pair) -> None:
    """Begin TLS."""
    await peer.ask("EHLO x")
    assert (await peer.ask("STARTTLS")).startswith("220")
    await peer.lock(pair.client())


async def test_a_mail_travels_locked(passage: MemoryPassage, pair: Pair) -> None:
    """After STARTTLS everything goes on as before, over TLS 1.2 or newer."""
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door, Peer(door.port) as peer:
        assert "STARTTLS" in await peer.ask("EHLO x")
        await locked(peer, pair)
        assert (await peer.mail(mail("Over a locked way."))).startswith("250")
        assert (await peer.mail(mail("And a second one."))).startswith("250")
    assert passage.words == ["Over a locked way.", "And a second one."]


async def test_what_was_sent_in_the_open_is_forgotten(passage: MemoryPassage, pair: Pair) -> None:
    """Commands that somebody slipped in before the handshake are dropped, and so is the greeting (RFC 3207, 6)."""
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        await peer.ask("MAIL FROM:<open@x.example>")
        await peer.send(f"STARTTLS\r\nNOOP\r\nRCPT TO:<{ADDRESS}>\r\nDATA\r\nforged\r\n.\r\n".encode())
        assert (await peer.hear()).startswith("220")
        await peer.lock(pair.client())
        assert (await peer.ask(f"RCPT TO:<{ADDRESS}>")).startswith("503 Error: send")  # the first answer is to this
        assert (await peer.mail(mail("mine"))).startswith("250")
    assert passage.words == ["mine"]


async def test_nothing_is_signed_in_to_or_locked_twice(passage: MemoryPassage, pair: Pair) -> None:
    """A locked way offers no STARTTLS and, whatever the library would, no AUTH."""
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door, Peer(door.port) as peer:
        await locked(peer, pair)
        offers = await peer.ask("EHLO x")
        assert "AUTH" not in offers
        assert "STARTTLS" not in offers
        assert (await peer.ask("STARTTLS")).startswith("454")
        assert (await peer.ask("AUTH PLAIN AGEAYg==")).startswith("502")


async def test_a_way_that_must_be_locked_is(passage: MemoryPassage, pair: Pair) -> None:
    """With `require_tls` no mail begins in the open."""
    certificate = Certificate(pair.chain, pair.key)
    async with mail_door(passage, certificate=certificate, require_tls=True) as door, Peer(door.port) as peer:
        await peer.ask("EHLO x")
        assert (await peer.ask("MAIL FROM:<a@x.example>")).startswith("530 5.7.0")
        await locked(peer, pair)
        assert (await peer.mail(mail("Locked."))).startswith("250")


async def test_require_tls_of_the_sender_is_taken_on_a_locked_way_only(passage: MemoryPassage, pair: Pair) -> None:
    """REQUIRETLS is offered and taken once the way is locked (RFC 8689, 2 and 4)."""
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door, Peer(door.port) as peer:
        assert "REQUIRETLS" not in await peer.ask("EHLO x")
        assert (await peer.ask("MAIL FROM:<a@x.example> REQUIRETLS")).startswith("555")
        await locked(peer, pair)
        assert "REQUIRETLS" in await peer.ask("EHLO x")
        assert (await peer.ask("MAIL FROM:<a@x.example> REQUIRETLS SIZE=100")).startswith("250")


async def test_a_renewed_certificate_is_shown_at_once(passage: MemoryPassage, pair: Pair) -> None:
    """Nobody has to start anything again; sessions that are open go on."""
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door, Peer(door.port) as before:
        await locked(before, pair)
        new = pair.renew()
        async with Peer(door.port) as peer:
            await locked(peer, pair)
            assert peer.writer.get_extra_info("ssl_object").getpeercert(binary_form=True) == new
        assert (await before.mail(mail())).startswith("250")


@pytest.mark.parametrize("content", [b"", b"no certificate", None, b"\xff" * 1000])
async def test_a_bad_new_pair_keeps_the_old_one(
    passage: MemoryPassage, pair: Pair, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is better to show an old certificate than to lose mail; the log says so, once."""
    old = ssl.PEM_cert_to_DER_cert(pair.chain.read_text())
    async with mail_door(passage, certificate=Certificate(pair.chain, pair.key)) as door:
        pair.chain.unlink()
        if content is not None:
            pair.chain.write_bytes(content)
        for _ in range(2):
            async with Peer(door.port) as peer:
                await locked(peer, pair)
                assert peer.writer.get_extra_info("ssl_object").getpeercert(binary_form=True) == old
        new = pair.renew()
        async with Peer(door.port) as peer:
            await locked(peer, pair)
            assert peer.writer.get_extra_info("ssl_object").getpeercert(binary_form=True) == new
    said = "".join(capsys.readouterr())
    assert said.count("not-read") == 1
    assert "renewed" in said


@pytest.mark.parametrize("junk", [b"", b"MAIL FROM:<a@x.example>\r\n", b"\x16\x03\x01\xff\xff" + b"x" * 70_000])
async def test_a_handshake_that_fails_leaves_nothing_behind(passage: MemoryPassage, pair: Pair, junk: bytes) -> None:
    """Noise, commands or nothing instead of a handshake: the session is over, and its place is free."""
    certificate = Certificate(pair.chain, pair.key)
    async with mail_door(passage, certificate=certificate, max_connections=1) as door:
        for _ in range(3):
            peer = await let_in(door.port)
            await peer.ask("EHLO x")
            await peer.ask("STARTTLS")
            await peer.send(junk)
            peer.hang_up()
        (await let_in(door.port)).hang_up()
    assert not passage.voices


async def let_in(port: int) -> Peer:
    """Return a peer that was let in, once there is a place free."""
    async with asyncio.timeout(5):
        while True:
            peer = await Peer(port).__aenter__()
            if peer.said.startswith("220"):
                return peer
            peer.hang_up()
            await asyncio.sleep(0.02)


async def test_a_handshake_may_not_outstay_its_time(passage: MemoryPassage, pair: Pair) -> None:
    """A peer that begins one and sits there is let go as any other is."""
    certificate = Certificate(pair.chain, pair.key)
    async with mail_door(passage, certificate=certificate, session_seconds=0.3, max_connections=1) as door:
        idle = await let_in(door.port)
        await idle.ask("EHLO x")
        await idle.ask("STARTTLS")
        (await let_in(door.port)).hang_up()
        idle.hang_up()


async def test_closing_ends_locked_sessions_too(passage: MemoryPassage, pair: Pair) -> None:
    """A mail whose dot has come is answered, over TLS as well, and who is idle hears a farewell."""
    passage.may_end.clear()
    certificate = Certificate(pair.chain, pair.key)
    async with mail_door(passage, certificate=certificate) as door, Peer(door.port) as busy, Peer(door.port) as idle:
        await locked(idle, pair)
        await locked(busy, pair)
        await busy.begin()
        await busy.send(mail() + b"\r\n.\r\n")
        await passage.begun.wait()
        closing = asyncio.create_task(door.close(seconds=5))
        assert (await idle.hear()).startswith("421")
        passage.may_end.set()
        assert (await busy.hear()).startswith("250")
        await closing


@pytest.mark.parametrize(
    "rule",
    [
        test_a_mail_travels_locked,
        test_what_was_sent_in_the_open_is_forgotten,
        test_a_renewed_certificate_is_shown_at_once,
        test_a_handshake_may_not_outstay_its_time,
        test_closing_ends_locked_sessions_too,
    ],
)
def test_the_faster_loop_locks_as_well(
    rule: Callable[[MemoryPassage, Pair], Coroutine[None, None, None]], pair: Pair
) -> None:
    """What holds on Python's own loop holds on uvloop."""
    uvloop.run(rule(MemoryPassage(), pair))


def test_a_pair_that_cannot_be_used_says_what_to_check(pair: Pair, tmp_path: Path) -> None:
    """Nothing there, a key of another certificate: the door doesn't open, and the message names both files."""
    stranger = pair.authority.issue_cert("care.example").private_key_pem.bytes()
    with pytest.raises(CertificateUnusable, match="belong together"):
        Certificate(tmp_path / "missing.pem", pair.key)
    pair.key.write_bytes(stranger)
    with pytest.raises(CertificateUnusable, match=r"door\.pem"):
        Certificate(pair.chain, pair.key)


def test_when_a_certificate_expires_is_known(pair: Pair) -> None:
    """The doctor learns it without a connection to anywhere."""
    assert expires(pair.chain, pair.key).year >= 2030
