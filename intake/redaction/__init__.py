"""Takes out of a message whatever could point to anyone, in memory. Never writes, logs or repeats the words.

What does that is in `intake.redaction.engine`: only a process that asks for `load_redactor` imports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake.redaction.result import Redaction, RedactionFailed, Redactor

if TYPE_CHECKING:
    from intake.redaction.engine import load_redactor

__all__ = ["Redaction", "RedactionFailed", "Redactor", "load_redactor"]


def __getattr__(name: str) -> Any:
    if name != "load_redactor":
        raise AttributeError(f"intake.redaction has no {name}")
    from intake.redaction.engine import load_redactor  # noqa: PLC0415 - the doors have no need of it

    return load_redactor
