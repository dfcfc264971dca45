"""Checks that there are people to read voices and to read the lab. Counts them; names nobody."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desk.accounts import SignIns
from desk.alerting import limits_of
from desk.doctor.findings import ok, warning, wrong
from desk.settings import FILE
from storage.accounts import names_with
from storage.looking import looking
from storage.roles import READERS, Role
from storage.watching import failing_since, nobody_reads

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


def leads(host: Host) -> Iterator[Finding]:
    """The safeguarding lead and the deputy can sign in."""
    say = host.say
    with looking(host.files.intake_db) as intake:
        count = len(names_with(intake, Role.LEAD))
    if count < _PAIR:
        yield warning(say("doctor-leads-few", count=count), say("doctor-leads-do", command=host.command))
    else:
        yield ok(say("doctor-leads-ok", count=count))


def alerts(host: Host) -> Iterator[Finding]:
    """They hear of voices that can't wait."""
    say, settings = host.say, host.settings
    if not settings.alerts.addresses:
        yield warning(say("doctor-alerts-none"), say("doctor-alerts-none-do", file=FILE))
        return
    with looking(host.files.intake_db) as intake:
        failing = failing_since(intake)
    if failing or not settings.mail.relay.host:
        yield wrong(say("doctor-alerts-failing"), say("doctor-alerts-failing-do", command=host.command))
    else:
        yield ok(say("doctor-alerts-ok", count=len(settings.alerts.addresses)))


def readers(host: Host) -> Iterator[Finding]:
    """Somebody reads what comes in."""
    say = host.say
    with looking(host.files.intake_db) as intake:
        nobody = nobody_reads(intake, limits_of(host.settings), time.time())
    if nobody:
        yield wrong(say("doctor-readers-none"), say("doctor-readers-none-do"))
    else:
        yield ok(say("doctor-readers-ok"))


def lab_members(host: Host) -> Iterator[Finding]:
    """Somebody can read the lab."""
    say = host.say
    count = len(SignIns(host.files.sign_ins).names())
    if count or not host.settings.lab.sign_in:
        yield ok(say("doctor-lab-ok", count=count))
    else:
        yield warning(say("doctor-lab-none"), say("doctor-lab-none-do", command=host.command))
