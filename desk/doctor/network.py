"""Checks those we need elsewhere: the relay that carries thanks, and Telegram. Says hello, sends nothing."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desk.doctor.findings import ok, skipped, warning, wrong
from desk.doctor.webhook import MANY, webhook
from desk.outgoing import relay_settings
from desk.settings import FILE, SECRETS
from desk.telegram_notes import TelegramNotes
from intake.mail.acknowledge import RelayUnavailable, check_relay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reachable import Answer
    from desk.doctor.findings import Finding, Host
    from intake.mail.acknowledge import RelaySettings

_PATIENCE = 4.0  # seconds for an answer
_CLOSING = 0.1  # seconds


def relay(host: Host) -> Iterator[Finding]:
    """The relay greets us, as locked as the settings say, and lets us sign in."""
    say, mail = host.say, host.settings.mail
    if not mail.acknowledge:
        yield warning(say("doctor-relay-off"), say("doctor-relay-off-do"))
    if mail.relay.host and (mail.acknowledge or host.settings.contact.mailbox):
        yield _greeted(host)
    elif not mail.acknowledge:
        return
    elif host.settings.demo:
        yield skipped(say("doctor-relay-demo"))
    else:
        yield wrong(say("doctor-relay-missing"), say("doctor-relay-missing-do", file=FILE))


def telegram(host: Host) -> Iterator[Finding]:
    """Telegram takes our token, and gives what people write to nobody else."""
    say, notes = host.say, TelegramNotes(host.files.data)
    if met := notes.last_met_others():
        yield wrong(say("doctor-telegram-others", when=f"{met:%Y-%m-%d, %H:%M}"), say("doctor-telegram-others-do"))
    if token := host.settings.telegram.token.get_secret_value():
        yield from _telegram(host, token)
    elif notes.is_open():
        yield warning(say("doctor-telegram-unknown"), say("doctor-telegram-unknown-do", file=SECRETS))
    else:
        yield skipped(say("doctor-telegram-off", file=SECRETS))


def _greeted(host: Host) -> Finding:
    say, mail = host.say, host.settings.mail
    settings = relay_settings(host.settings, _PATIENCE)
    try:
        _look_up(settings.host, settings.port)
        asyncio.run(_greet(settings, mail.addresses[0]))
    except RelayUnavailable as error:
        return wrong(say("doctor-relay-wrong"), str(error))
    except (TimeoutError, socket.gaierror) as error:
        return wrong(say("doctor-relay-silent", error=type(error).__name__), say("doctor-relay-silent-do", file=FILE))
    return ok(say("doctor-relay-ok", tls=mail.relay.tls))


async def _greet(settings: RelaySettings, sender: str) -> None:
    try:
        await asyncio.wait_for(check_relay(settings, sender), _PATIENCE)
    finally:
        await asyncio.sleep(_CLOSING)  # else a connection that failed half-way would still be open when the loop ends


def _telegram(host: Host, token: str) -> Iterator[Finding]:
    from bot.reachable import Unreachable, ask  # noqa: PLC0415 - half a second that only those with a bot spend

    say, url = host.say, host.settings.telegram.base_url
    try:
        _look_up(urlsplit(url).hostname or "", urlsplit(url).port or 443)
        answer = asyncio.run(ask(token, url, _PATIENCE))
    except socket.gaierror:
        yield wrong(say("doctor-telegram-silent"), say("doctor-telegram-silent-do"))
    except Unreachable as error:
        yield wrong(say(f"doctor-telegram-{error.why}"), say(f"doctor-telegram-{error.why}-do"))
    else:
        yield from _answered(host, answer)


def _answered(host: Host, answer: Answer) -> Iterator[Finding]:
    say, notes = host.say, TelegramNotes(host.files.data)
    if host.settings.telegram.mode == "webhook":
        yield from webhook(host, answer)
    elif answer.webhook:
        yield wrong(say("doctor-telegram-webhook"), say("doctor-telegram-webhook-do"))
    elif answer.waiting >= MANY:
        yield warning(say("doctor-telegram-waiting", count=answer.waiting), say("doctor-telegram-waiting-do"))
    elif not notes.last_met_others():
        yield ok(say("doctor-telegram-ok" if notes.is_open() else "doctor-telegram-ok-shut"))


def _look_up(name: str, port: int) -> None:
    """Look a name up here, in a thread that may be left behind: asyncio's own would keep the program from ending."""
    socket.getaddrinfo(name, port)
