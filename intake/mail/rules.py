"""Signs that stand around lines, and lines that are made of nothing else."""

from __future__ import annotations

from intake.mail.page import LONGEST, ORNAMENTS

RULES = ORNAMENTS + "-–—=~#"  # noqa: RUF001 - dashes are what rules are made of
PUNCTUATION = ORNAMENTS + ",.!:-–—"  # noqa: RUF001
AROUND = PUNCTUATION + "<>[]()"


def is_rule(text: str) -> bool:
    """Return whether a line only separates; it is longer than the "-- " above a signature."""
    return 4 < len(text) <= LONGEST and not text.strip(RULES) and not text.isspace()  # noqa: PLR2004 - see above
