"""Has Telegram take what the bot says of itself, however often that has to be tried. Keeps nobody waiting."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.tries import asked_for, may_pass

if TYPE_CHECKING:
    from bot.application import AnyApplication
    from bot.patience import Patience

_log = structlog.get_logger("bot")


async def introduce(application: AnyApplication, patience: Patience) -> None:
    """Do what the application does after opening (`post_init`) until it works, or can't. Raises nothing.

    It is begun anew at each try, after the pause that Telegram asks for (429) or, out of reach, ever longer ones.
    """
    if application.post_init is None:
        return
    pauses = patience.until_reachable()
    while True:
        try:
            await application.post_init(application)
        except Exception as error:  # noqa: BLE001 - how the bot introduces itself shuts no door
            _log.warning("bot-not-introduced", error=type(error).__name__)
            pause = asked_for(error) or (next(pauses) if may_pass(error) else None)
        else:
            return
        if pause is None:
            return
        await asyncio.sleep(pause)
