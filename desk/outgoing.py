"""Hands down how mail leaves: the relay that carries it, and the safeguarding lead's mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.mail.acknowledge import RelaySettings
from intake.mail.contact import Mailbox

if TYPE_CHECKING:
    from desk.settings import Settings


def relay_settings(settings: Settings, timeout: float = 30.0) -> RelaySettings:
    """Return the relay; `timeout` is how many seconds an answer of it may take."""
    relay = settings.mail.relay
    password = relay.password.get_secret_value()
    return RelaySettings(relay.host, relay.port, relay.tls, relay.user, password, timeout=timeout)


def mailbox(settings: Settings) -> Mailbox:
    """Return where people can ask to be contacted."""
    hours, mail = settings.deployment.hours, settings.mail
    return Mailbox(settings.contact.mailbox, hours, mail.addresses[0], mail.from_name)
