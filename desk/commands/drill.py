"""The command that tries to tell who voices are from, before others do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from desk.place import account_option

if TYPE_CHECKING:
    from desk.place import Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.command()
@account_option
@click.option("--list", "listed", is_flag=True, help="Only list them, most recognisable first, and record nothing.")
@click.option("--most", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many are listed.")
@click.pass_obj
def drill(place: Place, account: str, *, listed: bool, most: int) -> None:
    """Try to tell who voices are from, before a release goes out: the motivated-intruder drill.

    Shows the voices that are about to be published, and those published, that are easiest to recognise, and why.
    You say who could tell, and what follows.

    \b
    Examples:  care-voice drill --as ash
               care-voice drill --as ash --list --most 50
    """
    from desk.drill.terminal import Drilling
    from desk.publishing import catch_up
    from desk.signing_in import sign_in

    intake = place.files.open_intake()
    signed_in = sign_in(place, intake, account)
    tidy = partial(catch_up, intake, place.files, place.thresholds, place.say, place.settings.backup.folder)
    drilling = Drilling(intake, place.settings, place.say, signed_in, tidy)
    if listed:
        drilling.list_them(most)
    else:
        drilling.go_through()
