"""Values as they go over the socket between this service and a process of its own.

They are marshalled: both ends are the same Python, and marshal makes nothing but plain values.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

_LENGTH_BYTES = 4  # before each value, big-endian
_READ_AHEAD = 2**18


def frame(value: Any) -> bytes:
    """Return a value as it goes over the socket."""
    data = marshal.dumps(value)
    return len(data).to_bytes(_LENGTH_BYTES) + data


def unframed(arrived: bytearray) -> Iterator[Any]:
    """Take whole values off the front of what arrived over the socket."""
    while len(arrived) >= _LENGTH_BYTES:
        end = _LENGTH_BYTES + int.from_bytes(arrived[:_LENGTH_BYTES])
        if len(arrived) < end:
            return
        value = marshal.loads(arrived[_LENGTH_BYTES:end])  # noqa: S302 - of our own process's
        del arrived[:end]
        yield value


def arriving(parent: socket.socket) -> Iterator[Any]:
    """Give each value, and None whenever the next one isn't here yet; ends when the parent hangs up."""
    arrived = bytearray()
    while data := parent.recv(_READ_AHEAD):
        arrived += data
        del data  # nobody's words wait here for the next person's
        yield from unframed(arrived)
        yield None
