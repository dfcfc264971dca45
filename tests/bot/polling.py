"""A poller with everything real about it but Telegram, and a handler that a test chooses."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.limits import Pace
from bot.offset import Offset
from bot.patience import Patience
from bot.poller import Poller
from bot.processor import PerPerson
from bot.requests import Connections
from storage.intake_db import create_intake, open_intake
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    from bot.application import AnyApplication
    from bot.tries import Sorry
    from tests.fakes.bot_api import BotApi

    Handles = Callable[[Update, Any], Coroutine[Any, Any, None]]

SORRY = "That didn't save."
QUICK = Patience(
    asking=5,
    answering=1,
    between=0.01,
    unreachable=(0.01, 0.02),
    network=(0.01, 0.02, 0.02),
    ours=(0.01, 0.02),
    posting=5,
    watching=0.05,
)


def saying_sorry(application: AnyApplication) -> Sorry:
    """Return what says SORRY to a chat."""

    async def say(chat: int) -> None:
        await application.bot.send_message(chat, SORRY)

    return say


async def echo(update: Update, _: object) -> None:
    """Say again what was said."""
    assert update.effective_message
    await update.effective_message.reply_text(f"You said {update.effective_message.text}")


def make_app(api: BotApi, handles: Handles, token: str = "") -> AnyApplication:
    """Make the application as the product does, with one handler."""
    builder: Any = ApplicationBuilder().token(token or api.token).base_url(api.base_url).updater(None).job_queue(None)
    application: AnyApplication = (
        builder.concurrent_updates(PerPerson(pace=Pace(a_second=1_000))).request(Connections()).build()
    )
    application.add_handler(TypeHandler(Update, handles))
    return application


@asynccontextmanager
async def writing(folder: Path) -> AsyncIterator[Writer]:
    """Open the intake.db of this folder, made if it isn't there."""
    path = folder / "intake.db"
    if not path.exists():
        create_intake(path, demo=False)
    writer = Writer(open_intake(path, demo=False))
    try:
        yield writer
    finally:
        await writer.close()


@asynccontextmanager
async def running(poller: Poller) -> AsyncIterator[None]:
    """Poll while the block lasts."""
    await poller.open()
    try:
        yield
    finally:
        await poller.close(seconds=5)


@asynccontextmanager
async def polling(
    api: BotApi, folder: Path, handles: Handles = echo, patience: Patience = QUICK, token: str = ""
) -> AsyncIterator[AnyApplication]:
    """Poll while the block lasts; how far it came is kept in the folder."""
    application = make_app(api, handles, token)
    async with (
        writing(folder) as writer,
        running(Poller(application, Offset(writer), saying_sorry(application), patience)),
    ):
        yield application


@asynccontextmanager
async def poller_open(
    api: BotApi,
    folder: Path,
    handles: Handles = echo,
    patience: Patience = QUICK,
    offset: Callable[[Writer], Offset] = Offset,
) -> AsyncIterator[Poller]:
    """Open a poller that the test closes itself."""
    async with writing(folder) as writer:
        application = make_app(api, handles)
        poller = Poller(application, offset(writer), saying_sorry(application), patience)
        await poller.open()
        yield poller


async def stored(folder: Path) -> int:
    """Return how far a poller came."""
    async with writing(folder) as writer:
        return await Offset(writer).read()
