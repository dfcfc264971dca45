"""What reading one file may take at most, and what is said of a file that can't be read. It names no file."""

from __future__ import annotations

import resource

from intake import memory

LONGEST = 100_000  # characters of words, as for any message
UNPACKED = 20_000_000  # bytes
RATIO = 200  # how much bigger a member of an archive may be than it is packed, above a megabyte

_ADDRESS_SPACE = 192 * 2**20
_PROCESSOR_SECONDS = 4


class Unreadable(Exception):
    """Raised for a file that isn't what it says, is locked, or needs more than it may take."""


def shut_in() -> None:
    """Let this process open no file, socket or process from now on, nor grow, nor go on for ever."""
    memory.close()
    for what, most in (
        (resource.RLIMIT_AS, _ADDRESS_SPACE),
        (resource.RLIMIT_CPU, _PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(what, (most, most))


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
