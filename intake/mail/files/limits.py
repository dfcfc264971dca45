"""What reading one file may take at most, and what is said of a file that can't be read. It names no file."""

from __future__ import annotations

import math
import resource
import signal
import time

from intake import memory

LONGEST = 100_000  # characters of words, as for any message
UNPACKED = 20_000_000  # bytes
RATIO = 200  # how much bigger a member of an archive may be than it is packed, above a megabyte

_GROWTH = 44 * 2**20  # bytes beyond what the process and the file already fill
_PROCESSOR_SECONDS = 0.9  # with the start of the process; fifty full pages of a .pdf take most of it
_LEAST = 0.1  # seconds, however long the start took


class Unreadable(Exception):
    """Raised for a file that isn't what it says, is locked, or needs more than it may take."""


def shut_in() -> None:
    """Let this process open no file, socket or process from now on, nor grow much, nor go on for ever.

    Its time is the processor's, so that none is lost to a machine that is busy with something else. Nothing handles
    the signal of the timer: it ends the process (setitimer(2)). RLIMIT_CPU knows whole seconds only, and stands behind.
    """
    memory.close()
    for what, most in (
        (resource.RLIMIT_AS, memory.address_space() + _GROWTH),
        (resource.RLIMIT_CPU, math.ceil(_PROCESSOR_SECONDS) + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(what, (most, most))
    signal.setitimer(signal.ITIMER_PROF, max(_LEAST, _PROCESSOR_SECONDS - time.process_time()))


def tidied(text: str) -> str:
    """Return words with at most one blank line in a row; nothing if there are too many to keep.

    Raises:
        Unreadable: there are more than a message may have.
    """
    lines: list[str] = []
    for line in map(str.rstrip, text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    words = "\n".join(lines).strip()
    if len(words) > LONGEST:
        raise Unreadable
    return words
