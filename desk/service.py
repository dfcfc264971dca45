"""The whole service: brings the files in order, then keeps doors, desk and lab running, each in its own process."""

from __future__ import annotations

import socket
import sys
import time
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import click
import structlog

from desk.copying import Copying
from desk.release_note import tell_due
from desk.restoring import tidy
from desk.retention import limits
from desk.supervise import OURSELVES, Program, supervise
from storage.due import finish, what_is_due
from storage.errors import Refused
from storage.keeping import run as let_go
from storage.withdrawal import is_unfinished

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.deployment import Files
    from desk.logs import Level
    from desk.settings import Settings
    from intake.wording import Wording
    from storage.release import Thresholds

_log = structlog.get_logger("desk")
_MINUTE = 60.0
_DAY = 24 * 60 * _MINUTE


def run_service(settings: Settings, files: Files, thresholds: Thresholds, say: Wording, log_level: Level) -> None:
    """Run the service until it is told to stop. Raises `StorageError` if the files are not as they have to be."""
    programs = programs_of(settings, files, log_level)
    _check_ports(programs)
    tidy(files.data)
    files.migrate()
    _put_in_order(settings, files, thresholds)
    # Held open as long as the service runs: the lab's user may read a -wal file only while someone else keeps it.
    published = files.open_published()
    published.execute("SELECT count(*) FROM releases").fetchone()
    copying = Copying(settings, files)
    try:
        supervise(
            programs,
            ready=lambda: _say_where_to_look(settings, files, say),
            tick=_Chores(
                _Every(_DAY, lambda: _put_in_order(settings, files, thresholds)),
                _Every(_MINUTE, lambda: _finish(settings, files, thresholds, say)),
                copying,
            ),
        )
    finally:
        published.close()
        copying.note()  # what was removed since its last look: the disk may die while nothing runs


def _put_in_order(settings: Settings, files: Files, thresholds: Thresholds) -> None:
    """Erase what is over its time, and finish what an interrupted withdrawal or publication began."""
    intake, published = files.open_intake(), files.open_published()
    try:
        let_go(intake, published, thresholds, files.tombstones, files.expired, limits(settings), date.today())
    finally:
        intake.close()
        published.close()


def _finish(settings: Settings, files: Files, thresholds: Thresholds, say: Wording) -> None:
    """Finish what another command began and could not end: a voice that was taken back may not be shown meanwhile."""
    intake, published = files.open_intake(), files.open_published()
    try:
        unfinished = is_unfinished(intake, published, files.tombstones)
        if not unfinished and what_is_due(intake):
            finish(intake, published, thresholds)
            tell_due(intake, published, thresholds, lambda: say)
    finally:
        intake.close()
        published.close()
    if unfinished:
        _put_in_order(settings, files, thresholds)


class _Chores:
    """Looks after several things in turn."""

    def __init__(self, *chores: Callable[[], None]) -> None:
        self._chores = chores

    def __call__(self) -> None:
        for chore in self._chores:
            chore()


class _Every:
    """Does something every so many seconds; a failure is logged and tried again the next time."""

    def __init__(self, seconds: float, what: Callable[[], None]) -> None:
        self._seconds = seconds
        self._what = what
        self._due = time.monotonic() + seconds

    def __call__(self) -> None:
        if time.monotonic() < self._due:
            return
        self._due += self._seconds
        try:
            self._what()
        except Exception as error:  # noqa: BLE001 - the doors have to stay open whatever is wrong here
            _log.error("housekeeping", room="desk", outcome="failed", error=type(error).__name__)


def programs_of(settings: Settings, files: Files, log_level: Level) -> list[Program]:
    """Return the programs that make up the service, each with where it listens."""
    base, level = (*OURSELVES, "--data", str(files.data)), ("--log-level", log_level)
    return [
        Program("doors", (*base, "doors", *level), (settings.mail.host, settings.mail.port), secrets=True),
        Program("desk", (*base, "desk", *level), (settings.desk.host, settings.desk.port)),
        Program("lab", (*base, "lab", *level), (settings.lab.host, settings.lab.port)),
    ]


def _check_ports(programs: list[Program]) -> None:
    """Raise `Refused` if something else listens where a program of ours should, or two of ours would."""
    with ExitStack() as held:
        for program in programs:
            host, port = program.address
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            try:
                held.enter_context(socket.create_server(program.address, family=family))
            except OSError:
                raise Refused(
                    f"{program.name} can't listen on {host}:{port}: something else does, or this user may not. "
                    "Stop it, or choose another port in care-voice.toml."
                ) from None


def _apart(host: str) -> str:
    """Return another name for this machine: cookies know no ports, and the lab must not be sent a moderator's."""
    return "localhost" if host == "127.0.0.1" else host


def _say_where_to_look(settings: Settings, files: Files, say: Wording) -> None:
    mail, lab, desk = settings.mail, settings.lab, settings.desk
    click.echo(
        say(
            "running",
            mail=f"{mail.host}:{mail.port}",
            address=mail.addresses[0],
            desk=f"http://{_apart(desk.host)}:{desk.port}/",
            lab=f"http://{lab.host}:{lab.port}/",
            data=str(files.data),
        )
    )
    if settings.demo:
        click.echo(
            say(
                "running-demo",
                mail=f"{mail.host}:{mail.port}",
                address=mail.addresses[0],
                desk=f"http://{_apart(desk.host)}:{desk.port}/",
                lab=f"http://{lab.host}:{lab.port}/",
                command=f"{sys.argv[0]} --data {files.data}",
            )
        )
