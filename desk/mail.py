"""Opens the mail door with what a deployment set, and makes ready what sends thanks."""

from __future__ import annotations

import sys
from ipaddress import ip_network
from typing import TYPE_CHECKING

from desk.outgoing import relay_settings
from intake.guesses import Guesses
from intake.mail.acknowledge import (
    Acknowledger,
    Acknowledges,
    RelayUnavailable,
    TerminalAcknowledger,
    check_relay,
)
from intake.mail.authenticity import FrontRules
from intake.mail.certificate import Certificate
from intake.mail.delivery import Behind
from intake.mail.door import MailDoor, MailDoorSettings
from intake.mail.filtering import Filters, Rspamd, no_filter
from intake.mail.letter import LetterSettings
from intake.mail.obey import Obeys
from intake.mail.read import read_mail
from intake.signpost import Helpline
from storage.model import Consent

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from desk.deployment import Files
    from desk.settings import Settings
    from desk.within import Within
    from intake.quiet import Readers
    from intake.wording import Wording


async def open_mail(within: Within, acknowledges: Acknowledges | None, certificate: Certificate | None) -> MailDoor:
    """Open the door and return it, to be closed. Raises `OSError` if its port is taken."""
    door = MailDoor(
        _door_settings(within.settings),
        within.passage,
        read_mail,
        within.wording,
        acknowledges,
        within.keys.deliveries,
        certificate,
        Behind(within.voices, Obeys(within.voices, Guesses())),
    )
    await door.open()
    return door


def load_certificate(settings: Settings, files: Files) -> Certificate | None:
    """Read the mail door's certificate, if it has one; its files are named from the data folder on."""
    its = settings.mail
    return Certificate(files.data / its.certificate, files.data / its.key) if its.certificate else None


async def open_acknowledges(
    settings: Settings, wording: Wording, opened: AsyncExitStack, readers: Readers
) -> Acknowledges | None:
    """Return what sends thanks: the relay, once it was seen to work; the terminal in a demonstration; or nothing."""
    if not settings.mail.acknowledge:
        return None
    letter = _letter_settings(settings, readers)
    if not settings.mail.relay.host and settings.demo:
        return TerminalAcknowledger(sys.stdout, letter, wording)
    if not settings.mail.relay.host:
        raise RelayUnavailable(
            "The mail door stays shut: it can't send thank-you mails, and so no receipt codes. In care-voice.toml, "
            'name a relay: [mail.relay] host = "…". Or do without: [mail] acknowledge = false.'
        )
    relay = relay_settings(settings)
    await check_relay(relay, letter.sender)
    acknowledger = Acknowledger(relay, letter, wording)
    await acknowledger.open()
    opened.push_async_callback(acknowledger.close)
    return acknowledger


def _door_settings(settings: Settings) -> MailDoorSettings:
    mail = settings.mail
    return MailDoorSettings(
        addresses=mail.addresses,
        host=mail.host,
        port=mail.port,
        largest_bytes=mail.largest_mb * 1_000_000,
        keep_note=mail.keep_note,
        trusted=tuple(map(ip_network, mail.trusted_networks)),
        require_tls=mail.require_tls,
        front=FrontRules(mail.authserv_id, mail.trust_spam_headers),
        filters=_filter(mail.rspamd),
        file_kinds=mail.file_kinds if mail.read_files else (),
    )


def _filter(rspamd: str) -> Filters:
    host, _, port = rspamd.rpartition(":")
    return Rspamd(host, int(port)) if rspamd else no_filter


def _letter_settings(settings: Settings, readers: Readers) -> LetterSettings:
    return LetterSettings(
        sender=settings.mail.addresses[0],
        deployment=settings.mail.from_name,
        uses={consent: getattr(settings.consent, consent) for consent in Consent},
        contact=settings.deployment.contact,
        helplines=_named(settings),
        nobody_reads=readers.nobody_reads,
    )


def _named(settings: Settings) -> tuple[Helpline, ...]:
    """Return all helplines, those for everybody first: a letter can't ask which council is theirs, so it says whose."""
    names = {council.code: council.name for council in settings.councils}
    lines = sorted(settings.helplines, key=lambda line: bool(line.council))
    whose = ((f"{names[line.council]}, {line.name}" if line.council else line.name, line) for line in lines)
    return tuple(Helpline(name, line.how, line.hours) for name, line in whose)
