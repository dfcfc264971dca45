"""Checks of where people can turn: helplines, councils' own numbers and offers, and the safeguarding lead's mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.contact import is_tested, missing
from desk.doctor.findings import ok, skipped, warning, wrong
from desk.settings import FILE
from intake.rights import OfferWrong, read_offer
from intake.wording import FALL_BACK, load_wording
from storage.model import UNLISTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host


def contact(host: Host) -> Iterator[Finding]:
    """People at risk can ask to be contacted, by a mailbox that was tested as it is set now."""
    say, settings = host.say, host.settings
    if not settings.contact.mailbox:
        yield skipped(say("doctor-contact-off", file=FILE))
    elif lacking := missing(settings):
        yield wrong(say("doctor-contact-lacking", missing=", ".join(lacking)), say("doctor-contact-lacking-do"))
    elif is_tested(settings, host.files):
        yield ok(say("doctor-contact-ok"))
    else:
        yield wrong(say("doctor-contact-untested"), say("doctor-contact-untested-do", command=host.command))


def helplines(host: Host) -> Iterator[Finding]:
    """Each helpline says when somebody answers."""
    say, silent = host.say, [line.name for line in host.settings.helplines if not line.hours.strip()]
    if silent:
        names = "; ".join(silent)
        yield warning(say("doctor-hours-missing", count=len(silent)), say("doctor-hours-missing-do", names=names))
    else:
        yield ok(say("doctor-hours-ok"))


def duty_teams(host: Host) -> Iterator[Finding]:
    """Each council has a number of its own, such as its emergency duty team's."""
    say, settings = host.say, host.settings
    known = {line.council for line in settings.helplines}
    silent = [one.name for one in settings.councils if one.code not in known and one.code != UNLISTED]
    if silent:
        names = "; ".join(silent)
        yield warning(say("doctor-duty-teams-missing", count=len(silent)), say("doctor-duty-teams-do", names=names))
    else:
        yield ok(say("doctor-duty-teams-ok"))


def rights(host: Host) -> Iterator[Finding]:
    """What each council offers can be read, and somebody checked what holds all over England."""
    found = [*_offers(host)]
    if host.say("bot-rights-checked") == load_wording(FALL_BACK)("bot-rights-checked"):
        found.append(warning(host.say("doctor-rights-unchecked"), host.say("doctor-rights-unchecked-do")))
    yield from found or [ok(host.say("doctor-rights-ok"))]


def _offers(host: Host) -> Iterator[Finding]:
    """Find files that can't be used, and councils without one."""
    say, folder = host.say, host.files.rights
    codes = {one.code: one.name for one in host.settings.councils if one.code != UNLISTED}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix != ".md" or path.stem not in codes:
            yield wrong(say("doctor-rights-name", name=f"rights/{path.name}"), say("doctor-rights-name-do", file=FILE))
    silent = []
    for code, name in codes.items():
        try:
            if not read_offer(folder, code):
                silent.append(name)
        except OfferWrong as error:
            yield wrong(say(f"doctor-rights-{error.why}", name=f"rights/{code}.md"), say("doctor-rights-do"))
    if silent:
        names = "; ".join(silent)
        yield warning(say("doctor-rights-missing", count=len(silent)), say("doctor-rights-missing-do", names=names))
