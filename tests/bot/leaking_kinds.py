"""The door in a process of its own that gets every kind of update there is, with logs that say all they ever say.

`python -m tests.bot.leaking_kinds FOLDER`: prints, one a line, what its logs (stderr) and the folder must not hold.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import warnings
from pathlib import Path

from desk.logs import quiet_loop, setup_logs
from tests.bot.over_http import door_open
from tests.bot.talking import Kept
from tests.bot.test_every_update import send_all
from tests.fakes.all_messages import CANARY
from tests.fakes.bot_api import BotApi


async def everything(folder: Path) -> list[str]:
    """Let all of it come in; return what nobody may read of it."""
    quiet_loop(asyncio.get_running_loop())
    kept = Kept(folder)
    async with BotApi(first_update=812_345_678) as api:
        async with door_open(api, kept):
            await api.was_called("getUpdates")
            sent = await send_all(api)
            await api.all_confirmed()
        await kept.writer.close()
        numbers = [str(person.id) for person, _ in sent.values()]
        return [CANARY, api.token.partition(":")[2], "it was", "447700900123", "51.5558", "4711000", *numbers]


def main(folder: Path) -> None:
    """Run."""
    setup_logs(style="json", level="debug")
    warnings.simplefilter("always")
    for name in ("telegram", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    for canary in asyncio.run(everything(folder)):
        sys.stdout.write(canary + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
