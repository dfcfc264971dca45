"""The commands that say who works at the desk, as what, and who may read the lab."""

from __future__ import annotations

import click

from desk.place import Commands, Place

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py
_CHOICES = ["moderator", "lead", "responder", "analyst", "administrator", "lab"]
_roles = click.option(
    "--role",
    "roles",
    type=click.Choice(_CHOICES),
    multiple=True,
    required=True,
    help="What they may do; give it again for another role.",
)
_council = click.option(
    "--council", metavar="CODE", help="The council they work for, whose voices may be kept from them."
)


@click.group(cls=Commands)
def user() -> None:
    """Manage who works at the desk, as what, and who may read the lab.

    docs/accounts.md says what each role may do.

    \b
    Examples:  care-voice user add ash --role moderator
               care-voice user role ash --role moderator --role lead
    """


@user.command()
@click.argument("name")
@_roles
@_council
@click.pass_obj
def add(place: Place, name: str, roles: tuple[str, ...], council: str | None) -> None:
    """Make a sign-in and show its password, once.

    \b
    Examples:  care-voice user add ash --role moderator
               care-voice user add bo --role moderator --role lead
               care-voice user add kit --role moderator --council wigan
               care-voice user add lee --role lab
    """
    from desk.users import add_user

    password = add_user(place.files, name, roles, _known(place, council))
    click.echo(place.say("sign-in-made", name=name, password=password))


@user.command()
@click.argument("name")
@click.option("--role", type=click.Choice(_CHOICES), help="lab for a sign-in of the lab; else one of the desk.")
@click.pass_obj
def remove(place: Place, name: str, role: str | None) -> None:
    """Take a sign-in away. What they decided stays.

    \b
    Examples:  care-voice user remove ash
               care-voice user remove lee --role lab
    """
    from desk.users import remove_user

    remove_user(place.files, name, role)
    click.echo(place.say("sign-in-removed", name=name))


@user.command(name="list")
@click.pass_obj
def list_users(place: Place) -> None:
    """Show all sign-ins, and what each may do.

    \b
    Example:  care-voice user list
    """
    from desk.users import list_users

    users = [
        (", ".join(each.roles), each.name, f"  ({each.council})" if each.council else "")
        for each in list_users(place.files)
    ]
    width = max((len(roles) for roles, _, _ in users), default=0)
    for roles, name, council in users:
        click.echo(f"{roles:{width}}  {name}{council}")


@user.command()
@click.argument("name")
@_roles
@_council
@click.pass_obj
def role(place: Place, name: str, roles: tuple[str, ...], council: str | None) -> None:
    """Say anew what somebody at the desk may do: these roles and no others. It ends their sessions.

    \b
    Examples:  care-voice user role ash --role moderator --role lead
               care-voice user role kit --role moderator --council wigan
    """
    from desk.users import change_roles

    now = change_roles(place.files, name, roles, _known(place, council))
    click.echo(place.say("people-role-changed", name=now.name, roles=", ".join(now.roles)))


def _known(place: Place, council: str | None) -> str | None:
    """Return the code of a council in the settings. Raises a usage error with those there are."""
    codes = [each.code for each in place.settings.councils]
    if council is not None and council not in codes:
        raise click.BadParameter(f"no council has this code. There are: {', '.join(codes)}.", param_hint="--council")
    return council
