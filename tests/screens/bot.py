"""The bot of the pictures: the real one, in front of a Bot API of ours, with a lead who can be asked for contact."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application import make_application
from bot.offset import Offset
from bot.poller import Poller
from desk.bot_languages import bot_languages
from desk.chat.keep import kept
from desk.settings.model import Settings
from desk.settings.people import Deployment
from intake.plea import Lead
from intake.wording import load_wordings
from storage.rehearsal import open_rehearsal
from storage.writer import Writer
from tests.bot.polling import QUICK, running, saying_sorry
from tests.bot.talking import LIMITS
from tests.fakes.lead import Box

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desk.deployment import Files
    from tests.fakes.bot_api import BotApi

HOURS = "Monday to Friday, 9am to 5pm"


@asynccontextmanager
async def bot_running(api: BotApi, files: Files, *languages: str) -> AsyncIterator[None]:
    """Run the bot of a deployment while the block lasts; what is said to one that is no demonstration is not kept."""
    settings = Settings(demo=files.demo, deployment=Deployment(languages=languages, hours=HOURS))
    spoken = load_wordings(languages)
    lead = Lead(settings.contact.role, HOURS, Box().lead.send)
    (main, say), *others = bot_languages(settings, spoken, lead=lead)
    ours = replace(main, token=api.token, base_url=api.base_url, look_up=0.0)
    writer = Writer(open_rehearsal())
    async with kept(settings, files, LIMITS) as (passage, voices):
        application = make_application(ours, passage, voices, say, others=others)
        async with running(Poller(application, Offset(writer), saying_sorry(application), QUICK)):
            yield
    await writer.close()
