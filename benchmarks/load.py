"""A small, fast SMTP client: sends many mails over some connections and says how long it took."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Load:
    """`mails` whole messages to `recipient`, over `connections`; with `one_each`, a new connection for every mail."""

    mails: tuple[bytes, ...]
    recipient: str
    connections: int = 20
    one_each: bool = False


async def send(load: Load, port: int) -> float:
    """Send everything and return the seconds it took. Raises AssertionError if one mail was refused."""
    mails = iter(enumerate(load.mails))
    start = time.perf_counter()
    await asyncio.gather(*(_connection(load, mails, port) for _ in range(load.connections)))
    return time.perf_counter() - start


async def _connection(load: Load, mails: Iterator[tuple[int, bytes]], port: int) -> None:
    talk: _Talk | None = None
    for number, mail in mails:
        talk = talk or await _Talk.open(port)
        await talk.say(f"MAIL FROM:<sender{number}@bench.example>\r\n".encode(), b"250")
        await talk.say(f"RCPT TO:<{load.recipient}>\r\n".encode(), b"250")
        await talk.say(b"DATA\r\n", b"354")
        await talk.say(mail + b"\r\n.\r\n", b"250")
        if load.one_each:
            await talk.close()
            talk = None
    if talk is not None:
        await talk.close()


@dataclass(frozen=True, slots=True)
class _Talk:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def open(cls, port: int) -> _Talk:
        talk = cls(*await asyncio.open_connection("127.0.0.1", port))
        assert (await talk.reader.readline()).startswith(b"220")
        await talk.say(b"HELO bench.example\r\n", b"250")
        return talk

    async def say(self, line: bytes, expected: bytes) -> None:
        self.writer.write(line)
        reply = await self.reader.readline()
        assert reply.startswith(expected), reply

    async def close(self) -> None:
        await self.say(b"QUIT\r\n", b"221")
        self.writer.close()
        await self.writer.wait_closed()
