"""The mail door against a bare aiosmtpd sink, in one run: what durable, redacted intake costs.

T(sink) and T(ours) are seconds a mail; T(redactor) is the redactor's own CPU time on the same words, by itself.
`durable` is T(sink) / (T(ours) - T(redactor)); `whole` is (T(sink) + T(redactor)) / T(ours). The redactor is a process
of its own: with a second processor for it, T(ours) - T(redactor) says little. `door` therefore is the processor time of
the sink's process for a mail, divided by that of the door's process, without the redactor's.

Machines have noise, and a busy neighbour slows a processor down: so rounds of sink, redactor and ours take turns, the
redactor's beside a process that keeps another processor busy (as the client does in the other two). Each turn gives
its own ratios, so that noise hits both sides of them; a table's figures are medians over all turns.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import uvloop

from benchmarks.load import Load, send
from intake.raw import RawWords
from intake.redaction import load_redactor
from tests.product import PATIENCE, Product, free_port, make_quiet_product, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

MAILS = 2_000
TURNS = 3
RESTING = 0.2  # seconds; lets a busy neighbour begin
RECIPIENT = "voice@localhost"


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    product = make_quiet_product(folder)
    yield "| loop | body | connections | sink/s | care-voice/s | redactor ms | durable | door | goal | whole (≥ .8) |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for loop in ("Python's", "uvloop"):
        with _sink() as sink, _doors(product, loop) as doors:
            for size, one_each in itertools.product((150, 2_000), (False, True)):
                bodies = [body for body, _ in zip(_bodies(size), range(MAILS), strict=False)]
                turns = [_turn(bodies, sink, doors, one_each=one_each) for _ in range(TURNS)]
                how, goal = ("one a mail", "≥ .8") if one_each else ("20", "≥ .6")
                goal = "≥ 1" if loop == "uvloop" else goal
                yield f"| {loop} | {size} | {how} | {_row(turns, goal)} |"


@dataclass(frozen=True, slots=True)
class _Turn:
    """Seconds a mail, one right after the other, and of a processor."""

    sink: _Taken
    redactor: float
    ours: _Taken


@dataclass(frozen=True, slots=True)
class _Server:
    """A process that takes mail on a port."""

    port: int
    pid: int

    def processor_seconds(self) -> float:
        """Return the time that its threads have had of processors (proc(5))."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class _Taken:
    """Seconds that a server took for a mail: by the clock, and of a processor."""

    clock: float
    processor: float


def _turn(bodies: list[str], sink: _Server, doors: _Server, *, one_each: bool) -> _Turn:
    return _Turn(
        sink=_round(bodies, sink, one_each=one_each),
        redactor=_redactor_seconds(bodies),
        ours=_round(bodies, doors, one_each=one_each),
    )


def _row(turns: list[_Turn], goal: str) -> str:
    sink, ours = (median(1 / getattr(turn, name).clock for turn in turns) for name in ("sink", "ours"))
    redactor = median(turn.redactor for turn in turns)
    durable = median(turn.sink.clock / (turn.ours.clock - turn.redactor) for turn in turns)
    door = median(turn.sink.processor / turn.ours.processor for turn in turns)
    whole = median((turn.sink.clock + turn.redactor) / turn.ours.clock for turn in turns)
    speeds = f"{sink:,.0f} | {ours:,.0f} | {redactor * 1000:.2f}"
    return f"{speeds} | {durable:.2f} | {door:.2f} | {goal} | {whole:.2f}"


@contextmanager
def _doors(product: Product, loop: str) -> Iterator[_Server]:
    """Run care-voice's doors on an event loop."""
    module = "desk" if loop == "uvloop" else "benchmarks.plain_doors"
    argv = [sys.executable, "-m", module, "--data", str(product.data), "doors"]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(product.mail_port, process)
        yield _Server(product.mail_port, process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE)


@contextmanager
def _sink() -> Iterator[_Server]:
    """Run the bare aiosmtpd."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.sink", str(port)])
    try:
        wait_for(port, process)
        yield _Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE)


_serial = itertools.count()


def _round(bodies: list[str], server: _Server, *, one_each: bool) -> _Taken:
    mails = tuple(_mail(body) for body in bodies)
    before = server.processor_seconds()
    seconds = uvloop.run(send(Load(mails, RECIPIENT, one_each=one_each), server.port))
    return _Taken(seconds / len(mails), (server.processor_seconds() - before) / len(mails))


def _mail(body: str) -> bytes:
    lines = [
        "From: An Advocate <advocate@bench.example>",
        "To: voice@localhost",
        "Subject: passing this on",
        f"Message-ID: <{next(_serial)}@bench.example>",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: 8bit",
        "",
        body.replace("\n", "\r\n"),
    ]
    return "\r\n".join(lines).encode()


def _bodies(size: int) -> Iterator[str]:
    """Give texts of `size` characters, cut out of the fictional voices, without end."""
    lines = (files("desk.demo") / "voices.jsonl").read_text("utf-8").splitlines()
    words = " ".join(json.loads(line)["words"] for line in lines).replace("\n", " ")
    for start in itertools.count(step=size // 3):
        at = start % (len(words) - size)
        yield "\n".join(words[at + i : at + min(i + 76, size)] for i in range(0, size, 76))


def _redactor_seconds(bodies: list[str]) -> float:
    redactor = load_redactor()
    redactor.redact(RawWords(bodies[0]))
    with _busy_neighbour():
        start = time.process_time()
        for body in bodies:
            redactor.redact(RawWords(body))
        return (time.process_time() - start) / len(bodies)


@contextmanager
def _busy_neighbour() -> Iterator[None]:
    """Keep one more processor busy."""
    neighbour = subprocess.Popen([sys.executable, "-c", "while True: sum(range(1000))"])
    time.sleep(RESTING)
    try:
        yield
    finally:
        neighbour.kill()
        neighbour.wait()
