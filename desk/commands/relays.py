"""The commands that give advocates' organisations addresses of their own, and take them away."""

from __future__ import annotations

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.group(cls=Commands)
def relay() -> None:
    """Manage the addresses that advocates' organisations send to.

    Which organisation a voice came through is known by the address, never by who sent it. It is never published.

    \b
    Example:  care-voice relay add "Coram Voice North"
    """


@relay.command()
@click.argument("name")
@click.pass_obj
def add(place: Place, name: str) -> None:
    """Make an address for an organisation and show it.

    \b
    Example:  care-voice relay add "Coram Voice North"
    """
    from desk.relays import add

    click.echo(place.say("relay-made", name=name, address=add(place, name)))


@relay.command(name="list")
@click.pass_obj
def list_relays(place: Place) -> None:
    """Show every address, and about how many voices came through each organisation.

    \b
    Example:  care-voice relay list
    """
    from desk.relays import lines

    click.echo("\n".join(lines(place)) or place.say("relay-none"))


@relay.command()
@click.argument("name")
@click.pass_obj
def revoke(place: Place, name: str) -> None:
    """Take an organisation's address away: mail to it is refused from now on. What came by it stays.

    \b
    Example:  care-voice relay revoke "Coram Voice North"
    """
    from desk.relays import revoke

    revoke(place, name)
    click.echo(place.say("relay-gone", name=name))
