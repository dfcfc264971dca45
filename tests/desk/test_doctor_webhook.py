"""The doctor asks Telegram whether it posts what people write to us, and shows no secret."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.over_http import HOOK_SECRET
from tests.desk.examined import change, give_secrets
from tests.desk.test_doctor_network import asked
from tests.fakes.bot_api import TOKEN, BotApi
from tests.fakes.faults import Fault

if TYPE_CHECKING:
    from tests.desk.at_desk import Desk

URL = "https://voice.council.example/telegram"


def name_webhook(desk: Desk, base_url: str, secret: str = HOOK_SECRET) -> None:
    """Set a webhook up, and name a Bot API server."""
    change(
        desk,
        ('base_url = "https://api.telegram.org/bot"', f'base_url = "{base_url}"'),
        ('mode = "polling" ', 'mode = "webhook" '),
        ('webhook_url = "" ', f'webhook_url = "{URL}" '),
    )
    give_secrets(desk, f'[telegram]\ntoken = "{TOKEN}"\nsecret_token = "{secret}"\n')


def info(api: BotApi, **more: Any) -> None:
    """Let Telegram say this of the webhook."""
    said = {"url": URL, "has_custom_certificate": False, "pending_update_count": 0} | more
    api.fail("getWebhookInfo", *[Fault(body=json.dumps({"ok": True, "result": said}).encode())] * 3)


@pytest.mark.parametrize(
    ("more", "judged", "says"),
    [
        ({}, "ok", "posts what people write to webhook_url"),
        ({"url": ""}, "wrong", "was not told"),
        ({"url": "https://elsewhere.example/x"}, "wrong", "another address"),
        ({"pending_update_count": 250}, "warning", "250 messages wait"),
        ({"last_error_date": 1, "last_error_message": "Connection refused"}, "ok", "posts what people write"),
        (
            {"last_error_date": int(time.time()), "last_error_message": "Wrong response: 502\x1b[2J Bad Gateway"},
            "warning",
            "502",
        ),
    ],
)
async def test_what_telegram_says_of_the_webhook(desk: Desk, more: dict[str, Any], judged: str, says: str) -> None:
    """Ours or another, failing lately or long ago; what Telegram says can't make a terminal obey it."""
    async with BotApi() as api:
        name_webhook(desk, api.base_url)
        info(api, **more)
        ((one, what),) = await asked(desk, "telegram")
    assert one == judged
    assert says in what
    assert "\x1b" not in what
    assert HOOK_SECRET not in what
    assert "elsewhere" not in what


async def test_a_webhook_without_a_secret_is_wrong(desk: Desk) -> None:
    """Anyone could post; so the door stays shut."""
    async with BotApi() as api:
        name_webhook(desk, api.base_url, secret="")
        info(api)
        assert [one for one, _ in await asked(desk, "telegram")] == ["wrong", "ok"]
