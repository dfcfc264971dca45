"""What somebody asks to be sent to the safeguarding lead, by their own choice: the one exception of promise 2.

It is in memory only, until the lead's mail server has taken it; then it is forgotten. Never stored, never logged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from intake.raw import RawWords


@dataclass(frozen=True, slots=True, repr=False)
class Plea:
    """What one person wants to say, and how they can be reached; `before` are words of their voice that they added.

    `number` tells the lead's mail server that another try brings the same.
    """

    number: str
    words: RawWords
    reach: RawWords
    before: RawWords | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """Who reads it: their role and hours, for the person who writes. `send` says whether their mail server took it."""

    role: str
    hours: str
    send: Callable[[Plea], Awaitable[bool]] = field(repr=False)
