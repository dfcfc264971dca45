"""The Telegram door as it runs, in front of a Bot API server of our own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application import make_application
from bot.offset import Offset
from bot.poller import Poller
from bot.settings import Hook
from bot.webhook import Webhook
from tests.bot.polling import QUICK, running, saying_sorry
from tests.bot.talking import SETTINGS, wording
from tests.product import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.application import AnyApplication
    from bot.door import Door
    from bot.patience import Patience
    from tests.bot.talking import Kept
    from tests.fakes.bot_api import BotApi
    from tests.fakes.people import Person

HOOK_SECRET = "a-secret_of-a-test-0001"


@asynccontextmanager
async def hook_open(api: BotApi, kept: Kept, patience: Patience = QUICK, port: int = 0) -> AsyncIterator[Webhook]:
    """Run the door while the block lasts, as a webhook."""
    settings = replace(SETTINGS, token=api.token, base_url=api.base_url)
    application = make_application(settings, kept.passage, kept.voices, wording())
    port = port or free_port()
    hook = Hook(f"http://127.0.0.1:{port}/telegram", port, HOOK_SECRET)
    webhook = Webhook(application, Offset(kept.writer), hook, saying_sorry(application), patience)
    await webhook.open()
    try:
        yield webhook
    finally:
        await webhook.close(seconds=5)


@asynccontextmanager
async def door_open(api: BotApi, kept: Kept) -> AsyncIterator[AnyApplication]:
    """Run the door while the block lasts."""
    settings = replace(SETTINGS, token=api.token, base_url=api.base_url)
    application = make_application(settings, kept.passage, kept.voices, wording())
    async with running(Poller(application, Offset(kept.writer), saying_sorry(application), QUICK)):
        yield application


def the_door(application: AnyApplication) -> Door:
    """Return the door behind an application's only handler."""
    (handler,) = application.handlers[0]
    door: Door = handler.callback.__self__  # type: ignore[attr-defined]
    return door


async def begins(person: Person) -> None:
    """Say /start and hear the first question."""
    await person.says("/start")
    await person.hears("What would you like to tell us?")


async def writes_much(person: Person) -> None:
    """Write a voice of three long messages."""
    await begins(person)
    for label in ("An idea", "Money"):
        await person.taps(label)
        await person.hears()
    for number in range(3):
        await person.says(f"part {number} " + "bus " * 900)
        await person.hears("Got it")


async def to_summary(person: Person, words: str = "The taster flat was good. Karolina showed me.") -> None:
    """Walk the short way up to Send."""
    await begins(person)
    for label, heard in (("How things are", "mostly about"), ("Where you live", "your own words")):
        await person.taps(label)
        await person.hears(heard)
    await person.says(words)
    await person.hears("Got it")
    for label, heard in (("Done", "exactly what we will keep"), ("don't quote", "Ready to send?")):
        await person.taps(label)
        await person.hears(heard)
