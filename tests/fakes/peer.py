"""A mail client that says exactly what it is told, however wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl


class Peer:
    """One connection to a mail door; `said` is the greeting."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.said = ""

    async def __aenter__(self) -> Self:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self._port)
        self.said = await self.hear()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.hang_up()

    def hang_up(self) -> None:
        """Break the connection off."""
        self.writer.transport.abort()

    async def send(self, some: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(some)
        await self.writer.drain()

    async def hear(self, seconds: float = 5.0) -> str:
        """Return one whole reply, its lines joined; "" when the door has hung up."""
        lines: list[str] = []
        async with asyncio.timeout(seconds):
            while not lines or lines[-1][3:4] == "-":
                lines.append((await self._line()).decode().rstrip("\r\n"))
        return "\n".join(lines)

    async def ask(self, command: str) -> str:
        """Send one command and return its reply."""
        await self.send(f"{command}\r\n".encode())
        return await self.hear()

    async def lock(self, context: ssl.SSLContext) -> None:
        """Begin TLS, once the door is ready for it."""
        await self.writer.start_tls(context, server_hostname="care.example")

    async def begin(self, sender: str = "advocate@council.example", to: str = "voice@care.example") -> str:
        """Go as far as DATA; returns the reply to it."""
        for command in ("EHLO peer.example", f"MAIL FROM:<{sender}>", f"RCPT TO:<{to}>"):
            await self.ask(command)
        return await self.ask("DATA")

    async def mail(self, content: bytes, sender: str = "advocate@council.example") -> str:
        """Send a whole mail; returns the reply to its end."""
        if not (said := await self.begin(sender)).startswith("354"):
            return said
        await self.send(content + b"\r\n.\r\n")
        return await self.hear()

    async def _line(self) -> bytes:
        try:
            return await self.reader.readline()
        except ConnectionResetError:  # what a door's hanging up looks like while more is being sent
            return b""
