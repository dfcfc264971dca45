"""`make bench-redaction`: measures every system on every set, and writes the tables into docs/redaction.md."""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from benchmarks.redaction.running import NoPeers, costs, started
from benchmarks.redaction.sets import SETS, figures, is_here, rows_of
from benchmarks.redaction.systems import SYSTEMS, TOP
from benchmarks.redaction.tables import cost_table, quality_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.redaction.running import Worker
    from benchmarks.redaction.sets import Measured

PAGE = TOP / "docs" / "redaction.md"
BEGIN, END = "<!-- written by make bench-redaction -->\n", "<!-- end of what it writes -->\n"


def report() -> Iterator[str]:
    """Measure, and give the paragraphs and tables."""
    with ExitStack() as stack:
        workers = {name: stack.enter_context(started(name)) for name in SYSTEMS}
        tables = [_quality(measured, workers) for measured in SETS]
        yield f"Last run: {date.today():%d %B %Y}, {os.cpu_count()} virtual processors."
        yield cost_table(costs(workers, _words()))
        yield from tables


def _quality(measured: Measured, workers: Mapping[str, Worker]) -> str:
    heading = f"### {measured.title}"
    if not is_here(measured):
        return f"{heading}\n\nSkipped: `../shared/redaction` was not beside the project."
    rows = rows_of(measured)
    texts = [row["text"] for row in rows]
    scored = {name: figures(measured, rows, worker.ask(texts).found) for name, worker in workers.items()}
    return f"{heading}\n\n{quality_table(measured, scored)}"


def _words() -> str:
    """Return the demonstration's fictional voices in a row: what speed is measured on."""
    lines = (files("desk.demo") / "voices.jsonl").read_text("utf-8").splitlines()
    return " ".join(json.loads(line)["words"] for line in lines).replace("\n", " ")


def main() -> int:
    """Measure, print, and write the tables between their marks. Return the exit status."""
    above, below = _around(PAGE.read_text("utf-8"))
    try:
        said = "\n\n".join(report())
    except NoPeers as error:
        print(error, file=sys.stderr)
        return 1
    print(said)
    PAGE.write_text(f"{above}\n{said}\n\n{below}", "utf-8")
    return 0


def _around(page: str) -> tuple[str, str]:
    """Return what stands before and after the tables, each with its mark. Raises ValueError if a mark is gone."""
    above, begin, rest = page.partition(BEGIN)
    _, end, below = rest.partition(END)
    if not begin or not end:
        raise ValueError("docs/redaction.md has lost the marks between which the tables stand")
    return above + begin, end + below


if __name__ == "__main__":
    sys.exit(main())
