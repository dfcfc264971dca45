"""The Telegram door's application: the Bot API client, one handler for every update, no updater and no persistence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.answers import Conversation
from bot.door import Door
from bot.drafts import Drafts
from bot.kit import make_kit
from bot.languages import Languages
from bot.limits import Pace, Sending
from bot.menu import Introduction
from bot.processor import PerPerson
from bot.refusing import Refusing
from bot.remembered import Remembered
from bot.requests import Connections
from bot.starting import link_to
from bot.telling import Telling
from bot.traces import Traces
from intake.guesses import Guesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram.request import BaseRequest

    from bot.settings import BotSettings
    from bot.tries import Sorry
    from intake.passage import Passage
    from intake.voices import Voices
    from intake.wording import Wording

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
_TELLING = "telling"
_NEVER_FELT = 1_000.0  # updates a second


def make_application(
    settings: BotSettings,
    passage: Passage,
    voices: Voices,
    wording: Wording,
    *,
    others: Sequence[tuple[BotSettings, Wording]] = (),
    request: BaseRequest | None = None,
) -> AnyApplication:
    """Return the application, not initialised.

    `others` are the languages besides the main one, each with the settings as they are said in it. `request` stands in
    for the network; it must bear being opened twice.
    """
    spoken = ((settings, wording), *others)
    builder: Any = ApplicationBuilder().token(settings.token).base_url(settings.base_url).updater(None).job_queue(None)
    languages, drafts, traces = {its.language: say for its, say in spoken}, Drafts(), Traces()
    telling = Telling(languages, drafts, traces)
    introduction = Introduction(languages, settings.unset)
    pace = Pace() if request is None else Pace(a_second=_NEVER_FELT)  # a terminal takes all that is typed
    builder = builder.concurrent_updates(PerPerson(Refusing(telling), pace)).post_init(introduction)
    # Without a rate limiter: whoever Telegram asks to wait (429) is made to by `bot.tries`, and nobody else.
    if request is None:
        builder = builder.request(Connections())
    else:
        builder = builder.request(request).get_updates_request(request)
    application: AnyApplication = builder.build()
    guesses, link, sent = Guesses(), partial(link_to, application.bot), Remembered(Sending(settings.voices_a_day))
    talks = [Conversation(make_kit(its, passage, voices, say, guesses, link, sent)) for its, say in spoken]
    door = Door(Languages(talks), drafts, traces)
    application.add_handler(TypeHandler(Update, door.handle))
    application.bot_data[_TELLING] = telling
    return application


def sorry(application: AnyApplication) -> Sorry:
    """Return what tells the person in a chat that something went wrong. Raises TelegramError if they can't be told."""
    return lambda chat: application.bot_data[_TELLING](application.bot, chat, "bot-sorry")
