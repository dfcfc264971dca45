"""The commands about the words that people read."""

from __future__ import annotations

import sys

import click

from desk.place import FILE, Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.group(cls=Commands)
def wording() -> None:
    """Look over the words that people read, ours and your own.

    \b
    Example:  care-voice --data /srv/care-voice wording check
    """


@wording.command()
@click.pass_obj
def check(place: Place) -> None:
    """Say what has to change in the words that people read, with file, line and what to do. Changes nothing.

    Looks for messages that are missing in a language, that nobody reads, that a phone would cut off or Telegram would
    refuse, that are hard to read at the age of eleven, and for words that care-experienced people asked us not to use.
    Where the data folder holds no deployment, the words that care-voice comes with are looked over in every language.
    Ends with status 0 when all is well, and 1 when something has to change.

    \b
    Examples:  care-voice wording check
               care-voice --data /srv/care-voice wording check
    """
    from desk.wording.check import check
    from desk.wording.deployed import as_shipped, deployed
    from intake.wording import load_wording

    there = (place.data / FILE).exists()
    say = load_wording()  # the deployment's own words may be what is wrong
    count, found = check(deployed(place.settings, place.files) if there else as_shipped(), say)
    wrong = [one for one in found if not one.note]
    for one in found:
        line = one.shown(say)
        click.echo(say("wording-note", what=line) if one.note else line)
    click.echo(say("wording-found", count=len(wrong)) if wrong else say("wording-clean", count=count))
    sys.exit(1 if wrong else 0)
