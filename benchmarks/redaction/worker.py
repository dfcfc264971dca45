"""A system in a process of its own: `python -m benchmarks.redaction.worker SYSTEM`, a line of JSON for each answer.

It says when it has answered its first message. Then each line that it hears is a list of texts, and it answers with
what it found in each, the seconds of processor that took, and the most memory that it ever held.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path
from typing import TextIO

from benchmarks.redaction.systems import SYSTEMS

FIRST = "my worker Karolina is on 07700 900123"


def peak_memory() -> float:
    """Return megabytes: the most of this process that was ever in memory."""
    found = re.search(r"^VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) / 1024


def serve(name: str, sink: TextIO) -> None:
    """Answer until nobody asks any more."""
    find = SYSTEMS[name].load()
    find(FIRST)
    print(json.dumps("ready"), file=sink, flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.process_time()
        found = [find(text) for text in texts]
        seconds = time.process_time() - start
        print(json.dumps({"found": found, "seconds": seconds, "memory": peak_memory()}), file=sink, flush=True)


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no answer
    serve(sys.argv[1], answers)
