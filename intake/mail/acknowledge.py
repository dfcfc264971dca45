"""Sends letters of thanks: one per voice, best effort, through the deployment's relay. Never keeps one on a disk."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, Protocol, TextIO

import structlog
from aiosmtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException

from intake.mail.letter import build, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.mail.letter import Acknowledgement, LetterSettings

_log = structlog.get_logger("intake")

_TERMINAL = 84  # characters in a line
_NEVER = 500  # from here on a reply says: don't try again (RFC 5321, 4.2.1)


class RelayUnavailable(Exception):
    """Raised when the relay can't be used; the message says what to do."""


class Acknowledges(Protocol):
    """Whatever passes on thanks. Must return at once and never raise."""

    def __call__(self, acknowledgement: Acknowledgement, /) -> None:
        """Take one on, or drop it."""
        ...


@dataclass(frozen=True, slots=True)
class RelaySettings:
    """The mail server that takes our letters on. `pauses`: seconds before each further try."""

    host: str
    port: int = 25
    tls: Literal["none", "starttls", "tls"] = "starttls"
    user: str = ""
    password: str = ""
    timeout: float = 30.0
    pauses: tuple[float, ...] = (2.0, 10.0, 30.0)
    most_waiting: int = 1_000

    def __repr__(self) -> str:
        """Leave the password out."""
        return f"<relay {self.host}:{self.port}>"


async def check_relay(settings: RelaySettings, sender: str) -> None:
    """Greet the relay as if to send for `sender`, and sign in if a user is set. Raises RelayUnavailable."""
    try:
        async with relay_client(settings, sender) as client:
            await client.ehlo()
    except (SMTPException, OSError, ValueError) as error:
        raise RelayUnavailable(_what_to_do(settings, error)) from None


class Acknowledger:
    """Hands letters to the relay, one after the other, from a queue in memory."""

    def __init__(self, relay: RelaySettings, letter: LetterSettings, wording: Callable[..., str]) -> None:
        self._relay = relay
        self._letter = letter
        self._wording = wording
        self._waiting: asyncio.Queue[Acknowledgement] = asyncio.Queue(relay.most_waiting)
        self._task: asyncio.Task[None] | None = None

    def __call__(self, acknowledgement: Acknowledgement, /) -> None:
        """Put one into the queue; when it is full, drop it: the voice is saved all the same."""
        try:
            self._waiting.put_nowait(acknowledgement)
        except asyncio.QueueFull:
            _log.warning("acknowledgement", outcome="dropped", reason="queue-full")

    async def open(self) -> None:
        """Begin to send."""
        self._task = asyncio.create_task(self._send_all())

    async def close(self, seconds: float = 10.0) -> None:
        """Send what waits, for so long; drop the rest."""
        if self._task is None:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._waiting.join(), seconds)
        self._task.cancel()
        await asyncio.wait({self._task})
        for _ in range(self._waiting.qsize()):
            _log.warning("acknowledgement", outcome="dropped", reason="closing")

    async def _send_all(self) -> None:
        while True:
            acknowledgement = await self._waiting.get()
            try:
                await self._send(acknowledgement)
            finally:
                self._waiting.task_done()

    async def _send(self, acknowledgement: Acknowledgement) -> None:
        if acknowledgement.locked and self._relay.tls == "none":
            _log.warning("acknowledgement", outcome="dropped", reason="needs-tls")
            return
        for attempt, pause in enumerate((*self._relay.pauses, None), start=1):
            error = await self._try(acknowledgement)
            if error is None:
                _log.info("acknowledgement", outcome="sent", attempt=attempt)
                return
            if pause is None or not _may_work_later(error):
                _log.warning("acknowledgement", outcome="dropped", attempt=attempt, error=type(error).__name__)
                return
            await asyncio.sleep(pause)

    async def _try(self, acknowledgement: Acknowledgement) -> Exception | None:
        client = relay_client(self._relay, self._letter.sender)
        options = [] if acknowledgement.to.isascii() else ["SMTPUTF8"]
        try:
            letter = build(self._letter, self._wording, acknowledgement)
            await client.connect()
            options += await _lock_further(client) if acknowledgement.locked else []
            await client.sendmail("", [acknowledgement.to], letter, mail_options=options)
            with suppress(SMTPException):
                await client.quit()
        except Exception as error:  # noqa: BLE001 - no letter is worth the task that sends the others
            return error
        finally:
            client.close()
        return None


class TerminalAcknowledger:
    """Shows each letter in the terminal, for the demonstration. Leaves out to whom it would go."""

    def __init__(self, stream: TextIO, letter: LetterSettings, wording: Callable[..., str]) -> None:
        self._stream = stream
        self._letter = letter
        self._wording = wording

    def __call__(self, acknowledgement: Acknowledgement, /) -> None:
        """Print one, if anyone is there to see it."""
        subject, text = compose(self._letter, self._wording, acknowledgement)
        with suppress(OSError, ValueError):
            self._stream.write(f"\n    {subject}\n\n" + "".join(f"    {line}\n" for line in _wrapped(text)))
            self._stream.flush()


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from wrap(line, _TERMINAL, subsequent_indent="  " if line.startswith("-") else "") or [""]


def relay_client(relay: RelaySettings, sender: str) -> SMTP:
    """Return a client that speaks to the relay for `sender`, as locked as the settings say; not connected yet."""
    return SMTP(
        hostname=relay.host,
        port=relay.port,
        username=relay.user or None,
        password=relay.password or None,
        use_tls=relay.tls == "tls",
        start_tls=relay.tls == "starttls",
        local_hostname=sender.rpartition("@")[2],
        timeout=relay.timeout,
    )


async def _lock_further(client: SMTP) -> list[str]:
    """Return the option that asks the relay for TLS all the way, if it knows it."""
    await client.ehlo()
    return ["REQUIRETLS"] if client.supports_extension("requiretls") else []


def _may_work_later(error: Exception) -> bool:
    if isinstance(error, SMTPRecipientsRefused):
        return all(one.code < _NEVER for one in error.recipients)
    if isinstance(error, SMTPResponseException):
        return error.code < _NEVER
    return isinstance(error, OSError)


def _what_to_do(relay: RelaySettings, error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        why = f"it answered {error.code}: check user and password, and whether it takes mail from here"
    elif isinstance(error, ssl.SSLError):
        why = "its certificate can't be trusted: check tls, and that the certificate is for this host"
    elif isinstance(error, OSError):
        why = f"nothing answers there ({type(error).__name__}): check host, port, tls and the firewall"
    else:
        why = f"it doesn't do what is asked of it ({type(error).__name__}): check tls, user and password"
    return f"The relay {relay.host}:{relay.port} can't be used: {why}. Or set acknowledge = false."
