"""Takes out of a message whatever could point to anyone, in memory. Never writes, logs or repeats the words."""

from __future__ import annotations

from intake.redaction.engine import Redaction, RedactionFailed, Redactor, load_redactor

__all__ = ["Redaction", "RedactionFailed", "Redactor", "load_redactor"]
