"""The commands that open workshops, whose posters mark what people say there, and close them."""

from __future__ import annotations

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py


@click.group(cls=Commands)
def workshop() -> None:
    """Manage workshops: each has a link of its own, for its poster.

    Which workshop a voice came from is known by the link, never by who was there. It is never published.

    \b
    Example:  care-voice workshop add "Swindon, 3 March"
    """


@workshop.command()
@click.argument("name")
@click.pass_obj
def add(place: Place, name: str) -> None:
    """Open a workshop. People read its name on the poster and in the bot.

    \b
    Example:  care-voice workshop add "Swindon, 3 March"
    """
    from desk.workshops import add

    click.echo(place.say("workshop-made", name=name, code=add(place, name)))


@workshop.command(name="list")
@click.pass_obj
def list_workshops(place: Place) -> None:
    """Show every workshop, and about how many voices came from each.

    \b
    Example:  care-voice workshop list
    """
    from desk.workshops import lines

    click.echo("\n".join(lines(place)) or place.say("workshop-none"))


@workshop.command()
@click.argument("name")
@click.pass_obj
def close(place: Place, name: str) -> None:
    """Close a workshop: its link still opens the bot, but marks nothing any more. What came from it stays.

    \b
    Example:  care-voice workshop close "Swindon, 3 March"
    """
    from desk.workshops import close

    close(place, name)
    click.echo(place.say("workshop-over", name=name))
