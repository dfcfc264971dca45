"""The Telegram door opens beside the mail door, and never keeps it shut but for a token that is no good."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.bot.over_http import to_summary
from tests.bot.talking import code_in
from tests.contracts.test_2_canary_telegram import with_telegram
from tests.fakes.bot_api import TOKEN, BotApi
from tests.product import Product, free_port, make_product

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    """Put the token where secrets may be."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
    return TOKEN


@asynccontextmanager
async def doors(product: Product, output: Path) -> AsyncIterator[None]:
    """Run the doors until the block ends; the mail door is open when this starts."""
    running = product.running("doors", output)
    await asyncio.to_thread(running.__enter__)
    try:
        yield
    finally:
        await asyncio.to_thread(running.__exit__, None, None, None)


async def test_a_voice_sent_by_telegram_is_kept_across_a_restart(tmp_path: Path) -> None:
    """Both doors open; a voice sent at one is found by its code, by who has it, after the doors were shut."""
    async with BotApi() as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        alex = api.person()
        async with doors(product, tmp_path / "said"):
            await to_summary(alex)
            await alex.taps("Send")
            code = code_in((await alex.hears("Your code")).text)
            await api.all_confirmed()
        async with doors(product, tmp_path / "said"):
            await alex.says(f"/withdraw {code}")
            await alex.hears("Take them back?")
            await alex.taps("Yes")
            await alex.hears("gone from everywhere")
    assert product.command("withdraw", code).returncode == 1  # there is nothing left to take back
    assert TOKEN.partition(":")[2] not in (tmp_path / "said").read_text()


async def test_a_token_that_is_refused_keeps_the_doors_shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts it learns at once what to do, and the token is not in what is said."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", "7000000001:not-the-token")
    async with BotApi() as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        ended = await asyncio.to_thread(product.command, "doors")
    assert ended.returncode == 1
    assert "@BotFather" in ended.stderr
    assert "not-the-token" not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


async def test_telegram_out_of_reach_keeps_no_mail_out(tmp_path: Path) -> None:
    """The mail door opens all the same, and the Telegram door as soon as Telegram is there."""
    async with BotApi() as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        await api.stop()
        async with doors(product, tmp_path / "said"):
            await api.start()
            alex = api.person()
            await alex.says("/help")
            await alex.hears("call 0800 1111", seconds=30)


async def test_without_a_token_there_is_no_telegram_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of anybody."""
    monkeypatch.delenv("CARE_VOICE_TELEGRAM_TOKEN")
    product = make_product(tmp_path, with_telegram(f"http://127.0.0.1:{free_port()}/bot"))
    async with doors(product, tmp_path / "said"):
        pass
    assert "telegram" not in (tmp_path / "said").read_text()
