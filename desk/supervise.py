"""Keeps the processes of the service running: starts them, starts a fallen one again, stops them in order.

Knows nothing of what they do.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_log = structlog.get_logger("desk")

# How one process of ours starts another: -P, so that nothing in the current folder is taken for a part of us.
OURSELVES = (sys.executable, "-P", "-m", "desk")
_PR_SET_PDEATHSIG = 1
_PATIENCE = 20.0  # seconds that a process has to finish what it began, once told to stop
_LONGEST_PAUSE = 60.0  # seconds between two tries to start a process that keeps falling
_STEADY = 60.0  # seconds after which a process counts as steady again


@dataclass(frozen=True, slots=True)
class Program:
    """A process to keep running: `argv` starts it, and it is ready once `address` takes connections.

    Only with `secrets` does it see the deployment's secrets in its environment.
    """

    name: str
    argv: tuple[str, ...]
    address: tuple[str, int]
    secrets: bool = False


class _Running:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.falls = 0
        self.start()

    def start(self) -> None:
        seen = {name: value for name, value in os.environ.items() if self.program.secrets or not _is_secret(name)}
        self.process = subprocess.Popen(self.program.argv, env=seen, preexec_fn=_stop_with_parent)  # noqa: S603, PLW1509 - our own command line; this process has one thread
        self.started = time.monotonic()
        self.due: float | None = None

    def look(self) -> None:
        """Start the process again if it fell and its pause is over."""
        if self.due is not None:
            if time.monotonic() >= self.due:
                self.start()
        elif self.process.poll() is not None:
            self.falls = 0 if time.monotonic() - self.started > _STEADY else self.falls + 1
            pause = min(2.0**self.falls, _LONGEST_PAUSE)
            _log.error("process-fell", room="desk", door=self.program.name, attempt=self.falls, seconds=pause)
            self.due = time.monotonic() + pause


def _is_secret(name: str) -> bool:
    return name.startswith("CARE_VOICE_")


def _stop_with_parent() -> None:
    """Ask Linux to stop this process should its parent be killed: nobody would supervise it any more (prctl(2))."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def supervise(
    programs: Sequence[Program],
    *,
    ready: Callable[[], object],
    tick: Callable[[], object],
    patience: float = _PATIENCE,
) -> None:
    """Run `programs` until SIGTERM or Ctrl-C; call `ready` once when all take connections, and `tick` all the time.

    One that hasn't finished `patience` seconds after it was told to stop is killed.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    running = [_Running(program) for program in programs]
    try:
        waiting = _until_ready(running)
        while not stop.wait(0.2):
            for one in running:
                one.look()
            if next(waiting, False):
                ready()
            tick()
    finally:
        _stop(running, patience)


def _until_ready(running: Sequence[_Running]) -> Iterator[bool]:
    """Give False while a program doesn't take connections, then True once."""
    while not all(one.process.poll() is None and _takes_connections(one.program.address) for one in running):
        yield False
    yield True


def _takes_connections(address: tuple[str, int]) -> bool:
    try:
        with socket.create_connection(address, timeout=1):
            return True
    except OSError:
        return False


def _stop(running: Sequence[_Running], patience: float) -> None:
    for one in running:
        if one.process.poll() is None:
            one.process.terminate()
    deadline = time.monotonic() + patience
    for one in running:
        try:
            one.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _log.error("process-killed", room="desk", door=one.program.name)
            one.process.kill()
            one.process.wait()
