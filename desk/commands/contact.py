"""The command that tests the way to the safeguarding lead, before people are offered it."""

from __future__ import annotations

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.group(cls=Commands)
def contact() -> None:
    """Let people at risk ask your safeguarding lead to contact them.

    They are offered it only once you have set `mailbox` in [contact] of care-voice.toml, and tested it.

    \b
    Example:  care-voice contact test
    """


@contact.command()
@click.pass_obj
def test(place: Place) -> None:
    """Send a number to the lead's mailbox, and type it here once they have told you.

    Test again whenever the mailbox, your own address or the relay changes: until then people aren't offered it.

    \b
    Example:  care-voice --data /srv/care-voice contact test
    """
    from desk.contact import prove_way

    prove_way(place.settings, place.files, place.say)
