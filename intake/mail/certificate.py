"""The certificate that the mail door shows: read again as soon as its files change, and looked over for the doctor."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from pathlib import Path

_log = structlog.get_logger("intake")

_MOST_STEPS = 10  # a handshake takes four


class CertificateUnusable(Exception):
    """Raised when a certificate and its key can't be used; the message says what to do."""


class Certificate:
    """A certificate with its chain, and its key, each in a PEM file.

    A pair that was renewed is used from the next handshake on. While one that can't be used lies there, the door goes
    on with the last good one: it is better to show an old certificate than to lose mail.
    """

    def __init__(self, chain: Path, key: Path) -> None:
        """Read both files. Raises CertificateUnusable."""
        self._chain = chain
        self._key = key
        self._seen = self._state()
        self._context = _load(chain, key)

    def context(self) -> ssl.SSLContext:
        """Return what a handshake needs, by the files as they are now or, failing that, as they were."""
        state = self._state()
        if state != self._seen:
            self._seen = state
            self._renew()
        return self._context

    def _renew(self) -> None:
        try:
            self._context = _load(self._chain, self._key)
        except CertificateUnusable:
            _log.error("certificate", outcome="not-read")
        else:
            _log.info("certificate", outcome="renewed")

    def _state(self) -> tuple[tuple[int, ...], ...]:
        """Return what changes with the files: also when a link begins to lead elsewhere."""
        return tuple(_stat(path) for path in (self._chain, self._key))


def expires(chain: Path, key: Path) -> datetime:
    """Return until when a pair is good, by shaking hands with itself in memory. Raises CertificateUnusable."""
    server = _load(chain, key)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # the certificate vouches for itself
    try:
        client.load_verify_locations(chain)
        shown = _shake_hands(server, client)
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or "it can't be read"
        raise CertificateUnusable(f"The certificate {chain} can't be used: {why}. Renew it.") from None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)


def _load(chain: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(chain, key, password=lambda: "")  # else it would ask whoever sits at the terminal
    except (OSError, ValueError) as error:  # SSLError is an OSError
        raise CertificateUnusable(
            f"The certificate {chain} and its key {key} can't be used ({type(error).__name__}). Check that both are "
            "there, that care-voice may read them, that they belong together, and that the key has no password."
        ) from None
    return context


def _stat(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ino, found.st_size


def _shake_hands(server: ssl.SSLContext, client: ssl.SSLContext) -> dict[str, object]:
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(back, there, server_side=True)
    theirs = client.wrap_bio(there, back)
    for _ in range(_MOST_STEPS):
        if _step(theirs) and _step(ours):
            return dict(theirs.getpeercert() or {})
        _step(ours)
    raise ssl.SSLError("no end")


def _step(side: ssl.SSLObject) -> bool:
    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True
