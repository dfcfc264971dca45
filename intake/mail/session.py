"""One SMTP session: aiosmtpd's, with what it lacks. Never logs, never repeats a word back, never outstays its time."""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, AnyStr, Protocol, cast

import structlog
from aiosmtpd.smtp import SMTP

from intake.mail.body import Body
from intake.mail.forwarded import forwarded
from intake.mail.replies import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aiosmtpd.smtp import Envelope
    from aiosmtpd.smtp import Session as State

    from intake.mail.certificate import Certificate
    from intake.mail.forwarded import Client
    from intake.mail.limits import Crowd, Room

# Its lines carry addresses and, at DEBUG, words; a filter stays whatever the rest of a log's set-up does.
logging.getLogger("mail.log").addFilter(lambda _: False)

_log = structlog.get_logger("intake")

_COMMAND_LENGTH = 512  # RFC 5321, 4.5.3.1.4
_MAIL_PARAMETERS = 26 + 10 + 11  # SIZE, SMTPUTF8 and REQUIRETLS may make it longer (RFC 1870, 6531, 8689)
_READ_AHEAD = 2**16
_ALL = sys.maxsize  # all that has arrived; asyncio holds the peer back at twice the read-ahead
_USUAL_ADDRESS = re.compile(r"<([^<>\s\"]*)>(?: +(\S.*))?")
_FLUSH_SECONDS = 5.0
_HANDSHAKE_SECONDS = 60.0
_ECHO = b"500 Error: command"  # aiosmtpd repeats the command, which may be a line of a letter
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


@dataclass(frozen=True, slots=True)
class SessionRules:
    """What is the same for every session: `seconds` and `answers` are allowed anew with each mail taken."""

    hostname: str
    largest_bytes: int
    seconds: float
    answers: int
    room: Room
    crowd: Crowd
    replies: Mapping[Reply, str]
    certificate: Certificate | None = None
    require_tls: bool = False


class Session(SMTP):
    """One peer's dialogue."""

    line_length_limit = _READ_AHEAD  # aiosmtpd makes its reader with it; our DATA knows no lines

    def __init__(self, handler: Handler, rules: SessionRules, on_end: Callable[[Session], None]) -> None:
        # aiosmtpd shares one table among all sessions and lets every EHLO raise it.
        self.command_size_limits = defaultdict(lambda: _COMMAND_LENGTH)
        super().__init__(
            handler,
            data_size_limit=rules.largest_bytes,
            enable_SMTPUTF8=True,
            hostname=rules.hostname,
            ident="ESMTP",
            timeout=rules.seconds,
            loop=asyncio.get_running_loop(),
        )
        self.command_size_limits["MAIL"] += _MAIL_PARAMETERS
        self._handler = handler
        self._rules = rules
        self._on_end = on_end
        self._answers = 0
        self._mark: bytes | None = None
        self._trusted = False
        self._locked = False
        self.client: Client | None = None  # whom the server in front speaks for; in memory only
        self.task: asyncio.Task[None] | None = None
        self.delivering = False
        self.leaving = False

    def __dir__(self) -> list[str]:
        """Return the names of the commands alone: aiosmtpd looks through all three times for every connection."""
        return _commands()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, and keep asyncio from printing tracebacks: they may show a command."""
        super().connection_made(transport)
        self.task = self._handler_coroutine
        if self.task:
            self.task.add_done_callback(_note_failure)
        peer = str((transport.get_extra_info("peername") or ("",))[0])
        self._trusted = self._rules.crowd.trusts(peer)
        if not self._enter(peer):
            self.leave(self._rules.replies[Reply.TOO_MANY_SESSIONS])

    def connection_lost(self, error: Exception | None) -> None:
        """End."""
        if self.transport is None:  # it has ended already, in the middle of a handshake
            return
        super().connection_lost(error)
        self._leave_crowd()
        self._on_end(self)

    def leave(self, farewell: str) -> None:
        """Say `farewell` and hang up, even on a peer that reads nothing; a mail under way is finished first."""
        self.leaving = True
        if self.delivering or self.transport is None:
            return
        transport = cast("asyncio.Transport", self.transport)
        if not transport.is_closing():  # on a locked way, that would raise
            transport.write(f"{farewell}\r\n".encode())
            transport.close()
        self.loop.call_later(_FLUSH_SECONDS, transport.abort)
        if self.task:
            self.task.cancel()

    def cut(self) -> None:
        """Hang up without a word. A delivery under way goes on, and the sender will send the mail again."""
        if self.transport is not None:
            cast("asyncio.Transport", self.transport).abort()

    async def push(self, status: AnyStr) -> None:
        """Answer. A peer that asks for more answers than its mails need is cut off."""
        self._answers += 1
        if self._answers > self._rules.answers:
            self.leave("421 4.7.0 Too many commands")
            await asyncio.sleep(0)
        answer = status.encode() if isinstance(status, str) else status
        if answer.startswith(_ECHO):
            answer = b"500 5.5.2 Command not recognized"
        self._writer.write(answer + b"\r\n")
        await self._writer.drain()

    async def handle_exception(self, error: Exception) -> str:
        """Answer any failure of ours with one constant: the sender keeps the mail and tries again."""
        _log.error("mail-not-taken", outcome="not-saved", error=type(error).__name__)
        return self._rules.replies[Reply.NOT_SAVED]

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
            await self._shake_hands(self._rules.certificate.context())
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
            self._answers = 0
            super()._reset_timeout()
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

    async def _shake_hands(self, context: ssl.SSLContext) -> None:
        self._reader._buffer.clear()  # type: ignore[attr-defined]  # noqa: SLF001 - nothing of it may pass for locked
        transport = await self.loop.start_tls(
            cast("asyncio.WriteTransport", self.transport),
            self,
            context,
            server_side=True,
            ssl_handshake_timeout=_HANDSHAKE_SECONDS,
            ssl_shutdown_timeout=_FLUSH_SECONDS,
        )
        if transport is None:
            raise ConnectionResetError
        self.transport = self._writer._transport = self._reader._transport = transport  # type: ignore[attr-defined]  # noqa: SLF001
        self._locked = True
        self.envelope = self._create_envelope()
        self.session = self._create_session()
        self.session.ssl = {"locked": True}

    def _enter(self, address: str) -> bool:
        self._mark = self._rules.crowd.enter(address) if address else b""
        return self._mark is not None

    def _leave_crowd(self) -> None:
        if self._mark:
            self._rules.crowd.leave(self._mark)
        self._mark = b""

    def _getparams(self, params: Sequence[str]) -> dict[str, str | bool] | None:
        found = super()._getparams(params)
        if found and self._locked and found.get("REQUIRETLS") is True:
            del found["REQUIRETLS"]  # it stays among the envelope's options
        return found

    def _reset_timeout(self, duration: float | None = None) -> None:
        # aiosmtpd starts anew with each command, so a peer that says NOOP now and then would stay for ever.
        if self._timeout_handle is None:
            super()._reset_timeout(duration)

    def _timeout_cb(self) -> None:
        self.leave("421 4.4.2 Your time is over")

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        # The usual shape, without the standard library's parser: it takes longer than all the rest.
        if usual := _USUAL_ADDRESS.fullmatch(arg):
            return usual[1] or "<>", usual[2] or ""
        return super()._getaddr(arg)


@cache
def _commands() -> list[str]:
    return [name for name in dir(Session) if name.startswith("smtp_")]


def _note_failure(task: asyncio.Task[None]) -> None:
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, ConnectionError):  # peers come and go
        _log.error("mail-session-broke", error=type(error).__name__)
