"""Makes the lab's file anew out of intake.db, when it is lost or damaged. Nothing else changes, and nobody is lost."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from desk.copied import COPY, NOT_SEALED, open_file, releases_of
from desk.deployment import Files
from desk.publishing import thresholds
from desk.restoring import databases, insert_releases, put_published, staging
from desk.settings import load_settings
from intake import memory
from storage.backup.alone import alone_with
from storage.errors import Refused
from storage.published_db import create_published
from storage.withdrawal import bury

if TYPE_CHECKING:
    from pathlib import Path

    from desk.copied import Copied
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.backup import archive


def make_lab_anew(data: Path, copy: Path | None, identity: archive.Identity | None, say: Wording) -> None:
    """Do it, with what earlier releases said of themselves out of the old file or a copy; say how many voices are in.

    Raises:
        StorageError: it can't be done; nothing was changed, and the message says what to do.
    """
    memory.close()
    settings = load_settings(data, secrets=False)
    files = Files(data, demo=settings.demo)
    copied = _opened(files, copy, identity) if copy and identity else None
    with alone_with(databases(files)):
        pass  # nobody works here
    voices, notes, releases = _make(settings, files, copied)
    click.echo(say("restore-lab-done", voices=voices))
    if notes < releases:
        click.echo(say("restore-lab-notes"))


def _opened(files: Files, copy: Path, identity: archive.Identity) -> Copied:
    copied = open_file(copy, identity, COPY)
    if not copied.is_sealed_by(files.load_keys()):
        raise Refused(NOT_SEALED)
    return copied


def _make(settings: Settings, files: Files, copied: Copied | None) -> tuple[int, int, int]:
    """Return how many voices are in it, of how many releases it tells, and of how many intake.db knows."""
    known = {row[0]: row for rows in (copied.releases() if copied else [], releases_of(files)) for row in rows}
    with staging(files.data) as staged:
        new = Files(staged, demo=files.demo)
        create_published(new.published_db, demo=files.demo)
        with closing(files.open_intake()) as intake, closing(new.open_published()) as published:
            insert_releases(intake, published, list(known.values()))
            bury(intake, published, files.tombstones.ids(), thresholds(settings))
            (voices,) = published.execute("SELECT count(*) FROM voices").fetchone()
            (notes,) = published.execute("SELECT count(*) FROM releases").fetchone()
            (releases,) = intake.execute("SELECT count(*) FROM releases").fetchone()
        put_published(staged, files)
    return voices, notes, releases
