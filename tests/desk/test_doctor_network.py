"""The doctor asks the relay and Telegram: a real greeting each, nothing sent, no secret shown."""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from desk.doctor.checks import CHECKS
from desk.doctor.examine import examine, host_of
from tests.desk.examined import change, found, give_secrets
from tests.fakes.bot_api import TOKEN, BotApi
from tests.fakes.faults import Fault
from tests.fakes.relay import Relay

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.desk.at_desk import Desk

PASSWORD = "correct-horse-battery"


@pytest.fixture
async def silence() -> AsyncIterator[int]:
    """Give the port of something that takes connections and never says a word."""
    held: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: held.append(writer), "127.0.0.1", 0)
    yield int(server.sockets[0].getsockname()[1])
    for writer in held:
        writer.close()
    server.close()


async def asked(desk: Desk, check: str) -> list[tuple[str, str]]:
    """Run the doctor beside this event loop, twice: as JSON, and to see that neither way shows a secret."""
    said = (await asyncio.to_thread(desk.run, "doctor")).output
    written = (await asyncio.to_thread(desk.run, "doctor", "--json")).output
    assert not [secret for secret in (PASSWORD, TOKEN, TOKEN.split(":")[1]) if secret in said + written]
    return await asyncio.to_thread(found, desk, check)


def name_relay(desk: Desk, port: int, tls: str = "none", user: str = "") -> None:
    """Name a relay on this machine."""
    change(
        desk,
        ('host = ""', 'host = "127.0.0.1"'),
        ("port = 587", f"port = {port}"),
        ('tls = "starttls"', f'tls = "{tls}"'),
        ('user = ""', f'user = "{user}"'),
    )


async def test_a_relay_that_takes_our_mail_is_ok(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked, trusted and signed in to, as the settings say. No letter is sent."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "trusted.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    give_secrets(desk, f'[mail.relay]\npassword = "{PASSWORD}"\n')
    async with Relay(tls=context, password=PASSWORD) as relay:
        name_relay(desk, relay.port, tls="starttls", user="us")
        assert [one for one, _ in await asked(desk, "relay")] == ["wrong"]  # a certificate that nobody vouches for
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
        assert await asked(desk, "relay") == [("ok", "The relay takes our mail (locked, starttls).")]
        assert (relay.letters, relay.tries) == ([], 0)


async def test_a_relay_without_starttls_is_wrong(desk: Desk) -> None:
    """Nothing goes over an open way that the settings call locked."""
    async with Relay() as relay:
        name_relay(desk, relay.port, tls="starttls")
        assert [one for one, _ in await asked(desk, "relay")] == ["wrong"]
        said = (await asyncio.to_thread(desk.run, "doctor")).output
    assert "check tls" in " ".join(said.split())


async def test_a_relay_that_refuses_the_password_is_wrong(desk: Desk) -> None:
    """It says what to check, and shows neither the password nor who signs in."""
    give_secrets(desk, f'[mail.relay]\npassword = "{PASSWORD}"\n')
    async with Relay(password="another") as relay:
        name_relay(desk, relay.port, user="somebody@example.org")
        ((one, what),) = await asked(desk, "relay")
    assert one == "wrong"
    assert "somebody" not in what


async def test_a_relay_that_never_answers_is_wrong(desk: Desk, silence: int) -> None:
    """It takes the connection, and then says nothing."""
    name_relay(desk, silence)
    ((one, _),) = await asyncio.to_thread(found, desk, "relay")
    assert one == "wrong"


def test_a_relay_whose_name_nobody_knows_is_wrong(desk: Desk) -> None:
    """A mistyped host."""
    change(desk, ('host = ""', 'host = "relay.invalid"'))
    ((one, what),) = found(desk, "relay")
    assert one == "wrong"
    assert what.startswith("The relay can't be reached (gaierror)")


def test_a_relay_that_is_missing_is_wrong(desk: Desk) -> None:
    """Without one the mail door stays shut."""
    assert [one for one, _ in found(desk, "relay")] == ["wrong"]


def test_no_thanks_at_all_is_a_warning(desk: Desk) -> None:
    """Allowed, but nobody gets a code by mail."""
    change(desk, ("acknowledge = true", "acknowledge = false"))
    assert [one for one, _ in found(desk, "relay")] == ["warning"]


def name_bot(desk: Desk, base_url: str, token: str = TOKEN) -> None:
    """Name a Bot API server, and the token for it."""
    change(desk, ('base_url = "https://api.telegram.org/bot"', f'base_url = "{base_url}"'))
    give_secrets(desk, f'[telegram]\ntoken = "{token}"\n')


def test_no_token_is_no_fault(desk: Desk) -> None:
    """The Telegram door is shut until there is one."""
    assert [one for one, _ in found(desk, "telegram")] == ["skipped"]


async def test_a_token_that_is_taken_is_ok(desk: Desk) -> None:
    """It asks who we are and about webhooks, and changes nothing there."""
    async with BotApi() as api:
        name_bot(desk, api.base_url)
        assert [one for one, _ in await asked(desk, "telegram")] == ["ok"]
        assert {call.method for call in api.calls} == {"getMe", "getWebhookInfo"}


async def test_a_token_from_the_environment_is_asked_about_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a service's own settings give it."""
    async with BotApi() as api:
        change(desk, ('base_url = "https://api.telegram.org/bot"', f'base_url = "{api.base_url}"'))
        monkeypatch.setenv("CARE_VOICE_TELEGRAM_TOKEN", TOKEN)
        assert [one for one, _ in await asked(desk, "telegram")] == ["ok"]


@pytest.mark.parametrize("token", ["7000000001:FICTIONAL-of-last-year", "no token at all", "../getMe"])
async def test_a_token_that_is_refused_is_wrong(desk: Desk, token: str) -> None:
    """Revoked, or never one; it is not shown."""
    async with BotApi() as api:
        name_bot(desk, api.base_url, token)
        told = await asyncio.to_thread(desk.run, "doctor")
        ((one, what),) = await asked(desk, "telegram")
    assert one == "wrong"
    assert token not in told.output + what
    assert "refuses the token" in what


async def test_a_webhook_of_somebody_else_is_wrong(desk: Desk) -> None:
    """Telegram then gives us nothing; the webhook's address is nobody's business."""
    async with BotApi() as api:
        api.webhook = "https://elsewhere.example/hook"
        name_bot(desk, api.base_url)
        ((one, what),) = await asked(desk, "telegram")
    assert one == "wrong"
    assert "webhook" in what
    assert "elsewhere" not in what


async def test_messages_that_nobody_fetches_are_a_warning(desk: Desk) -> None:
    """Telegram keeps them for a day only."""
    info: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": 250}
    async with BotApi() as api:
        name_bot(desk, api.base_url)
        api.fail("getWebhookInfo", *[Fault(body=json.dumps({"ok": True, "result": info}).encode())] * 3)
        assert await asked(desk, "telegram") == [("warning", "250 messages wait at Telegram: nobody fetches them.")]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(500, b"{}"),
        Fault(502, b"<html>"),
        Fault(200, b"<html>hello</html>"),
        Fault(answer="none"),
        Fault(200, b"[]"),
    ],
    ids=["500", "502", "no-json", "hang-up", "list"],
)
async def test_what_is_no_bot_api_is_wrong(desk: Desk, fault: Fault) -> None:
    """A web page, a broken server, one that hangs up."""
    async with BotApi() as api:
        api.fault_for = lambda _: fault
        name_bot(desk, api.base_url)
        assert [one for one, _ in await asked(desk, "telegram")] == ["wrong"]


def test_telegram_that_cannot_be_reached_is_wrong(desk: Desk) -> None:
    """No network, or a wrong name."""
    name_bot(desk, "https://bot-api.invalid/bot")
    assert found(desk, "telegram") == [("wrong", "Telegram can't be reached.")]


async def test_it_ends_soon_though_nobody_answers(desk: Desk, silence: int) -> None:
    """Relay and Telegram both silent: the command gives up (6 s, and what a busy machine adds), and tells the rest."""
    name_relay(desk, silence)
    name_bot(desk, f"http://127.0.0.1:{silence}/bot")
    began = time.monotonic()
    status, said = await asyncio.to_thread(desk.start, "doctor")
    assert time.monotonic() - began < 20
    assert status == 2
    assert "Telegram can't be reached." in said
    assert "intake.db is whole" in said


async def test_what_takes_too_long_is_left_behind(desk: Desk, silence: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that hangs is told as such; the others are told as they are."""
    name_relay(desk, silence)
    service = [replace(check, patience=1.0) if check.name == "relay" else check for check in CHECKS["service"]]
    monkeypatch.setitem(CHECKS, "service", tuple(service))
    seen = await asyncio.to_thread(examine, host_of(desk.files.data))
    told = {one.check: (str(one.finding.verdict), one.finding.what) for one in seen}
    assert told["relay"] == ("wrong", "The mail relay: this took too long to look at.")
    assert told["intake-db"][0] == "ok"
