"""The Telegram door opens beside the mail door, and never keeps it shut."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from telegram import Bot

from desk.settings.doors import Telegram
from desk.telegram import _refused
from desk.telegram_notes import TelegramNotes
from tests.bot.over_http import HOOK_SECRET, to_summary
from tests.bot.talking import code_in
from tests.contracts.test_2_canary_telegram import with_telegram, with_webhook
from tests.desk.examined import found_in
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
async def doors(product: Product, output: Path | None = None) -> AsyncIterator[None]:
    """Run the doors until the block ends; the mail door is open when this starts."""
    running = product.running("doors", output)
    await asyncio.to_thread(running.__enter__)
    try:
        yield
    finally:
        await asyncio.to_thread(running.__exit__, None, None, None)


async def seen(product: Product) -> list[tuple[str, str]]:
    """Run the doctor; return (verdict, what) of all that it found about Telegram."""
    return found_in((await asyncio.to_thread(product.command, "doctor", "--json")).stdout, "telegram")


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
    product.command("withdraw", code)  # for good: in the first minute the bot could still undo it
    assert product.command("withdraw", code).returncode == 1  # there is nothing left to take back
    assert TOKEN.partition(":")[2] not in (tmp_path / "said").read_text()


async def test_a_token_that_is_refused_keeps_no_mail_out(tmp_path: Path) -> None:
    """The mail door opens; what to do is said once, without the token; the Telegram door opens once it is taken."""
    async with BotApi(token="7000000001:another-one") as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        alex = api.person()
        async with doors(product, tmp_path / "said"):
            await api.was_called("getMe", times=2)
            api.token = TOKEN
            await alex.says("/help")
            await alex.hears("call 0800 1111", seconds=30)
    said = (tmp_path / "said").read_text()
    assert said.count("what answers at base_url doesn't take the bot's token. Check base_url in [telegram]") == 1
    assert "@BotFather" in said
    assert TOKEN.partition(":")[2] not in said
    assert "Traceback" not in said


def test_telegrams_own_refusal_names_no_setting_that_is_right() -> None:
    """Where base_url is as it came, only the token can be wrong."""
    assert "base_url" not in _refused(Telegram().base_url)
    assert "Copy the token again" in _refused(Telegram().base_url)


async def test_two_services_with_one_token_are_told_by_the_doctor(tmp_path: Path) -> None:
    """Telegram tells the running service that somebody else polls; its note is empty, and gone with a new start."""
    async with BotApi() as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        async with doors(product), Bot(TOKEN, base_url=api.base_url) as somebody:
            await api.was_called("getUpdates")
            assert (await seen(product))[0][0] == "ok"
            await somebody.get_updates(timeout=0)
            await api.was_called("getUpdates", times=3)  # theirs, and ours after the conflict
            ((one, what),) = await seen(product)
            assert (one, what.partition(":")[0]) == ("wrong", "Somebody else takes what people write to the bot")
        assert [path.stat().st_size for path in product.data.glob("telegram-*")] == [0]
        async with doors(product):
            await api.was_called("getUpdates", times=4)
            assert [one for one, _ in await seen(product)] == ["ok"]


async def test_a_token_that_the_service_alone_has_is_told_by_the_doctor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the doctor can't look, and doesn't say that the door is shut; it is, once the service is stopped."""
    async with BotApi() as api:
        product = make_product(tmp_path, with_telegram(api.base_url))
        async with doors(product):
            await api.was_called("getUpdates")
            monkeypatch.delenv("CARE_VOICE_TELEGRAM_TOKEN")
            ((one, what),) = await seen(product)
            assert (one, what.partition(":")[0]) == ("warning", "Telegram could not be asked")
        assert [one for one, _ in await seen(product)] == ["skipped"]


async def test_a_note_of_a_service_that_was_killed_says_nothing_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is started without a token has no Telegram door, whatever the one before it left."""
    monkeypatch.delenv("CARE_VOICE_TELEGRAM_TOKEN")
    product = make_product(tmp_path, with_telegram(f"http://127.0.0.1:{free_port()}/bot"))
    TelegramNotes(product.data).opened()
    assert [one for one, _ in await seen(product)] == ["warning"]
    async with doors(product):
        assert [one for one, _ in await seen(product)] == ["skipped"]


def test_a_note_that_cannot_be_left_stops_nothing(tmp_path: Path) -> None:
    """As on a full disk, or in a folder that is gone."""
    notes = TelegramNotes(tmp_path / "gone")
    notes.opened()
    notes.met_others()
    notes.forget()
    assert not notes.is_open()
    assert notes.last_met_others() is None


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


async def test_a_webhook_s_door_takes_voices_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process of its own: what is written while it is away is there when it is back, polling or not."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_SECRET_TOKEN", HOOK_SECRET)
    async with BotApi() as api:
        product = make_product(tmp_path, with_webhook(api.base_url, free_port()))
        alex = api.person()
        async with doors(product, tmp_path / "said"):
            await to_summary(alex)
            await alex.taps("Send")
            code = code_in((await alex.hears("Your code")).text)
            await api.all_confirmed()
        await alex.says(code)
        async with doors(product, tmp_path / "said"):
            await alex.hears("your words")
            assert [one for one, _ in await seen(product)] in (["ok"], ["warning"])  # it could not be posted before
        settings = product.data / "care-voice.toml"
        settings.write_text(settings.read_text().replace('mode = "webhook" ', 'mode = "polling" '))
        await alex.says("/help")
        async with doors(product, tmp_path / "said"):
            await alex.hears("call 0800 1111")
    said = (tmp_path / "said").read_text()
    assert HOOK_SECRET not in said
    assert TOKEN.partition(":")[2] not in said


@pytest.mark.parametrize("what", ["secret", "port"])
async def test_a_webhook_that_can_not_open_keeps_no_mail_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """No secret, or its port is taken: what to do is said, and the mail door is open."""
    monkeypatch.setenv("CARE_VOICE_TELEGRAM_SECRET_TOKEN", "" if what == "secret" else HOOK_SECRET)
    async with BotApi() as api:
        port = free_port()
        product = make_product(tmp_path, with_webhook(api.base_url, port))
        taken = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", port)
        async with taken, doors(product, tmp_path / "said"):
            pass
        assert api.calls == []
    said = (tmp_path / "said").read_text()
    assert "The Telegram door stays shut" in said
    assert ("secret_token" if what == "secret" else "webhook_port") in said
    assert "The mail door is open" in said
