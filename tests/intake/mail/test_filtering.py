"""Asking a filter on this machine about a mail: over real sockets, and whatever it answers or doesn't."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from intake.mail.filtering import Arrived, Rspamd
from intake.mail.forwarded import Client
from storage.model import Flag
from tests.fakes.door import ADDRESS, mail, mail_door
from tests.fakes.peer import Peer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.passage import MemoryPassage

ARRIVED = Arrived(b"Subject: hello\r\n\r\nWords.", "a@x.example", (ADDRESS,), Client("192.0.2.7", "mail.x.example"))


class Answering:
    """A filter that keeps what it was asked, and answers what it was told to."""

    def __init__(self, answer: bytes | None) -> None:
        self.asked = b""
        self._answer = answer

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hear one question out."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line[16:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length: "))
        self.asked = head + await reader.readexactly(length)
        if self._answer is None:
            await reader.read()
        else:
            writer.write(self._answer)
        writer.close()


@asynccontextmanager
async def filtering(answer: bytes | None) -> AsyncIterator[tuple[Answering, int]]:
    """Run a filter that answers so; None: never."""
    answering = Answering(answer)
    server = await asyncio.start_server(answering, "127.0.0.1", 0)
    yield answering, int(server.sockets[0].getsockname()[1])
    server.close()


def said(action: str, *symbols: str) -> bytes:
    """Return an answer as rspamd gives it."""
    body = json.dumps({"action": action, "score": 1.0, "symbols": {name: {"name": name} for name in symbols}})
    return f"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    ("answer", "flags"),
    [
        (said("no action"), ()),
        (said("greylist", "R_SPF_ALLOW"), ()),
        (said("add header"), (Flag.SPAM,)),
        (said("reject", "DMARC_POLICY_REJECT"), (Flag.UNAUTHENTIC, Flag.SPAM)),
        (said("no action", "R_SPF_FAIL", "R_DKIM_NA"), (Flag.UNAUTHENTIC,)),
        (said("no action", "R_SPF_FAIL", "R_DKIM_ALLOW", "DMARC_POLICY_ALLOW"), ()),
    ],
)
async def test_what_a_filter_says_marks_a_mail(answer: bytes, flags: tuple[Flag, ...]) -> None:
    """By what it would do, and by the results of SPF, DKIM and DMARC."""
    async with filtering(answer) as (_, port):
        assert await Rspamd("127.0.0.1", port)(ARRIVED) == flags


async def test_a_filter_is_told_what_it_needs_to_judge() -> None:
    """The mail as it came, its envelope, and whom the server in front speaks for; nothing can break the head."""
    odd = Arrived(ARRIVED.content, "a@x.example\r\nIP: 1.2.3.4", (ADDRESS,), ARRIVED.client)
    async with filtering(said("no action")) as (filtered, port):
        await Rspamd("127.0.0.1", port)(odd)
    head, _, body = filtered.asked.partition(b"\r\n\r\n")
    assert body == ARRIVED.content
    assert b"\r\nFrom: a@x.exampleIP: 1.2.3.4\r\n" in head
    assert head.endswith(f"Rcpt: {ADDRESS}\r\nIP: 192.0.2.7\r\nHelo: mail.x.example".encode())
    assert "x.example" not in repr(odd)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 500 no\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\n\r\nnot JSON",
        b"HTTP/1.1 200 OK\r\n\r\n[]",
        b'HTTP/1.1 200 OK\r\n\r\n{"symbols": 3}',
        b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 500_000,
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 2_000_000,
        b"\xff" * 100,
    ],
    ids=range(8),
)
async def test_no_voice_is_lost_to_a_filter(
    passage: MemoryPassage, answer: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever it answers, the mail is taken without its marks, and the log says that the filter didn't work."""
    async with (
        filtering(answer) as (_, port),
        mail_door(passage, filters=Rspamd("127.0.0.1", port)) as door,
        Peer(door.port) as peer,
    ):
        assert (await peer.mail(mail("Kept."))).startswith("250")
    assert (passage.words, passage.voices[0].flags) == (["Kept."], ())
    assert "spam-filter" in "".join(capsys.readouterr())


async def test_a_filter_that_is_gone_or_silent_holds_nobody_up(passage: MemoryPassage) -> None:
    """A mail waits for it no longer than it may."""
    async with filtering(None) as (_, port):
        for filters in (Rspamd("127.0.0.1", port, seconds=0.1), Rspamd("127.0.0.1", 1)):
            async with mail_door(passage, filters=filters) as door, Peer(door.port) as peer:
                assert (await peer.mail(mail("Kept."))).startswith("250")
    assert len(passage.voices) == 2


async def test_marks_of_both_ways_are_one(passage: MemoryPassage) -> None:
    """A mark from the head and the same from the filter is one mark, and XFORWARD reaches the filter."""
    async with (
        filtering(said("reject")) as (filtered, port),
        mail_door(passage, filters=Rspamd("127.0.0.1", port)) as door,
        Peer(door.port) as peer,
    ):
        await peer.ask("EHLO front.example")
        await peer.ask("XFORWARD ADDR=192.0.2.99 HELO=far.example")
        await peer.mail(mail("Buy this."))
    assert passage.voices[0].flags == (Flag.SPAM,)
    assert b"IP: 192.0.2.99" in filtered.asked
