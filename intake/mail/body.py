"""The bytes that follow DATA, up to the lone dot. Never holds more than the largest mail we take.

Only CR LF dot CR LF ends a mail. Every variant with a bare CR or LF is part of it, so nobody can smuggle a second
mail in (the end-of-data smuggling of December 2023, CVE-2023-51764 and its relatives).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from intake.mail.limits import Room

_END = b"\r\n.\r\n"
_LINE_END = b"\r\n"
_ALWAYS_FITS = 100_000  # bytes: words without pictures never wait for somebody else's pictures


class Body:
    """One mail on its way in. Use it in a `with`: what it took from the room is given back at the end."""

    __slots__ = ("_bytes", "_largest", "_room", "_taken", "trouble")

    def __init__(self, largest: int, room: Room) -> None:
        self._bytes = bytearray(_LINE_END)  # the one after DATA: a dot may stand on the very first line
        self._largest = largest
        self._room = room
        self._taken = 0
        self.trouble: Literal["too-big", "no-room"] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._room.give(self._taken)

    def feed(self, chunk: bytes) -> bytes | None:
        """Take in what arrived. Returns None while the end is still to come, then what follows the end."""
        searched = max(0, len(self._bytes) - len(_END) + 1)
        self._bytes += chunk
        end = self._bytes.find(_END, searched)
        if end < 0:
            self._hold_or_drop()
            return None
        rest = bytes(self._bytes[end + len(_END) :])
        del self._bytes[end + len(_LINE_END) :]
        self._hold_or_drop()
        return rest

    def content(self) -> bytes:
        """Return the mail, its doubled dots made single again (RFC 5321, 4.5.2), and let go of it."""
        single = self._bytes.replace(b"\r\n.", _LINE_END)
        self._bytes.clear()
        return bytes(memoryview(single)[len(_LINE_END) :])

    def _hold_or_drop(self) -> None:
        if self.trouble is None:
            more = len(self._bytes) - _ALWAYS_FITS - self._taken
            if len(self._bytes) - len(_LINE_END) > self._largest:
                self.trouble = "too-big"
            elif more > 0 and not self._room.take(more):
                self.trouble = "no-room"
            else:
                self._taken += max(0, more)
                return
            self._room.give(self._taken)
            self._taken = 0
        del self._bytes[: 1 - len(_END)]  # the end may have begun
