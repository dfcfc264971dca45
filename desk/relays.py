"""The addresses of advocates' organisations, as commands show them: whole, and with counts no finer than published."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.counted import about
from storage.opening import immediate
from storage.relays import add_relay, relays, revoke_relay

if TYPE_CHECKING:
    from desk.deployment import Files
    from intake.wording import Wording
    from storage.release import Thresholds


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the deployment's files are, the address that others are made of, and what counts are shown as."""

    files: Files
    address: str
    thresholds: Thresholds
    say: Wording


def add(desk: Desk, name: str) -> str:
    """Make an address and return it. Raises `Refused`, with what to do."""
    with closing(desk.files.open_intake()) as intake, immediate(intake):
        return _address(desk, add_relay(intake, name))


def revoke(desk: Desk, name: str) -> None:
    """Take an address away. Raises `Refused` if there is none."""
    with closing(desk.files.open_intake()) as intake, immediate(intake):
        revoke_relay(intake, name)


def lines(desk: Desk) -> list[str]:
    """Return a line for each address there is or was."""
    with closing(desk.files.open_intake()) as intake:
        known = relays(intake)
    return [
        desk.say(
            "relay-revoked" if relay.revoked else "relay-line",
            name=relay.name,
            address=_address(desk, relay.code),
            voices=about(relay.voices, desk.thresholds, desk.say),
        )
        for relay in known
    ]


def _address(desk: Desk, code: str) -> str:
    user, _, domain = desk.address.rpartition("@")
    return f"{user}+{code}@{domain}"
