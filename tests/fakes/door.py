"""A mail door on a free port, with everything real about it but what a test replaces."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from intake.mail.delivery import Behind
from intake.mail.door import MailDoor, MailDoorSettings
from intake.mail.read import read_mail
from intake.wording import load_wording

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from intake.mail.acknowledge import Acknowledges
    from intake.mail.certificate import Certificate
    from intake.mail.delivery import Passage

ADDRESS = "voice@care.example"
KEY = b"k" * 32
NOTHING = Behind()


@asynccontextmanager
async def mail_door(
    passage: Passage,
    acknowledges: Acknowledges | None = None,
    certificate: Certificate | None = None,
    behind: Behind = NOTHING,
    **settings: Any,
) -> AsyncIterator[MailDoor]:
    """Open a door; `settings` are those of MailDoorSettings."""
    chosen = MailDoorSettings(**{"addresses": (ADDRESS,), "port": 0, **settings})
    door = MailDoor(chosen, passage, read_mail, load_wording(), acknowledges, KEY, certificate, behind)
    await door.open()
    try:
        yield door
    finally:
        await door.close(seconds=1.0)


def mail(words: str = "I moved four times.", **headers: str) -> bytes:
    """Return a mail as it travels, without the dot at its end."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = ["From: Someone <someone@home.example>", "Subject: hello", *lines, ""]
    return "\r\n".join([*head, words]).encode()
