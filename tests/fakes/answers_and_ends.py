"""A process that answers once, whatever it is asked, and ends: `python -m tests.fakes.answers_and_ends SOCKET`."""

from __future__ import annotations

import socket
import sys

from intake.frames import arriving, frame

if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as parent:
        next(arriving(parent))
        parent.sendall(frame("heard"))
