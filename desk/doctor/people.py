"""Checks that there are people to read voices and to read the lab. Counts them; names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.accounts import SignIns
from desk.doctor.findings import ok, warning, wrong
from storage.accounts import names_with
from storage.looking import looking
from storage.roles import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_PAIR = 2  # people have to approve what someone under 16 said


def moderators(host: Host) -> Iterator[Finding]:
    """Two people can moderate."""
    say = host.say
    with looking(host.files.intake_db) as intake:
        count = len(names_with(intake, *READERS))
    if count == 0:
        yield wrong(say("doctor-moderators-none"), say("doctor-moderators-do", command=host.command))
    elif count < _PAIR and not host.settings.demo:
        yield warning(say("doctor-moderators-one"), say("doctor-moderators-do", command=host.command))
    else:
        yield ok(say("doctor-moderators-ok", count=count))


def lab_members(host: Host) -> Iterator[Finding]:
    """Somebody can read the lab."""
    say = host.say
    count = len(SignIns(host.files.sign_ins).names())
    if count or not host.settings.lab.sign_in:
        yield ok(say("doctor-lab-ok", count=count))
    else:
        yield warning(say("doctor-lab-none"), say("doctor-lab-none-do", command=host.command))
