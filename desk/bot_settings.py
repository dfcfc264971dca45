"""Hands the Telegram door what it needs to know of a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.settings import BotSettings, Uses
from intake.signpost import Helpline

if TYPE_CHECKING:
    from desk.settings import Settings


def bot_settings(settings: Settings) -> BotSettings:
    """Return the settings of the Telegram door, its token among them."""
    consent, deployment = settings.consent, settings.deployment
    return BotSettings(
        token=settings.telegram.token.get_secret_value(),
        base_url=settings.telegram.base_url,
        deployment=deployment.name,
        contact=deployment.contact,
        themes=tuple((theme.code, theme.shown_as) for theme in settings.themes),
        councils=tuple((council.code, council.name) for council in settings.councils),
        helplines=tuple(Helpline(line.name, line.how, line.hours, line.council) for line in settings.helplines),
        uses=Uses(consent.question, consent.quote, consent.read, consent.count),
        mail=settings.mail.addresses[0],
        voices_a_day=settings.telegram.voices_a_day,
    )
