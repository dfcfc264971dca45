"""Rich text as Outlook packs it (MS-OXRTFCP): back-references into a ring of 4,096 bytes."""

from __future__ import annotations

from intake.mail.files.limits import Unreadable

_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_RING = 4_096
_HEADER = 16  # bytes: compressed size, raw size, type, checksum
_PACKED, _PLAIN = b"LZFu", b"MELA"
_MOST = 3_000_000  # bytes


def unpack(data: bytes) -> bytes:
    """Return the rich text.

    Raises:
        Unreadable: it is of another kind, or bigger than words are.
    """
    kind, size = data[8:12], int.from_bytes(data[4:8], "little")
    if kind == _PLAIN:
        return data[_HEADER : _HEADER + size]
    if kind != _PACKED or size > _MOST:
        raise Unreadable
    return _unpacked(data, size)


def _unpacked(data: bytes, size: int) -> bytes:
    out = bytearray(_START)
    at, end = _HEADER, len(data)
    while at < end and len(out) - len(_START) < size:
        flags, at = data[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += data[at : at + 1]
                at += 1
                continue
            reference = int.from_bytes(data[at : at + 2])
            at += 2
            offset, length = reference >> 4, (reference & 0xF) + 2
            back = (len(out) - offset) % _RING
            if not back or at > end:  # a reference to where we are is the end
                return bytes(out[len(_START) :])
            _repeat(out, back, length)
    return bytes(out[len(_START) : len(_START) + size])


def _repeat(out: bytearray, back: int, length: int) -> None:
    """Repeat what stands `back` bytes before the end; it may overlap what is being written."""
    if back > len(out):
        raise Unreadable
    start = len(out) - back
    for index in range(start, start + length):
        out.append(out[index])
