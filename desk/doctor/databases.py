"""Checks of the two databases, of what was taken back, and of the clock their days come from. Only looks."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, skipped, warning, wrong
from desk.doctor.processes import processes
from storage.due import what_is_due
from storage.errors import NotOurs
from storage.looking import (
    check_intake_version,
    check_published_version,
    is_of_kind,
    is_whole,
    latest_day,
    looking,
    side_file,
    weak_pragmas,
)
from storage.withdrawal import is_unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desk.doctor.findings import Finding, Host

_PATIENCE = 4.0  # seconds for SQLite's look through a file
_HUGE_WAL = 64_000_000  # bytes; SQLite empties it at 4 MB unless something keeps it from that


def intake_db(host: Host) -> Iterator[Finding]:
    """intake.db is there, ours, of this version, well set up and whole."""
    yield from _database(host, host.files.intake_db, check_intake_version)


def published_db(host: Host) -> Iterator[Finding]:
    """published.db is there, ours, of this version, well set up and whole."""
    yield from _database(host, host.files.published_db, check_published_version)


def _database(host: Host, path: Path, check_version: Callable[[sqlite3.Connection], None]) -> Iterator[Finding]:
    say, file = host.say, path.name
    if not path.exists():
        yield wrong(say("doctor-db-missing", file=file), say("doctor-db-missing-do", command=host.command))
        return
    try:
        found = [*_inside(host, path, check_version), *_whole(host, path), *_wal(host, path)]
    except sqlite3.OperationalError:  # locked, or shut to us: not damaged
        raise
    except sqlite3.DatabaseError:
        found = [wrong(say("doctor-db-damaged", file=file), say("doctor-db-damaged-do"))]
    yield from found or [ok(say("doctor-db-ok", file=file))]


def _inside(host: Host, path: Path, check_version: Callable[[sqlite3.Connection], None]) -> Iterator[Finding]:
    say, file = host.say, path.name
    with looking(path) as conn:
        if not is_of_kind(conn, demo=host.files.demo):
            yield wrong(say("doctor-db-other", file=file), say("doctor-db-other-do"))
            return
        try:
            check_version(conn)
        except NotOurs as error:
            yield wrong(say("doctor-db-version", file=file), str(error))
        for name in weak_pragmas(conn, path):
            yield wrong(say("doctor-db-pragma", file=file, name=name), say("doctor-db-pragma-do", file=file))


def _whole(host: Host, path: Path) -> Iterator[Finding]:
    say, whole = host.say, is_whole(path, _PATIENCE)
    if whole is None:
        yield skipped(say("doctor-db-big", file=path.name))
    elif not whole:
        yield wrong(say("doctor-db-damaged", file=path.name), say("doctor-db-damaged-do"))


def _wal(host: Host, path: Path) -> Iterator[Finding]:
    wal = side_file(path)
    size = wal.stat().st_size if wal.exists() else 0
    if size > _HUGE_WAL:
        megabytes = size // 1_000_000
        yield warning(host.say("doctor-wal-huge", file=wal.name, megabytes=megabytes), host.say("doctor-wal-huge-do"))


def taken_back(host: Host) -> Iterator[Finding]:
    """What was taken back is gone, and the list of it can be read."""
    say, files = host.say, host.files
    files.tombstones.ids()  # raises if it can't be read
    with looking(files.intake_db) as intake, looking(files.published_db) as published:
        if is_unfinished(intake, published, files.tombstones):
            yield wrong(say("doctor-unfinished"), say("doctor-unfinished-do", command=host.command))
        elif what_is_due(intake) and not any(one.role in ("run", "desk") for one in processes(files.data, host.root)):
            yield warning(say("doctor-due"), say("doctor-due-do", command=host.command))
        else:
            yield ok(say("doctor-taken-back-ok"))


def days(host: Host) -> Iterator[Finding]:
    """No voice came in on a day that is still to come: then the clock was, or is, wrong."""
    with looking(host.files.intake_db) as intake:
        latest = latest_day(intake)
    if latest is not None and date.fromisoformat(latest) > date.today():
        yield warning(host.say("doctor-days-ahead"), host.say("doctor-days-ahead-do"))
    else:
        yield ok(host.say("doctor-days-ok"))
