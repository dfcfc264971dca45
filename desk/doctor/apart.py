"""Looks through folders for what must be kept apart: by what is in files, whatever they are called. Within bounds."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.deployment import Files

_SMALL = 100_000  # bytes; keys are never in a bigger file
_SHORTEST = 16  # bytes; what is left of a damaged key could be in any file by chance
_SECONDS = 4.0
_MOST = 50_000  # files
_TAILS = ("", "-wal", "-shm")


class TooMuch(Exception):
    """Raised when a folder holds more than can be looked through in time."""


def files_in(folder: Path, ours: Files) -> Iterator[tuple[Path, int]]:
    """Give every file below a folder with its size, but our databases. Raises TooMuch.

    Links to folders aren't followed, and folders that this user may not read are passed over.
    """
    deadline = time.monotonic() + _SECONDS
    for number, path in enumerate(_paths(folder)):
        if number >= _MOST or time.monotonic() > deadline:
            raise TooMuch
        with suppress(FileNotFoundError):  # it is gone meanwhile, or a link to nothing
            found = path.stat()
            if stat.S_ISREG(found.st_mode) and not _is_open(found, ours):
                yield path, found.st_size


def content(path: Path, size: int) -> bytes:
    """Return what is in a file that is small enough to hold a key; nothing of others."""
    if size < _SMALL:
        with suppress(FileNotFoundError):
            return path.read_bytes()
    return b""


def secret_of(files: Files) -> bytes:
    """Return the secret key, to be compared with and never shown; nothing if there is none that could be told."""
    with suppress(FileNotFoundError):
        secret = (files.keys / "secret.key").read_bytes()
        return secret if len(secret) >= _SHORTEST else b""
    return b""


def copies_of_key(files: Files) -> Iterator[Path]:
    """Give the files of a deployment that hold its secret key, outside the folder of the keys. Raises TooMuch."""
    secret = secret_of(files)
    for path, size in files_in(files.data, files) if secret else ():
        if not path.resolve().is_relative_to(files.keys.resolve()) and secret in content(path, size):
            yield path


def _paths(folder: Path) -> Iterator[Path]:
    for around, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(around, name) for name in sorted(names))


def _is_open(found: os.stat_result, ours: Files) -> bool:
    """Tell whether a file is one that we may have open: closing it would end our SQLite's locks on it (fcntl(2))."""
    for database in (ours.intake_db, ours.published_db):
        for tail in _TAILS:
            with suppress(FileNotFoundError):
                if os.path.samestat(found, database.with_name(f"{database.name}{tail}").stat()):
                    return True
    return False
