"""Keeping processes running: what falls is started again, with growing pauses, and all stop when told to."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from desk.supervise import Program, supervise
from tests.product import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FALLS = "raise SystemExit(1)"
LISTENS = "import socket, sys, time; s = socket.create_server(('127.0.0.1', int(sys.argv[1]))); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {LISTENS}"
FINISHES = (
    "import pathlib, signal, sys; signal.signal(signal.SIGTERM, lambda *_: "
    f"(pathlib.Path(sys.argv[2]).write_text('finished'), sys.exit(0))); {LISTENS}"
)


@pytest.fixture(autouse=True)
def _own_signals() -> Iterator[None]:
    """Leave pytest's own handlers as they were."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def program(code: str, *arguments: str) -> Program:
    """Return a program that runs some Python, given a free port and `arguments`."""
    port = free_port()
    return Program("doors", (sys.executable, "-c", code, str(port), *arguments), ("127.0.0.1", port))


def stop_when(done: Callable[[], object]) -> Callable[[], None]:
    """Return a tick that sends SIGTERM to this process once `done` is true, or after much too long."""
    deadline = time.monotonic() + 20

    def tick() -> None:
        if done() or time.monotonic() > deadline:
            os.kill(os.getpid(), signal.SIGTERM)

    return tick


def listens(one: Program) -> bool:
    """Tell whether it takes connections."""
    with socket.socket() as client:
        return client.connect_ex(one.address) == 0


def test_what_falls_is_started_again_with_growing_pauses() -> None:
    """Two seconds after the first fall, four after the second."""
    with capture_logs() as logs:
        supervise([program(FALLS)], ready=pytest.fail, tick=stop_when(lambda: len(logs) > 1))
    assert [(entry["event"], entry["attempt"], entry["seconds"]) for entry in logs] == [
        ("process-fell", 1, 2.0),
        ("process-fell", 2, 4.0),
    ]


def test_ready_is_told_once_when_all_are() -> None:
    """Not before the last one takes connections, and not again."""
    both = [program(LISTENS), program(f"import time; time.sleep(.3); {LISTENS}")]
    told: list[list[bool]] = []
    ticks = itertools.count()
    supervise(
        both,
        ready=lambda: told.append([listens(one) for one in both]),
        tick=stop_when(lambda: told and next(ticks) > 3),
    )
    assert told == [[True, True]]
    assert not any(map(listens, both))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_all_stop_when_told_to(tmp_path: Path, number: signal.Signals) -> None:
    """Each may finish what it began; this is no fall."""
    both = [program(FINISHES, str(tmp_path / name)) for name in ("first", "second")]
    with capture_logs() as logs:
        supervise(both, ready=lambda: os.kill(os.getpid(), number), tick=lambda: None)
    assert [(tmp_path / name).read_text() for name in ("first", "second")] == ["finished", "finished"]
    assert logs == []


def test_one_that_does_not_stop_is_killed(tmp_path: Path) -> None:
    """After its patience is over, and the others have finished in the same time."""
    stubborn, finishing = program(STUBBORN), program(FINISHES, str(tmp_path / "done"))
    with capture_logs() as logs:
        start = time.monotonic()
        supervise(
            [stubborn, finishing],
            ready=lambda: os.kill(os.getpid(), signal.SIGTERM),
            tick=lambda: None,
            patience=0.5,
        )
    assert [entry["event"] for entry in logs] == ["process-killed"]
    assert (tmp_path / "done").read_text() == "finished"
    assert not listens(stubborn)
    assert time.monotonic() - start < 10
