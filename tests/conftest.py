"""What holds for every test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# Coverage follows the tests' own processes; following every product that they start takes as long again.
if "PYTEST_XDIST_WORKER" in os.environ and "COVER_ALL" not in os.environ:
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


@pytest.fixture(scope="session", autouse=True)
def _memory_stays_open() -> Iterator[None]:
    """Commands that run in this process must not close its memory: what it starts could never open its own again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.memory.close", lambda: None)
        yield
