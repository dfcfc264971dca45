"""A bot in a process of its own, for benchmarks: `python -m benchmarks.bots trivial|ours BASE_URL FOLDER PORT`.

`trivial` is what python-telegram-bot's own examples (echobot, inlinekeyboard) do; `ours` is the Telegram door whole,
but for a redactor that changes nothing. They poll if PORT is 0; else they are posted to there.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvloop
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, MessageHandler, filters

from bot.application import make_application, sorry
from bot.offset import Offset
from bot.poller import Poller
from bot.settings import BotSettings, Hook, Uses
from bot.webhook import Webhook
from desk.logs import setup_logs
from intake.passage import Passage
from intake.redaction import Redaction
from intake.voices import Deeds, Voices
from intake.wishes import NO_WISHES, Wishes
from intake.wording import load_wording
from storage.intake_db import create_intake, open_intake
from storage.keys import load_keys, make_keys
from storage.model import RedactedWords
from storage.questions import Came
from storage.writer import Writer
from tests.fakes.bot_api import TOKEN

if TYPE_CHECKING:
    from intake.raw import RawWords

THEMES = (("home", "Where you live"), ("health", "Health and wellbeing"), ("money", "Money"))
USES = Uses("How may we use this?", "Read it and quote it", "Read it, don't quote it", "Only count it")


@dataclass(frozen=True, slots=True)
class NoRedactor:
    """Changes nothing."""

    async def redact(self, words: RawWords, wishes: Wishes = NO_WISHES) -> Redaction:  # noqa: ARG002 - changes nothing
        """Return the words."""
        return Redaction(RedactedWords(words.reveal()), (), ())


def trivial(base_url: str, hook: Hook | None) -> None:
    """Poll, or be posted to, as the examples do."""
    choices = InlineKeyboardMarkup([[InlineKeyboardButton(f"Option {one}", callback_data=one)] for one in "123"])

    async def choose(update: Update, _: object) -> None:
        assert update.message
        await update.message.reply_text("Please choose:", reply_markup=choices)

    async def chosen(update: Update, _: object) -> None:
        assert update.callback_query
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(f"Selected option: {update.callback_query.data}")

    application = ApplicationBuilder().token(TOKEN).base_url(base_url).job_queue(None).build()
    application.add_handler(MessageHandler(filters.TEXT, choose))
    application.add_handler(CallbackQueryHandler(chosen))
    if hook is None:
        application.run_polling()
    else:
        application.run_webhook("127.0.0.1", hook.port, "telegram", webhook_url=hook.url, secret_token=hook.secret)


def _nothing(_: str) -> bool:
    return False


async def ours(base_url: str, folder: Path, hook: Hook | None) -> None:
    """Poll, or be posted to, as the doors do, until we are told to stop."""
    create_intake(folder / "intake" / "intake.db", demo=False)
    make_keys(folder / "keys")
    keys, wording = load_keys(folder / "keys"), load_wording()
    writer = Writer(open_intake(folder / "intake" / "intake.db", demo=False))
    settings = BotSettings(TOKEN, base_url, "An example", "an example", THEMES, (("wigan", "Wigan"),), (), USES)
    voices: Any = Voices(
        writer, keys, Deeds(_nothing, _nothing, _nothing, lambda: None, lambda *_: None, lambda *_: Came.GONE)
    )
    application = make_application(settings, Passage(NoRedactor(), writer, keys), voices, wording)
    said, offset = sorry(application), Offset(writer)
    door = Poller(application, offset, said) if hook is None else Webhook(application, offset, hook, said)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await door.open()
    await stop.wait()
    await door.close()
    await writer.close()


def main(which: str, base_url: str, folder: str, port: str) -> None:
    """Run one of them."""
    setup_logs()
    hook = Hook(f"http://127.0.0.1:{port}/telegram", int(port), "a-secret") if int(port) else None
    if which == "trivial":
        uvloop.install()
        trivial(base_url, hook)
    else:
        uvloop.run(ours(base_url, Path(folder), hook))


if __name__ == "__main__":
    main(*sys.argv[1:])
