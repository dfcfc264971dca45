"""Reads a mail: MIME to what its writer wrote. It keeps no header, no subject, no address and no attachment.

The tree of parts is walked here, with a cap on everything, because the parser of the standard library recurses
into bombs.
"""

from __future__ import annotations

import re
from binascii import Error as BadBase64
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from itertools import islice
from typing import TYPE_CHECKING, Literal

from intake.mail.automatic import REPORTS, is_automatic
from intake.mail.headers import Headers, read_headers
from intake.mail.text import decode, tidy, unflow
from intake.mail.words import Thread, own_words, thread_of
from intake.raw import RawWords

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["direct", "forward", "reply", "refused"]

_MOST_PARTS = 500
_DEEPEST = 25
_STUB = 400  # characters: a plain part this short may only say that there is an HTML part

_HEADER_LINES = re.compile(rb"(?:[!-9;-~]{1,128}+[ \t]*+:[^\n]*+(?:\n|\Z)|[ \t][^\n]*+(?:\n|\Z))*+")
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted", "application/pgp-encrypted")
_OPAQUE = ("application/ms-tnef", "application/vnd.ms-tnef")


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What a mail says. `words` and `note` are never empty; a refused mail has a `reason` instead.

    `reason` is "empty", "unreadable", "encrypted", "report" or "too-deep". `automatic`: it must not be answered.
    `files`: pictures or files came along, of which nothing is kept.
    """

    kind: Kind
    words: RawWords | None
    note: RawWords | None
    reason: str | None
    automatic: bool
    files: bool = False


class _Refused(Exception):
    """Raised for a mail that isn't read; the argument is the reason."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A message or a part: its body is `mail[start:end]`, so that no level of nesting copies it."""

    headers: Headers
    mail: bytes
    start: int
    end: int
    depth: int
    attached: bool  # it belongs to a message that was attached to this one


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    attached: bool


def read_mail(raw: bytes) -> ReadMail:
    """Read a mail as it came over the wire. Never raises; linear in its size."""
    try:
        top = _message(raw, 0, attached=False)
    except Exception:  # noqa: BLE001 - bytes from anybody must get an answer; what broke us is refused aloud
        return ReadMail("refused", None, None, "unreadable", automatic=True)
    automatic = is_automatic(top.headers)
    try:
        return _read(top, automatic=automatic)
    except _Refused as refusal:
        return ReadMail("refused", None, None, str(refusal), automatic)
    except Exception:  # noqa: BLE001 - the same
        return ReadMail("refused", None, None, "unreadable", automatic)


def _read(top: _Part, *, automatic: bool) -> ReadMail:
    tree = _Tree()
    pieces = list(tree.pieces(top))
    text = "\n\n".join(piece.text for piece in pieces if not piece.attached)
    if "-----BEGIN PGP MESSAGE-----" in text:
        raise _Refused("encrypted")
    found = own_words(text, _thread(top.headers))
    kind, words, note = found.kind, found.words, found.note
    attached = [_everything(piece.text) for piece in pieces if piece.attached]
    if any(attached):
        note = note if kind == "forward" else words
        words = "\n\n".join(filter(None, [words if kind == "forward" else "", *attached]))
        kind = "forward"
    if not words:
        raise _Refused("unreadable" if tree.opaque else "empty")
    if _is_noise(words):
        raise _Refused("unreadable")
    return ReadMail(kind, RawWords(words), RawWords(note) if note else None, None, automatic, tree.files)


def _everything(text: str) -> str:
    """Return the words of an attached message: it was passed on whole, so what it quotes stays."""
    found = own_words(text, Thread.FORWARD)
    return "\n\n".join(filter(None, (found.note, found.words)))


def _is_noise(text: str) -> bool:
    """Return whether a text is bytes that were no text: a third of it could not be decoded."""
    return text.count("\ufffd") * 3 > len(text)


def _thread(headers: Headers) -> Thread:
    subject = headers.text("subject")[:300]
    if "=?" in subject:
        try:
            first, charset = decode_header(subject)[0]
        except (HeaderParseError, BadBase64, ValueError):
            return Thread.NEW
        subject = first if isinstance(first, str) else decode(first, charset)
    return thread_of(subject)


def _part(mail: bytes, start: int, end: int, depth: int, *, attached: bool) -> _Part:
    """Read the headers that are needed, with a cap on each; the body begins where the header lines end."""
    match = _HEADER_LINES.match(mail, start, end)
    head = match.end() if match else start
    body = head + (2 if mail.startswith(b"\r\n", head, end) else mail.startswith(b"\n", head, end))
    headers = read_headers(mail, start, head)
    return _Part(headers, mail, body, end, depth, attached)


def _message(mail: bytes, depth: int, *, attached: bool) -> _Part:
    """Read a whole message, as it came or as it was attached."""
    if b"\n" not in mail:
        mail = mail.replace(b"\r", b"\n")
    if mail.startswith((b"\r", b"\n")):
        mail = mail.lstrip(b"\r\n")
    start = mail.find(b"\n") + 1 if mail.startswith((b"From ", b">From ")) else 0  # the first line of a mailbox file
    return _part(mail, start, len(mail), depth, attached=attached)


class _Tree:
    """Walks the parts of one mail and yields its texts in order; everything that isn't text is left alone."""

    def __init__(self) -> None:
        self._parts = 0
        self.files = False  # there was a part that isn't words
        self.opaque = False  # there was a part that may hold the only text, and can't be read

    def pieces(self, part: _Part) -> Iterator[_Piece]:
        self._parts += 1
        if part.depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise _Refused("too-deep")
        kind = part.headers.kind()
        if kind in _ENCRYPTED and not part.attached:
            raise _Refused("encrypted")
        if kind in REPORTS and not part.attached:
            raise _Refused("report")
        if kind.startswith("multipart/"):
            yield from self._inside(kind, part)
        elif kind in {"message/rfc822", "message/global"}:
            yield from self.pieces(_message(_decoded(part), part.depth + 1, attached=True))
        elif kind in {"text/plain", "text/html"} and not part.headers.is_file():
            yield _Piece(_text(part, html=kind == "text/html"), part.attached)
        else:
            self.files = True
            self.opaque |= kind in _OPAQUE

    def _inside(self, kind: str, part: _Part) -> Iterator[_Piece]:
        children = list(islice(_split(part), _MOST_PARTS + 1))
        if not children:  # it says multipart and isn't
            yield _Piece(_text(part, html=False), part.attached)
        elif kind == "multipart/alternative":
            yield from self._best(children)
        else:
            for child in children:
                yield from self.pieces(child)

    def _best(self, children: list[_Part]) -> list[_Piece]:
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


def _split(part: _Part) -> Iterator[_Part]:
    """Yield what stands between the boundary lines of a multipart body (RFC 2046, 5.1.1)."""
    boundary = part.headers.boundary()
    if not boundary:
        return
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


def _decoded(part: _Part) -> bytes:
    """Undo base64 or quoted-printable, forgiving what can be forgiven."""
    encoding = part.headers.text("content-transfer-encoding").lower()
    body = part.mail[part.start : part.end]
    if encoding not in {"base64", "quoted-printable"}:
        return body
    message = Message()
    message["content-transfer-encoding"] = encoding
    message.set_payload(body.decode("ascii", "surrogateescape"))
    payload = message.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else body


def _text(part: _Part, *, html: bool) -> str:
    text = decode(_decoded(part), part.headers.charset())
    if html:
        from intake.mail.html import html_to_text  # noqa: PLC0415 - most mails need no HTML reader

        return tidy(html_to_text(text))
    text = tidy(text)
    if part.headers.says("format", "flowed"):
        text = unflow(text, delsp=part.headers.says("delsp", "yes"))
    return text
