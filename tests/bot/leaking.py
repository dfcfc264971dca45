"""A poller in a process of its own that meets everything that goes wrong, with logs that say all they ever say.

`python -m tests.bot.leaking FOLDER`: prints, one a line, what its logs (stderr) must not hold.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.logs import quiet_loop, setup_logs
from tests.bot.polling import QUICK, echo, polling
from tests.fakes.bot_api import BotApi
from tests.fakes.faults import broken, dropped, half, lost, refused, too_many

if TYPE_CHECKING:
    from telegram import Update

WORDS = "Quillon Featherstonehaugh hit me"
FAULTS = (broken(), dropped(), half(), lost(), refused(400, f"Bad Request: {WORDS}"), refused(409, "Conflict: …"))


async def fail(update: Update, context: Any) -> None:
    """Answer, unless it must not."""
    assert update.effective_message
    if "poison" in (update.effective_message.text or ""):
        raise ValueError(update.to_json(), context.bot.token)
    await echo(update, context)


async def everything(folder: Path) -> list[str]:
    """Let everything go wrong; return what nobody may read of it."""
    quiet_loop(asyncio.get_running_loop())
    async with BotApi(first_update=812_345_678) as api:
        alex = api.person("Quillon")
        api.fail("getMe", refused(401, "Unauthorized"), *FAULTS)
        async with polling(api, folder, fail, QUICK):
            await api.was_called("getUpdates")
            api.fail("getUpdates", *FAULTS, too_many(1), refused(401, "Unauthorized"), refused(404, "Not Found"))
            api.fail("sendMessage", *FAULTS, too_many(1), refused(403, "Forbidden: bot was blocked by the user"))
            for text in (WORDS, f"{WORDS} poison", *[WORDS] * 6):
                await alex.says(text)
            await api.updates.add_raw({"message": alex._message(1, {"text": WORDS, "message_id": WORDS})})
            await alex.sends("contact")
            await api.all_confirmed()
            await alex.says("the quokka")
            await alex.hears("You said the quokka")
        secret = api.token.partition(":")[2]
        return [secret, "Quillon", "hit me", str(alex.id), str(api.updates.next_id)[:-2], "447700900123", "the quokka"]


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
