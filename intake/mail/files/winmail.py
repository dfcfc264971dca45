"""What Outlook puts into a winmail.dat (MS-OXTNEF, MS-OXCDATA): the mail's own text, and its files.

Never its subject, an address, or a name: the end of a file's name says what kind it is, and is let go of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.mail.files.limits import Unreadable
from intake.mail.files.packed import unpack
from intake.mail.files.rich import read as read_rich
from intake.mail.text import decode, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x78\x9f\x3e\x22"
_HEADER = 6  # bytes: signature, key
_MOST_PROPERTIES = 5_000
_DEEPEST = 5
_MOST_FILES = 50

_BODY, _MESSAGE, _CODE_PAGE = 0x0002800C, 0x00069003, 0x00069007
_FILE_BEGINS, _FILE_NAME, _FILE_DATA, _FILE = 0x00069002, 0x00018010, 0x0006800F, 0x00069005

_TEXT, _HTML, _RICH, _HTML_CODE_PAGE = 0x1000, 0x1013, 0x1009, 0x3FDE
_LONG_NAME, _FILE_OBJECT, _SHORT_NAME = 0x3707, 0x3701, 0x3704

_WIDTHS = {0x01: 4, 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_STRING, _UNICODE, _OBJECT, _BINARY = 0x1E, 0x1F, 0x0D, 0x102
_VARIABLE = {_STRING, _UNICODE, _OBJECT, _BINARY}
_SEVERAL, _NAMED = 0x1000, 0x8000
_GUID = 16
_UTF_8 = 65001  # as a code page


@dataclass(slots=True)
class WinmailFile:
    """A file: its bytes, and its name for as long as it takes to see what kind it is."""

    name: str = ""
    data: bytes = b""
    message: bytes = b""  # a mail that was attached, packed in the same way


@dataclass(slots=True)
class Winmail:
    """The mail's text, which may be empty, the texts of mails attached to it, and its files."""

    text: str = ""
    messages: list[str] = field(default_factory=list)
    files: list[WinmailFile] = field(default_factory=list)


def read(data: bytes, depth: int = 0) -> Winmail:
    """Take a winmail.dat apart.

    Raises:
        Unreadable: it is none, or is nested deeper, or of more files, than any mail.
    """
    if not data.startswith(SIGNATURE) or depth > _DEEPEST:
        raise Unreadable
    found, bodies, codec = Winmail(), _Bodies(), "cp1252"
    for what, value in _attributes(data):
        if what == _CODE_PAGE:
            codec = _charset(value)
        elif what == _BODY:
            bodies.old = _text(_Value(_STRING, value), codec)
        elif what == _MESSAGE:
            bodies.read(value, codec)
        elif what == _FILE_BEGINS:
            found.files.append(WinmailFile())
        elif what in {_FILE_NAME, _FILE_DATA, _FILE} and found.files:
            _read_file(found.files[-1], what, value, codec)
        if len(found.files) > _MOST_FILES:
            raise Unreadable
    found.text = bodies.best()
    _open_messages(found, depth)
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what the stream holds: level, number, length, value, checksum."""
    at = _HEADER
    while at + 9 <= len(data):
        what, length = int.from_bytes(data[at + 1 : at + 5], "little"), int.from_bytes(data[at + 5 : at + 9], "little")
        at += 9
        if at + length > len(data):
            return  # cut off
        yield what, data[at : at + length]
        at += length + 2


@dataclass(slots=True)
class _Bodies:
    """The same text in the ways that Outlook writes it."""

    plain: str = ""
    html: str = ""
    old: str = ""
    rich: bytes = b""

    def read(self, value: bytes, codec: str) -> None:
        """Take the texts out of a message's properties."""
        its = dict(_properties(value))
        self.plain = _text(its.get(_TEXT), codec)
        self.rich = its.get(_RICH, _NOTHING).data
        page = its.get(_HTML_CODE_PAGE)
        self.html = _text(its.get(_HTML), _charset(page.data) if page else codec)

    def best(self) -> str:
        """Return the text in the way that is read most surely."""
        if self.plain.strip():
            return tidy(self.plain)
        if self.html.strip():
            from intake.mail.html import html_to_text  # noqa: PLC0415 - only where there is HTML

            return tidy(html_to_text(self.html))
        return tidy(read_rich(unpack(self.rich)) if self.rich else self.old)


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a property."""

    kind: int
    data: bytes


_NOTHING = _Value(_BINARY, b"")


def _properties(data: bytes) -> Iterator[tuple[int, _Value]]:
    """Yield the properties of a message or a file by their ids; of several values, the first."""
    at = 4
    for _ in range(min(int.from_bytes(data[:4], "little"), _MOST_PROPERTIES)):
        kind, what = int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")
        at += 4
        if what >= _NAMED:
            at = _past_name(data, at)
        values, at = _values(data, at, kind)
        if at > len(data):
            return
        if values:
            yield what, _Value(kind & ~_SEVERAL, values[0])


def _values(data: bytes, at: int, kind: int) -> tuple[list[bytes], int]:
    single, count = kind & ~_SEVERAL, 1
    if kind & _SEVERAL or single in _VARIABLE:
        count, at = int.from_bytes(data[at : at + 4], "little"), at + 4
    if single in _WIDTHS:
        width = _WIDTHS[single]
        return [data[at : at + width]], at + width * count
    if single not in _VARIABLE:
        raise Unreadable
    values: list[bytes] = []
    for _ in range(count):
        length, at = int.from_bytes(data[at : at + 4], "little"), at + 4
        values.append(data[at : at + length] if not values else b"")
        at += _padded(length)
        if at > len(data):
            break
    return values, at


def _past_name(data: bytes, at: int) -> int:
    at += _GUID
    if int.from_bytes(data[at : at + 4], "little") == 0:
        return at + 8
    return at + 8 + _padded(int.from_bytes(data[at + 4 : at + 8], "little"))


def _padded(length: int) -> int:
    return length + -length % 4


def _text(value: _Value | None, codec: str) -> str:
    if value is None:
        return ""
    text = value.data.decode("utf-16-le", "replace") if value.kind == _UNICODE else decode(value.data, codec)
    return text.partition("\0")[0]


def _charset(number: bytes) -> str:
    page = int.from_bytes(number[:4], "little")
    return "utf-8" if page == _UTF_8 else f"cp{page}"


def _read_file(found: WinmailFile, what: int, value: bytes, codec: str) -> None:
    if what == _FILE_DATA:
        found.data = value
    elif what == _FILE_NAME:
        found.name = found.name or decode(value, codec).rstrip("\0")
    else:
        its = dict(_properties(value))
        found.name = _text(its.get(_LONG_NAME), codec) or found.name or _text(its.get(_SHORT_NAME), codec)
        inside = its.get(_FILE_OBJECT, _NOTHING)
        if inside.kind == _OBJECT and inside.data.startswith(SIGNATURE, _GUID):
            found.message = inside.data[_GUID:]


def _open_messages(found: Winmail, depth: int) -> None:
    """Put what was attached as a mail where its words belong."""
    for each in found.files:
        if each.message:
            inside = read(each.message, depth + 1)
            found.messages += [inside.text, *inside.messages]
            found.files += inside.files
    found.files = [each for each in found.files if not each.message]
