"""The parts of a mail as bytes: where each begins and ends. It forgives what is broken, and judges nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.mail.headers import Headers, read_headers
from intake.mail.transfer import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER_LINES = re.compile(rb"(?:[!-9;-~\x80-\xff]{1,128}+[ \t]*+:[^\n]*+(?:\n|\Z)|[ \t][^\n]*+(?:\n|\Z))*+")
_BOUNDARY = re.compile(rb"^--([^\s]{1,70})[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"[\r\n]*+")
_PREAMBLE = 4_000  # bytes before the first boundary, if it isn't the one that was declared
_START = 300  # bytes of a part that show what kind of file it is


@dataclass(frozen=True, slots=True)
class MailPart:
    """A message or a part: its body is `mail[start:end]`, so that no level of nesting copies it."""

    headers: Headers
    mail: bytes
    start: int
    end: int
    depth: int
    attached: int  # how many messages, one attached to the other, it stands in: 0 is the mail itself


def _part(mail: bytes, start: int, end: int, depth: int, *, attached: int) -> MailPart:
    """Read the headers that are needed, with a cap on each; the body begins where the header lines end."""
    match = _HEADER_LINES.match(mail, start, end)
    head = match.end() if match else start
    body = head + (2 if mail.startswith(b"\r\n", head, end) else mail.startswith(b"\n", head, end))
    headers = read_headers(mail, start, head)
    return MailPart(headers, mail, body, end, depth, attached)


def message(mail: bytes, depth: int, *, attached: int) -> MailPart:
    """Read a whole message, as it came or as it was attached."""
    if b"\n" not in mail:
        mail = mail.replace(b"\r", b"\n")
    if mail.startswith((b"\r", b"\n")):
        mail = mail.lstrip(b"\r\n")
    start = mail.find(b"\n") + 1 if mail.startswith((b"From ", b">From ")) else 0  # the first line of a mailbox file
    return _part(mail, start, len(mail), depth, attached=attached)


def split(part: MailPart) -> Iterator[MailPart]:
    """Yield what stands between the boundary lines of a multipart body (RFC 2046, 5.1.1)."""
    boundary = part.headers.boundary()
    if not boundary or part.mail.find(b"--" + boundary, part.start, part.end) < 0:
        guess = _BOUNDARY.search(part.mail, part.start, min(part.end, part.start + _PREAMBLE))
        if guess is None:
            return
        boundary = guess[1]
    marker, mail = b"\n--" + boundary, part.mail
    start, at = -1, mail.find(marker, max(part.start - 1, 0), part.end)
    while at >= 0:
        line_end = mail.find(b"\n", at + 1, part.end)
        line = mail[at + len(marker) : line_end if line_end >= 0 else part.end][:80].strip()
        if line in {b"", b"--"}:
            if start >= 0:
                yield _part(mail, start, at, part.depth + 1, attached=part.attached)
            start = -1 if line or line_end < 0 else line_end + 1
            if line:
                return
        at = mail.find(marker, at + 1, part.end)
    if start >= 0:  # cut off before its last boundary
        yield _part(mail, start, part.end, part.depth + 1, attached=part.attached)


def is_bare_multipart(part: MailPart) -> bool:
    """Return whether a body begins as a multipart's does, but a server lost the line that says so."""
    if "content-type" in part.headers.fields:
        return False
    opening = _BLANK.match(part.mail, part.start, part.end)
    return _BOUNDARY.match(part.mail, opening.end() if opening else part.start, part.end) is not None


def decoded(part: MailPart) -> bytes:
    """Return the bytes of a part, unpacked."""
    return unpack(part.mail[part.start : part.end], part.headers.text("content-transfer-encoding"))


def beginning(part: MailPart) -> bytes:
    """Return the first bytes of a file, without unpacking it all."""
    start = part.mail[part.start : min(part.end, part.start + _START)]
    return unpack(start, part.headers.text("content-transfer-encoding"))
