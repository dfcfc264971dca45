"""A mail server that takes whatever is sent, for letters to arrive somewhere real."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

if TYPE_CHECKING:
    import ssl
    from email.message import EmailMessage


@dataclass(frozen=True, slots=True)
class Letter:
    """What arrived, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        """The letter, parsed."""
        return message_from_bytes(self.content, policy=policy.default)

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.message.get_content())


class Relay:
    """Listens while its `async with` lasts. `answers`, used up first, are what it says at the end of DATA."""

    def __init__(
        self,
        *answers: str,
        password: str | None = None,
        tls: ssl.SSLContext | None = None,
        unknown: tuple[str, ...] = (),
    ) -> None:
        self._answers = list(answers)
        self._password = password
        self._tls = tls
        self._unknown = unknown
        self._arrived = asyncio.Condition()
        self.letters: list[Letter] = []
        self.tries = 0
        self.greetings: list[str] = []

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._session, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await asyncio.sleep(0)

    async def letter(self, number: int = 1, seconds: float = 5.0) -> Letter:
        """Wait for the letter of that number, counted from 1."""
        async with asyncio.timeout(seconds), self._arrived:
            await self._arrived.wait_for(lambda: len(self.letters) >= number)
        return self.letters[number - 1]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take it, unless the address is one of the unknown."""
        self.greetings.append(session.host_name or "")
        if self._password is not None and not session.authenticated:
            return "530 5.7.0 Sign in first"
        if address in self._unknown:
            self.tries += 1
            return "550 5.1.1 Unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Collect a letter, or say what was asked for instead."""
        self.tries += 1
        if self._answers and not (answer := self._answers.pop(0)).startswith("250"):
            return answer
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        async with self._arrived:
            self.letters.append(Letter(envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
            self._arrived.notify_all()
        return "250 OK"

    def _session(self) -> SMTP:
        return SMTP(
            self,
            hostname="relay.example",
            enable_SMTPUTF8=True,
            loop=asyncio.get_running_loop(),
            tls_context=self._tls,
            auth_require_tls=False,
            authenticator=self._check,
        )

    def _check(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, given: object) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password.decode() == self._password
        return AuthResult(success=right, handled=False)
