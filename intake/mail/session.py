"""One SMTP session: the commands that a peer may give, and what is answered. Never repeats a word back."""

from __future__ import annotations

import re
import ssl
import sys
from functools import cache
from typing import TYPE_CHECKING, Protocol

from intake.mail.body import Body
from intake.mail.connection import Connection
from intake.mail.forwarded import forwarded
from intake.mail.replies import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aiosmtpd.smtp import SMTP, Envelope
    from aiosmtpd.smtp import Session as State

    from intake.mail.connection import SessionRules
    from intake.mail.forwarded import Client

_ALL = sys.maxsize  # all that has arrived; asyncio holds the peer back at twice the read-ahead
_USUAL_ADDRESS = re.compile(r"<([^<>\s\"]*)>(?: +(\S.*))?")
_TROUBLES = {"too-big": Reply.TOO_BIG, "no-room": Reply.NO_ROOM}


class Handler(Protocol):
    """What a session asks of the door."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, state: State, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Say whether mail to `address` is taken, and if so put it on the envelope."""
        ...

    async def deliver(self, envelope: Envelope, content: bytes, client: Client | None) -> Reply:
        """Do what is to be done with a mail from whomever the server in front speaks for."""
        ...


class Session(Connection):
    """One peer's dialogue."""

    def __init__(self, handler: Handler, rules: SessionRules, on_end: Callable[[Connection], None]) -> None:
        super().__init__(handler, rules, on_end)
        self._handler = handler
        self.client: Client | None = None  # whom the server in front speaks for; in memory only

    def __dir__(self) -> list[str]:
        """Return the names of the commands alone: aiosmtpd looks through all three times for every connection."""
        return _commands()

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 - aiosmtpd's name
        """Say what is understood here. Signing in isn't, whatever aiosmtpd offers once the way is locked."""
        if not hostname:
            await self.push("501 Syntax: EHLO hostname")
            return
        self.envelope = self._create_envelope()
        if self.session is not None:
            self.session.extended_smtp = True
            self.session.host_name = hostname
        await self.push("\r\n".join(self._offers()))

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: ARG002, N802 - aiosmtpd's name
        """Let nobody sign in: there is nothing to sign in for."""
        await self.push("502 5.5.1 Not here")

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        """Lock the way, and forget what was said in the open, also what came along with this (RFC 3207, 4.2 and 6)."""
        if self._rules.certificate is None or self._locked:
            await self.push("454 4.7.0 TLS not available")
            return
        if arg:
            await self.push("501 Syntax: STARTTLS")
            return
        await self.push("220 2.0.0 Ready to start TLS")
        try:
            await self._lock(self._rules.certificate.context())
        except (ssl.SSLError, OSError):
            raise ConnectionResetError from None
        finally:
            if not self._locked:
                self.connection_lost(None)

    async def smtp_XFORWARD(self, arg: str | None) -> None:  # noqa: N802 - the command's name
        """Hear whom the server in front speaks for, if that is a server we trust."""
        if not self._trusted:
            await self.push("550 5.7.0 Not from you")
            return
        if self.envelope is None or self.envelope.mail_from:
            await self.push("503 5.5.1 A mail is under way")
            return
        client = forwarded(arg or "", self.client)
        if client is None:
            await self.push("501 5.5.4 Syntax: XFORWARD NAME=value")
            return
        self.client = client
        self._leave_crowd()
        self._enter(client.address)
        await self.push("250 2.0.0 OK")

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        """Begin a mail, unless the way has to be locked first or too much comes from where it comes from."""
        if self._rules.require_tls and not self._locked:
            await self.push("530 5.7.0 Must issue a STARTTLS command first")
        elif self._mark is None:
            await self.push(self._rules.replies[Reply.BUSY])
        else:
            await super().smtp_MAIL(arg)

    async def smtp_VRFY(self, arg: str) -> None:  # noqa: ARG002, N802 - aiosmtpd's name
        """Tell nobody which addresses there are."""
        await self.push("252 2.5.0 Send a mail to find out")

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        """Read a mail of bounded size and have it delivered."""
        if await self.check_helo_needed():
            return
        if self.envelope is None or not self.envelope.rcpt_tos:
            await self.push("503 Error: need RCPT command")
            return
        if arg:
            await self.push("501 Syntax: DATA")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        try:
            reply = await self._take(self.envelope)
        finally:
            self.envelope = self._create_envelope()
        await self.push(self._rules.replies[reply])
        if self.leaving:
            self.leave("421 4.3.2 Closing")

    async def _take(self, envelope: Envelope) -> Reply:
        with Body(self._rules.largest_bytes, self._rules.room) as body:
            await self._receive(body)
            if body.trouble:
                return _TROUBLES[body.trouble]
            self.delivering = True
            try:
                reply = await self._handler.deliver(envelope, body.content(), self.client)
            finally:
                self.delivering = False
        if reply is Reply.ACCEPTED:
            self._begin_anew()
        return reply

    async def _receive(self, body: Body) -> None:
        rest = None
        while rest is None:
            chunk = await self._reader.read(_ALL)
            if not chunk:
                raise ConnectionResetError
            rest = body.feed(chunk)
        if rest:
            self._reader.feed_data(rest)

    def _offers(self) -> list[str]:
        offers = [self.hostname, f"SIZE {self.data_size_limit}", "8BITMIME", "SMTPUTF8"]
        if self._locked:
            offers.append("REQUIRETLS")  # RFC 8689
        elif self._rules.certificate:
            offers.append("STARTTLS")
        if self._trusted:
            offers.append("XFORWARD ADDR HELO")
        return [*(f"250-{offer}" for offer in offers), "250 HELP"]

    def _getparams(self, params: Sequence[str]) -> dict[str, str | bool] | None:
        found = super()._getparams(params)
        if found and self._locked and found.get("REQUIRETLS") is True:
            del found["REQUIRETLS"]  # it stays among the envelope's options
        return found

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        # The usual shape, without the standard library's parser: it takes longer than all the rest.
        if usual := _USUAL_ADDRESS.fullmatch(arg):
            return usual[1] or "<>", usual[2] or ""
        return super()._getaddr(arg)


@cache
def _commands() -> list[str]:
    return [name for name in dir(Session) if name.startswith("smtp_")]
