"""Checks who may open the files of a deployment, and whom they belong to."""

from __future__ import annotations

import os
import stat
from shlex import quote
from typing import TYPE_CHECKING

from desk.doctor.apart import TooMuch, copies_of_key
from desk.doctor.findings import ok, warning, wrong
from desk.settings import FILE, SECRETS
from storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk.doctor.findings import Finding, Host

# What each may allow at most, as the code makes them. A database's side files have its own mode.
_MODES = {
    ".": 0o711,
    FILE: 0o640,
    SECRETS: 0o600,
    "tombstones": 0o600,
    "contact-tested": 0o600,
    "intake": 0o700,
    "intake/intake.db": 0o600,
    "keys": 0o700,
    "keys/secret.key": 0o600,
    "lab": 0o750,
    "lab/published.db": 0o640,
    "lab/secret": 0o640,
    "lab/sign-ins.json": 0o640,
}
_IN_PRIVATE = 0o700  # whatever else lies in a private folder
_PRIVATE = ("intake", "keys")
_OTHERS = 0o007
_NOT_OURS = 0o027  # of files we didn't make, others should read none and their group write none
_WORDING = 0o022  # nothing secret, but not for others to change


def modes(host: Host) -> Iterator[Finding]:
    """No file is open to more people than it has to be."""
    say, found = host.say, 0
    for path, mode in _all(host.files.data):
        name = str(path.relative_to(host.files.data))
        if excess := mode & ~_allowed(name):
            found += 1
            todo = say("doctor-mode-do", mode=f"{mode & ~excess:o}", path=quote(str(path)))
            yield (wrong if _is_known(name) else warning)(
                say("doctor-mode", name=_shown(host, name), mode=f"{mode:o}"), todo
            )
    if not found:
        yield ok(say("doctor-modes-ok"))


def owners(host: Host) -> Iterator[Finding]:
    """Everything belongs to one user, under whom the service runs."""
    say, data = host.say, host.files.data
    owner = data.stat().st_uid
    strangers = [path for path, _ in _all(data) if path.lstat().st_uid != owner]
    for path in strangers:
        name = _shown(host, str(path.relative_to(data)))
        yield wrong(say("doctor-owner", name=name), say("doctor-owner-do", owner=f"{owner}", path=quote(str(path))))
    if os.geteuid() not in (0, owner):
        yield warning(say("doctor-not-owner"), say("doctor-not-owner-do"))
    elif not strangers:
        yield ok(say("doctor-owners-ok"))


def keys(host: Host) -> Iterator[Finding]:
    """The secret that receipt codes are looked up with is there and whole, and no copy of it lies among the data."""
    say = host.say
    try:
        host.files.load_keys()
    except StorageError as error:
        yield wrong(say("doctor-keys-wrong"), str(error))
    else:
        yield from [*_copies_of_key(host)] or [ok(say("doctor-keys-ok"))]


def _copies_of_key(host: Host) -> Iterator[Finding]:
    say = host.say
    try:
        for path in copies_of_key(host.files):
            name = str(path.relative_to(host.files.data))
            yield wrong(say("doctor-keys-copied", name=name), say("doctor-keys-copied-do"))
    except TooMuch:
        yield warning(say("doctor-too-many-files", where="data"), say("doctor-too-many-files-do"))


def _all(data: Path) -> Iterator[tuple[Path, int]]:
    """Walk the folder and all in it, with modes; a link counts as what it leads to, and isn't followed further."""
    for path in (data, *sorted(data.rglob("*"))):
        try:
            yield path, stat.S_IMODE(path.stat().st_mode)
        except FileNotFoundError:  # a side file that was closed meanwhile, or a link to nothing
            continue


def _base(name: str) -> str:
    return name.removesuffix("-wal").removesuffix("-shm")


def _is_known(name: str) -> bool:
    return _base(name) in _MODES or name.partition("/")[0] in _PRIVATE


def _allowed(name: str) -> int:
    first = name.partition("/")[0]
    if (mode := _MODES.get(_base(name))) is not None:
        return mode
    if first in _PRIVATE:
        return _IN_PRIVATE
    return 0o7777 & ~(_WORDING if first == "wording" else _NOT_OURS)


def _shown(host: Host, name: str) -> str:
    return host.say("doctor-data-folder") if name == "." else name
