"""Which messages a language needs: beside the main one what the bot says to writers, as the main one what all read."""

from __future__ import annotations

UNCHECKED = "bot-unchecked"  # a language without it has been checked
_BY_THE_BOT = ("bot-", "hidden-", "answer-use-")
_BY_ANYBODY = ("jigsaw-", "-writer")
_TO_ADMINISTRATORS = ("doctor-", "wording-")


def is_for_writers(key: str) -> bool:
    """Say whether the bot says a message to those who write."""
    begins, ends = _BY_ANYBODY
    return (key != UNCHECKED and key.startswith(_BY_THE_BOT)) or (key.startswith(begins) and key.endswith(ends))


def is_needed(key: str, *, main: bool) -> bool:
    """Say whether a language has to have a message, as the main one or beside it."""
    return key != UNCHECKED and not key.startswith(_TO_ADMINISTRATORS) if main else is_for_writers(key)
