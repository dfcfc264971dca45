"""XML inside archives, read as a stream: no tree, no document type, no entity, and a cap on everything."""

from __future__ import annotations

from io import BytesIO
from typing import IO, TYPE_CHECKING, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from intake.mail.files.limits import RATIO, UNPACKED, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST_MEMBERS = 2_000
_MOST_ELEMENTS = 1_000_000
_DEEPEST = 500
_AT_ONCE = 2**16
_FREE_OF_RATIO = 1_000_000  # bytes
_LOCKED = 0x1  # ZIP, 4.4.4
_ENTRY = b"PK\x01\x02"


class Reader(Protocol):
    """What hears of elements, by their names without a namespace, and of text."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """It ends."""
        ...

    def characters(self, text: str) -> None:
        """Text stands here."""
        ...


def read_member(data: bytes, is_it: Callable[[str], bool], reader: Reader) -> None:
    """Read one XML member of an archive: the first whose name `is_it`.

    Raises:
        Unreadable: there is none, or it is locked, damaged or a bomb.
    """
    if data.count(_ENTRY) > _MOST_MEMBERS:
        raise Unreadable
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = next((info for info in archive.infolist() if is_it(info.filename)), None)
            if found is None or found.flag_bits & _LOCKED or found.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
                raise Unreadable
            if found.file_size > min(UNPACKED, max(_FREE_OF_RATIO, RATIO * found.compress_size)):
                raise Unreadable
            with archive.open(found) as member:
                _parse(member, reader)
    except (BadZipFile, expat.ExpatError) as error:
        raise Unreadable from error


def _parse(member: IO[bytes], reader: Reader) -> None:
    first = member.read(_AT_ONCE)
    # Named here, so that no document has one of Python's own codecs called.
    parser = expat.ParserCreate(
        "utf-16" if first.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", namespace_separator=" "
    )
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.CharacterDataHandler = reader.characters
    _count(parser, reader)
    while first:
        parser.Parse(first, False)  # noqa: FBT003 - expat's own signature
        first = member.read(_AT_ONCE)
    parser.Parse(b"", True)  # noqa: FBT003 - the same


def _count(parser: expat.XMLParserType, reader: Reader) -> None:
    elements = depth = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal elements, depth
        elements, depth = elements + 1, depth + 1
        if elements > _MOST_ELEMENTS or depth > _DEEPEST:
            raise Unreadable
        reader.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(_local(name))

    parser.StartElementHandler, parser.EndElementHandler = start, end


def _local(name: str) -> str:
    return name[name.rfind(" ") + 1 :]


def _refuse(*_: object) -> None:
    raise Unreadable
