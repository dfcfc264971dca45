"""The doors' process and the redactor's carry no more than each needs: neither holds the other's parts in memory."""

from __future__ import annotations

import subprocess
import sys

ASKS = "import sys, {0}; print(*sorted(name for name in sys.modules if name in {1}))"


def loaded(modules: str, *unwanted: str) -> list[str]:
    """Return which of the unwanted modules a new Python has loaded after importing some."""
    asked = ASKS.format(modules, unwanted)
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=30)
    return done.stdout.split()


def test_the_doors_hold_no_redactor() -> None:
    """The doors load neither the engine nor its model of names, nor numpy, which sqlite-utils brings where it is."""
    redactor = "intake.redaction.engine", "intake.redaction.tagger"
    doors = "desk.cli, desk.settings, desk.doors, desk.telegram, bot.answers"
    assert loaded(doors, "numpy", "sqlite_utils", *redactor) == []
    assert loaded("intake.redaction.child", *redactor) == sorted(redactor)


def test_the_redactor_holds_no_doors() -> None:
    """Its process speaks with nobody but the doors, over the socket that it was born with."""
    doors = "asyncio", "ssl", "structlog", "telegram", "pydantic", "storage.writer"
    assert loaded("intake.redaction.child", *doors) == []
