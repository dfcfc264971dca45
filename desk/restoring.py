"""Makes a deployment out of an opened copy: ready in a folder of its own first, then each file in its place.

What was removed since the copy is removed in memory, before anything is written. intake.db comes last, so that a
restore which was cut short can be run again.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk.copied import KEY, SIGN_INS, TERMS, WORDING
from desk.deployment import Files
from desk.lab.settings import make_secret
from desk.present import look_again
from desk.publishing import thresholds
from desk.retention import limits
from desk.settings import FILE, SECRETS, load_settings
from storage.accounts import put_accounts
from storage.backup.alone import alone_with
from storage.backup.removed import buried, buried_ids, lost_at
from storage.backup.replaying import Replayed, replay
from storage.errors import Refused
from storage.keeping import let_go, over
from storage.keys import make_keys
from storage.leaving import leaving
from storage.opening import immediate, make_file, make_folder, sync_folder
from storage.published_db import create_published
from storage.withdrawal import bury

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from desk.copied import Copied
    from desk.present import Present
    from desk.settings import Settings

STAGING = "restoring"
TOMBSTONES = "tombstones"
_DATABASES = ("lab/published.db", "intake/intake.db")  # in the order in which they are put in their place
_MODES = {FILE: 0o640, SIGN_INS: 0o640, KEY: 0o600, SECRETS: 0o600}


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a deployment is made of: an opened copy and its intake.db in memory, what was removed since, and secrets.

    `present` is what is known of the intake.db that it replaces. `secrets` are contents of files by name; without a
    key among them or in place, `new_key` says to make a new one.
    """

    copied: Copied
    intake: sqlite3.Connection
    removed: frozenset[str]
    present: Present | None
    secrets: Mapping[str, bytes]
    new_key: bool


def databases(files: Files) -> list[Path]:
    """Return both databases of a deployment."""
    return [files.data / name for name in _DATABASES]


def tidy(data: Path) -> None:
    """Remove what a restore that was cut short left behind."""
    shutil.rmtree(data / STAGING, ignore_errors=True)


@contextmanager
def staging(data: Path) -> Iterator[Path]:
    """Give an empty folder inside the data folder, and remove it afterwards; the data folder too if nothing came in."""
    make_folder(data, 0o711)
    tidy(data)
    make_folder(data / STAGING)
    try:
        yield data / STAGING
    finally:
        tidy(data)
        with suppress(OSError):  # it is not empty
            data.rmdir()


def make_ready(given: Ingredients, files: Files, staged: Path) -> Replayed:
    """Make everything in the folder `staged`; says what was removed again.

    Raises:
        StorageError, SettingsWrong: it can't be made; the message says what to do.
    """
    new = Files(staged, demo=files.demo)
    again = _make_databases(given, _settings(given.copied, files, staged), new)
    make_secret(new.lab)
    new.tombstones.add(*buried_ids(given.removed))
    new.tombstones.began_anew(*lost_at(given.removed))
    members = given.copied.members.items()
    for name, content in given.secrets.items():
        _make(new, name, content)
    for name, content in members:
        if name == SIGN_INS or WORDING.fullmatch(name) or TERMS.fullmatch(name):
            _make(new, name, content)
    if given.new_key:
        make_keys(new.keys)
    return again


def put_in_place(given: Ingredients, staged: Path, files: Files) -> None:
    """Move all that was made ready to where it belongs: what is there already is kept, but for the databases.

    Raises:
        Refused: somebody has a database open, or changed something meanwhile.
    """
    made = [path.relative_to(staged) for path in sorted(staged.rglob("*")) if path.is_file()]
    for name in made:
        _make_folders(staged, files.data, name)
    with alone_with(databases(files)) as old:
        _refuse_if_changed(given, files, old)
        (staged / TOMBSTONES).replace(files.data / TOMBSTONES)  # those that were there are among them
        for name in made:
            if str(name) not in {*_DATABASES, TOMBSTONES} and not (files.data / name).exists():
                _move(staged / name, files.data / name)
        for database in _DATABASES:
            _replace(database, staged, files)
        for handle in old:
            handle.truncate(0)  # whoever opened it meanwhile finds nothing in it, and nothing of it is left


def put_published(staged: Path, files: Files) -> None:
    """Move a published.db that was made ready to its place. Raises `Refused` if somebody has a database open."""
    make_folder(files.published_db.parent, 0o750)
    with alone_with(databases(files)) as old:
        _replace(_DATABASES[0], staged, files)
        for handle in old:
            if Path(handle.name) == files.published_db:
                handle.truncate(0)


def _replace(database: str, staged: Path, files: Files) -> None:
    for tail in ("-wal", "-shm"):
        (files.data / f"{database}{tail}").unlink(missing_ok=True)
    _move(staged / database, files.data / database)


def _refuse_if_changed(given: Ingredients, files: Files, old: Iterable[BinaryIO]) -> None:
    """Lose nothing that was taken back, hidden or sent in since the present files were read."""
    if buried(files.tombstones.ids()) - given.removed or look_again(files, old) != given.present:
        raise Refused(
            "Something was taken back or changed in this folder meanwhile, so nothing was replaced. Make sure that "
            "nobody uses it, and run the same command again."
        )


def _settings(copied: Copied, files: Files, staged: Path) -> Settings:
    """Return the settings that are there, or else those of the copy, which are made ready."""
    if (files.data / FILE).exists():
        return load_settings(files.data, secrets=False)
    make_file(staged / FILE, copied.members.get(FILE, b""), _MODES[FILE])
    return load_settings(staged, secrets=False)


def _make_databases(given: Ingredients, settings: Settings, new: Files) -> Replayed:
    create_published(new.published_db, demo=new.demo)
    again = replay(given.intake, given.removed)
    published = new.open_published()
    try:
        insert_releases(given.intake, published, given.copied.releases())
        with immediate(given.intake):
            # First what went already, so that it is not counted again.
            gone_ids = [(submission,) for submission in buried_ids(given.removed)]
            given.intake.executemany("DELETE FROM submissions WHERE id = ?", gone_ids)
            its, today = limits(settings), date.today()
            let_go(given.intake, its, today, over(given.intake, its, today))
        # Who was leaving when the copy was made has left: an Undo after it is in no copy.
        new.tombstones.add(*(gone := leaving(given.intake)))
        bury(given.intake, published, [*gone, *buried_ids(given.removed)], thresholds(settings))
        _keep_accounts(given)
    finally:
        published.close()
    make_folder(new.intake_db.parent)
    make_file(new.intake_db, given.intake.serialize())
    new.open_intake().close()  # as every start opens it: what is wrong is found now
    return again


def _keep_accounts(given: Ingredients) -> None:
    """Let those moderate who may now, if there is a deployment already: not who has left since the copy."""
    if given.present is not None and given.present.accounts is not None:
        with immediate(given.intake):
            put_accounts(given.intake, given.present.accounts)


def insert_releases(
    intake: sqlite3.Connection, published: sqlite3.Connection, notes: Iterable[tuple[object, ...]]
) -> None:
    """Bring the notes of earlier releases back; the last one is made anew with its voices."""
    (last,) = intake.execute("SELECT coalesce(max(number), 0) FROM releases").fetchone()
    rows = [(*row, "")[:7] for row in notes if isinstance(row[0], int) and row[0] < last]
    with immediate(published):
        published.executemany("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _make(new: Files, name: str, content: bytes) -> None:
    path = new.data / name
    make_folder(path.parent, 0o755 if WORDING.fullmatch(name) else 0o700)
    make_file(path, content, 0o600 if TERMS.fullmatch(name) else _MODES.get(name, 0o644))


def _make_folders(staged: Path, data: Path, name: Path) -> None:
    for folder in reversed(name.parents[:-1]):
        make_folder(data / folder, (staged / folder).stat().st_mode & 0o777)


def _move(source: Path, target: Path) -> None:
    source.replace(target)
    sync_folder(target.parent)
