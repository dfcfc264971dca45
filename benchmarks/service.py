"""How soon the service takes mail, and how much memory it takes when nobody writes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.memory import proportional_set_size
from tests.product import make_quiet_product

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def report(folder: Path) -> Iterator[str]:
    """Measure, and give the lines of a table."""
    product = make_quiet_product(folder)
    start = time.perf_counter()
    with product.running("doors"):
        ready_after = time.perf_counter() - start
    with product.running("run") as service:
        sizes = proportional_set_size(service.pid)
    yield "| what | measured | goal |"
    yield "|---|---|---|"
    yield f"| ready to accept mail | {ready_after:.2f} s | 3 s |"
    for name, size in sizes.items():
        yield f"| memory of {name} | {size:.0f} MB | |"
    yield f"| memory of the whole idle service (PSS) | {sum(sizes.values()):.0f} MB | 250 MB |"
