"""The mail door against a bare aiosmtpd sink, in one run: what durable, redacted intake costs.

T(sink) and T(ours) are seconds a mail; T(redactor) is the redactor's own CPU time on the same words, by itself.
`durable` is T(sink) / (T(ours) - T(redactor)); `whole` is (T(sink) + T(redactor)) / T(ours).

Machines have noise, and a busy neighbour slows a processor down: so rounds of sink, redactor and ours take turns, the
redactor's beside a process that keeps another processor busy (as the client does in the other two). Each turn gives
its own ratios, so that noise hits both sides of them; a table's figures are medians over all turns.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from statistics import median
from typing import TYPE_CHECKING

import uvloop

from benchmarks.load import Load, send
from intake.raw import RawWords
from intake.redaction import load_redactor
from tests.product import PATIENCE, free_port, make_quiet_product, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAILS = 2_000
TURNS = 3
RESTING = 0.2  # seconds; lets a busy neighbour begin
RECIPIENT = "voice@localhost"


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    product = make_quiet_product(folder)
    yield "| body | connections | sink/s | care-voice/s | redactor ms | durable (≥ .6) | whole (≥ .8) |"
    yield "|---|---|---|---|---|---|---|"
    with _sink() as sink_port, product.running("doors"):
        for size in (150, 2_000):
            bodies = [body for body, _ in zip(_bodies(size), range(MAILS), strict=False)]
            for one_each in (False, True):
                turns = [_turn(bodies, sink_port, product.mail_port, one_each=one_each) for _ in range(TURNS)]
                how = "one a mail" if one_each else "20"
                yield f"| {size} | {how} | {_row(turns)} |"


@dataclass(frozen=True, slots=True)
class _Turn:
    """Seconds a mail, one right after the other."""

    sink: float
    redactor: float
    ours: float


def _turn(bodies: list[str], sink_port: int, our_port: int, *, one_each: bool) -> _Turn:
    return _Turn(
        sink=_round(bodies, sink_port, one_each=one_each),
        redactor=_redactor_seconds(bodies),
        ours=_round(bodies, our_port, one_each=one_each),
    )


def _row(turns: list[_Turn]) -> str:
    sink, ours = (median(1 / getattr(turn, name) for turn in turns) for name in ("sink", "ours"))
    redactor = median(turn.redactor for turn in turns)
    durable = median(turn.sink / (turn.ours - turn.redactor) for turn in turns)
    whole = median((turn.sink + turn.redactor) / turn.ours for turn in turns)
    return f"{sink:,.0f} | {ours:,.0f} | {redactor * 1000:.2f} | {durable:.2f} | {whole:.2f}"


@contextmanager
def _sink() -> Iterator[int]:
    """Run the bare aiosmtpd; gives its port."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.sink", str(port)])
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)


_serial = itertools.count()


def _round(bodies: list[str], port: int, *, one_each: bool) -> float:
    mails = tuple(_mail(body) for body in bodies)
    return uvloop.run(send(Load(mails, RECIPIENT, one_each=one_each), port)) / len(mails)


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
