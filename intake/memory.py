"""Keeps what is in a process's memory there: people's words are never in a file, and a crash must not write one."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


def close() -> None:
    """Let no crash write this process's memory out, and no process of the same user look in.

    A core handler that is a pipe ignores the limit (core(5)), but not the flag (prctl(2), PR_SET_DUMPABLE).
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """Have Linux kill this process as soon as its parent is gone, whatever it is busy with (prctl(2))."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # gone meanwhile
        os.kill(os.getpid(), signal.SIGKILL)


def address_space() -> int:
    """Return the bytes of address space that this process takes up (proc(5))."""
    return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
