"""Carries a plea straight to the safeguarding lead's mailbox while the person waits. Keeps nothing, logs no word.

The letter's envelope sender is `<>`, so no bounce can bring the words back to our own mail door.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from aiosmtplib import SMTPException

from intake.clean import clean
from intake.mail.acknowledge import relay_client
from intake.mail.letter import headed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake.mail.acknowledge import RelaySettings
    from intake.plea import Plea
    from intake.raw import RawWords

SECONDS = 45.0  # for all of it: somebody waits
_GOODBYE = 2.0

_log = structlog.get_logger("intake")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where pleas go, and when somebody reads there; `sender` and `deployment` are whom they come from."""

    address: str
    hours: str
    sender: str
    deployment: str


async def send_plea(relay: RelaySettings, mailbox: Mailbox, say: Callable[..., str], plea: Plea) -> bool:
    """Say whether the relay took it. Whatever is wrong, the log gets the kind of error and nothing else."""
    try:
        await deliver(relay, mailbox, _letter(mailbox, say("contact-subject"), plea.number, _text(mailbox, say, plea)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear that it did not get there
        _log.error("contact-not-sent", error=type(error).__name__)
        return False
    return True


async def send_test(relay: RelaySettings, mailbox: Mailbox, say: Callable[..., str], number: str) -> None:
    """Send a letter with a number in it, on the way that pleas take. Raises what goes wrong."""
    text = say("contact-test-mail", deployment=mailbox.deployment, number=number)
    await deliver(relay, mailbox, _letter(mailbox, say("contact-test-subject"), "", text))


async def deliver(relay: RelaySettings, mailbox: Mailbox, letter: bytes) -> None:
    """Hand a letter to the relay; return once it answered 250. Raises SMTPException, OSError or TimeoutError."""
    client = relay_client(relay, mailbox.sender)
    try:
        async with asyncio.timeout(SECONDS):
            await client.connect()
            await client.sendmail("", [mailbox.address], letter)
        with suppress(SMTPException, OSError):
            await client.quit(timeout=_GOODBYE)
    finally:
        client.close()


def _letter(mailbox: Mailbox, subject: str, number: str, text: str) -> bytes:
    letter = headed(mailbox.sender, mailbox.deployment, mailbox.address, subject, number)
    letter["Reply-To"] = letter["To"]  # a reply to us would bring the words to our own mail door
    letter["Auto-Submitted"] = "no"  # a person wrote it (RFC 3834, 5)
    letter["X-Auto-Response-Suppress"] = "All"
    letter["Importance"] = "high"
    letter.set_content(text, cte="quoted-printable")
    return letter.as_bytes()


def _text(mailbox: Mailbox, say: Callable[..., str], plea: Plea) -> str:
    return "\n\n".join(_paragraphs(mailbox, say, plea)) + "\n"


def _paragraphs(mailbox: Mailbox, say: Callable[..., str], plea: Plea) -> Iterator[str]:
    yield say("contact-mail", deployment=mailbox.deployment, hours=mailbox.hours)
    yield say("contact-mail-words")
    yield _quoted(plea.words)
    if plea.before:
        yield say("contact-mail-before")
        yield _quoted(plea.before)
    yield say("contact-mail-reach")
    yield _quoted(plea.reach)
    yield say("contact-mail-end")


def _quoted(words: RawWords) -> str:
    """Set words apart, so that none of them can be taken for ours."""
    return "\n".join(f"> {line}" for line in clean(words).reveal().splitlines())
