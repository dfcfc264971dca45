"""Carries a letter without any content to those who lead on safeguarding: look at the desk. Knows nothing of voices."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from aiosmtplib import SMTPException

from intake.mail.contact import Mailbox, deliver
from intake.mail.letter import headed

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.mail.acknowledge import RelaySettings

_log = structlog.get_logger("intake")


@dataclass(frozen=True, slots=True)
class AlertPost:
    """To whom alerts go, whom they come from, and the relay that carries them."""

    addresses: tuple[str, ...]
    sender: str
    deployment: str
    relay: RelaySettings


async def send_alert(post: AlertPost, say: Callable[..., str], *, test: bool = False) -> tuple[str, ...]:
    """Send each address a letter of its own; return those that could not be reached. Logs no address."""
    done = await asyncio.gather(*(_send(post, say, address, test=test) for address in post.addresses))
    return tuple(address for address, sent in zip(post.addresses, done, strict=True) if not sent)


async def _send(post: AlertPost, say: Callable[..., str], address: str, *, test: bool) -> bool:
    try:
        mailbox = Mailbox(address, "", post.sender, post.deployment)
        await deliver(post.relay, mailbox, _letter(post, say, address, test=test))
    except (SMTPException, OSError, ValueError) as error:
        _log.error("alert", outcome="failed", error=type(error).__name__)
        return False
    return True


def _letter(post: AlertPost, say: Callable[..., str], address: str, *, test: bool) -> bytes:
    letter = headed(post.sender, post.deployment, address, say("alert-subject"))
    letter["Auto-Submitted"] = "auto-generated"
    letter["X-Auto-Response-Suppress"] = "All"
    letter["Importance"] = "high"
    text = say("alert-test-mail" if test else "alert-mail", deployment=post.deployment)
    letter.set_content(f"{text}\n", cte="quoted-printable")
    return letter.as_bytes()
