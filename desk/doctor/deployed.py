"""Checks of what a deployment wrote: its settings, who is on duty, helplines, thresholds, wording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk.doctor.findings import ok, warning, wrong
from desk.settings import FILE
from desk.settings.gate import Publication, Retention
from desk.settings.model import Settings
from desk.wording.spoken import is_needed
from intake.wording import FALL_BACK, WordingWrong, load_wording, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.doctor.findings import Finding, Host

_AT_LEAST = ("k", "count_threshold", "round_to", "batch", "days_between_releases")


def readable(host: Host) -> Iterator[Finding]:
    """Settings and secrets are read without a mistake."""
    say = host.say
    for mistake in host.mistakes:
        line = f", {say('doctor-line', line=mistake.line)}" if mistake.line else ""
        key = f", {mistake.key}" if mistake.key else ""
        yield wrong(f"{Path(mistake.file).name}{line}{key}: {mistake.wrong}.", mistake.instead)
    if not host.mistakes:
        yield ok(say("doctor-settings-ok"))


def on_duty(host: Host) -> Iterator[Finding]:
    """Somebody is there for people at risk, and to take words back."""
    say, deployment = host.say, host.settings.deployment
    missing = [name for name in ("lead", "deputy", "hours") if not getattr(deployment, name).strip()]
    if missing:
        yield wrong(say("doctor-duty-missing", missing=", ".join(missing)), say("doctor-duty-missing-do", file=FILE))
    else:
        yield ok(say("doctor-duty-ok"))
    if not deployment.contact.strip():
        yield warning(say("doctor-contact-missing"), say("doctor-contact-missing-do", file=FILE))


def mail_addresses(host: Host) -> Iterator[Finding]:
    """The addresses are the deployment's own."""
    if set(host.settings.mail.addresses) & set(Settings().mail.addresses):
        yield warning(host.say("doctor-address-example"), host.say("doctor-address-example-do", file=FILE))
    else:
        yield ok(host.say("doctor-address-ok"))


def thresholds(host: Host) -> Iterator[Finding]:
    """What is shown, and how long words are kept, is no bolder than what care-voice came with."""
    weaker = [*_weaker(host)]
    yield from weaker
    if not weaker:
        yield ok(host.say("doctor-thresholds-ok"))


def _weaker(host: Host) -> Iterator[Finding]:
    say, settings, came_with = host.say, host.settings, Publication()
    for name in _AT_LEAST:
        value, least = getattr(settings.publication, name), getattr(came_with, name)
        if value < least:
            yield warning(
                say("doctor-threshold-low", name=name, value=value),
                say("doctor-threshold-low-do", name=name, least=least),
            )
    if settings.publication.period != came_with.period:
        yield warning(say("doctor-period-month"), say("doctor-period-month-do"))
    if settings.retention.declined_days > (most := Retention().declined_days):
        yield warning(say("doctor-declined-long"), say("doctor-declined-long-do", most=most))
    if not settings.lab.sign_in:
        yield warning(say("doctor-lab-open"), say("doctor-lab-open-do"))


def wording(host: Host) -> Iterator[Finding]:
    """The words in every language are whole and without mistakes."""
    main, *others = host.settings.deployment.languages
    yield from _wording(host, main, main=True)
    for language in others:
        yield from _wording(host, language, main=False)


def _wording(host: Host, language: str, *, main: bool) -> Iterator[Finding]:
    say, folder = host.say, host.files.wording
    try:
        load_wording(language, folder)
    except WordingWrong as error:
        for mistake in error.mistakes:
            yield wrong(mistake.replace(f"{host.files.data}/", ""), say("doctor-wording-do", language=language))
        return
    unspoken = () if language == FALL_BACK else unsaid(language, folder)
    missing = [name for name in unspoken if is_needed(name, main=main)]
    if missing:
        yield warning(
            say("doctor-wording-missing", language=language, count=len(missing)),
            say("doctor-wording-missing-do", language=language, first=", ".join(missing[:3])),
        )
    else:
        yield ok(say("doctor-wording-ok", language=language))


def terms(host: Host) -> Iterator[Finding]:
    """How many terms the redactor keeps readable and always hides here."""
    its = host.settings.redaction
    yield ok(host.say("doctor-terms-ok", keep=len(its.keep), hide=len(its.hide)))
