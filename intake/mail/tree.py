"""The parts of a mail, walked with a cap on everything, because the parser of the standard library recurses into bombs.

It yields the texts in order, and leaves everything else where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from intake.mail.automatic import REPORTS
from intake.mail.headers import Headers, read_headers
from intake.mail.text import decode, tidy, unflow
from intake.mail.transfer import unpack, without_files

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PARTS = 500
_DEEPEST = 25
_STUB = 400  # characters: a plain part this short may only say that there is an HTML part

_HEADER_LINES = re.compile(rb"(?:[!-9;-~]{1,128}+[ \t]*+:[^\n]*+(?:\n|\Z)|[ \t][^\n]*+(?:\n|\Z))*+")
_BOUNDARY = re.compile(rb"^--([^\s]{1,70})[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE)
_PREAMBLE = 4_000  # bytes before the first boundary, if it isn't the one that was declared
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted", "application/pgp-encrypted")
_NO_WORDS = frozenset(
    f"text/{kind}" for kind in ("calendar", "x-vcalendar", "vcard", "x-vcard", "directory", "csv", "rtf", "xml", "css")
) | {"text/x-amp-html", "text/rfc822-headers", "text/x-watch-html", "text/javascript"}
_OPAQUE = ("application/ms-tnef", "application/vnd.ms-tnef")


class Refused(Exception):
    """Raised for a mail that isn't read; the argument is the reason."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """A message or a part: its body is `mail[start:end]`, so that no level of nesting copies it."""

    headers: Headers
    mail: bytes
    start: int
    end: int
    depth: int
    attached: bool  # it belongs to a message that was attached to this one


@dataclass(frozen=True, slots=True)
class Piece:
    """One text, with its lines as they were meant."""

    text: str
    attached: bool


def _part(mail: bytes, start: int, end: int, depth: int, *, attached: bool) -> MailPart:
    """Read the headers that are needed, with a cap on each; the body begins where the header lines end."""
    match = _HEADER_LINES.match(mail, start, end)
    head = match.end() if match else start
    body = head + (2 if mail.startswith(b"\r\n", head, end) else mail.startswith(b"\n", head, end))
    headers = read_headers(mail, start, head)
    return MailPart(headers, mail, body, end, depth, attached)


def message(mail: bytes, depth: int, *, attached: bool) -> MailPart:
    """Read a whole message, as it came or as it was attached."""
    if b"\n" not in mail:
        mail = mail.replace(b"\r", b"\n")
    if mail.startswith((b"\r", b"\n")):
        mail = mail.lstrip(b"\r\n")
    start = mail.find(b"\n") + 1 if mail.startswith((b"From ", b">From ")) else 0  # the first line of a mailbox file
    return _part(mail, start, len(mail), depth, attached=attached)


class Tree:
    """Walks the parts of one mail and yields its texts in order; everything that isn't text is left alone."""

    def __init__(self) -> None:
        self._parts = 0
        self.files = False  # there was a part that isn't words
        self.opaque = False  # there was a part that may hold the only text, and can't be read

    def pieces(self, part: MailPart) -> Iterator[Piece]:
        """Yield the texts of a part and of all that is inside it.

        Raises:
            Refused: it is encrypted, a report, or deeper or of more parts than any mail.
        """
        self._parts += 1
        if part.depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise Refused("too-deep")
        kind = part.headers.kind()
        if kind in _ENCRYPTED and not part.attached:
            raise Refused("encrypted")
        if kind in REPORTS and not part.attached:
            raise Refused("report")
        if kind.startswith("multipart/"):
            yield from self._inside(kind, part)
        elif kind in {"message/rfc822", "message/global"}:
            yield from self.pieces(message(_decoded(part), part.depth + 1, attached=True))
        elif kind.startswith("text/") and kind not in _NO_WORDS and not part.headers.is_file():
            yield Piece(_text(part), part.attached)
        else:
            self.files = True
            self.opaque |= kind in _OPAQUE

    def _inside(self, kind: str, part: MailPart) -> Iterator[Piece]:
        children = list(islice(_split(part), _MOST_PARTS + 1))
        if not children:  # it says multipart and isn't
            yield Piece(_text(part), part.attached)
        elif kind == "multipart/alternative":
            yield from self._best(children)
        else:
            for child in children:
                yield from self.pieces(_as_message(child) if kind == "multipart/digest" else child)

    def _best(self, children: list[MailPart]) -> list[Piece]:
        """Take the first version that is plain text, unless it is empty or a stub beside a richer one.

        A message attached inside another version (Apple Mail puts it beside the HTML) belongs to all of them.
        """
        plain = next((child for child in children if child.headers.kind() == "text/plain"), None)
        best = list(self.pieces(plain)) if plain is not None else []
        length = sum(len(piece.text.strip()) for piece in best)
        for child in reversed(children):
            carries = child.mail.find(b"message/rfc822", child.start, child.end) >= 0
            if child is plain or (length > _STUB and not carries):
                continue
            rich = list(self.pieces(child))
            if sum(len(piece.text.strip()) for piece in rich if not piece.attached) > 2 * length + (
                100 if length else 0
            ):
                return rich
            if carries:
                best += [piece for piece in rich if piece.attached]
        return best


def _as_message(part: MailPart) -> MailPart:
    """In a digest what doesn't say its type is a message (RFC 2046, 5.1.5)."""
    if "content-type" in part.headers.fields:
        return part
    return replace(part, headers=Headers({**part.headers.fields, "content-type": "message/rfc822"}))


def _split(part: MailPart) -> Iterator[MailPart]:
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


def _decoded(part: MailPart) -> bytes:
    return unpack(part.mail[part.start : part.end], part.headers.text("content-transfer-encoding"))


def _text(part: MailPart) -> str:
    kind, body, charset = part.headers.kind(), _decoded(part), part.headers.charset()
    if kind == "text/html":
        from intake.mail.html import charset_of, html_to_text  # noqa: PLC0415 - most mails need no HTML reader

        return tidy(html_to_text(decode(body, charset or charset_of(body))))
    text = without_files(tidy(decode(body, charset)))
    if kind in {"text/enriched", "text/richtext"}:  # older than HTML in mail (RFC 1896)
        from intake.mail.html import html_to_text  # noqa: PLC0415 - the same

        return html_to_text(text.replace("\n", "<br>"))
    if part.headers.says("format", "flowed"):
        text = unflow(text, delsp=part.headers.says("delsp", "yes"))
    return text
