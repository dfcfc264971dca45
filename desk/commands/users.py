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


@user.command()
@click.argument("name")
@click.pass_obj
def password(place: Place, name: str) -> None:
    """Make a new password for somebody at the desk and show it, once. It ends their sessions.

    When they sign in with it they choose one of their own, unless the settings say otherwise.

    \b
    Example:  care-voice user password ash
    """
    from desk.users import new_password_for

    made = new_password_for(place.files, name)
    click.echo(place.say("sign-in-made", name=name, password=made))


@user.command()
@click.argument("name")
@click.pass_obj
def unlock(place: Place, name: str) -> None:
    """Let an account sign in again from any browser, after many wrong tries.

    \b
    Example:  care-voice user unlock ash
    """
    from desk.users import unlock_user

    unlock_user(place.files, name)
    click.echo(place.say("people-unlocked", name=name))


@user.group(cls=Commands)
def totp() -> None:
    """Look after the one-time codes that people type beside their password.

    \b
    Examples:  care-voice user totp setup ash
               care-voice user totp reset ash
    """


@totp.command()
@click.argument("name")
@click.pass_obj
def setup(place: Place, name: str) -> None:
    """Set codes up at a terminal: show a picture to an app, and ask for its first code.

    On the desk's pages everybody does this for themselves when they first sign in.

    \b
    Example:  care-voice user totp setup ash
    """
    from desk.codes_setup import set_up_codes

    set_up_codes(place, name)


@totp.command()
@click.argument("name")
@click.pass_obj
def reset(place: Place, name: str) -> None:
    """Forget somebody's codes and recovery codes, when the phone is lost. They set them up anew.

    First make sure that it is really them who asks: a password alone lets them in until they have.

    \b
    Example:  care-voice user totp reset ash
    """
    from desk.users import reset_codes

    reset_codes(place.files, name)
    click.echo(place.say("people-codes-reset", name=name))
