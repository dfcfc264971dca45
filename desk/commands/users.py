"""The commands that say who may moderate and who may read the lab."""

from __future__ import annotations

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py
_role = click.option("--role", type=click.Choice(["moderator", "lab"]), required=True, help="What they may do.")


@click.group(cls=Commands)
def user() -> None:
    """Manage who may moderate and who may read the lab.

    \b
    Example:  care-voice user add ash --role moderator
    """


@user.command()
@click.argument("name")
@_role
@click.pass_obj
def add(place: Place, name: str, role: str) -> None:
    """Make a sign-in and show its password, once.

    \b
    Example:  care-voice user add ash --role moderator
    """
    from desk.users import add_user

    click.echo(place.say("sign-in-made", name=name, password=add_user(place.files, name, role)))


@user.command()
@click.argument("name")
@_role
@click.pass_obj
def remove(place: Place, name: str, role: str) -> None:
    """Take a sign-in away. What they decided stays.

    \b
    Example:  care-voice user remove ash --role lab
    """
    from desk.users import remove_user

    remove_user(place.files, name, role)
    click.echo(place.say("sign-in-removed", name=name))


@user.command(name="list")
@click.pass_obj
def list_users(place: Place) -> None:
    """Show all sign-ins.

    \b
    Example:  care-voice user list
    """
    from desk.users import list_users

    for name, role in list_users(place.files):
        click.echo(f"{role:10} {name}")
