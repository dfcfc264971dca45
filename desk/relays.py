"""The addresses of advocates' organisations, as commands show them: whole, and with counts no finer than published."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from desk.counted import about
from storage.opening import immediate
from storage.relays import add_relay, relays, revoke_relay

if TYPE_CHECKING:
    from desk.place import Place


def add(place: Place, name: str) -> str:
    """Make an address and return it. Raises `Refused`, with what to do."""
    with closing(place.files.open_intake()) as intake, immediate(intake):
        return _address(place, add_relay(intake, name))


def revoke(place: Place, name: str) -> None:
    """Take an address away. Raises `Refused` if there is none."""
    with closing(place.files.open_intake()) as intake, immediate(intake):
        revoke_relay(intake, name)


def lines(place: Place) -> list[str]:
    """Return a line for each address there is or was."""
    with closing(place.files.open_intake()) as intake:
        known = relays(intake)
    return [
        place.say(
            "relay-revoked" if relay.revoked else "relay-line",
            name=relay.name,
            address=_address(place, relay.code),
            voices=about(relay.voices, place.thresholds, place.say),
        )
        for relay in known
    ]


def _address(place: Place, code: str) -> str:
    user, _, domain = place.settings.mail.addresses[0].rpartition("@")
    return f"{user}+{code}@{domain}"
