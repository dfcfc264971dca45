"""The commands that make encrypted copies of a deployment, and bring it back from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from desk.place import Place
    from intake.wording import Wording

# ruff: noqa: PLC0415, D301 - imports stand inside the commands on purpose: see desk/cli.py
_FILE = click.Path(dir_okay=False, path_type=Path)
_identity = click.option(
    "--identity",
    type=click.File("r", errors="replace"),
    metavar="FILE",
    help="The secret key that opens copies; - to paste it.",
)


@click.command()
@click.option("--new-key", type=_FILE, metavar="FILE", help="Make a key pair; the secret key goes into FILE.")
@click.option("--keys", type=_FILE, metavar="FILE", help="Save the deployment's keys, apart from the copies.")
@click.option("--check", type=_FILE, metavar="COPY", help="Open a copy in memory and say what is in it, in numbers.")
@_identity
@click.pass_obj
def backup(place: Place, new_key: Path | None, keys: Path | None, check: Path | None, identity: TextIO | None) -> None:
    """Make an encrypted copy of the deployment, while it runs. `run` does this every day once a folder is set.

    \b
    Examples:  care-voice backup --new-key copies-secret.txt               once, before the first copy
               care-voice backup --keys /media/usb/care-voice-keys.age     once, and when secrets.toml changes
               care-voice backup
               care-voice backup --check /mnt/backup/care-voice/care-voice-20261122T031500Z.age --identity FILE
    """
    from desk import backup as copying

    if sum(option is not None for option in (new_key, keys, check)) > 1:
        raise click.UsageError("Do one thing at a time: --new-key, --keys or --check.")
    if (identity is None) != (check is None):
        raise click.UsageError("--check and --identity belong together: a copy, and the secret key that opens it.")
    if new_key is not None:
        copying.new_key(new_key, place.data, _words(place))
    elif check is not None and identity is not None:
        copying.look_into(check, copying.load_identity(identity.read()), place.data, _words(place))
    elif keys is not None:
        copying.keep_keys(place.settings, place.files, keys, _words(place))
    else:
        copying.back_up(place.settings, place.files, _words(place))


@click.command()
@click.argument("copy", type=_FILE, required=False)
@_identity
@click.option(
    "--lab", is_flag=True, help="Make only the lab's file anew, out of what is here; of a copy it takes notes."
)
@click.option("--keys", type=_FILE, metavar="FILE", help="The file that care-voice backup --keys made.")
@click.option("--replace", is_flag=True, help="Replace the databases that are there; an encrypted copy is made first.")
@click.option("--keys-lost", is_flag=True, help="The file of keys is lost for good: no receipt code will work again.")
@click.option("--list-lost", is_flag=True, help="The list of what was removed is lost for good: it will come back.")
@click.pass_obj
def restore(
    place: Place,
    *,
    copy: Path | None,
    lab: bool,
    identity: TextIO | None,
    keys: Path | None,
    replace: bool,
    keys_lost: bool,
    list_lost: bool,
) -> None:
    """Bring a deployment back from a copy, without anything that people took back since. Stop care-voice first.

    \b
    Examples:  care-voice --data /srv/new restore COPY --identity copies-secret.txt --keys care-voice-keys.age
               care-voice --data /srv/care-voice restore COPY --identity copies-secret.txt --replace
               care-voice --data /srv/care-voice restore --lab     published.db is lost, and the rest is whole
    """
    from desk.backup import load_identity
    from desk.lab_anew import make_lab_anew
    from desk.restore import Order, restore, say_restored

    if lab:
        if keys or replace or keys_lost or list_lost or (copy is None) != (identity is None):
            raise click.UsageError("--lab takes nothing but a copy with its --identity, or neither.")
        opened = None if identity is None else load_identity(identity.read())
        make_lab_anew(place.data, copy, opened, _words(place))
        return
    if copy is None:
        raise click.UsageError("Give the copy that you restore from; or say --lab to make only the lab's file anew.")
    if identity is None:
        raise click.UsageError("Give the secret key that opens the copy: --identity FILE.")
    order = Order(place.data, copy, load_identity(identity.read()), keys, replace, keys_lost, list_lost)
    say_restored(order, restore(order), _words(place))


def _words(place: Place) -> Wording:
    """Return the deployment's words, or our own: copies are for where nothing is, or not as it should be."""
    from desk.settings import SettingsWrong
    from intake.wording import WordingWrong, load_wording

    try:
        return place.say
    except (SettingsWrong, WordingWrong):
        return load_wording()
