"""Opens the Telegram door beside the mail door, if a token is set. Kept out by Telegram, it opens as soon as it can.

Nothing that is wrong with it keeps the mail door shut: no letter has to wait for a token.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click
import structlog

from bot.application import make_application, sorry
from bot.offset import Offset
from bot.poller import Poller
from bot.settings import Hook
from bot.webhook import Webhook
from desk.bot_languages import bot_languages
from desk.contact import lead_of
from desk.settings import FILE, SECRETS
from desk.settings.doors import Telegram
from desk.telegram_notes import TelegramNotes

if TYPE_CHECKING:
    from desk.within import Within

_NO_SECRET = (
    'with mode = "webhook" it needs a secret that Telegram has to know, or anyone could post. Put secret_token into '
    f"[telegram] of {SECRETS}: up to 256 letters, digits, _ and -, such as 64 random ones."
)
_PORT_TAKEN = f"another program listens on its port. Choose another webhook_port in [telegram] of {FILE}."
_NO_HOOK = (
    f"Telegram doesn't take webhook_url as an address to post to. Check it in [telegram] of {FILE}: it has to begin "
    "with https, be known on the internet, and use port 443, 80, 88 or 8443."
)

_log = structlog.get_logger("desk")


async def open_telegram(within: Within) -> Poller | Webhook | None:
    """Open the door and return it, to be closed; None, said at the terminal, if it can't be."""
    settings, files = within.settings, within.files
    its, notes, wording = settings.telegram, TelegramNotes(files.data), within.wording
    lead = lead_of(settings, files, wording)
    (ours, _), *others = bot_languages(
        settings, within.spoken, lead=lead, rights=files.rights, nobody_reads=within.readers.nobody_reads
    )
    application = make_application(ours, within.passage, within.voices, wording, others=others)
    with_it: Any = {"sorry": sorry(application), "troubled": _Troubles(its.base_url, notes)}
    secret = its.secret_token.get_secret_value()
    if its.mode == "webhook" and not secret:
        _stays_shut(_NO_SECRET)
        return None
    door: Poller | Webhook
    if its.mode == "webhook":
        door = Webhook(application, Offset(within.writer), Hook(its.webhook_url, its.webhook_port, secret), **with_it)
    else:
        door = Poller(application, Offset(within.writer), **with_it)
    try:
        await door.open()
    except OSError:
        _stays_shut(_PORT_TAKEN)
        return None
    notes.opened()
    return door


def _stays_shut(why: str) -> None:
    _log.error("door-shut", door="telegram")
    with suppress(OSError):  # nobody reads it
        click.echo(f"The Telegram door stays shut: {why} Then start care-voice again. The mail door is open.", err=True)


class _Troubles:
    """Tells the administrator what the logs tell in a word: at the terminal, or by a note for `care-voice doctor`."""

    def __init__(self, base_url: str, notes: TelegramNotes) -> None:
        self._base_url = base_url
        self._notes = notes
        self._said = False

    def __call__(self, why: str) -> None:
        if why == "others-poll-too":
            self._notes.met_others()
        elif why in {"token-refused", "webhook-refused"} and not self._said:
            self._said = True
            with suppress(OSError):  # nobody reads it
                click.echo(_NO_HOOK if why == "webhook-refused" else _refused(self._base_url), err=True)


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
