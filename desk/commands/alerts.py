"""The command that tests the alerts to the safeguarding lead and the deputy."""

from __future__ import annotations

import sys

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.group(cls=Commands)
def alert() -> None:
    """Look after the mails that tell the lead and the deputy that a voice can't wait.

    They go to the addresses in [alerts] of care-voice.toml, through [mail.relay], and say only: look at the desk.

    \b
    Example:  care-voice alert test
    """


@alert.command()
@click.pass_obj
def test(place: Place) -> None:
    """Send a test to every address, and say which of them it reached.

    \b
    Example:  care-voice --data /srv/care-voice alert test
    """
    import asyncio

    from desk.alerting import post_of
    from intake.mail.alert import send_alert
    from storage.errors import Refused

    post = post_of(place.settings)
    if not post.addresses or not post.relay.host:
        raise Refused(place.say("alert-not-set"))
    missed = asyncio.run(send_alert(post, place.say, test=True))
    for address in post.addresses:
        click.echo(place.say("alert-test-missed" if address in missed else "alert-test-sent", address=address))
    sys.exit(bool(missed))
