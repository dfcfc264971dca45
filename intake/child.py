"""A process of our own beside the event loop, and the socket to it: for work that may hang, or grow without end."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from intake.frames import unframed

if TYPE_CHECKING:
    from collections.abc import Callable

_GRACE = 1.0  # seconds to end by itself


class ChildFell(Exception):
    """Raised for a process that ended, or took too long, before its first answer."""


class Child(asyncio.Protocol):
    """`python -m MODULE SOCKET`: tells `answered` of every answer after the first, and `fell` of an end unasked for."""

    def __init__(self, module: str, answered: Callable[[Any], None], fell: Callable[[], None]) -> None:
        self._module = module
        self._answered = answered
        self._fell = fell
        self._read = bytearray()
        self._first: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._serves = False

    async def open(self, message: bytes, seconds: float) -> Any:
        """Start the process, send it a message and return what it answers.

        Raises:
            ChildFell: it has no answer within `seconds`; it is ended then.
        """
        ours, its = socket.socketpair()
        with its:
            self._process = _start(self._module, its.fileno())
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_unix_connection(lambda: self, sock=ours)
        self.write(message)
        try:
            answer = await asyncio.wait_for(self._first, seconds)
        except BaseException as error:
            self.kill()
            await self.close()
            if isinstance(error, TimeoutError):
                raise ChildFell from None
            raise
        self._serves = not self.has_ended
        return answer

    @property
    def has_ended(self) -> bool:
        """Whether it has hung up: some answer once, and end."""
        return self._transport.is_closing()

    def write(self, data: bytes) -> None:
        """Send a message."""
        self._transport.write(data)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    async def close(self) -> None:
        """Hang up, and wait for its end."""
        self._serves = False
        self._transport.abort()
        try:
            await asyncio.to_thread(self._process.wait, _GRACE)
        except subprocess.TimeoutExpired:  # it hangs, or has been stopped
            self.kill()
            await asyncio.to_thread(self._process.wait)

    def data_received(self, data: bytes) -> None:
        """Hear answers."""
        self._read += data
        for answer in unframed(self._read):
            if self._first.done():
                self._answered(answer)
            else:
                self._first.set_result(answer)

    def connection_lost(self, _: Exception | None) -> None:
        """Hear that it is gone."""
        self._process.kill()
        self._process.wait()
        if self._serves:
            self._fell()
        elif not self._first.done():
            self._first.set_exception(ChildFell())


def _start(module: str, its_socket: int) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-P", "-m", module, str(its_socket)]
    seen = {name: value for name, value in os.environ.items() if not name.startswith("CARE_VOICE_")}  # no secrets
    # Whatever it says by mistake, even an interpreter's last words, is heard by nobody.
    null = subprocess.DEVNULL
    return subprocess.Popen(argv, stdin=null, stdout=null, stderr=null, pass_fds=[its_socket], env=seen)  # noqa: S603 - our own command line
