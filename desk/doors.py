"""Runs the doors in one process, on one event loop: mail and Telegram, and before both the passage into intake.db."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import structlog
import uvloop

from desk.logs import quiet_loop
from desk.mail import load_certificate, open_acknowledges, open_mail
from desk.telegram_notes import TelegramNotes
from desk.within import open_within
from intake import memory
from intake.quiet import Readers
from intake.wording import load_wordings
from storage.errors import Refused

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.settings import Settings

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
    told_to_stop = _told_to_stop(asyncio.get_running_loop())
    spoken, readers = load_wordings(settings.deployment.languages, files.wording), Readers()
    async with AsyncExitStack() as opened:
        notes = TelegramNotes(files.data)
        notes.forget()
        with_telegram = bool(settings.telegram.token.get_secret_value())
        if with_telegram:
            from desk.telegram import open_telegram  # noqa: PLC0415 - 20 MB that only this door needs

        certificate = load_certificate(settings, files)
        acknowledges = await open_acknowledges(settings, spoken[settings.deployment.languages[0]], opened, readers)
        within = await open_within(settings, files, spoken, readers, opened)
        opened.push_async_callback((await open_mail(within, acknowledges, certificate)).close)
        _log.info("door-open", door="mail")
        if with_telegram and (telegram := await open_telegram(within)):
            opened.push_async_callback(telegram.close)
            opened.callback(notes.shut)
        await told_to_stop.wait()
        _log.info("door-closing", door="mail")


def _told_to_stop(loop: asyncio.AbstractEventLoop) -> asyncio.Event:
    quiet_loop(loop)
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    return told
