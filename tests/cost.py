"""What a piece of work costs: the product's own CPU time, without what coverage's tracing adds to it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def costs_less_than(seconds: float) -> Iterator[None]:
    """Fail if the block takes more CPU time than this. For bounds on hostile input, far from what it really takes."""
    tracing = sys.gettrace()
    sys.settrace(None)
    started = time.process_time()
    try:
        yield
    finally:
        took = time.process_time() - started
        sys.settrace(tracing)
    assert took < seconds
