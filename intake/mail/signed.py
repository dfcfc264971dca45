"""What was signed in an S/MIME message whose signature is wrapped around it (RFC 8551, 3.5.2; CMS, RFC 5652).

It looks for the content alone: whose signature it is, and whether it is right, is nobody's business here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_OID, _OCTETS, _CONSTRUCTED, _CONTEXT_0 = 0x06, 0x04, 0x20, 0xA0
_INDEFINITE = 0x80
_MOST_ELEMENTS = 50_000
_DEEPEST = 12


class NotSigned(Exception):
    """Raised for anything but a signed message, as one that is encrypted."""


class Damaged(Exception):
    """Raised for a signed message that is cut off or made of more pieces than any."""


@dataclass(frozen=True, slots=True)
class _Element:
    tag: int
    start: int
    end: int


def signed_content(data: bytes) -> bytes:
    """Return what was signed, as it was before: a part of a mail with its own headers. Nothing, if nothing was.

    Raises:
        NotSigned: it is another kind of message.
        Damaged: it can't be read to its end.
    """
    walk = _Walk(data)
    outer = walk.first(0, len(data))
    kind, *content = walk.inside(outer)
    if kind.tag != _OID or data[kind.start : kind.end] != _SIGNED_DATA or not content:
        raise NotSigned
    signed = walk.inside(walk.first(content[0].start, content[0].end))
    if len(signed) <= _CONTENT_AT:
        raise Damaged
    wrapped = [each for each in walk.inside(signed[_CONTENT_AT]) if each.tag == _CONTEXT_0]
    return b"".join(walk.octets(wrapped[0])) if wrapped else b""


_CONTENT_AT = 2  # after the version and the algorithms


class _Walk:
    """Goes through the elements of BER (X.690), each once for every level around it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._elements = 0

    def first(self, start: int, end: int) -> _Element:
        return self._element(start, end, 0)[0]

    def inside(self, element: _Element) -> list[_Element]:
        return list(self._children(element.start, element.end, 0))

    def octets(self, element: _Element, depth: int = 0) -> Iterator[bytes]:
        """Yield the pieces of a string that may be cut into pieces."""
        if depth > _DEEPEST:
            raise Damaged
        if element.tag == _OCTETS:
            yield self._data[element.start : element.end]
        elif element.tag & _CONSTRUCTED:
            for child in self._children(element.start, element.end, depth):
                yield from self.octets(child, depth + 1)

    def _children(self, at: int, end: int, depth: int) -> Iterator[_Element]:
        while at < end and self._data[at : at + 2] != b"\0\0":
            element, at = self._element(at, end, depth)
            yield element

    def _element(self, at: int, end: int, depth: int) -> tuple[_Element, int]:
        """Return the element that begins here, and where the next one does."""
        self._elements += 1
        if at + 2 > end or depth > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise Damaged
        tag, length = self._data[at], self._data[at + 1]
        start = at + 2
        if length == _INDEFINITE:
            inner = start
            for child_start in self._starts(start, end, depth):
                inner = child_start
            return _Element(tag, start, inner), inner + 2
        if length > _INDEFINITE:
            size = length - _INDEFINITE
            length = int.from_bytes(self._data[start : start + size])
            start += size
        if start + length > end:
            raise Damaged
        return _Element(tag, start, start + length), start + length

    def _starts(self, at: int, end: int, depth: int) -> Iterator[int]:
        """Yield where each element inside one of unsaid length ends, up to its mark of the end."""
        while self._data[at : at + 2] != b"\0\0":
            _, at = self._element(at, end, depth + 1)
            yield at
