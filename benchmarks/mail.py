"""The mail door against a bare aiosmtpd sink, in one run: what durable, redacted intake costs.

T(sink) and T(ours) are seconds a mail; T(redactor) is the redactor's own CPU time on the same words, measured alone.
`durable` is T(sink) / (T(ours) - T(redactor)); `whole` is (T(sink) + T(redactor)) / T(ours).
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time
from contextlib import contextmanager
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
ROUNDS = 3
RECIPIENT = "voice@localhost"


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    product = make_quiet_product(folder)
    yield "| body | connections | sink/s | care-voice/s | redactor ms | durable (≥ .6) | whole (≥ .8) |"
    yield "|---|---|---|---|---|---|---|"
    with _sink() as sink_port, product.running("doors"):
        for size in (150, 2_000):
            bodies = [body for body, _ in zip(_bodies(size), range(MAILS), strict=False)]
            redactor = _redactor_seconds(bodies)
            for one_each in (False, True):
                bare = _seconds_a_mail(bodies, sink_port, one_each=one_each)
                ours = _seconds_a_mail(bodies, product.mail_port, one_each=one_each)
                durable, whole = bare / (ours - redactor), (bare + redactor) / ours
                how = "one a mail" if one_each else "20"
                yield (
                    f"| {size} | {how} | {1 / bare:,.0f} | {1 / ours:,.0f} | {redactor * 1000:.2f} "
                    f"| {durable:.2f} | {whole:.2f} |"
                )


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


def _seconds_a_mail(bodies: list[str], port: int, *, one_each: bool) -> float:
    """Return the median over some rounds."""
    return median(_round(bodies, port, one_each=one_each) for _ in range(ROUNDS))


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
    start = time.process_time()
    for body in bodies:
        redactor.redact(RawWords(body))
    return (time.process_time() - start) / len(bodies)
