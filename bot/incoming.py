"""What a person does in a chat, free of Telegram's types. Shows nothing of it when printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# What came in that holds no words of its own; a note is what Telegram notes in a chat, and nobody said.
Thing = Literal[
    "voice",
    "video",
    "picture",
    "sticker",
    "file",
    "contact",
    "place",
    "poll",
    "list",
    "timer",
    "reaction",
    "answer",
    "thanks",
    "note",
    "other",
]


@dataclass(frozen=True, slots=True)
class Typed:
    """Words.

    `message` is their number in the chat, `beside` what came with them and can't be kept; `forwarded` says that they
    were written somewhere else first.
    """

    text: str = field(repr=False)
    message: int = field(repr=False)
    update: int = field(repr=False)
    edited: bool = False
    beside: Thing | None = None
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A /command and what stands behind it."""

    name: str = field(repr=False)  # it could be anything
    rest: str = field(repr=False)
    message: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Press:
    """A button. `token` is the draft's that it was made for; `update` makes a Send unique."""

    token: str
    action: str
    value: str
    update: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Odd:
    """Something without words. `emptied` is the number of a message whose words were edited away."""

    thing: Thing
    emptied: int | None = field(default=None, repr=False)


Incoming = Typed | Command | Press | Odd


def mark(came: Incoming) -> int | None:
    """Return what tells whether somebody typed or tapped the same once more, without what it was; None for the rest."""
    said = _said(came)
    return None if said is None else hash(said)


def _said(came: Incoming) -> tuple[str, ...] | None:
    match came:
        case Typed(edited=False):
            return (came.text,)
        case Command():
            return (came.name, came.rest)
        case Press():
            return (came.token, came.action, came.value)
    return None
