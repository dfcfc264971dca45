"""One peer's connection: begins and ends it on time, locks it, counts its answers. Never logs what is said on it."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, AnyStr, cast

import structlog
from aiosmtpd.smtp import SMTP

from intake.mail.replies import Reply

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from intake.mail.certificate import Certificate
    from intake.mail.limits import Crowd, Room

# Its lines carry addresses and, at DEBUG, words; a filter stays whatever the rest of a log's set-up does.
logging.getLogger("mail.log").addFilter(lambda _: False)

_log = structlog.get_logger("intake")

_COMMAND_LENGTH = 512  # RFC 5321, 4.5.3.1.4
_MAIL_PARAMETERS = 26 + 10 + 11  # SIZE, SMTPUTF8 and REQUIRETLS may make it longer (RFC 1870, 6531, 8689)
_READ_AHEAD = 2**16
_FLUSH_SECONDS = 5.0
_HANDSHAKE_SECONDS = 60.0
_ECHO = b"500 Error: command"  # aiosmtpd repeats the command, which may be a line of a letter


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


class Connection(SMTP):
    """aiosmtpd's, with what it lacks between its beginning and its end."""

    line_length_limit = _READ_AHEAD  # aiosmtpd makes its reader with it; our DATA knows no lines

    def __init__(self, handler: object, rules: SessionRules, on_end: Callable[[Connection], None]) -> None:
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
        self._rules = rules
        self._on_end = on_end
        self._answers = 0
        self._mark: bytes | None = None
        self._trusted = False
        self._locked = False
        self.task: asyncio.Task[None] | None = None
        self.delivering = False
        self.leaving = False

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

    async def _lock(self, context: ssl.SSLContext) -> None:
        """Lock the way. Raises ConnectionResetError or OSError if the peer can't."""
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

    def _begin_anew(self) -> None:
        """Allow as much time, and as many answers, as at the beginning."""
        self._answers = 0
        super()._reset_timeout()

    def _reset_timeout(self, duration: float | None = None) -> None:
        # aiosmtpd starts anew with each command, so a peer that says NOOP now and then would stay for ever.
        if self._timeout_handle is None:
            super()._reset_timeout(duration)

    def _timeout_cb(self) -> None:
        self.leave("421 4.4.2 Your time is over")


def _note_failure(task: asyncio.Task[None]) -> None:
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, ConnectionError):  # peers come and go
        _log.error("mail-session-broke", error=type(error).__name__)
