"""The Telegram door of a deployment that offers several languages, in front of a Bot API server of our own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.application import make_application, sorry
from bot.offset import Offset
from bot.poller import Poller
from desk.bot_languages import bot_languages
from desk.settings.model import Settings
from desk.settings.people import Deployment
from intake.wording import load_wordings
from tests.bot.polling import QUICK, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.application import AnyApplication
    from intake.wording import Wording
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi


@cache
def spoken(*languages: str) -> dict[str, Wording]:
    """Return the words of some languages, read once."""
    return load_wordings(languages)


def words_in(language: str) -> Wording:
    """Return the words of one language."""
    return spoken(language)[language]


@asynccontextmanager
async def door_in(api: BotApi, kept: Kept, *languages: str) -> AsyncIterator[AnyApplication]:
    """Run the door of a deployment with these languages, the main one first."""
    settings = Settings(deployment=Deployment(languages=languages))
    (main, say), *others = bot_languages(settings, spoken(*languages))
    ours = replace(main, token=api.token, base_url=api.base_url, look_up=0.0)
    application = make_application(ours, kept.passage, kept.voices, say, others=others)
    async with running(Poller(application, Offset(kept.writer), sorry(application), QUICK)):
        yield application
