"""The command that says how long everything is kept, and lets go of what is over its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from desk.place import Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.command()
@click.option("--run", "now", is_flag=True, help="Erase now what is over its time and was announced.")
@click.option("--days", type=click.IntRange(0, 3650), help="Look so many days ahead, not as long as warnings last.")
@click.pass_obj
def retention(place: Place, *, now: bool, days: int | None) -> None:
    """Say how long everything is kept and what would go when. Changes nothing without --run.

    `run` does it every day by itself. What goes is announced before, here, on the desk and by the doctor.

    \b
    Examples:  care-voice retention
               care-voice retention --days 365
               care-voice retention --run
    """
    from desk.noting import is_noted
    from desk.retention import run_now, say_what_goes

    if now and days is not None:
        raise click.UsageError("Say --days to look ahead, or --run to erase what is over its time: not both.")
    if not now:
        say_what_goes(place.settings, place.files, place.say, days=days)
        return
    run_now(place.settings, place.files, place.thresholds, place.say)
    if not is_noted(place.files, place.settings.backup.folder):
        click.echo(place.say("removed-not-noted"))
