"""The parts of a mail, walked with a cap on everything, because the parser of the standard library recurses into bombs.

It yields the texts in order, and leaves everything else where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from intake.mail.armour import SIGN, is_locked, without_armour
from intake.mail.automatic import REPORTS, answers_invitation
from intake.mail.files.kinds import kind_of
from intake.mail.headers import Headers, read_headers
from intake.mail.locked import is_locked_file
from intake.mail.signed import Damaged, NotSigned, signed_content
from intake.mail.text import decode, tidy, unflow
from intake.mail.transfer import unpack, without_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.mail.files.kinds import FileKind

_MOST_PARTS = 500
_DEEPEST = 25
_STUB = 400  # characters: a plain part this short may only say that there is an HTML part

_HEADER_LINES = re.compile(rb"(?:[!-9;-~]{1,128}+[ \t]*+:[^\n]*+(?:\n|\Z)|[ \t][^\n]*+(?:\n|\Z))*+")
_BOUNDARY = re.compile(rb"^--([^\s]{1,70})[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE)
_PREAMBLE = 4_000  # bytes before the first boundary, if it isn't the one that was declared
_ENCRYPTED = ("multipart/encrypted", "application/pgp-encrypted")
_WRAPPED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_MESSAGES = ("message/rfc822", "message/global")
_SIGNATURES = tuple(
    f"application/{kind}" for kind in ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "pgp-keys")
)
_START = 300  # bytes of a part that show what kind of file it is
_NO_WORDS = frozenset(
    f"text/{kind}" for kind in ("calendar", "x-vcalendar", "vcard", "x-vcard", "directory", "csv", "rtf", "xml", "css")
) | {"text/x-amp-html", "text/rfc822-headers", "text/x-watch-html", "text/javascript"}


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
    attached: int  # how many messages, one attached to the other, it stands in: 0 is the mail itself


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along: what kind it is, and where it stands in the mail."""

    kind: FileKind
    part: MailPart = field(repr=False)

    def content(self) -> bytes:
        """Return its bytes."""
        return _decoded(self.part)


@dataclass(frozen=True)
class Piece:
    """One text. `attached`: how many messages, one attached to the other, it stands in."""

    part: MailPart = field(repr=False)

    @property
    def attached(self) -> int:
        """Return how deep."""
        return self.part.attached

    @cached_property
    def text(self) -> str:
        """Return the text, with its lines as they were meant."""
        text = _text(self.part)
        if is_locked(text):
            raise Refused("encrypted")
        return without_armour(text) if SIGN in text else text


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


class Tree:
    """Walks the parts of one mail and yields its texts in order; everything that isn't text is left alone."""

    def __init__(self) -> None:
        self._parts = 0
        self.files: list[Attachment] = []  # the parts that aren't words
        self.answers = False  # there was a calendar's answer to an invitation

    def pieces(self, part: MailPart) -> Iterator[Piece]:
        """Yield the texts of a part and of all that is inside it.

        Raises:
            Refused: it is encrypted, a report, or deeper or of more parts than any mail.
        """
        self._parts += 1
        if part.depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise Refused("too-deep")
        kind = part.headers.kind()
        if kind in REPORTS and not part.attached:
            raise Refused("report")
        if kind.startswith("multipart/"):
            yield from self._inside(kind, part)
        elif kind.startswith("text/") and kind not in _NO_WORDS and not part.headers.is_file():
            yield Piece(part)
        elif kind not in _SIGNATURES:
            yield from self._other(kind, part)

    def _other(self, kind: str, part: MailPart) -> Iterator[Piece]:
        """Open what is wrapped, and note what is a file."""
        name = part.headers.file_name().lower()
        if kind in _ENCRYPTED or is_locked_file(kind, name):
            raise Refused("encrypted")
        if kind in _MESSAGES or name.endswith(".eml"):
            yield from self.pieces(message(_decoded(part), part.depth + 1, attached=part.attached + 1))
        elif kind in _WRAPPED or name == "smime.p7m":
            yield from self.pieces(message(_unwrapped(part), part.depth + 1, attached=part.attached))
        else:
            self.files.append(Attachment(kind_of(kind, name, _start(part)), part))

    def _inside(self, kind: str, part: MailPart) -> Iterator[Piece]:
        if kind in _ENCRYPTED:
            raise Refused("encrypted")
        children = list(islice(_split(part), _MOST_PARTS + 1))
        self.answers |= not part.attached and any(answers_invitation(child.headers) for child in children)
        if not children:  # it says multipart and isn't
            yield Piece(part)
        elif kind == "multipart/alternative":
            yield from self._best(children)
        else:
            for child in children:
                yield from self.pieces(_as_message(child) if kind == "multipart/digest" else child)

    def _best(self, children: list[MailPart]) -> list[Piece]:
        """Take the first version that is plain text, unless it is empty or a stub beside a richer one.

        A message attached inside another version (Apple Mail puts it beside the HTML) belongs to all of them, and so
        do the files of all.
        """
        plain = next((child for child in children if child.headers.kind() == "text/plain"), None)
        best = list(self.pieces(plain)) if plain is not None else []
        length = sum(len(piece.text.strip()) for piece in best)
        for child in reversed(children):
            if child is plain:
                continue
            rich = list(self.pieces(child))
            own = [piece for piece in rich if piece.attached == child.attached]
            if length <= _STUB and sum(len(piece.text.strip()) for piece in own) > 2 * length + (100 if length else 0):
                return rich
            best += [piece for piece in rich if piece.attached > child.attached]
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


def _start(part: MailPart) -> bytes:
    """Return the first bytes of a file, without unpacking it all."""
    start = part.mail[part.start : min(part.end, part.start + _START)]
    return unpack(start, part.headers.text("content-transfer-encoding"))


def _unwrapped(part: MailPart) -> bytes:
    """Return what was signed. Raises Refused."""
    try:
        return signed_content(_decoded(part))
    except (NotSigned, Damaged):
        said_signed = part.headers.says("smime-type", "signed-data")
        raise Refused("unreadable" if said_signed else "encrypted") from None


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
