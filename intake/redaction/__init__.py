"""Takes out of a message whatever could point to anyone, in memory. Never writes, logs or repeats the words.

What does that is in `intake.redaction.engine`, which only a process that redacts imports.
"""

from __future__ import annotations

from intake.redaction.result import Redaction, RedactionFailed, Redactor

__all__ = ["Redaction", "RedactionFailed", "Redactor"]
