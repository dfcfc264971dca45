"""What the process of the moderators' pages is told, out of a deployment's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.alerting import limits_of
from desk.answering.look import Redaction
from desk.deployment import Files
from desk.lab_settings import labels_of
from desk.pages.settings import Choice, OnDuty, PagesSettings
from desk.publishing import thresholds
from desk.rules import caring, rules
from intake.wording import load_wording
from storage.model import Consent

if TYPE_CHECKING:
    from pathlib import Path

    from desk.settings import Settings


def pages_settings(settings: Settings, data: Path) -> PagesSettings:
    """Return the pages' settings: the deployment's files, and readable words for every code."""
    files, deployment = Files(data, demo=settings.demo), settings.deployment
    say = load_wording(deployment.languages[0], files.wording)
    return PagesSettings(
        files=files,
        title=say("demo-title", name=deployment.name) if settings.demo else deployment.name,
        themes=tuple(Choice(theme.code, theme.shown_as, theme.covers) for theme in settings.themes),
        councils={council.code: council.name for council in settings.councils},
        consent={
            Consent.QUOTE: settings.consent.quote,
            Consent.READ: settings.consent.read,
            Consent.COUNT: settings.consent.count,
        },
        on_duty=OnDuty(deployment.lead, deployment.deputy, deployment.hours),
        thresholds=thresholds(settings),
        caring=caring(settings),
        permission_days=settings.publication.permission_days,
        host=settings.desk.host,
        port=settings.desk.port,
        words=say,
        copies=settings.backup.folder,
        codes=settings.accounts.codes,
        own_password=settings.accounts.own_password,
        rules=rules(settings),
        redaction=_redaction(settings),
        alerts=bool(settings.alerts.addresses),
        labels=labels_of(settings, say),
        limits=limits_of(settings),
    )


def _redaction(settings: Settings) -> Redaction:
    its = settings.redaction
    return Redaction(its.keep, its.hide, its.seconds, its.detectors)
