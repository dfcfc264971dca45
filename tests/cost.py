"""What a piece of work costs: the product's own CPU time, without what coverage's tracing adds to it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = 5


def costs_less_than(seconds: float, work: Callable[[], object]) -> bool:
    """Tell whether work takes less CPU time than this, for bounds on hostile input, far from what it really takes.

    A neighbour on the same processor slows it by several times, and a pattern that runs away is slow each time: so it
    is the fastest of a few tries that counts.
    """
    return any(_cost(work) < seconds for _ in range(TRIES))


def _cost(work: Callable[[], object]) -> float:
    tracing = sys.gettrace()
    sys.settrace(None)
    started = time.process_time()
    try:
        work()
        return time.process_time() - started
    finally:
        sys.settrace(tracing)
