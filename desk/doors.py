"""Runs the doors in one process, on one event loop: mail and Telegram, and before both the passage into intake.db."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import AsyncExitStack
from ipaddress import ip_network
from typing import TYPE_CHECKING

import structlog
import uvloop

from desk.alerting import Alerting, limits_of, post_of
from desk.logs import quiet_loop
from desk.outgoing import relay_settings
from desk.publishing import deeds, thresholds
from desk.telegram_notes import TelegramNotes
from intake import memory
from intake.guesses import Guesses
from intake.leavers import Leavers
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
from intake.passage import Passage
from intake.quiet import Readers
from intake.redaction.process import OwnProcess
from intake.signpost import Helpline
from intake.voices import Voices
from intake.wording import load_wordings
from storage.errors import Refused
from storage.model import Consent
from storage.writer import Writer

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.settings import Settings
    from intake.wording import Wording

_log = structlog.get_logger("desk")


def run_doors(settings: Settings, files: Files) -> None:
    """Open the doors and keep them open until SIGTERM or Ctrl-C; then finish what was begun.

    Raises:
        Refused: nobody is named to look after people at risk.
        RelayUnavailable: thanks can't be sent; without them nobody would get a receipt code.
        CertificateUnusable: the mail door's certificate can't be read.
        StorageError: the files are not as they have to be.
        OSError: the port is taken.
    """
    _check_lead(settings)
    memory.close()
    uvloop.run(_doors(settings, files))


def _check_lead(settings: Settings) -> None:
    """Raise `Refused` if a real deployment has nobody to tell when someone is at risk: it may not open then."""
    on_duty = settings.deployment
    if not settings.demo and not (on_duty.lead and on_duty.deputy and on_duty.hours):
        raise Refused(
            "The doors stay shut until somebody is there for people at risk: write lead, deputy and hours into "
            "[deployment] of care-voice.toml."
        )


async def _doors(settings: Settings, files: Files) -> None:
    quiet_loop(asyncio.get_running_loop())
    told_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told_to_stop.set)
    spoken = load_wordings(settings.deployment.languages, files.wording)
    wording = spoken[settings.deployment.languages[0]]
    async with AsyncExitStack() as opened:
        notes = TelegramNotes(files.data)
        notes.forget()
        with_telegram = bool(settings.telegram.token.get_secret_value())
        if with_telegram:
            from desk.telegram import open_telegram  # noqa: PLC0415 - 20 MB that only this door needs

        certificate = load_certificate(settings, files)
        readers = Readers()
        acknowledges = await _acknowledges(settings, wording, opened, readers)
        writer = Writer(files.open_intake())
        opened.push_async_callback(writer.close)
        keys = files.load_keys()
        redactor = _redactor(settings)
        await redactor.open()
        opened.push_async_callback(redactor.close)
        passage = Passage(redactor, writer, keys)
        alerting = Alerting(writer, limits_of(settings), post_of(settings), wording, readers)
        await alerting.open()
        opened.push_async_callback(alerting.close)
        voices = Voices(writer, keys, deeds(files, thresholds(settings), settings.backup.folder))
        leavers = Leavers(voices)
        await leavers.open()
        opened.push_async_callback(leavers.close)
        door = MailDoor(
            _door_settings(settings),
            passage,
            read_mail,
            wording,
            acknowledges,
            keys.deliveries,
            certificate,
            Behind(voices, Obeys(voices, Guesses())),
        )
        await door.open()
        opened.push_async_callback(door.close)
        _log.info("door-open", door="mail")
        if with_telegram:
            telegram = await open_telegram(settings, files, passage, voices, writer, spoken, readers)
            if telegram is not None:
                opened.push_async_callback(telegram.close)
                opened.callback(notes.shut)
        await told_to_stop.wait()
        _log.info("door-closing", door="mail")


def load_certificate(settings: Settings, files: Files) -> Certificate | None:
    """Read the mail door's certificate, if it has one; its files are named from the data folder on."""
    its = settings.mail
    return Certificate(files.data / its.certificate, files.data / its.key) if its.certificate else None


def _redactor(settings: Settings) -> OwnProcess:
    its = settings.redaction
    return OwnProcess(keep=its.keep, hide=its.hide, seconds=its.seconds, detectors=its.detectors)


async def _acknowledges(
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
