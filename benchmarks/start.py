"""How soon `care-voice redact` and `care-voice mail` have said all they say, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = 5
MAIL = Path(__file__).parents[1] / "examples" / "direct.eml"
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "care-voice redact": ("-m", "desk", "redact"),
    "care-voice redact --jsonl": ("-m", "desk", "redact", "--jsonl"),
    "care-voice mail FILE": ("-m", "desk", "mail", str(MAIL)),
}


def report(_folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    seconds = {name: median(_seconds(arguments) for _ in range(RUNS)) for name, arguments in COMMANDS.items()}
    bare = seconds["python -c pass"]
    yield f"| command (median of {RUNS}) | seconds | times python -c pass | goal |"
    yield "|---|---|---|---|"
    for name, taken in seconds.items():
        yield f"| {name} | {taken:.2f} | {taken / bare:.0f} | {'0.5 s' if name.startswith('care-voice') else ''} |"


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    line = b'{"id": 1, "text": "my worker Karolina is on 07700 900123"}\n'
    subprocess.run([sys.executable, *arguments], input=line, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
