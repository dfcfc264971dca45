"""What holds for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("no clock", deadline=None)  # how fast it is, benchmarks say
settings.load_profile("no clock")


@pytest.fixture(scope="session", autouse=True)
def _memory_stays_open() -> Iterator[None]:
    """Commands that run in this process must not close its memory: what it starts could never open its own again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.memory.close", lambda: None)
        yield
