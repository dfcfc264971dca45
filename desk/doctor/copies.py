"""Checks the encrypted copies: that there are some, new enough, on another disk, and nothing readable beside them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.doctor.apart import TooMuch, content, files_in, secret_of
from desk.doctor.findings import ok, warning, wrong
from desk.restoring import STAGING
from desk.settings import FILE, SECRETS
from storage.backup.folder import copies as copies_in
from storage.backup.folder import from_the_future, made_at
from storage.backup.removed import LIST, RemovedList, noted, removed_in
from storage.looking import is_database, looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_AGE = b"age-encryption.org/v1\n"  # how a copy begins (age-encryption.org/v1)
_SECRET_KEY = b"AGE-SECRET-KEY-1"
_GRACE = timedelta(hours=2)  # a copy takes its time
_NEVER = datetime.min.replace(tzinfo=UTC)
_FAR_TOO_OLD = 7  # times the days between two copies


def copies(host: Host) -> Iterator[Finding]:
    """A new enough copy of everything is on another disk."""
    say, backup = host.say, host.settings.backup
    folder = Path(backup.folder)
    if not backup.folder or not backup.recipients:
        yield warning(say("doctor-copies-off"), say("doctor-copies-off-do", command=host.command, file=FILE))
        return
    if not folder.is_absolute() or not folder.is_dir():
        yield wrong(say("doctor-copies-no-folder"), say("doctor-copies-no-folder-do", file=FILE))
    else:
        yield _newest(host, folder)
        yield from _ahead(host, folder)
        yield from _place(host, folder)
        yield from _strangers(host, folder)
        yield from _list_of_removed(host, folder)


def keys_in_the_clear(host: Host) -> Iterator[Finding]:
    """Whoever gets at the copies, or at this machine, finds neither their key nor anything that needs none."""
    folder = host.settings.backup.folder
    places = [(host.files.data, False)] + ([(Path(folder), True)] if folder else [])
    found = [finding for place, copies in places for finding in _in_the_clear(host, place, among_copies=copies)]
    yield from found or [ok(host.say("doctor-copies-keys-ok"))]


def restored(host: Host) -> Iterator[Finding]:
    """No restore was left half done."""
    if (host.files.data / STAGING).exists():
        yield warning(host.say("doctor-restore-unfinished"), host.say("doctor-restore-unfinished-do"))
    else:
        yield ok(host.say("doctor-restore-ok"))


def _newest(host: Host, folder: Path) -> Finding:
    say, days = host.say, timedelta(days=host.settings.backup.days)
    copies = _copies(folder)
    if not copies:
        return warning(say("doctor-copies-none"), say("doctor-copies-none-do", command=host.command))
    with copies[-1].open("rb") as handle:
        if handle.read(len(_AGE)) != _AGE:
            return wrong(say("doctor-copies-broken"), say("doctor-copies-broken-do", command=host.command))
    age = datetime.now(UTC) - (made_at(copies[-1]) or _NEVER)
    if age <= days + _GRACE:
        return ok(say("doctor-copies-ok", count=len(copies)))
    finding = wrong if age > days * _FAR_TOO_OLD + _GRACE else warning
    return finding(
        say("doctor-copies-old", days=age.days, hours=age.seconds // 3600),
        say("doctor-copies-old-do", command=host.command),
    )


def _copies(folder: Path) -> list[Path]:
    """Return the copies of whole deployments, oldest first."""
    return [path for path in copies_in(folder) if "-damaged-" not in path.name]


def _ahead(host: Host, folder: Path) -> Iterator[Finding]:
    """Find copies that look newer than they can be: they are never removed, and say nothing of what is in them."""
    for path in from_the_future(folder):
        yield wrong(host.say("doctor-copies-ahead", name=path.name), host.say("doctor-copies-ahead-do"))


def _place(host: Host, folder: Path) -> Iterator[Finding]:
    if folder.resolve().is_relative_to(host.files.data.resolve()):
        yield wrong(host.say("doctor-copies-inside"), host.say("doctor-copies-same-disk-do", file=FILE))
    elif folder.stat().st_dev == host.files.data.stat().st_dev:
        yield warning(host.say("doctor-copies-same-disk"), host.say("doctor-copies-same-disk-do", file=FILE))


def _list_of_removed(host: Host, folder: Path) -> Iterator[Finding]:
    """Find out whether an older copy could bring back what was taken back."""
    with looking(host.files.intake_db) as intake:
        removed = removed_in(intake) | noted(host.files.tombstones)
    if _copies(folder) and removed - RemovedList(folder).lines():
        todo = host.say("doctor-copies-list-do", command=host.command)
        yield warning(host.say("doctor-copies-list", name=LIST), todo)


def _strangers(host: Host, folder: Path) -> Iterator[Finding]:
    """Find what could be the keys' own copy: who finds both could lay codes and words side by side."""
    for path in sorted(folder.rglob("*.age")):
        if made_at(path) is None:
            say, name = host.say, str(path.relative_to(folder))
            yield warning(say("doctor-copies-stranger", name=name), say("doctor-copies-stranger-do"))


def _in_the_clear(host: Host, place: Path, *, among_copies: bool) -> Iterator[Finding]:
    """Find what lies readable among the copies, and keys to them, there or in the data folder."""
    say, secret = host.say, secret_of(host.files)
    try:
        for path, size in files_in(place, host.files):
            inside = content(path, size)
            if among_copies and (_is_bare(path) or (secret and secret in inside)):
                yield wrong(say("doctor-copies-bare", name=str(path.relative_to(place))), say("doctor-copies-bare-do"))
            if _SECRET_KEY in inside:
                yield wrong(say("doctor-age-key", name=path.name), say("doctor-age-key-do"))
    except TooMuch:
        where = "copies" if among_copies else "data"
        yield warning(say("doctor-too-many-files", where=where), say("doctor-too-many-files-do"))


def _is_bare(path: Path) -> bool:
    return path.name in {"secret.key", SECRETS} or is_database(path)
