"""Whether people can ask the safeguarding lead to contact them: only if that mailbox was set up and tested.

What was tested is remembered as a keyed digest: no address, and nothing that could be tried out without the key.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from functools import partial
from typing import TYPE_CHECKING

import click
from aiosmtplib import SMTPException

from desk.outgoing import mailbox, relay_settings
from intake.mail.contact import send_plea, send_test
from intake.plea import Lead
from storage.errors import Refused
from storage.opening import make_file

if TYPE_CHECKING:
    from pathlib import Path

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.wording import Wording

_DIGITS = 6
_TRIES = 3


def lead_of(settings: Settings, files: Files, say: Wording) -> Lead | None:
    """Return who can be asked; None unless their mailbox was tested with these very settings."""
    if missing(settings) or not is_tested(settings, files):
        return None
    send = partial(send_plea, relay_settings(settings), mailbox(settings), say)
    return Lead(settings.contact.role, settings.deployment.hours, send)


def missing(settings: Settings) -> list[str]:
    """Return the settings that are still empty, as they are called in the file."""
    on_duty, contact = settings.deployment, settings.contact
    needed = {
        "mailbox in [contact]": contact.mailbox,
        "lead in [deployment]": on_duty.lead.strip(),
        "deputy in [deployment]": on_duty.deputy.strip(),
        "hours in [deployment]": on_duty.hours.strip(),
        "host in [mail.relay]": settings.mail.relay.host,
    }
    return [name for name, value in needed.items() if not value]


def is_tested(settings: Settings, files: Files) -> bool:
    """Say whether the way to the mailbox was tested, and nothing of it was changed since."""
    try:
        return hmac.compare_digest(_note(files).read_text("ascii"), _digest(settings, files))
    except (OSError, UnicodeDecodeError):  # not there, or not for us to read
        return False


def prove_way(settings: Settings, files: Files, say: Wording) -> None:
    """Send a number to the mailbox, and ask for it. What was tested before is forgotten first.

    Raises `Refused`, with what to do, if something is missing, the relay doesn't take it or the number is wrong.
    """
    if lacking := missing(settings):
        raise Refused(say("contact-missing", missing=", ".join(lacking)))
    _note(files).unlink(missing_ok=True)
    number = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"
    click.echo(say("contact-testing", mailbox=settings.contact.mailbox))
    try:
        asyncio.run(send_test(relay_settings(settings), mailbox(settings), say, number))
    except (SMTPException, OSError, ValueError) as error:
        raise Refused(say("contact-not-taken", error=type(error).__name__)) from None
    _ask_for(number, say)
    make_file(_note(files), _digest(settings, files).encode())
    click.echo(say("contact-tested"))


def _ask_for(number: str, say: Wording) -> None:
    for _ in range(_TRIES):
        if hmac.compare_digest(click.prompt(say("contact-number")).strip().encode(), number.encode()):
            return
        click.echo(say("contact-wrong-number"))
    raise Refused(say("contact-not-tested"))


def _digest(settings: Settings, files: Files) -> str:
    """Return what stands for the way to the mailbox: its address, ours, and the relay. No secret is in it."""
    relay, box = settings.mail.relay, mailbox(settings)
    way = "\n".join((box.address, box.sender, relay.host, str(relay.port), relay.tls, relay.user))
    return hmac.digest(files.load_keys().settings, way.encode(), "sha256").hex()


def _note(files: Files) -> Path:
    return files.data / "contact-tested"
