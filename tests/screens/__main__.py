"""Draws the pictures in docs/screens: `make screens`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from desk.settings import FILE
from desk.setup import make_demonstration
from tests.browser.browsing import browsing
from tests.desk.proving import prove, with_mailbox
from tests.fakes.bot_api import BotApi
from tests.fakes.relay import Relay
from tests.house.source import TOP
from tests.product import Product, free_port
from tests.screens.camera import A_PHONE, Camera
from tests.screens.walk import walk

PICTURES = TOP / "docs" / "screens"
ON_DUTY = {
    'lead = ""': 'lead = "an example"',
    'deputy = ""': 'deputy = "an example"',
    'hours = ""': 'hours = "weekdays, 9am to 5pm"',
}


def make(folder: Path, api: BotApi, relay: Relay) -> Product:
    """Make a demonstration whose bot is the one of `api`, and whose lead reads what comes to `relay`."""
    data = folder / "data"
    make_demonstration(data, lambda _: None)
    settings = data / FILE
    text = settings.read_text().replace("https://api.telegram.org/bot", api.base_url)
    for port in ("8025", "8001", "8002"):
        text = text.replace(f"port = {port}", f"port = {free_port()}")
    for old, new in (ON_DUTY | with_mailbox(relay.port)).items():
        text = text.replace(old, new, 1)
    settings.write_text(text)
    secrets = data / "secrets.toml"
    secrets.touch(0o600)
    secrets.write_text(f'[telegram]\ntoken = "{api.token}"\n')
    return Product(data, "")


async def draw(folder: Path) -> dict[str, int]:
    """Talk the conversation with a running bot; return the height of each picture."""
    async with BotApi() as api, Relay() as relay:
        product = await asyncio.to_thread(make, folder, api, relay)
        await prove(product.data, relay)
        with ExitStack() as stack:  # in a thread, because the Bot API has to answer while the service starts
            await asyncio.to_thread(stack.enter_context, product.running("doors"))
            async with browsing("about:blank", folder, sharp=True) as (page, _):
                PICTURES.mkdir(exist_ok=True)
                camera = Camera(page, api.person("Alex"), PICTURES, "Care voice")
                await walk(camera)
            await asyncio.to_thread(stack.close)
    return camera.heights


def main() -> None:
    """Draw all, and say which have to be scrolled on a phone."""
    with tempfile.TemporaryDirectory() as folder:
        heights = asyncio.run(draw(Path(folder)))
    for name, height in heights.items():
        size = (PICTURES / f"{name}.png").stat().st_size
        sys.stdout.write(f"{name}  {height} px{' (scrolls)' if height > A_PHONE else ''}  {size // 1000} kB\n")


if __name__ == "__main__":
    main()
