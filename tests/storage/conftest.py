"""What the tests of storage start from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.storage.deployment import Deployment, make, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """Give an empty deployment, with its files open."""
    make(tmp_path / "data")
    with opened(tmp_path / "data") as files:
        yield files


@pytest.fixture
def no_umask() -> Iterator[None]:
    """Let new files be readable by all, unless whoever makes them says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)
