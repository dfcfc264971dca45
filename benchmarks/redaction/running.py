"""Starts the systems and asks them: each in a process of its own, taking turns, so that a busy moment hits them all."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.redaction.systems import SYSTEMS, TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PEERS = TOP / ".venv-bench" / "bin" / "python"
STARTS = 5
TURNS = 7
SHORT, LONG = 90, 1_700  # characters
SHORT_ONES, LONG_ONES = 400, 40  # messages a turn


class NoPeers(Exception):
    """Raised when the peers are not installed; says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system found in each text, the processor's seconds that took, and its peak memory in megabytes."""

    found: list[list[list[Any]]]
    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds a short message and a long one, seconds until the first answer, and peak memory in megabytes."""

    short: float
    long: float
    start: float
    memory: float


@dataclass(frozen=True, slots=True)
class Worker:
    """A system's process."""

    process: subprocess.Popen[str]

    def ask(self, texts: Sequence[str]) -> Answer:
        """Return what it answers. Raises AssertionError if it fell."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(list(texts)) + "\n")
        self.process.stdin.flush()
        return Answer(**self.hear())

    def hear(self) -> Any:
        """Return the next that it says."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "a system fell: what it said stands above"
        return json.loads(line)


@contextmanager
def started(name: str) -> Iterator[Worker]:
    """Start a system, wait until it has answered its first message, and end it. Raises NoPeers."""
    python = PEERS if SYSTEMS[name].peer else sys.executable
    if SYSTEMS[name].peer and not PEERS.exists():
        raise NoPeers("what we compare with is not installed: run it as `make bench-redaction`")
    command = (str(python), "-W", "ignore", "-m", "benchmarks.redaction.worker", name)
    process = subprocess.Popen(command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        worker = Worker(process)
        assert worker.hear() == "ready"
        yield worker
    finally:
        process.kill()
        process.communicate()


def seconds_to_start(name: str) -> float:
    """Return the seconds from nothing to the first answer."""
    begin = time.perf_counter()
    with started(name):
        return time.perf_counter() - begin


def costs(workers: Mapping[str, Worker], words: str) -> dict[str, Cost]:
    """Return what each system costs over pieces of `words`; its memory is the most it has held by then."""
    short, long = _pieces(words, SHORT, SHORT_ONES), _pieces(words, LONG, LONG_ONES)
    turns = [
        {name: (worker.ask(short), worker.ask(long)) for name, worker in workers.items()} for _ in range(TURNS + 1)
    ][1:]  # the first warms up
    starts = [{name: seconds_to_start(name) for name in workers} for _ in range(STARTS)]
    return {
        name: Cost(
            median(turn[name][0].seconds for turn in turns) / len(short),
            median(turn[name][1].seconds for turn in turns) / len(long),
            median(start[name] for start in starts),
            turns[-1][name][1].memory,
        )
        for name in workers
    }


def _pieces(words: str, size: int, count: int) -> list[str]:
    step = (len(words) - size) // count
    return [words[at : at + size] for at in range(0, step * count, step)]
