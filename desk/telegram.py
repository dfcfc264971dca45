"""Opens the Telegram door beside the mail door, if a token is set. Out of reach, it opens as soon as it can."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.application import make_application
from bot.poller import Offset, Poller
from bot.reachable import Unreachable, ask
from bot.voices import Voices
from desk.bot_settings import bot_settings
from desk.publishing import take_back_and_note, thresholds
from storage.errors import Refused

if TYPE_CHECKING:
    from desk.deployment import Files
    from desk.settings import Settings
    from intake.passage import Passage
    from intake.wording import Wording
    from storage.keys import Keys
    from storage.writer import Writer

_SECONDS = 5.0  # for Telegram to answer; the mail door waits that long


async def check_telegram(settings: Settings) -> None:
    """Raise `Refused` if Telegram doesn't take the token; being out of reach is no reason to keep a door shut."""
    try:
        await ask(settings.telegram.token.get_secret_value(), settings.telegram.base_url, _SECONDS)
    except Unreachable as problem:
        if problem.why == "token":
            raise Refused(
                "The doors stay shut: Telegram doesn't take the bot's token. Get a new one from @BotFather and put it "
                "into secrets.toml, or take it out there to run without Telegram."
            ) from None


async def open_telegram(
    settings: Settings, files: Files, passage: Passage, writer: Writer, keys: Keys, wording: Wording
) -> Poller:
    """Open the door and return it, to be closed."""
    voices = Voices(writer, keys, partial(take_back_and_note, files, thresholds(settings), settings.backup.folder))
    application = make_application(bot_settings(settings), passage, voices, wording)
    poller = Poller(application, Offset(writer), wording("bot-sorry"))
    await poller.open()
    return poller
