"""The process that reads one file for the doors: `python -m intake.mail.files.child SOCKET`.

It has no file, no network, and little memory and time. It says nothing but its answer, over the socket that it was
born with, and ends when the other side hangs up.
"""

from __future__ import annotations

import codecs
import gc
import signal
import socket
import sys
from contextlib import suppress
from typing import Any

from intake import memory
from intake.frames import arriving, frame
from intake.mail.files.contents import contents, readers_for
from intake.mail.files.kinds import Readable
from intake.mail.files.limits import shut_in
from intake.mail.files.rich import CODECS as RICH_CODECS
from intake.mail.text import CODECS

_OTHERS = ("utf-16-be", "utf-16-le", "latin-1", "ascii", "charmap")  # those of pypdf


def _answer(kind: str, data: bytes, allowed: list[str]) -> Any:
    """Return what is in a file, or None if it can't be read."""
    readers = readers_for(Readable(kind), allowed)
    for codec in (*CODECS, *RICH_CODECS, *_OTHERS):
        codecs.lookup(codec)
    shut_in()
    try:
        return contents(Readable(kind), data, readers).plain()
    except Exception:  # noqa: BLE001 - bytes from anybody: whatever they break, the answer is that they can't be read
        return None


def main() -> None:
    """Read the file that comes, and answer."""
    gc.disable()  # it ends with this file; what it may fill is bounded
    memory.close()
    memory.end_with_parent()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as parent, suppress(ConnectionError):
        for message in arriving(parent):
            if message is not None:
                parent.sendall(frame(_answer(*message)))


if __name__ == "__main__":
    main()
