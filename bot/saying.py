"""The words people read, those that never change looked up once: a screen has a dozen of them."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]  # a message's name, and what fills its parts


def remembering(say: Say) -> Say:
    """Return `say`, which remembers messages without parts and nothing else: no words of anybody's."""
    fixed: dict[str, str] = {}

    def said(message: str, /, **parts: str | int) -> str:
        if parts:
            return say(message, **parts)
        if message not in fixed:
            fixed[message] = say(message)
        return fixed[message]

    return said
