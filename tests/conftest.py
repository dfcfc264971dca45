"""What holds for every test."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import structlog
from hypothesis import settings

from intake.fluent_files import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOMS = (path.parent for path in Path(__file__).parent.glob("*/__init__.py"))
pytest.register_assert_rewrite(*(f"tests.{room.name}" for room in ROOMS))  # what helps tests says too what it found
settings.register_profile("no clock", deadline=None)  # how fast it is, benchmarks say
settings.load_profile("no clock")


@pytest.fixture(scope="session", autouse=True)
def _memory_stays_open() -> Iterator[None]:
    """Commands that run in this process must not close its memory: what it starts could never open its own again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.memory.close", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _loggers_stay_open() -> Iterator[None]:
    """Commands that run in this process must not settle for good what its loggers say."""
    configure = structlog.configure

    def uncached(**settled: Any) -> None:
        configure(**{**settled, "cache_logger_on_first_use": False})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("structlog.configure", uncached)
        yield


@pytest.fixture(scope="session", autouse=True)
def _words_are_read_once() -> Iterator[None]:
    """Commands that run in this process read the same files of words again and again: it is most of their time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.wording.shipped", cache(shipped))
        yield


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Whatever a test sets up of logs is over with it."""
    yield
    structlog.reset_defaults()
