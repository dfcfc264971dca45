"""A process beside the event loop: what it says is heard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake.child import Child
from intake.frames import frame

if TYPE_CHECKING:
    import pytest


def nobody_listens(*_: object) -> None:
    """Do nothing with what comes."""


async def test_an_answer_is_heard_though_the_process_ended_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer and the end are there together, and the answer counts."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))  # libraries bring a `tests` of their own
    child = Child("tests.fakes.answers_and_ends", nobody_listens, nobody_listens)
    assert await child.open(frame("well?"), 30.0) == "heard"
    await child.close()
