"""What the tests of the mail door share."""

from __future__ import annotations

import pytest

from tests.fakes.passage import MemoryPassage


@pytest.fixture
def passage() -> MemoryPassage:
    """Return a passage that keeps voices in memory."""
    return MemoryPassage()
