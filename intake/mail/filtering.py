"""Asks rspamd on this machine about a mail while its sender's server still waits. What it says marks a voice, no more.

A milter could not: Postfix shows it nothing of a mail that goes on before the queue (MILTER_README, Limitations). If
rspamd doesn't answer in time the mail is taken without its marks: no voice is lost to a filter.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import structlog

from intake.mail.authenticity import as_flags

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from intake.mail.forwarded import Client
    from storage.model import Flag

_log = structlog.get_logger("intake")

_LONGEST_ANSWER = 1_000_000
_SPAM = frozenset({"add header", "rewrite subject", "reject"})
_RESULTS = {
    "DMARC_POLICY_ALLOW": ("dmarc", "pass"),
    "DMARC_POLICY_REJECT": ("dmarc", "fail"),
    "DMARC_POLICY_QUARANTINE": ("dmarc", "fail"),
    "DMARC_POLICY_SOFTFAIL": ("dmarc", "fail"),
    "R_SPF_ALLOW": ("spf", "pass"),
    "R_SPF_FAIL": ("spf", "fail"),
    "R_SPF_SOFTFAIL": ("spf", "softfail"),
    "R_DKIM_ALLOW": ("dkim", "pass"),
    "R_DKIM_REJECT": ("dkim", "fail"),
}
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")


@dataclass(frozen=True, slots=True, repr=False)
class Arrived:
    """A mail as it came, and what was said before it. Its repr shows nothing of either.

    `locked`: its sender asked for TLS all the way (RFC 8689).
    """

    content: bytes
    sender: str
    recipients: Collection[str]
    client: Client | None
    locked: bool = False


class Filters(Protocol):
    """Whatever looks a mail over. Must never raise."""

    async def __call__(self, arrived: Arrived, /) -> tuple[Flag, ...]:
        """Return what it noticed."""
        ...


async def no_filter(_: Arrived) -> tuple[Flag, ...]:
    """Notice nothing."""
    return ()


class Rspamd:
    """The rspamd that listens on a host and a port, for so many seconds a mail."""

    def __init__(self, host: str, port: int, *, seconds: float = 5.0) -> None:
        self._host = host
        self._port = port
        self._seconds = seconds

    async def __call__(self, arrived: Arrived, /) -> tuple[Flag, ...]:
        """Return what rspamd noticed; nothing if it doesn't answer, or not as it should."""
        try:
            async with asyncio.timeout(self._seconds):
                answer = _parsed(await self._asked(arrived))
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            _log.warning("spam-filter", outcome="silent", error=type(error).__name__)
            return ()
        results: dict[str, set[str]] = {}
        for symbol in _RESULTS.keys() & answer["symbols"].keys():
            method, result = _RESULTS[symbol]
            results.setdefault(method, set()).add(result)
        return as_flags(results, spam=answer["action"] in _SPAM)

    async def _asked(self, arrived: Arrived) -> bytes:
        reader, writer = await asyncio.open_connection(self._host, self._port)
        try:
            head = "".join(f"{name}: {_NOT_PLAIN.sub('', value)[:300]}\r\n" for name, value in _told(arrived))
            writer.write(f"POST /checkv2 HTTP/1.0\r\n{head}\r\n".encode("ascii"))
            writer.write(arrived.content)
            await writer.drain()
            return await _all_of(reader)
        finally:
            writer.transport.abort()


async def _all_of(reader: asyncio.StreamReader) -> bytes:
    """Read until rspamd hangs up. Raises ValueError if there is no end to it."""
    answer = bytearray()
    while chunk := await reader.read(65_536):
        answer += chunk
        if len(answer) > _LONGEST_ANSWER:
            raise ValueError("rspamd's answer is too long")
    return bytes(answer)


def _told(arrived: Arrived) -> Iterator[tuple[str, str]]:
    yield "Content-Length", str(len(arrived.content))
    yield "From", arrived.sender.strip("<>")
    yield from (("Rcpt", address) for address in arrived.recipients)
    if arrived.client and arrived.client.address:
        yield "IP", arrived.client.address
    if arrived.client and arrived.client.greeting:
        yield "Helo", arrived.client.greeting


def _parsed(answer: bytes) -> dict[str, Any]:
    """Read rspamd's answer. Raises ValueError if it is none."""
    head, _, body = answer.partition(b"\r\n\r\n")
    if not re.match(rb"HTTP/1\.[01] 200\b", head):
        raise ValueError("rspamd said no")
    try:
        found = json.loads(body)
    except RecursionError:
        raise ValueError("rspamd's answer has no end") from None
    symbols = found.get("symbols") if isinstance(found, dict) else None
    if not isinstance(symbols, dict):
        raise ValueError("rspamd's answer is none")  # noqa: TRY004 - it is what was sent that is wrong
    return {"action": str(found.get("action", "")), "symbols": symbols}
