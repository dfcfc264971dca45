"""Making encrypted copies, and looking into them, as the command says it. Never writes words in clear."""

from __future__ import annotations

import shlex
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.copied import KEY, KEYS, NOT_SEALED, Copied, copy_of, keys_of, now, open_any
from desk.noting import note_removed
from desk.settings import FILE
from intake import memory
from storage.backup import archive
from storage.backup.archive import load_identity
from storage.backup.folder import copy_path, prune
from storage.backup.removed import LIST
from storage.errors import Refused
from storage.keys import draw_keys, load_keys
from storage.opening import make_file
from storage.submissions import count_waiting

__all__ = [
    "back_up",
    "copies_folder",
    "keep_keys",
    "load_identity",
    "look_into",
    "make_copy",
    "new_key",
]

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.settings import Settings
    from intake.wording import Wording


def make_copy(settings: Settings, files: Files) -> Path:
    """Make a copy in the folder for copies, remove those that are too old, and return its path.

    Raises:
        StorageError: the folder or a file is not as it has to be, or the disk is full; nothing is left behind.
    """
    folder = copies_folder(settings, files)
    note_removed(files, folder)
    made = now()
    path = copy_path(folder, made)
    archive.write(path, copy_of(files, made), settings.backup.recipients)
    prune(folder, settings.backup.keep, path)
    return path


def copies_folder(settings: Settings, files: Files) -> Path:
    """Return the folder for copies. Raises `Refused`, with what to do, if none can be put there."""
    backup = settings.backup
    if not backup.folder or not backup.recipients:
        raise Refused(
            "Nobody said where copies go and who can open them. Make a key pair with care-voice backup --new-key FILE; "
            "it says what to write into [backup] of care-voice.toml."
        )
    folder = Path(backup.folder)
    if not folder.is_absolute():
        raise Refused("Write the whole path into [backup] folder of care-voice.toml: it begins with /.")
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder}. Is its disk connected? If it is new: mkdir -p {folder}")
    if folder.resolve().is_relative_to(files.data.resolve()):
        raise Refused("Copies inside the data folder are lost with it. Choose a folder on another disk.")
    return folder


def back_up(settings: Settings, files: Files, say: Wording) -> None:
    """Make a copy and say how to try it."""
    memory.close()
    path = make_copy(settings, files)
    command = shlex.join(["care-voice", "--data", str(files.data), "backup", "--check", str(path)])
    click.echo(say("backup-made", path=str(path), command=command, keep=settings.backup.keep, list=LIST))


def new_key(path: Path, files_at: Path, say: Wording) -> None:
    """Make a key pair, write the secret key into a new file (0600) and say what to do with both.

    Raises:
        Refused: the file is there already, or lies in the data folder.
    """
    if path.resolve().is_relative_to(files_at.resolve()):
        raise Refused("Keep the secret key away from the data: choose a place outside the data folder.")
    secret, public = archive.new_identity()
    said = "# Opens copies made by care-voice. Keep it off the machine that makes them."
    content = f"{said}\n# public key: {public}\n{secret}\n"
    try:
        make_file(path, content.encode())
    except FileExistsError:
        raise Refused(f"{path} is there already: a key that is written over can't be brought back.") from None
    settings = str(files_at / FILE)
    click.echo(say("backup-new-key", path=str(path), public=public, settings=settings, data=str(files_at)))


def keep_keys(settings: Settings, files: Files, path: Path, say: Wording) -> None:
    """Write the deployment's keys into an encrypted file of their own. Raises what `make_copy` raises."""
    memory.close()
    if path.resolve().is_relative_to(copies_folder(settings, files).resolve()):
        raise Refused("Keep the keys apart from the copies: who finds both could lay codes and words side by side.")
    archive.write(path, keys_of(files, now()), settings.backup.recipients)
    click.echo(say("backup-keys-made", path=str(path)))


def look_into(path: Path, identity: archive.Identity, data: Path, say: Wording) -> None:
    """Open a copy, or a file of keys, in memory and say what is in it, in numbers.

    If there is a deployment in `data`, it has to be its own.

    Raises:
        StorageError: it is not whole, or not of this deployment.
    """
    memory.close()
    copied = open_any(path, identity)
    keys = load_keys((data / KEY).parent) if (data / KEY).exists() else None
    day, time = f"{copied.made:%-d %B %Y}", f"{copied.made:%H:%M}"
    if copied.kind == KEYS:
        if keys and draw_keys(copied.members[KEY]) != keys:
            raise Refused("These are not the keys of this deployment: its receipt codes would not work with them.")
        click.echo(say("backup-keys-whole", day=day, time=time))
        click.echo(say("backup-keys-fit" if keys else "backup-codes-untold"))
        return
    voices, waiting, releases = _counts(copied)
    if keys and not copied.is_sealed_by(keys):
        raise Refused(NOT_SEALED)
    click.echo(say("backup-whole", day=day, time=time))
    click.echo(say("backup-holds", voices=voices, waiting=waiting, releases=releases))
    click.echo(say("backup-codes-work" if keys else "backup-codes-untold"))


def _counts(copied: Copied) -> tuple[int, int, int]:
    """Return how many voices, voices that wait and releases are in a copy. Raises `NotOurs` if it is damaged."""
    with closing(copied.intake()) as intake:
        (voices,) = intake.execute("SELECT count(*) FROM submissions").fetchone()
        (releases,) = intake.execute("SELECT count(*) FROM releases").fetchone()
        waiting, _ = count_waiting(intake)
    return voices, waiting, releases
