"""The commands that decide about voices: read them, publish them, take them back."""

from __future__ import annotations

import sys
from functools import partial

import click

from desk.place import Place, account_option

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


def _reason(_context: click.Context, _parameter: click.Parameter, reason: str | None) -> str | None:
    if reason is not None and not reason.strip():
        raise click.BadParameter("say why: everyone will be able to read it.")
    return reason


@click.command()
@account_option
@click.option("--voice", type=int, metavar="NUMBER", help="Look again at one voice that the lab shows already.")
@click.pass_obj
def moderate(place: Place, account: str, voice: int | None) -> None:
    """Read the voices that wait, urgent ones first, and decide what may be published.

    \b
    Examples:  care-voice moderate --as ash
               care-voice moderate --as ash --voice 4821093377   somebody could be recognised after all
    """
    from desk.moderate import Reading
    from desk.publishing import catch_up
    from desk.signing_in import sign_in

    intake = place.files.open_intake()
    signed_in = sign_in(place, intake, account)
    copies = place.settings.backup.folder
    tidy = partial(catch_up, intake, place.files, place.thresholds, place.say, copies)
    reading = Reading(intake, place.settings, place.say, signed_in, tidy)
    if voice is None:
        reading.go_through()
    else:
        reading.look_again(voice)


@click.command()
@account_option
@click.option(
    "--force",
    metavar="REASON",
    callback=_reason,
    help="Publish although too few wait or it is too soon; all will read why.",
)
@click.pass_obj
def publish(place: Place, account: str, force: str | None) -> None:
    """Publish what was approved, once enough voices wait.

    \b
    Examples:  care-voice publish --as ash
               care-voice publish --as ash --force "the lab meets on Monday"
    """
    from desk.publishing import publish_and_say
    from desk.signing_in import sign_in

    intake = place.files.open_intake()
    account = sign_in(place, intake, account).account
    publish_and_say(intake, place.files, place.thresholds, place.say, account=account, forced=force)


@click.command()
@click.argument("code", nargs=-1)
@click.pass_obj
def withdraw(place: Place, code: tuple[str, ...]) -> None:
    """Take a voice back by its receipt code, from everywhere and at once.

    \b
    Examples:  care-voice withdraw                       asks for the code: it stays out of the shell's history
               care-voice withdraw velvet-otter-plank-sunny-drift
    """
    from desk.publishing import withdraw_and_say

    typed = " ".join(code) or click.prompt(place.say("withdraw-code"))
    copies = place.settings.backup.folder
    sys.exit(not withdraw_and_say(place.files, place.thresholds, place.say, typed, copies))
