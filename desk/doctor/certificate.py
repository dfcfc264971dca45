"""Checks the mail door's certificate: that it can be used, for how long yet, and that the door shows it."""

from __future__ import annotations

import smtplib
import ssl
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, skipped, warning, wrong
from intake.mail.certificate import CertificateUnusable, expires

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.doctor.findings import Finding, Host

_SOON = 14  # days: those who renew by machine do so a month before
_PATIENCE = 2.0  # seconds


def certificate(host: Host) -> Iterator[Finding]:
    """The mail door's certificate can be used for a while yet, and is the one that it shows."""
    say, mail = host.say, host.settings.mail
    if not mail.certificate:
        yield skipped(say("doctor-certificate-none"))
        return
    chain, key = host.files.data / mail.certificate, host.files.data / mail.key
    try:
        until = expires(chain, key)
    except CertificateUnusable as error:
        yield wrong(say("doctor-certificate-wrong"), str(error))
        return
    days = (until - datetime.now(UTC)).days
    if days < _SOON:
        yield warning(say("doctor-certificate-soon", days=days), say("doctor-certificate-soon-do"))
    else:
        yield ok(say("doctor-certificate-ok", until=f"{until:%-d %B %Y}"))
    if stat.S_IMODE(key.stat().st_mode) & stat.S_IROTH:
        yield wrong(say("doctor-certificate-open"), say("doctor-certificate-open-do", path=str(key)))
    shown = _shown(mail.host, mail.port)
    if shown is not None and shown != ssl.PEM_cert_to_DER_cert(_first(chain)):
        yield warning(say("doctor-certificate-old"), say("doctor-certificate-old-do"))


def _first(chain: Path) -> str:
    """Return the first certificate of a file that holds several."""
    begins, ends = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    return begins + chain.read_text("ascii", "replace").partition(begins)[2].partition(ends)[0] + ends


def _shown(address: str, port: int) -> bytes | None:
    """Return the certificate that the door shows; None if nobody is there."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # whoever vouches for it: it is to be compared
    try:
        with smtplib.SMTP(address, port, timeout=_PATIENCE) as client:
            client.starttls(context=context)
            locked = client.sock
            return locked.getpeercert(binary_form=True) if isinstance(locked, ssl.SSLSocket) else None
    except (OSError, smtplib.SMTPException):
        return None
