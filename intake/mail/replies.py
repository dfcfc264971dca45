"""Every answer the mail door gives, as its codes (RFC 5321, RFC 3463) and the name of its wording."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Reply(Enum):
    """One answer: 2xx it is saved, 4xx send it again later, 5xx it will never be taken as it is."""

    ACCEPTED = ("250 2.0.0", "smtp-accepted")
    COMMAND = ("250 2.0.0", "smtp-command")
    TOO_MANY_CODES = ("451 4.7.1", "smtp-too-many-codes")
    NOT_SAVED = ("451 4.3.0", "smtp-try-later")
    BUSY = ("451 4.3.2", "smtp-busy")
    NO_ROOM = ("452 4.3.1", "smtp-busy")
    TOO_MANY_SESSIONS = ("421 4.3.2", "smtp-busy")
    TOO_MANY_TODAY = ("451 4.7.1", "smtp-too-many-today")
    TOO_BIG = ("552 5.3.4", "smtp-too-big")
    UNKNOWN_ADDRESS = ("550 5.1.1", "smtp-unknown-address")
    UNKNOWN_RELAY = ("550 5.1.1", "smtp-unknown-relay")
    NO_WORDS = ("554 5.6.0", "smtp-no-words")
    FILES_UNREAD = ("554 5.6.1", "smtp-files-unread")
    UNREADABLE = ("554 5.6.1", "smtp-unreadable")
    ENCRYPTED = ("554 5.7.5", "smtp-encrypted")
    REPORT = ("554 5.7.1", "smtp-report")


def word_replies(wording: Callable[[str], str]) -> Mapping[Reply, str]:
    """Put every reply into words, once. Raises KeyError when one has none."""
    return {reply: f"{reply.value[0]} {wording(reply.value[1])}" for reply in Reply}
