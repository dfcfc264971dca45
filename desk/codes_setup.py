"""Setting one-time codes up at a terminal. Shows the secret there once, and keeps it nowhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click
import segno

from desk.accounts import as_kept
from desk.codes import (
    address_of,
    in_groups,
    new_recovery_codes,
    new_salt,
    recovery_hash,
    secret_of,
    step_of,
)
from storage.accounts import account, nobody
from storage.errors import Refused
from storage.opening import immediate
from storage.second_factors import set_up

if TYPE_CHECKING:
    from desk.place import Place

_TRIES = 3


def set_up_codes(place: Place, name: str) -> None:
    """Show a picture, ask for a code, show recovery codes. Raises `Refused` if there is no such account or code."""
    kept, salt, keys, say = as_kept(name), new_salt(), place.files.load_keys(), place.say
    intake = place.files.open_intake()
    try:
        if account(intake, kept) is None:
            raise nobody()
        secret = secret_of(keys, kept, salt)
        click.echo(_drawn(address_of(secret, kept, place.settings.deployment.name)))
        click.echo(say("people-terminal-scan", secret=in_groups(secret)))
        step, recovery = _ask_for_step(place, secret), new_recovery_codes()
        with immediate(intake):
            set_up(intake, kept, salt, step, [recovery_hash(keys, kept, each) for each in recovery])
    finally:
        intake.close()
    click.echo(say("people-terminal-recovery"))
    click.echo("\n".join(f"    {each}" for each in recovery))


def _ask_for_step(place: Place, secret: str) -> int:
    for _ in range(_TRIES):
        step = step_of(secret, click.prompt(place.say("people-app-confirm")))
        if step is not None:
            return step
        click.echo(place.say("people-code-wrong"))
    raise Refused(place.say("people-terminal-not-set-up"))


def _drawn(address: str) -> str:
    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
