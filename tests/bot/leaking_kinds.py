"""The door in a process of its own that gets every kind of update there is, with logs that say all they ever say.

`python -m tests.bot.leaking_kinds FOLDER polling|webhook`: prints, one a line, what its logs (stderr) and the folder
must not hold.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import warnings
from pathlib import Path

import httpx

from bot.hook_door import SECRET
from bot.webhook import Webhook
from desk.logs import quiet_loop, setup_logs
from tests.bot.over_http import HOOK_SECRET, door_open, hook_open
from tests.bot.talking import Kept
from tests.bot.test_every_update import send_all
from tests.fakes.all_messages import CANARY
from tests.fakes.bot_api import BotApi


async def post_nonsense(port: int) -> None:
    """Post what is refused, by its head, its size and its body."""
    async with httpx.AsyncClient() as client:
        for path, secret, body in (
            (CANARY, CANARY, CANARY),
            (CANARY, HOOK_SECRET, CANARY),
            ("telegram", HOOK_SECRET, f'{{"{CANARY}":'),
            ("telegram", HOOK_SECRET, CANARY * 100_000),
        ):
            answer = await client.post(f"http://127.0.0.1:{port}/{path}", content=body, headers={SECRET: secret})
            assert answer.status_code >= 400
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{CANARY}\r\n\r\n".encode())  # no HTTP at all
    writer.close()
    await writer.wait_closed()


async def everything(folder: Path, way: str) -> list[str]:
    """Let all of it come in; return what nobody may read of it."""
    quiet_loop(asyncio.get_running_loop())
    kept = Kept(folder)
    async with BotApi(first_update=812_345_678) as api:
        opened = door_open(api, kept) if way == "polling" else hook_open(api, kept)
        async with opened as door:
            await api.was_called("getUpdates" if way == "polling" else "setMyDescription")
            if isinstance(door, Webhook):
                await post_nonsense(door.port)
            sent = await send_all(api)
            await api.all_confirmed()
        await kept.writer.close()
        numbers = [str(person.id) for person, _ in sent.values()]
        return [
            CANARY,
            HOOK_SECRET,
            api.token.partition(":")[2],
            "it was",
            "447700900123",
            "51.5558",
            "4711000",
            *numbers,
        ]


def main(folder: Path, way: str) -> None:
    """Run."""
    setup_logs(style="json", level="debug")
    warnings.simplefilter("always")
    for name in ("telegram", "httpx", "httpcore", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    for canary in asyncio.run(everything(folder, way)):
        sys.stdout.write(canary + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
