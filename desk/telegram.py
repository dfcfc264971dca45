"""Opens the Telegram door beside the mail door, if a token is set. Kept out by Telegram, it opens as soon as it can.

Nothing that is wrong with it keeps the mail door shut: no letter has to wait for a token.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from bot.application import make_application
from bot.offset import Offset
from bot.poller import Poller
from desk.bot_languages import bot_languages
from desk.contact import lead_of
from desk.settings import FILE, SECRETS
from desk.settings_model import Telegram
from desk.telegram_notes import TelegramNotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.deployment import Files
    from desk.settings import Settings
    from intake.passage import Passage
    from intake.voices import Voices
    from intake.wording import Wording
    from storage.writer import Writer


async def open_telegram(
    settings: Settings, files: Files, passage: Passage, voices: Voices, writer: Writer, spoken: Mapping[str, Wording]
) -> Poller:
    """Open the door and return it, to be closed. `spoken` are the words of each language."""
    wording = spoken[settings.deployment.languages[0]]
    lead = lead_of(settings, files, wording)
    (ours, _), *others = bot_languages(settings, spoken, lead=lead, rights=files.rights)
    application = make_application(ours, passage, voices, wording, others=others)
    notes = TelegramNotes(files.data)
    troubles = _Troubles(settings.telegram.base_url, notes)
    poller = Poller(application, Offset(writer), wording("bot-sorry"), troubled=troubles)
    await poller.open()
    notes.opened()
    return poller


class _Troubles:
    """Tells the administrator what the logs tell in a word: at the terminal, or by a note for `care-voice doctor`."""

    def __init__(self, base_url: str, notes: TelegramNotes) -> None:
        self._base_url = base_url
        self._notes = notes
        self._said = False

    def __call__(self, why: str) -> None:
        if why == "others-poll-too":
            self._notes.met_others()
        elif why == "token-refused" and not self._said:
            self._said = True
            with suppress(OSError):  # nobody reads it
                click.echo(_refused(self._base_url), err=True)


def _refused(base_url: str) -> str:
    if base_url == Telegram.model_fields["base_url"].default:
        who, look = "Telegram", ""
    else:
        who, look = "what answers at base_url", f"check base_url in [telegram] of {FILE}, or "
    todo = f"{look}copy the token again from @BotFather into {SECRETS}"
    return (
        f"The Telegram door stays shut: {who} doesn't take the bot's token. {todo[0].upper()}{todo[1:]}, and start "
        "care-voice again. Or take the token out, to run without Telegram. The mail door is open."
    )
