"""Knows a mail that is delivered a second time. Keeps nothing of it."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MESSAGE_ID = re.compile(rb"(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)")


def fingerprint(key: bytes, sender: str, recipients: Iterable[str], content: bytes) -> bytes | None:
    """Return the 32 bytes by which a second delivery of the same mail is known; None without a Message-ID.

    HMAC-SHA-256 over Message-ID, envelope and body. The other headers are left out: a mail that is sent again by
    another way has other Received lines.
    """
    head, gap, body = content.partition(b"\r\n\r\n")
    found = _MESSAGE_ID.search(head)
    if not found:
        return None
    names = [sender, *sorted(address.casefold() for address in recipients)]
    parts = [found[1], *(name.encode("utf-8", "surrogateescape") for name in names)]
    framed = b"".join(len(part).to_bytes(4) + part for part in parts)
    # `hmac.digest` would let another thread go first, however little there is to do.
    return hmac.new(key, framed + hashlib.sha256(body if gap else content).digest(), "sha256").digest()
