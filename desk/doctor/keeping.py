"""Checks that no voice is about to be erased before anybody decided on it. Counts them; reads none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.doctor.findings import ok, warning
from desk.retention import said
from storage.keeping import Kept, announced
from storage.looking import looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_UNDECIDED = (Kept.WAITING, Kept.HELD)


def retention(host: Host) -> Iterator[Finding]:
    """No voice goes soon that nobody has decided on."""
    with looking(host.files.intake_db) as intake:
        found = [one for one in announced(intake) if one.kept in _UNDECIDED]
    for line in said(found, host.say):
        yield warning(line, host.say("doctor-retention-going-do", command=host.command))
    if not found:
        yield ok(host.say("doctor-retention-ok"))
